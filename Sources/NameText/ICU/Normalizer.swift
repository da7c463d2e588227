#if ICU
  // Private, since FoundationICU declares the same C names otherwise: whoever imports Foundation and us must
  // not load both.
  private import CICU

  /// Unicode normalisation form C, by ICU.
  ///
  /// ICU's normalisers are immutable singletons: any thread may call them at once, and nobody frees them.
  @safe struct Normalizer: @unchecked Sendable {
    // Sendable: ICU documents UNormalizer2 instances as thread-safe.
    private let handle: OpaquePointer

    /// The composing normaliser; `nil` only where ICU's data cannot be found.
    static let nfc = try? Normalizer()

    private init() throws(ICUError) {
      var status = U_ZERO_ERROR
      let found = unsafe dizim_nfc(&status)
      guard status.rawValue <= 0, let found = unsafe found else { throw .status(status.rawValue) }
      unsafe handle = found
    }

    /// `text` in form C.
    func normalized(_ text: String) throws(ICUError) -> String {
      let source = Array(text.utf16)
      // Form C never has more than three times the units of what it came from.
      let capacity = source.count * 3 + 1
      var result = [UInt16](repeating: 0, count: capacity)
      var status = U_ZERO_ERROR
      let count = unsafe dizim_normalize(
        handle, source, Int32(source.count), &result, Int32(capacity), &status)
      guard status.rawValue <= 0 else { throw .status(status.rawValue) }
      return String(decoding: result.prefix(Int(count)), as: UTF16.self)
    }

    /// The letter under the accents of `scalar`: `a` of `ắ`; `nil` where there are none.
    func base(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
      var result = [UInt16](repeating: 0, count: 8)
      var status = U_ZERO_ERROR
      let count = unsafe dizim_decomposition(
        handle, Int32(bitPattern: scalar.value), &result, Int32(result.count), &status)
      guard status.rawValue <= 0, count > 1 else { return nil }
      return Unicode.Scalar(result[0])
    }
  }
#endif
