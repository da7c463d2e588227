/// The endings of the nominative that Lithuanian and Latvian give to men's names, foreign ones too: Vladimiras
/// Voroninas, Hakans Šikirs.
enum BalticEndings {
  /// What is left of a word without its ending; nil where it has none or too little would be left.
  ///
  /// -os and -es are none: Carlos, Nikos, Torres.
  static func stem(of word: String) -> String? {
    guard word.utf8.last == UInt8(ascii: "s") else { return nil }
    let scalars = word.scalars
    guard scalars.count > 4 else { return nil }
    let before = scalars[scalars.count - 2]
    let isVowel = "aeiouyáéíóúýāēīōūąęėįųåäöü".unicodeScalars.contains(before)
    if isVowel, !"aiuy".unicodeScalars.contains(before) { return nil }
    return String(String.UnicodeScalarView(scalars.dropLast(isVowel ? 2 : 1)))
  }
}
