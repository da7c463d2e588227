internal import Linkage
internal import NameTables

/// The words that head a column, and the kind each of them stands for (`headers.tsv`).
struct HeaderVocabulary: Sendable {
  enum Meaning: Sendable, Hashable {
    case kind(FieldKind)
    /// "Name", "имя": the given name where a surname has its own column, else the whole name.
    case givenOrName

    var isAboutNames: Bool {
      switch self {
      case .givenOrName, .kind(.name), .kind(.given), .kind(.surname), .kind(.patronymic): true
      default: false
      }
    }
  }

  static let shared = HeaderVocabulary()

  private var whole: [String: Meaning] = [:]
  /// Phrases that any words may follow, "date of birth (dd.mm.yyyy)", by their first word.
  private var beginnings: [Substring: [Beginning]] = [:]

  private struct Beginning: Sendable {
    /// With a space behind it.
    var phrase: String
    var meaning: Meaning
  }

  init() {
    var whole: [String: Meaning] = [:]
    var beginnings: [Substring: [Beginning]] = [:]
    NameTable.headers.forEachRow { cells in
      let meaning: Meaning =
        cells[1] == "given/name"
        ? .givenOrName : .kind(FieldKind(rawValue: String(cells[1])) ?? .text)
      let words = HeaderWords(cells[0])
      whole[words.joined] = meaning
      if cells[0].hasSuffix(" *") {
        beginnings[words.first, default: []]
          .append(Beginning(phrase: words.spaced + " ", meaning: meaning))
      }
    }
    // The longest that fits wins, so that "date of birth" goes before "date".
    self.beginnings = beginnings.mapValues { phrases in
      phrases.sorted { $0.phrase.utf8.count > $1.phrase.utf8.count }
    }
    self.whole = whole
  }

  /// What a header says, `nil` where it is not known.
  func kind(of header: String) -> Meaning? {
    // No header is an essay; a pasted text must not cost anything.
    guard 1...120 ~= header.utf8.count else { return nil }
    let words = HeaderWords(header)
    if let meaning = whole[words.joined] { return meaning }
    let spaced = words.spaced
    return beginnings[words.first]?.first { spaced.hasPrefix($0.phrase) }?.meaning
  }
}

/// A header folded for comparison: small letters without marks, no apostrophes; `Birth_Date`,
/// `birth date` and `birthDate` have one joined form.
private struct HeaderWords {
  var spaced = ""
  var joined = ""

  init(_ header: some StringProtocol) {
    var wordEnded = false
    for scalar in header.lowercased().unicodeScalars {
      guard scalar != "№", scalar != "#" else {
        append("№", afterSpace: &wordEnded)
        continue
      }
      if Self.isApostrophe(scalar) || scalar.properties.generalCategory == .nonspacingMark
        || scalar == "."
      {
        continue  // Ф.И.О., tug‘ilgan
      }
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        append(Self.base(scalar), afterSpace: &wordEnded)
      } else {
        wordEnded = !spaced.isEmpty
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, afterSpace: inout Bool) {
    if afterSpace { spaced.unicodeScalars.append(" ") }
    afterSpace = false
    spaced.unicodeScalars.append(scalar)
    joined.unicodeScalars.append(scalar)
  }

  /// The first word.
  var first: Substring { spaced.prefix { $0 != " " } }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "`", "´", "‘", "’", "ʻ", "ʼ", "‛", "′": true
    default: false
    }
  }

  /// The letter without its mark, since headers are typed with and without.
  private static func base(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "á", "ä", "à", "â": "a"
    case "ǵ", "ğ": "g"
    case "ń", "ñ", "ň": "n"
    case "ó", "ö": "o"
    case "ú", "ü": "u"
    case "ı", "í", "ï": "i"
    case "é", "è", "ë": "e"
    case "ş": "s"
    case "ç": "c"
    case "ý": "y"
    case "ё": "е"
    default: scalar
    }
  }
}
