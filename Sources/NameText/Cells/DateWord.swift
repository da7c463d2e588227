internal import NameTables

/// The words in a date, by what they mean there (`date-words.tsv`).
package enum DateWord: Sendable, Hashable {
  case month(Int)
  /// The year is not sure.
  case about
  /// Stands beside a number of years: лет, y.o.
  case age
  /// Stands beside a year: г.р., born.
  case year
  /// `34 года` is an age, `1984 года` a year.
  case ageOrYear
  /// Between two years of which one is meant.
  case or
  /// Of a span of years: по, and, между.
  case span
  /// born in 1984
  case within
  /// The year is no more than a bound: после 1980.
  case bound
  /// 1980-е, 1980s.
  case decade

  /// What `word`, in any case, means in a date.
  package init?(_ word: String) {
    guard let meaning = Self.meanings[word] ?? Self.meanings[Self.folded(word)] else { return nil }
    self = meaning
  }

  private static let meanings: [String: DateWord] = {
    var meanings: [String: DateWord] = [:]
    NameTable.dateWords.forEachRow { cells in
      meanings[String(cells[0])] =
        switch cells[1] {
        case "about": .about
        case "age": .age
        case "year", "born": .year
        case "years": .ageOrYear
        case "or": .or
        case "to", "and", "between": .span
        case "bound": .bound
        case "in": .within
        case "decade": .decade
        default: Int(cells[1]).map { .month($0) }
        }
    }
    for (index, numeral) in romans.enumerated() { meanings[numeral] = .month(index + 1) }
    return meanings
  }()

  /// Months in Roman numbers: 12.V.1978.
  private static let romans = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
  ]

  package static func isRoman(_ word: String) -> Bool { romans.contains(word) }

  package var isMonth: Bool {
    if case .month = self { true } else { false }
  }

  /// Lower case, without apostrophes.
  private static func folded(_ word: String) -> String {
    String(
      String.UnicodeScalarView(word.lowercased().unicodeScalars.filter(\.properties.isLowercase)))
  }
}
