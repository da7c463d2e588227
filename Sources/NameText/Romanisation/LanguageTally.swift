/// Guesses whose name a name is, one by its letters, many by those among them that say it.
///
/// Many lists are of one language: where the letters of a name fit several, the one that nine in ten other names of
/// the list can only be decides. The order of the names does not matter.
public struct LanguageTally: Sendable {
  /// How many names can only be of this language.
  private var names: [String: Int] = [:]
  /// How many Latin names can only be of this language.
  private var latinNames: [String: Int] = [:]

  public init() {}

  /// Counts a name for what it can only be.
  public mutating func count(cyrillic name: String) {
    let candidates = NameLanguage.candidates(forCyrillic: name)
    if candidates.count == 1, candidates[0] != "rus" { names[candidates[0], default: 0] += 1 }
  }

  /// Counts a name for what it can only be.
  public mutating func count(latin name: String) {
    let languages = Set(NameLanguage.candidates(forLatin: name).map(\.language))
    guard languages.count == 1, let language = languages.first else { return }
    names[language, default: 0] += 1
    latinNames[language, default: 0] += 1
  }

  /// The language of a Cyrillic name; Russian where no letter says otherwise.
  public func language(ofCyrillic name: String) -> String {
    let candidates = NameLanguage.candidates(forCyrillic: name)
    return Self.prevailing(of: candidates, in: names) ?? candidates.first ?? "rus"
  }

  /// The national alphabet of a Latin name; `nil` where nothing gives it away.
  ///
  /// A name in plain letters is taken to be in the alphabet in force of the language that prevails
  /// among the Latin names of the list.
  public func alphabet(ofLatin name: String) -> RomanisationSystem? {
    let candidates = NameLanguage.candidates(forLatin: name)
    if candidates.isEmpty {
      return Self.prevailing(of: Array(latinNames.keys), in: latinNames)
        .flatMap { RomanisationSystem(NameLanguage.current, language: $0) }
    }
    let languages = candidates.map(\.language)
    let language =
      Set(languages).count == 1 ? languages[0] : Self.prevailing(of: languages, in: names)
    return candidates.first { $0.language == language }
  }

  private static let fewestWitnesses = 3

  /// The one of `candidates` that nine in ten names are of, among those that can only be of one.
  private static func prevailing(of candidates: [String], in names: [String: Int]) -> String? {
    let all = names.values.reduce(0, +)
    return all < fewestWitnesses
      ? nil : candidates.first { (names[$0] ?? 0) * 10 >= all * 9 }
  }
}
