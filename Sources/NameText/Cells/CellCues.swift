internal import NameTables

/// The words that tell what else than a name stands in a cell of names (`cell-words.tsv`).
struct CellCues: Sendable {
  enum Cue: Sendable {
    /// Between two people.
    case and
    /// More people, who are not named.
    case others
    /// Several people, named behind it: братья, супруги.
    case group
    case kin
    /// его, her: whose relative it is.
    case whose
    /// Leads to another name.
    case alias
    /// What happened; a date behind it is no birth.
    case event
    case note
    /// The name of a place.
    case place
    case beforePlace, afterPlace, besidePlace
    /// Stands where a name would, or beside a word that does.
    case nobody, anybody
    /// What a table has where it holds nothing: null.
    case nothing
  }

  static let shared = CellCues()

  private var cues = WordTable<Cue>(minimumCapacity: 1 << 11)
  private var beginnings = WordTable<Bool>(minimumCapacity: 256)

  private init() {
    NameTable.cellWords.forEachRow { cells in
      let cue: Cue =
        switch cells[1] {
        case "and": .and
        case "others": .others
        case "group": .group
        case "kin": .kin
        case "whose": .whose
        case "alias": .alias
        case "event": .event
        case "place": .place
        case "place-before": .beforePlace
        case "place-after": .afterPlace
        case "place-either": .besidePlace
        case "nobody": .nobody
        case "anybody": .anybody
        case "nothing": .nothing
        default: .note
        }
      cues.set(cue, of: cells[0])
      switch cue {
      case .nobody, .anybody, .nothing:
        let first = cells[0].prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "/") }
        if !first.isEmpty { beginnings.set(true, of: first) }
      default: break
      }
    }
  }

  /// What `word`, cleaned, tells, or nil.
  subscript(_ word: String) -> Cue? { cues[word] }

  /// Whether what stands where a name would begins with `word`.
  func beginsPlaceholder(_ word: String) -> Bool { beginnings[word] != nil }

  /// The first words of what stands where a name would.
  var beginningsOfPlaceholders: [String] {
    var words: [String] = []
    beginnings.forEach { word, _ in words.append(String(word)) }
    return words
  }
}
