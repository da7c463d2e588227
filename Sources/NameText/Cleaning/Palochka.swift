/// The letter ӏ of the Caucasus, which keyboards do not have: ХӀамид is typed ХIамид, Х1амид or Хlамид.
enum Palochka {
  static let letter: Unicode.Scalar = "\u{4CF}"

  /// Whether it may stand behind a letter: Chechen, Ingush, Avar, Lak, Kabardian and Adyghe have it behind these.
  static func follows(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "г", "ж", "к", "л", "п", "т", "ф", "х", "ц", "ч", "ш", "щ",
      "Г", "Ж", "К", "Л", "П", "Т", "Ф", "Х", "Ц", "Ч", "Ш", "Щ":
      true
    default: false
    }
  }

  /// Whether the letter at `index` is typed for it: one that looks like it, between such a letter and a small one, since
  /// words in capitals have І for the Ukrainian і.
  ///
  /// - Parameter word: the places in `letters` of the word that it is in.
  static func isMeant(at index: Int, of word: Range<Int>, in letters: [Unicode.Scalar]) -> Bool {
    switch letters[index] {
    case "I", "l", "1", "\u{406}":
      guard index > word.lowerBound, index + 1 < word.upperBound, follows(letters[index - 1])
      else { return false }
      let next = letters[index + 1]
      let table = ScalarTable.shared
      return table.kind(of: next) == .cyrillic && table.letterCase(of: next) == .small
    default: return false
    }
  }
}
