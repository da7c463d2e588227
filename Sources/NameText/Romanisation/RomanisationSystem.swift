internal import NameTables

/// A named system of writing names in other letters: `rus-bgn-pcgn-1947`, `uzb-1995`, `mul-iso-9-1995`.
///
/// ```swift
/// let system = RomanisationSystem(id: "rus-icao-9303")!
/// Romaniser(system).rendering(of: "Юлия Щукина")   // "Iuliia Shchukina"
/// ```
public struct RomanisationSystem: Sendable, Hashable, Identifiable {
  /// What a system turns into what.
  public enum Direction: String, Sendable, Hashable {
    /// Cyrillic to Latin.
    case romanisation
    /// Cyrillic to Latin and back: national alphabets, and systems with a letter for a letter.
    case both
    /// The Cyrillic of a language to that of Russian, as clerks write the names.
    case respelling
    /// Latin to fewer Latin letters.
    case latin
  }

  /// The language whose names it writes, ISO 639-3; `mul` for any.
  public let language: String
  /// The name among the systems of the language: `bgn-pcgn-1947`.
  public let name: String
  /// What else it is called.
  public let otherNames: [String]
  /// What it turns into what.
  public let direction: Direction
  /// The norm in words.
  public let norm: String
  /// Whose rows of the table hold: systems that write alike share them.
  let rules: String

  /// Language and name: `rus-bgn-pcgn-1947`.
  public var id: String { "\(language)-\(name)" }

  /// All systems, by language and name.
  public static let all: [RomanisationSystem] = {
    var systems: [RomanisationSystem] = []
    NameTable.romanisationSystems.forEachRow { cells in
      guard cells.count == 7, let direction = Direction(rawValue: String(cells[3])) else {
        preconditionFailure("A row of the table of systems cannot be read: \(cells)")
      }
      systems.append(
        RomanisationSystem(
          language: String(cells[0]), name: String(cells[1]),
          otherNames: cells[2].split(separator: UInt8(ascii: " ")).map { String($0) },
          direction: direction,
          norm: String(cells[5]), rules: String(cells[4])))
    }
    return systems
  }()

  private init(
    language: String, name: String, otherNames: [String], direction: Direction, norm: String,
    rules: String
  ) {
    self.language = language
    self.name = name
    self.otherNames = otherNames
    self.direction = direction
    self.norm = norm
    self.rules = rules
  }

  /// The system with this id, `nil` where there is none.
  public init?(id: String) {
    guard let system = Self.all.first(where: { $0.id == id }) else { return nil }
    self = system
  }

  /// The system that `request` means for names of `language`, `nil` where it has none.
  ///
  /// A request is an id (`uzb-1995`), a name or another name of a system (`icao-9303`, `mrz`), or a
  /// name without its year (`bgn-pcgn`), which stands for the latest.
  public init?(_ request: String, language: String) {
    if let system = Self(id: request) {
      self = system
      return
    }
    let own = Self.all.filter { $0.language == language }
    let candidates = own + Self.all.filter { $0.language == "mul" }
    let system =
      candidates.first { $0.name == request }
      ?? candidates.first { $0.otherNames.contains(request) }
      ?? candidates.filter { $0.family == request }.max { $0.name < $1.name }
    guard let system else { return nil }
    self = system
  }

  /// The alphabet in force of each language is called so.
  static let inForce = "latin"

  /// Whether this is the Latin alphabet in force of its language, or the one in use.
  public var isInForce: Bool { otherNames.contains(Self.inForce) }

  /// A name of its language, and how the system writes it: `Щукин Юрий → Shchukin Iurii`.
  public var example: String {
    // A name for any language: Azerbaijani Latin has letters that plain Latin lacks.
    let language = language != "mul" ? language : direction == .latin ? "aze" : "rus"
    var name = CyrillicAlphabet.of(language)?.example ?? ""
    if direction == .latin, let latin = RomanisationSystem(Self.inForce, language: language) {
      name = Romaniser(latin).rendering(of: name)
    }
    return "\(name) → \(Romaniser(self).rendering(of: name))"
  }

  /// The name without its year.
  private var family: String? {
    let year = name.suffix(5)
    guard year.count == 5, year.first == "-", year.dropFirst().allSatisfy(\.isNumber) else {
      return nil
    }
    return String(name.dropLast(5))
  }
}
