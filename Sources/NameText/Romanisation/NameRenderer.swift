/// Writes names in the systems that a user asked for, finding out which way leads there.
///
/// ```swift
/// var renderer = try NameRenderer(to: ["bgn-pcgn", "latin"])
/// renderer.renderings(of: "Дәўлетмурат", in: LanguageTally())[1].text   // "Dáwletmurat", by kaa-2016
/// ```
///
/// Cyrillic names are written in the system of that name for their language. Where the language has none, as most
/// have none of ICAO, the name goes through its Russian respelling, as it does in life. Latin names are first
/// written back in Cyrillic, which needs to know their alphabet.
public struct NameRenderer: Sendable {
  /// A name in one of the systems.
  public struct Rendering: Sendable, Hashable {
    public var text: String
    /// The ids of the systems it went through, in their order.
    public var systems: [String]
  }

  /// Asks for the Cyrillic of the name's own language.
  public static let cyrillic = "cyrillic"

  /// What was asked for.
  public let requests: [String]
  private let language: String?
  private let source: RomanisationSystem?
  /// What each request means in each language, found out once.
  private var systems: [String: [String: RomanisationSystem?]] = [:]
  private var romanisers: [String: Romaniser] = [:]
  private var reverses: [String: ReverseRomaniser] = [:]

  /// - Parameters:
  ///   - requests: ids, names or families of systems, as `RomanisationSystem.init(_:language:)` takes them.
  ///   - language: the language of all names, ISO 639-3; guessed where not given.
  ///   - source: the system that Latin names are written in; guessed where not given.
  public init(
    to requests: [String], language: String? = nil, from source: String? = nil
  ) throws(RomanisationError) {
    if let language, !NameLanguage.codes.contains(language) { throw .unknownLanguage(language) }
    for request in requests where request != Self.cyrillic {
      let isKnown = NameLanguage.codes.contains {
        RomanisationSystem(request, language: $0) != nil
      }
      if !isKnown { throw .unknownSystem(request) }
    }
    if let source {
      guard let system = RomanisationSystem(source, language: language ?? "mul") else {
        throw .unknownSystem(source)
      }
      guard system.direction == .both else { throw .goesOneWay(system.id) }
      self.source = system
    } else {
      self.source = nil
    }
    self.requests = requests
    self.language = language
  }

  /// The language of `name`, ISO 639-3; `nil` where a Latin name does not say it.
  public func language(of name: String, in tally: LanguageTally) -> String? {
    if let language { return language }
    return Self.isCyrillic(name)
      ? tally.language(ofCyrillic: name) : alphabet(ofLatin: name, in: tally)?.language
  }

  /// `name` as each request asks for it; `nil` where no way leads there. `tally` is what the other names of the list say
  /// of its language.
  public mutating func renderings(of name: String, in tally: LanguageTally) -> [Rendering?] {
    if Self.isCyrillic(name) {
      let language = language ?? tally.language(ofCyrillic: name)
      let start = Rendering(text: name, systems: [])
      return requests.map { rendering(of: start, language: language, as: $0) }
    }
    let alphabet = alphabet(ofLatin: name, in: tally)
    let cyrillic = alphabet.flatMap { written(name, backFrom: $0) }
    return requests.map { request in
      if let system = system(request, in: alphabet?.language ?? "mul") {
        if system == alphabet {
          return Rendering(text: spelled(name, cyrillic, in: system), systems: [system.id])
        }
        if system.direction == .latin {
          return Rendering(text: written(name, in: system), systems: [system.id])
        }
      }
      guard let alphabet, let cyrillic else { return nil }
      // ISO 9 says nothing of the language.
      let language =
        alphabet.language == "mul" ? tally.language(ofCyrillic: cyrillic.text) : alphabet.language
      return rendering(of: cyrillic, language: self.language ?? language, as: request)
    }
  }

  // MARK: Ways

  private mutating func rendering(
    of cyrillic: Rendering, language: String, as request: String
  ) -> Rendering? {
    if request == Self.cyrillic { return cyrillic }
    if let system = system(request, in: language) {
      if system.direction != .latin { return adding(system, to: cyrillic) }
      // What makes Latin plain needs Latin first.
      let latin =
        self.system(RomanisationSystem.inForce, in: language)
        ?? self.system("icao-9303", in: language)
      guard let latin else { return nil }
      return adding(system, to: adding(latin, to: cyrillic))
    }
    if language != "rus", let russian = system(request, in: "rus"),
      let respelling = system(Self.respelling, in: language)
    {
      return adding(russian, to: adding(respelling, to: cyrillic))
    }
    // A Russian name needs no respelling.
    return request == Self.respelling ? cyrillic : nil
  }

  private static let respelling = "russian"

  private mutating func system(_ request: String, in language: String) -> RomanisationSystem? {
    if let known = systems[request]?[language] { return known }
    let system = RomanisationSystem(request, language: language)
    systems[request, default: [:]][language] = .some(system)
    return system
  }

  private mutating func adding(_ system: RomanisationSystem, to rendering: Rendering) -> Rendering {
    Rendering(
      text: written(rendering.text, in: system), systems: rendering.systems + [system.id])
  }

  private mutating func written(_ name: String, in system: RomanisationSystem) -> String {
    let romaniser = romanisers[system.id] ?? Romaniser(system)
    romanisers[system.id] = romaniser
    return romaniser.rendering(of: name)
  }

  /// A name of `system` with the apostrophes that its norm has.
  private mutating func spelled(
    _ name: String, _ cyrillic: Rendering?, in system: RomanisationSystem
  ) -> String {
    guard let cyrillic else { return name }
    let again = written(cyrillic.text, in: system)
    let folded = [name, again].map { RomanisationText(Array($0.unicodeScalars)).folded }
    return folded[0] == folded[1] ? again : name
  }

  private mutating func written(
    _ name: String, backFrom system: RomanisationSystem
  ) -> Rendering? {
    guard let reverse = reverses[system.id] ?? ReverseRomaniser(system) else { return nil }
    reverses[system.id] = reverse
    return reverse.original(of: name).map { Rendering(text: $0, systems: [system.id]) }
  }

  private func alphabet(ofLatin name: String, in tally: LanguageTally) -> RomanisationSystem? {
    if let source { return source }
    guard let language else { return tally.alphabet(ofLatin: name) }
    return NameLanguage.candidates(forLatin: name).first { $0.language == language }
      ?? RomanisationSystem(RomanisationSystem.inForce, language: language)
  }

  private static func isCyrillic(_ name: String) -> Bool {
    name.unicodeScalars.contains { ScalarTable.shared.kind(of: $0) == .cyrillic }
  }
}
