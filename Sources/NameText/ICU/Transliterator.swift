#if ICU
  // Private for the reason given in Normalizer.swift.
  private import CICU
  internal import Synchronization

  /// ICU's romanisation of the scripts we have no table for: Arabic, Greek, Georgian, Han …
  ///
  /// A transliterator of ICU belongs to one caller at a time: `shared` is locked for each word, which costs
  /// nothing where such words are rare. It is opened when the first one comes (some 80 ms).
  @safe final class Transliterator {
    private let handle: OpaquePointer

    private static let shared = Mutex<Transliterator?>(nil)

    /// `word` in lower-case ASCII letters and blanks, as `Han-Latin/Names; Any-Latin; Latin-ASCII; Lower` has it.
    static func romanised(_ word: String) throws(ICUError) -> String {
      try shared.withLock { (transliterator) throws(ICUError) -> String in
        if transliterator == nil { transliterator = try Transliterator() }
        return try transliterator?.romanised(word) ?? word
      }
    }

    private init() throws(ICUError) {
      // Surnames in Han characters are read as surnames: 曾 is Zeng.
      let identifier = Array("Han-Latin/Names; Any-Latin; Latin-ASCII; Lower".utf16)
      var status = U_ZERO_ERROR
      let opened = unsafe dizim_open_transliterator(identifier, Int32(identifier.count), &status)
      guard status.rawValue <= 0, let opened = unsafe opened else { throw .status(status.rawValue) }
      unsafe handle = OpaquePointer(opened)
    }

    deinit { unsafe dizim_close_transliterator(UnsafeMutablePointer(handle)) }

    private func romanised(_ word: String) throws(ICUError) -> String {
      let source = Array(word.utf16)
      // One Han or Ethiopic unit may become a syllable of eight letters and a blank.
      let capacity = source.count * 12 + 16
      var text = source + [UInt16](repeating: 0, count: capacity - source.count)
      var length = Int32(source.count)
      var limit = length
      var status = U_ZERO_ERROR
      unsafe dizim_transliterate(
        UnsafeMutablePointer(handle), &text, &length, Int32(capacity), &limit, &status)
      guard status.rawValue <= 0 else { throw .status(status.rawValue) }
      return String(decoding: text.prefix(Int(length)), as: UTF16.self)
    }
  }
#endif
