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
    let letters = text.unicodeScalars.lazy.filter { ScalarTable.shared.kind(of: $0) == .cyrillic }
      .map { ScalarTable.shared.lower(of: $0) }
    let candidates = CyrillicAlphabet.all.filter { alphabet in
      letters.allSatisfy(alphabet.letters.contains)
    }
    return candidates.first?.language == "rus" ? ["rus"] : candidates.map(\.language)
  }

  /// The national Latin alphabets that `text` can be written in, where its letters give it away:
  /// those in force, else the drafts and former ones; empty where it has plain letters only.
  /// - Complexity: O(scalars × alphabets).
  public static func candidates(forLatin text: String) -> [RomanisationSystem] {
    guard text.unicodeScalars.contains(where: givesAway) else { return [] }
    for isCurrent in [true, false] {
      let candidates = alphabets.filter {
        $0.system.otherNames.contains(current) == isCurrent && $0.original(of: text) != nil
      }
      if !candidates.isEmpty { return candidates.map(\.system) }
    }
    return []
  }

  /// What the English name of `language` is; the code itself where it is none of ours.
  public static func name(of language: String) -> String {
    language == "mul" ? "any" : CyrillicAlphabet.of(language)?.name ?? language
  }

  /// The languages that have a Cyrillic alphabet here.
  public static var codes: [String] { CyrillicAlphabet.all.map(\.language) }

  /// By this other name the alphabet in force of each language is called.
  static let current = "latin"

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
