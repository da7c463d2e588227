/// What a spreadsheet's number format makes of a number, as far as it matters for the cell's text.
enum NumberFormat: Hashable {
  /// A number, however it is rounded.
  case number
  /// Leading zeros up to a number of digits, as in codes: `00000`.
  case padded(Int)
  case date(DateParts)
  /// A length of time: `[h]:mm`.
  case duration

  /// The parts of a moment that a format shows.
  struct DateParts: OptionSet, Hashable {
    var rawValue: UInt8

    static let year = DateParts(rawValue: 1)
    static let month = DateParts(rawValue: 2)
    static let day = DateParts(rawValue: 4)
    static let time = DateParts(rawValue: 8)

    var showsDate: Bool { !isDisjoint(with: [.year, .month, .day]) }
  }

  /// A format that every spreadsheet has (ECMA-376, part 1, 18.8.30), the East Asian ones with it.
  init(builtIn id: Int) {
    switch id {
    case 14...16, 27...31, 34...36, 50...54, 57, 58: self = .date([.year, .month, .day])
    case 17: self = .date([.year, .month])
    case 18...21, 32, 33, 45, 47, 55, 56: self = .date(.time)
    case 22: self = .date([.year, .month, .day, .time])
    case 46: self = .duration
    default: self = .number
    }
  }

  /// A format by its code: `dd.mm.yyyy`.
  init(code: String) {
    let letters = Self.letters(code)
    if letters.isDuration {
      self = .duration
    } else if let parts = Self.parts(letters.shown) {
      self = .date(parts)
    } else if letters.shown.count > 1, letters.shown.allSatisfy({ $0 == "0" }) {
      self = .padded(letters.shown.count)
    } else {
      self = .number
    }
  }

  /// The first section of a code without what is quoted, escaped or in brackets.
  private static func letters(_ code: String) -> (shown: [Unicode.Scalar], isDuration: Bool) {
    var shown: [Unicode.Scalar] = []
    var isDuration = false
    var scalars = code.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case ";": return (shown, isDuration)
      case "\"": while let next = scalars.popFirst(), next != "\"" {}
      case "\\", "_", "*": _ = scalars.popFirst()
      case "[":
        var inside = ""
        while let next = scalars.popFirst(), next != "]" { inside.unicodeScalars.append(next) }
        let isTime = !inside.isEmpty && inside.lowercased().allSatisfy { "hms".contains($0) }
        isDuration = isDuration || isTime
      default: shown.append(scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar)
      }
    }
    return (shown, isDuration)
  }

  private static func parts(_ letters: [Unicode.Scalar]) -> DateParts? {
    var text = ""
    text.unicodeScalars.append(contentsOf: letters)
    // An exponent, and no year.
    if text.hasPrefix("general") || text.contains("e+") || text.contains("e-") { return nil }
    let letters = Array(text.replacing("am/pm", with: "").unicodeScalars)
    var parts: DateParts = []
    var last: Unicode.Scalar?
    for (index, letter) in letters.enumerated() {
      switch letter {
      case "y", "e": parts.insert(.year)
      case "d": parts.insert(.day)
      case "h", "s": parts.insert(.time)
      case "m":
        // Minutes stand behind hours or before seconds.
        let next = letters[index...].first { $0 != "m" && "ydhs".unicodeScalars.contains($0) }
        parts.insert(last == "h" || next == "s" ? .time : .month)
        continue
      case "#", "?": return nil
      default: continue
      }
      last = letter
    }
    return parts.isEmpty ? nil : parts
  }
}
