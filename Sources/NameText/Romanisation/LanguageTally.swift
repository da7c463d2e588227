/// Guesses whose name a name is, one by its letters, many by those among them that say it.
///
/// Many lists are of one language: where the letters of a name fit several, the one that nine in ten other names of
/// the list can only be decides. The order of the names does not matter.
public struct LanguageTally: Sendable {
  /// What the letters of a Latin name leave open.
  private struct LatinCandidates: Hashable {
    /// The languages of all alphabets that have its letters.
    var all: [String]
    /// Those whose alphabet in force has them.
    var inForce: [String]

    init(_ systems: [RomanisationSystem]) {
      all = Set(systems.map(\.language)).sorted()
      inForce = Set(systems.filter(\.isInForce).map(\.language)).sorted()
    }
  }

  /// How many names can only be of this language.
  private var certain: [String: Int] = [:]
  /// How many Latin names leave the same open.
  private var latin: [LatinCandidates: Int] = [:]

  public init() {}

  /// Counts a Cyrillic name for what it can only be.
  public mutating func count(cyrillic name: String) {
    let candidates = NameLanguage.candidates(forCyrillic: name)
    if candidates.count == 1, candidates[0] != "rus" { certain[candidates[0], default: 0] += 1 }
  }

  /// Counts a Latin name for what it can be.
  public mutating func count(latin name: String) {
    let candidates = LatinCandidates(NameLanguage.candidates(forLatin: name))
    latin[candidates, default: 0] += 1
    if candidates.all.count == 1 { certain[candidates.all[0], default: 0] += 1 }
  }

  /// The language of a Cyrillic name; Russian where no letter says otherwise.
  public func language(ofCyrillic name: String) -> String {
    let candidates = NameLanguage.candidates(forCyrillic: name)
    return Self.prevailing(in: certain).flatMap { candidates.contains($0) ? $0 : nil }
      ?? candidates.first ?? "rus"
  }

  /// The national alphabet of a Latin name; `nil` where nothing gives it away.
  ///
  /// A name in plain letters is taken to be in the alphabet of the list, where the list has one: where a quarter
  /// of its Latin names give their language away, and nine in ten of them the same.
  public func alphabet(ofLatin name: String) -> RomanisationSystem? {
    let systems = NameLanguage.candidates(forLatin: name)
    if systems.isEmpty {
      return listAlphabet.flatMap { NameLanguage.looksWritten(name, in: $0) ? $0 : nil }
    }
    let language = language(of: LatinCandidates(systems))
    return systems.first { $0.language == language }
  }

  // MARK: Counts

  private static let fewestWitnesses = 3

  private func language(of candidates: LatinCandidates) -> String? {
    if let language = Self.prevailing(in: certain), candidates.all.contains(language) {
      return language
    }
    // Letters of an alphabet in force are sooner its own than those of a draft.
    let likeliest = candidates.inForce.isEmpty ? candidates.all : candidates.inForce
    return likeliest.count == 1 ? likeliest[0] : nil
  }

  private var listAlphabet: RomanisationSystem? {
    var languages: [String: Int] = [:]
    for (candidates, count) in latin {
      if let language = language(of: candidates) { languages[language, default: 0] += count }
    }
    let all = latin.values.reduce(0, +)
    guard languages.values.reduce(0, +) * 4 >= all else { return nil }
    return Self.prevailing(in: languages)
      .flatMap { RomanisationSystem(RomanisationSystem.inForce, language: $0) }
  }

  /// The language of nine names in ten.
  private static func prevailing(in names: [String: Int]) -> String? {
    let all = names.values.reduce(0, +)
    return all < fewestWitnesses ? nil : names.first { $0.value * 10 >= all * 9 }?.key
  }
}
