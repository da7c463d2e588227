internal import NameTables

/// The Cyrillic letters of a language.
struct CyrillicAlphabet: Sendable {
  /// ISO 639-3.
  let language: String
  let name: String
  let letters: Set<Unicode.Scalar>
  let vowels: Set<Unicode.Scalar>
  /// A name that shows what its systems do.
  let example: String

  /// The alphabets, the likeliest first.
  static let all: [CyrillicAlphabet] = {
    var alphabets: [CyrillicAlphabet] = []
    NameTable.cyrillicAlphabets.forEachRow { cells in
      alphabets.append(
        CyrillicAlphabet(
          language: String(cells[0]), name: String(cells[1]),
          letters: Set(String(cells[2]).unicodeScalars),
          vowels: Set(String(cells[3]).unicodeScalars),
          example: String(cells[4])))
    }
    return alphabets
  }()

  static let allVowels = all.reduce(into: Set<Unicode.Scalar>()) { $0.formUnion($1.vowels) }

  /// Whether the language can spell a word of these letters, in lower case.
  ///
  /// ў is a vowel in Uzbek, where it stands after no other; in Karakalpak and Belarusian it is a w after vowels.
  func spells(_ word: [Unicode.Scalar]) -> Bool {
    word.indices.allSatisfy { index in
      guard letters.contains(word[index]) else { return false }
      if word[index] != "ў" { return true }
      let isAfterVowel = index > 0 && vowels.contains(word[index - 1])
      return isAfterVowel != vowels.contains("ў")
    }
  }

  static func of(_ language: String) -> CyrillicAlphabet? {
    all.first { $0.language == language }
  }
}
