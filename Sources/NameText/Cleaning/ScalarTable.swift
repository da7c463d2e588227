internal import NameTables

/// What each scalar is in a name, and its lower case.
///
/// Latin, Cyrillic and all below them are looked up in dense tables; the rest asks the standard library.
struct ScalarTable: Sendable {
  enum Kind: UInt8, Sendable {
    case latin, cyrillic, otherLetter, digit
    /// A combining mark that no composed letter took up.
    case mark
    case apostrophe, double, quote, hyphen, blank, invisible, open, close, comma, period
    /// Parts words, and says nothing else.
    case other
  }

  static let shared = ScalarTable()
  private static let dense: UInt32 = 0x530

  private var kinds: [Kind] = []
  private var lower: [Unicode.Scalar] = []
  private var cases: [Case] = []
  private var marks: [UInt32: Kind] = [:]

  private init() {
    NameTable.marks.forEachRow { cells in
      guard let value = UInt32(cells[0], radix: 16), let kind = Kind(named: cells[1]) else {
        preconditionFailure("A row of the table of marks cannot be read: \(cells)")
      }
      marks[value] = kind
    }
    for value in 0..<Self.dense {
      // Safe to unwrap: there are no surrogates below U+D800.
      let scalar = Unicode.Scalar(value)!
      kinds.append(sparseKind(of: scalar))
      lower.append(Self.sparseLower(of: scalar))
      cases.append(Self.sparseCase(of: scalar))
    }
  }

  /// Whether a scalar is a capital, a small letter, or has no case.
  enum Case: UInt8, Sendable {
    case capital, small, neither
  }

  @inline(__always)
  func letterCase(of scalar: Unicode.Scalar) -> Case {
    scalar.value < Self.dense ? cases[Int(scalar.value)] : Self.sparseCase(of: scalar)
  }

  private static func sparseCase(of scalar: Unicode.Scalar) -> Case {
    scalar.properties.isUppercase ? .capital : scalar.properties.isLowercase ? .small : .neither
  }

  @inline(__always)
  func kind(of scalar: Unicode.Scalar) -> Kind {
    scalar.value < Self.dense ? kinds[Int(scalar.value)] : sparseKind(of: scalar)
  }

  /// The lower case of one scalar: `I` and `İ` become `i`, `ı` stays; nothing depends on a locale.
  @inline(__always)
  func lower(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.value < Self.dense ? lower[Int(scalar.value)] : Self.sparseLower(of: scalar)
  }

  private static func sparseLower(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    // İ is an i and a combining dot in Unicode's mapping: the letter alone is what we want.
    scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
  }

  private func sparseKind(of scalar: Unicode.Scalar) -> Kind {
    if let mark = marks[scalar.value] { return mark }
    let properties = scalar.properties
    if properties.isAlphabetic {
      switch scalar.value {
      // Modifier letters that are no apostrophes: ICU writes Қ as Kˌ, phonetic spellings have more.
      case 0x2B0...0x2FF: return .mark
      case 0...0x2AF, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xFB00...0xFB06:
        return .latin
      case 0x400...0x52F, 0x1C80...0x1C8F, 0xA640...0xA69F: return .cyrillic
      default: return .otherLetter
      }
    }
    switch properties.generalCategory {
    case .decimalNumber: return scalar.isASCII ? .digit : .other
    // The marks of other scripts, such as Arabic vowels, are ICU's to read.
    case .nonspacingMark, .spacingMark, .enclosingMark:
      return scalar.value < 0x590 || (0x1AB0...0x20FF).contains(scalar.value)
        || (0xFE20...0xFE2F).contains(scalar.value) ? .mark : .otherLetter
    default: return .other
    }
  }
}

extension ScalarTable.Kind {
  fileprivate init?(named name: TableCell) {
    switch name {
    case "apostrophe": self = .apostrophe
    case "double": self = .double
    case "quote": self = .quote
    case "hyphen": self = .hyphen
    case "blank": self = .blank
    case "invisible": self = .invisible
    case "open": self = .open
    case "close": self = .close
    case "comma": self = .comma
    case "period": self = .period
    case "other": self = .other
    default: return nil
    }
  }

  var isLetter: Bool { rawValue <= Self.otherLetter.rawValue }
}
