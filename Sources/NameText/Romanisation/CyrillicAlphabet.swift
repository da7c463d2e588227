internal import NameTables

/// The Cyrillic letters of a language.
struct CyrillicAlphabet: Sendable {
  /// ISO 639-3.
  let language: String
  let name: String
  let letters: Set<Unicode.Scalar>
  let vowels: Set<Unicode.Scalar>

  /// The alphabets, the likeliest first.
  static let all: [CyrillicAlphabet] = {
    var alphabets: [CyrillicAlphabet] = []
    NameTable.cyrillicAlphabets.forEachRow { cells in
      alphabets.append(
        CyrillicAlphabet(
          language: String(cells[0]), name: String(cells[1]),
          letters: Set(cells[2].unicodeScalars), vowels: Set(cells[3].unicodeScalars)))
    }
    return alphabets
  }()

  static let allVowels = all.reduce(into: Set<Unicode.Scalar>()) { $0.formUnion($1.vowels) }

  static func of(_ language: String) -> CyrillicAlphabet? {
    all.first { $0.language == language }
  }
}
