/// What a cell looks like when nothing says what it is.
enum CellShape: Sendable, Hashable {
  case empty
  /// Digits only.
  case integer(Int)
  /// A day, or a year by itself; the year.
  case date(year: Int)
  /// One to five words of letters.
  case words(Int)
  case other

  /// The longest cell that may still be a name; a bound on the work, too.
  private static let longestName = 120

  init(_ cell: ArraySlice<UInt8>) {
    let bytes = Array(cell.prefix(Self.longestName + 1)).trimmed
    if bytes.isEmpty {
      self = .empty
    } else if bytes.count > Self.longestName {
      self = .other
    } else {
      self = Self.numbers(bytes) ?? Self.words(Self.withoutNumbering(bytes))
    }
  }

  /// What stands behind `12.` or `12)`, as before the lines of a pasted list.
  private static func withoutNumbering(_ bytes: [UInt8]) -> [UInt8] {
    let digits = bytes.prefix { 0x30...0x39 ~= $0 }.count
    let rest = bytes.dropFirst(digits)
    guard 1...5 ~= digits, rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")"),
      rest.dropFirst().first == UInt8(ascii: " ")
    else { return bytes }
    return Array(rest.dropFirst(2))
  }

  /// Digits in groups: `17`, `1985`, `17.05.1985`, `1985-05-17`, `1985-05-17 00:00:00`.
  private static func numbers(_ bytes: [UInt8]) -> CellShape? {
    var groups: [(value: Int, digits: Int)] = []
    var inGroup = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if !inGroup { groups.append((0, 0)) }
        inGroup = true
        let last = groups.count - 1
        guard groups[last].digits < 15 else { return .other }
        groups[last] = (groups[last].value * 10 + Int(byte - 48), groups[last].digits + 1)
      case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ":"),
        UInt8(ascii: " "), UInt8(ascii: "T"), UInt8(ascii: "Z"):
        if groups.isEmpty { return nil }
        inGroup = false
      default: return nil
      }
    }
    if groups.count == 1 {
      let (value, digits) = groups[0]
      return digits == 4 && 1850...2100 ~= value ? .date(year: value) : .integer(value)
    }
    let year = groups.prefix(3).first { $0.digits == 4 && 1850...2100 ~= $0.value }
    return groups.count >= 3 ? year.map { .date(year: $0.value) } ?? .other : .other
  }

  private static func words(_ bytes: [UInt8]) -> CellShape {
    var count = 0
    var inWord = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.properties.isAlphabetic {
        if !inWord { count += 1 }
        inWord = true
        continue
      }
      switch scalar {
      case "'", "`", "‘", "’", "ʻ", "ʼ", "-", "‐": break
      case " ", ",", ".", "\u{A0}", "\"", "(", ")", "«", "»": inWord = false
      default:
        // A combining mark belongs to its letter; a `?` is what cp1251 leaves of ұ.
        let isMark = scalar.properties.generalCategory == .nonspacingMark
        guard isMark || scalar == "?" && inWord else { return .other }
      }
    }
    return 1...5 ~= count ? .words(count) : .other
  }

  var isNumberOrDate: Bool {
    switch self {
    case .integer, .date: true
    default: false
    }
  }
}

extension [UInt8] {
  /// Without spaces at the ends.
  var trimmed: [UInt8] {
    let isSpace: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == .tab }
    guard let first = firstIndex(where: { !isSpace($0) }) else { return [] }
    let last = lastIndex { !isSpace($0) } ?? first
    return Array(self[first...last])
  }
}
