/// The endings of men's names in church Latin and Greek, which lists in other languages leave away: Sergius, Suleimanus,
/// Damaskinos for Sergei, Süleyman, Дамаскин.
enum LatinEndings {
  /// What is left of a word of Latin letters without its ending; nil where it has none or too little would be left.
  ///
  /// The i of -ius and -ios stays: Georgius, Georgi.
  static func stem(of word: String) -> String? {
    let letters = word.utf8
    guard letters.count >= 6, word.hasSuffix("us") || word.hasSuffix("os") else { return nil }
    return String(Substring(letters.dropLast(2)))
  }
}
