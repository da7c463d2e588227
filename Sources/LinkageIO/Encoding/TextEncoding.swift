/// How text stands in the bytes of a file.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case utf32LittleEndian = "UTF-32LE"
  case utf32BigEndian = "UTF-32BE"
  case windows1251 = "windows-1251"
  case koi8R = "KOI8-R"
  case koi8U = "KOI8-U"
  case ibm866 = "IBM866"
  case iso8859Part5 = "ISO-8859-5"
  case macCyrillic = "x-mac-cyrillic"
  case windows1252 = "windows-1252"
  case latin1 = "ISO-8859-1"
  case windows1254 = "windows-1254"
  /// Kazakh letters in place of rare ones of windows-1251.
  case kz1048 = "KZ-1048"
  /// Letters of many languages of Asia in place of rare ones of windows-1251.
  case ptcp154 = "PTCP154"

  /// The encoding called `name`, whatever its capitals, dashes and blanks: `cp1251`, `Windows-1251`, `utf8`.
  public init?(named name: String) {
    let plain = Self.plain(name)
    guard
      let encoding = Self.allCases.first(where: { Self.plain($0.rawValue) == plain })
        ?? Self.otherNames[plain]
    else { return nil }
    self = encoding
  }

  private static func plain(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  private static let otherNames: [String: TextEncoding] = [
    "utf16": .utf16LittleEndian, "ucs2": .utf16LittleEndian, "utf32": .utf32LittleEndian,
    "cp1251": .windows1251, "win1251": .windows1251, "ansi1251": .windows1251,
    "koi8": .koi8R, "cp866": .ibm866, "866": .ibm866, "dos866": .ibm866,
    "iso88595": .iso8859Part5, "cyrillic": .iso8859Part5, "maccyrillic": .macCyrillic,
    "xmacukrainian": .macCyrillic, "cp10007": .macCyrillic, "cp1252": .windows1252,
    "win1252": .windows1252, "latin1": .latin1, "l1": .latin1, "cp1254": .windows1254,
    "win1254": .windows1254, "strk1048": .kz1048, "pt154": .ptcp154, "cp154": .ptcp154,
    "ascii": .utf8, "usascii": .utf8,
  ]

  /// The bytes that a file in this encoding may begin with to say so.
  var mark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .utf32LittleEndian: [0xFF, 0xFE, 0, 0]
    case .utf32BigEndian: [0, 0, 0xFE, 0xFF]
    default: []
    }
  }

  /// How many bytes a character has at least.
  var unitSize: Int {
    switch self {
    case .utf16LittleEndian, .utf16BigEndian: 2
    case .utf32LittleEndian, .utf32BigEndian: 4
    default: 1
    }
  }
}
