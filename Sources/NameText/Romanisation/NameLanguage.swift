/// Whose name it may be, told by its letters alone.
///
/// ```swift
/// NameLanguage.candidates(forCyrillic: "Дәўлетмурат")   // ["kaa"]
/// NameLanguage.candidates(forLatin: "Oʻtkir")           // uzb-1995
/// ```
public enum NameLanguage {
  /// The languages whose Cyrillic letters spell `text`, the likeliest first; empty where none does.
  ///
  /// Letters of Russian alone say that it is Russian: names of other languages without a letter of
  /// their own cannot be told from it.
  /// - Complexity: O(scalars × languages).
  public static func candidates(forCyrillic text: String) -> [String] {
    let text = RomanisationText(Array(text.unicodeScalars))
    let words = text.words.map { word in
      text.folded[word].filter { ScalarTable.shared.kind(of: $0) == .cyrillic }
    }
    let candidates = CyrillicAlphabet.all.filter { words.allSatisfy($0.spells) }
    return candidates.first?.language == "rus" ? ["rus"] : candidates.map(\.language)
  }

  /// The national Latin alphabets that `text` can be written in, where some letter of it is no plain one: those
  /// in force first, then drafts and former ones; empty where nothing gives the alphabet away.
  /// - Complexity: O(scalars × alphabets).
  public static func candidates(forLatin text: String) -> [RomanisationSystem] {
    guard text.unicodeScalars.contains(where: givesAway) else { return [] }
    let able = alphabets.filter { $0.hasLetters(of: text) }
    // Qıyas typed Qi'yas: i' is a letter of Karakalpak sooner than i and a sign of Uzbek.
    let own = able.filter { $0.ownsApostrophes(of: text) }
    let candidates = (own.isEmpty ? able : own).map(\.system)
    return candidates.filter(\.isInForce) + candidates.filter { !$0.isInForce }
  }

  /// Whether a name in plain letters may be one of `system`, and is no transliteration in the English manner:
  /// Zhaksylyk, Kyzlargul.
  static func looksWritten(_ name: String, in system: RomanisationSystem) -> Bool {
    let alphabet = alphabets.first { $0.system == system }
    guard let original = alphabet?.original(of: name) else { return false }
    if ["zh", "kh", "gh"].contains(where: name.lowercased().contains) { return false }
    let vowels = CyrillicAlphabet.of(system.language)?.vowels ?? CyrillicAlphabet.allVowels
    var last: Unicode.Scalar = " "
    for scalar in original.unicodeScalars.map(ScalarTable.shared.lower(of:)) {
      // й stands after vowels and before them.
      if scalar == "й", !vowels.contains(last), ScalarTable.shared.kind(of: last).isLetter {
        return false
      }
      last = scalar
    }
    return true
  }

  /// What the English name of `language` is; the code itself where it is none of ours.
  public static func name(of language: String) -> String {
    language == "mul" ? "any" : CyrillicAlphabet.of(language)?.name ?? language
  }

  /// The languages that have a Cyrillic alphabet here.
  public static var codes: [String] { CyrillicAlphabet.all.map(\.language) }

  /// The national alphabets; systems for all languages write no language of their own.
  private static let alphabets = RomanisationSystem.all.filter { $0.language != "mul" }
    .compactMap(ReverseRomaniser.init)

  private static func givesAway(_ scalar: Unicode.Scalar) -> Bool {
    switch ScalarTable.shared.kind(of: scalar) {
    case .latin: !scalar.isASCII
    case .apostrophe: true
    default: false
    }
  }
}
