import NameText
import TestSupport
import Testing

/// The rows of a vector file beside the tests: cells by tab, `#` comments left out.
func parsingRows(_ name: String) throws -> [[String]] {
  try TestFiles.rows("Tests/NameTextTests/Vectors/\(name).tsv")
}

/// A cell with what it is to be read as.
struct ParsingVector: Sendable, CustomTestStringConvertible {
  var cell: String
  var expected: String
  var column: Role?
  var testDescription: String { cell }

  static func load(_ name: String) throws -> [ParsingVector] {
    try parsingRows(name).map { cells in
      ParsingVector(
        cell: cells[0], expected: cells[1],
        column: cells.count > 2 ? Role.allCases.first { "\($0)" == cells[2] } : nil)
    }
  }
}

extension PersonName {
  /// One letter a token: S surname, G given name, P patronymic, i initial, p particle, t title,
  /// n nickname, ? unknown.
  var roleLetters: String {
    tokens.map { token in
      switch token.role {
      case .unknown: "?"
      case .given: "G"
      case .surname: "S"
      case .patronymic: "P"
      case .initial: "i"
      case .particle: "p"
      case .title: "t"
      case .nickname: "n"
      }
    }.joined()
  }
}
