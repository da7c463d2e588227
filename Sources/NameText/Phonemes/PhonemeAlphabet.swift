internal import NameTables

/// The symbols of the phoneme table: one byte each.
struct PhonemeAlphabet: Sendable {
  enum Class: String, Sendable {
    case vowel, consonant, glide, sign, open, marker
  }

  /// Indexed by byte; the empty string where no symbol has that byte.
  private(set) var names = [String](repeating: "", count: 64)
  private(set) var classes = [Class?](repeating: nil, count: 64)
  /// One letter a class of sound; 0 for symbols that coarse keys leave out.
  private(set) var coarse = [UInt8](repeating: 0, count: 64)
  private var bytes = WordTable<UInt8>(minimumCapacity: 64)

  static let shared = PhonemeAlphabet()

  private init() {
    NameTable.phonemes.forEachRow { cells in
      guard let byte = UInt8(cells[1]), byte > 0, byte < 64 else {
        preconditionFailure("The byte of a phoneme lies between 1 and 63")
      }
      names[Int(byte)] = String(cells[0])
      classes[Int(byte)] = Class(rawValue: String(cells[2]))
      coarse[Int(byte)] = cells[3].first ?? 0
      bytes.set(byte, of: cells[0])
    }
  }

  func byte(named name: TableCell) -> UInt8 {
    guard let byte = bytes[name] else {
      preconditionFailure("A table names a phoneme that is not in the alphabet: \(name)")
    }
    return byte
  }

  /// The byte of a symbol; `nil` where there is none of that name.
  func knownByte(named name: TableCell) -> UInt8? { bytes[name] }

  /// The bytes of symbol names parted by blanks.
  func bytes(named names: TableCell) -> [UInt8] {
    names.split(separator: UInt8(ascii: " ")).map { byte(named: $0) }
  }
}
