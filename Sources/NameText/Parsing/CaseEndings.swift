internal import NameTables

/// Oblique cases put back into the nominative: Каллыхановой may be Каллыханова, Каримовнинг Каримов.
struct CaseEndings: Sendable {
  enum Part: Sendable {
    case given, surname, patronymic
  }

  enum Family: Sendable {
    /// All words of a name stand in the case.
    case slavic
    /// So, but names end in it as well: it counts only where the nominative is known.
    case slavicListed
    /// The last word takes the ending, whatever the others are.
    case turkic
  }

  struct Reading: Sendable {
    var nominative: String
    var part: Part
    var gender: Gender?
    /// Bytes of the ending that was taken off: the longer, the surer.
    var length: Int
    var family: Family
  }

  private enum Before: String {
    case any, consonant, vowel, hush, velar, soft, i, start
  }

  private struct Row {
    var nominative: String
    var part: Part
    var gender: Gender?
    var before: Before
    var family: Family
  }

  static let shared = CaseEndings()

  private var rows: [Row] = []
  private var trie = EndingTrie()

  private init() {
    NameTable.caseEndings.forEachRow { cells in
      let part: Part =
        switch cells[2] {
        case "given": .given
        case "surname": .surname
        default: .patronymic
        }
      guard let before = Before(rawValue: String(cells[4])) else {
        preconditionFailure("case-endings: no class of letters is called \(cells[4])")
      }
      trie.insert(cells[0], row: rows.count)
      rows.append(
        Row(
          nominative: cells[1] == "-" ? "" : String(cells[1]), part: part,
          gender: Gender(cells[3]), before: before,
          family: cells[5] == "turkic"
            ? .turkic : cells[5] == "slavic-listed" ? .slavicListed : .slavic))
    }
  }

  /// Every reading of `word` as an oblique case, longest ending first.
  /// - Parameter isSlavic: whether the word has the letters of a Slavic language alone.
  func readings(of word: String, isSlavic: Bool) -> [Reading] {
    let size = word.utf8.count
    var readings: [Reading] = []
    trie.forEachEnding(of: word) { candidates, length in
      for index in candidates {
        let row = rows[index]
        guard isSlavic || row.family == .turkic,
          Self.fits(word, endingOfLength: length, size: size, row.before)
        else { continue }
        readings.append(
          Reading(
            nominative: word.replacingEnding(ofLength: length, with: row.nominative),
            part: row.part, gender: row.gender, length: length, family: row.family))
      }
    }
    // Most words have none.
    return readings.count < 2 ? readings : readings.sorted { $0.length > $1.length }
  }

  private static func fits(
    _ word: String, endingOfLength length: Int, size: Int, _ before: Before
  ) -> Bool {
    if before == .start { return length == size }
    let scalars = word.unicodeScalars
    let stemEnd = word.utf8.index(word.utf8.endIndex, offsetBy: -length)
    // Two letters of stem at least.
    guard stemEnd > scalars.startIndex else { return false }
    let lastIndex = scalars.index(before: stemEnd)
    guard lastIndex > scalars.startIndex else { return false }
    let last = scalars[lastIndex]
    switch before {
    case .any, .start: return true
    case .vowel: return last.isVowelOfCases
    case .consonant: return !last.isVowelOfCases && last != "й" && last != "ь" && last != "ъ"
    case .hush: return isHush(last) || last == "h" || last == "č" || last == "š"
    case .velar: return isVelar(last)
    case .i: return last == "и" || last == "і"
    case .soft: return !isVelar(last) && !isHush(last) && last != "й"
    }
  }

  private static func isVelar(_ letter: Unicode.Scalar) -> Bool {
    letter == "г" || letter == "к" || letter == "х"
  }

  private static func isHush(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "ж", "ш", "щ", "ч", "ц": true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a vowel of the languages whose case endings the table has.
  var isVowelOfCases: Bool {
    switch self {
    case "а", "е", "ё", "и", "о", "у", "ы", "э", "ю", "я", "і", "ї", "є", "a", "e", "i", "o", "u",
      "y":
      true
    default: false
    }
  }
}
