/// Guesses whose name a name is, one by its letters, many by those among them that say it.
///
/// Many lists are of one language: where the letters of a name fit several, the one that other names of the list can
/// only be decides, if there are enough of them. The order of the names does not matter.
public struct LanguageTally: Sendable {
  /// Names that can only be of one language, among all that are more than plain letters.
  private struct Witnesses {
    var certain: [String: Int] = [:]
    var all = 0

    mutating func count(_ candidates: [String]) {
      all += 1
      if candidates.count == 1 { certain[candidates[0], default: 0] += 1 }
    }

    /// The language of nine in ten of those that are certain, if a quarter of all are.
    var prevailing: String? {
      let sure = certain.values.reduce(0, +)
      guard sure >= 3, sure * 4 >= all else { return nil }
      return certain.first { $0.value * 10 >= sure * 9 }?.key
    }
  }

  /// What the letters of a Latin name leave open.
  private struct LatinCandidates: Hashable {
    /// The languages of all alphabets that have its letters.
    var all: [String]
    /// Those whose alphabet in force has them.
    var inForce: [String]
    /// Apostrophes and no letters beyond the plain ones: one alphabet of Karakalpak has these, and one those.
    var hasOnlyApostrophes: Bool

    init(_ systems: [RomanisationSystem], name: String) {
      all = Set(systems.map(\.language)).sorted()
      inForce = Set(systems.filter(\.isInForce).map(\.language)).sorted()
      hasOnlyApostrophes = !name.unicodeScalars.contains {
        !$0.isASCII && ScalarTable.shared.kind(of: $0) == .latin
      }
    }
  }

  private var cyrillic = Witnesses()
  /// Latin names by whether they have apostrophes only.
  private var latin: [Bool: Witnesses] = [:]
  /// How many Latin names leave the same open; those in plain letters with no candidates.
  private var latinNames: [LatinCandidates: Int] = [:]

  public init() {}

  /// Counts a Cyrillic name for what it can only be.
  public mutating func count(cyrillic name: String) {
    let candidates = NameLanguage.candidates(forCyrillic: name)
    if candidates != ["rus"] { cyrillic.count(candidates) }
  }

  /// Counts a Latin name for what it can be.
  public mutating func count(latin name: String) {
    let candidates = LatinCandidates(NameLanguage.candidates(forLatin: name), name: name)
    latinNames[candidates, default: 0] += 1
    if candidates.all.isEmpty { return }
    latin[candidates.hasOnlyApostrophes, default: Witnesses()].count(candidates.all)
  }

  /// The language of a Cyrillic name; Russian where no letter says otherwise.
  public func language(ofCyrillic name: String) -> String {
    let candidates = NameLanguage.candidates(forCyrillic: name)
    if let language = cyrillic.prevailing, candidates.contains(language) { return language }
    return candidates.first ?? "rus"
  }

  /// The national alphabet of a Latin name; `nil` where nothing gives it away.
  ///
  /// Where its letters leave the language open, as plain letters do, it is that of the list, where the list has
  /// one: where a quarter of its Latin names give a language away, and nine in ten of them the same.
  public func alphabet(ofLatin name: String) -> RomanisationSystem? {
    let systems = NameLanguage.candidates(forLatin: name)
    let candidates = LatinCandidates(systems, name: name)
    let ofList = listLanguage
    let language =
      ofList.flatMap { candidates.all.contains($0) ? $0 : nil } ?? language(of: candidates)
    if let language { return systems.first { $0.language == language } }
    return ofList.flatMap { RomanisationSystem(RomanisationSystem.inForce, language: $0) }
      .flatMap { NameLanguage.looksWritten(name, in: $0) ? $0 : nil }
  }

  /// The language of a name without regard to the alphabet of most others.
  private func language(of candidates: LatinCandidates) -> String? {
    if let language = latin[candidates.hasOnlyApostrophes]?.prevailing,
      candidates.all.contains(language)
    {
      return language
    }
    // Letters of an alphabet in force are sooner its own than those of a draft.
    let likeliest = candidates.inForce.isEmpty ? candidates.all : candidates.inForce
    return likeliest.count == 1 ? likeliest[0] : nil
  }

  private var listLanguage: String? {
    var witnesses = Witnesses()
    for (candidates, count) in latinNames {
      witnesses.all += count
      if let language = language(of: candidates) {
        witnesses.certain[language, default: 0] += count
      }
    }
    return witnesses.prevailing
  }
}
