/// A name with all that reading it gave: its words as written, their roles, the gender with its reasons, the sounds.
///
/// ```swift
/// let reading = NameReading(of: "г-жа ИВАНОВА, 1984")
/// reading.spelling       // "ИВАНОВА"
/// reading.genderReason   // "form of address (female); surname in -ова (female)"
/// ```
public struct NameReading: Sendable {
  /// A word of the name as it is written, with its role.
  public struct Part: Sendable, Hashable {
    public var text: String
    public var role: Role
    public var isHyphenated: Bool
  }

  public let name: PersonName
  /// The name cleaned: its words in their own capitals, without dates, notes and forms of address.
  public let spelling: String
  /// The tokens of `name` as they are written.
  public let parts: [Part]
  /// What the cells say of the birth, as written: `1978 г.р.`
  public let birth: String?
  private let drafts: NameParser.Drafts

  /// Reads a whole name.
  public init(of cell: String) { self.init(of: [(cell, nil)]) }

  /// Reads a name whose parts stand in columns of their own.
  ///
  /// - Parameter fathersInBrackets: whether the column has the father's name in brackets inside the name.
  public init(of cells: [(text: String, column: Role?)], fathersInBrackets: Bool = false) {
    let read = cells.flatMap {
      Self.read($0.text, column: $0.column, fathersInBrackets: fathersInBrackets)
    }
    let drafts = NameParser.drafts(of: read.map { ($0.words, $0.column) })
    birth = read.lazy.compactMap(\.birth).first
    var name = NameParser.name(of: drafts)
    name.generation = Generation.common(read.map(\.generation))
    self.name = name
    spelling = zip(drafts.parts, read).map { part, cell in
      Self.spelling(of: part, words: cell.words, written: cell.written)
    }.filter { !$0.isEmpty }.joined(separator: " ")
    parts = zip(drafts.parts, read).flatMap { part, cell in
      part.indices.map { index in
        Part(
          text: Self.text(of: part[index], words: cell.words, written: cell.written),
          role: part[index].role, isHyphenated: part[index].isHyphenated)
      }
    }
    self.drafts = drafts
  }

  /// What speaks for the gender, and what against it; empty where nothing does.
  public var genderReason: String {
    GenderReason.text(for: drafts.parts.flatMap { $0 }, drafts.titleGender)
  }

  /// The writing systems of its words, each once: Latin, Cyrillic, other.
  public var scripts: [Script] {
    [.latin, .cyrillic, .other].filter { script in name.tokens.contains { $0.script == script } }
  }

  /// The parts of one role as they are written, `nil` where there is none.
  public func text(of role: Role) -> String? {
    var text = ""
    for part in parts where part.role == role {
      if !text.isEmpty { text += part.isHyphenated ? "-" : " " }
      text += part.text
    }
    return text.isEmpty ? nil : text
  }

  // MARK: Sounds

  /// The likeliest reading of each word in ASCII letters, for a person to read: `tazhimuratov`.
  public var key: String { joined { $0.first ?? "" } }

  /// All readings of each word, the likeliest first, parted by `|`.
  public var readings: String { joined { $0.joined(separator: "|") } }

  /// The key of each word by which names are brought together; it decides nothing.
  public var coarseKey: String {
    sounded.map {
      String(decoding: Phonemes.coarse(Phonemes.symbols(of: $0.text)), as: UTF8.self)
    }.joined(separator: " ")
  }

  private func joined(_ choose: ([String]) -> String) -> String {
    sounded.map { token in
      var distinct: [String] = []
      for reading in Phonemes.readings(of: token.text).map(Phonemes.ascii)
      where !distinct.contains(reading) {
        distinct.append(reading)
      }
      return choose(distinct)
    }.joined(separator: " ")
  }

  private var sounded: [NameToken] { name.tokens.filter { $0.role != .title } }

  // MARK: Words

  /// The words of a cell that belong to the name, cleaned and as written. A column of surnames or given names holds
  /// hardly anything else.
  private static func read(_ text: String, column: Role?, fathersInBrackets: Bool) -> [(
    words: [Word], written: [String], column: Role?, birth: String?, generation: Generation?
  )] {
    let written = Cleaning.spellings(of: text)
    if column != nil {
      let marked = GenerationMarks.removed(from: Cleaning.words(of: text))
      return [(marked.words, marked.places.map { written[$0] }, column, nil, marked.generation)]
    }
    let cell = CellReading(text, fathersInBrackets: fathersInBrackets)
    let name = (
      cell.words, cell.nameWords.map { written[$0] }, column, cell.text(of: .birth), cell.generation
    )
    if cell.fathers.isEmpty { return [name] }
    return [name, (cell.fathers, cell.fatherWords.map { written[$0] }, .patronymic, nil, nil)]
  }

  private static func spelling(
    of drafts: [DraftToken], words: [Word], written: [String]
  ) -> String {
    var text = ""
    var end = 0
    var enclosure = Word.Enclosure.none
    for draft in drafts {
      // Two initials may be one word.
      for index in draft.words where index >= end {
        let word = words[index]
        if word.enclosure != enclosure {
          text += closing(enclosure)
        }
        if !text.isEmpty {
          switch word.separator {
          case .hyphen: text += index == end ? "-" : " "
          case .comma: text += ", "
          case .start, .space, .other: text += " "
          }
        }
        if word.enclosure != enclosure {
          text += opening(word.enclosure)
          enclosure = word.enclosure
        }
        text += written[index]
        if word.endsWithPeriod { text += "." }
        end = index + 1
      }
    }
    return text + closing(enclosure)
  }

  private static func opening(_ enclosure: Word.Enclosure) -> String {
    switch enclosure {
    case .none: ""
    case .brackets: "("
    case .quotes: "\""
    }
  }

  private static func closing(_ enclosure: Word.Enclosure) -> String {
    enclosure == .brackets ? ")" : opening(enclosure)
  }

  private static func text(of draft: DraftToken, words: [Word], written: [String]) -> String {
    let text = draft.words.reduce("") { text, index in
      let mark = words[index].separator == .hyphen ? "-" : " "
      return text.isEmpty ? written[index] : text + mark + written[index]
    }
    guard draft.role == .initial else { return text }
    let isWhole = draft.words.count == 1 && words[draft.words.lowerBound].text == draft.text
    return (isWhole ? text : String(draft.text.unicodeScalars.map { Character($0.capital) })) + "."
  }
}
