internal import NameText

/// Words of the table in Cyrillic by how they sound, for lists that have them in Latin letters of no system: `Familya`,
/// `Otchestvo`, `Data rojdeniya`.
struct HeadersByEar: Sendable {
  /// Shorter words sound like too many.
  private static let fewestLetters = 4

  /// `nil` where phrases that sound alike say different things.
  private var meanings: [RoughSpelling: HeaderVocabulary.Meaning?] = [:]

  init(_ phrases: [String: HeaderVocabulary.Meaning]) {
    meanings.reserveCapacity(phrases.count)
    for (phrase, meaning) in phrases where phrase.unicodeScalars.allSatisfy(Self.isCyrillic) {
      let spelling = RoughSpelling(phrase)
      if let known = meanings[spelling], known != meaning {
        meanings[spelling] = .some(nil)
      } else {
        meanings[spelling] = meaning
      }
    }
  }

  /// What words in Latin letters say, with nothing between them.
  subscript(_ joined: String) -> HeaderVocabulary.Meaning? {
    let letters = joined.unicodeScalars
    guard letters.count >= Self.fewestLetters, letters.allSatisfy({ $0.value < 0x250 }) else {
      return nil
    }
    return meanings[RoughSpelling(joined)] ?? nil
  }

  private static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool { 0x400..<0x530 ~= scalar.value }
}
