internal import NameTables

/// The words of a name's cell that are no part of the name: titles, particles, notes.
struct CellWords: Sendable {
  enum Kind: Sendable {
    case title, particle
    /// Stands beside a birth year: г.р.
    case year
    /// Leads to another name inside brackets: урожд., он же.
    case alias
    /// Leads to another surname, inside brackets or not: урожд., née.
    case maiden
  }
  enum Policy: Sendable {
    /// Leaves no token.
    case drop
    /// Leaves a token: хожи may matter to who it is.
    case keep
    /// As `keep`, and is a name itself where little else is left.
    case weak
  }
  enum Position: Sendable {
    case initial, final, any
  }

  struct Entry: Sendable {
    var kind: Kind
    var policy: Policy
    var position: Position
    var gender: Gender?
  }

  static let shared = CellWords()

  private var entries = WordTable<[Entry]>(minimumCapacity: 512)

  private init() {
    NameTable.titles.forEachRow { cells in
      let kind: Kind =
        switch cells[1] {
        case "title": .title
        case "particle": .particle
        case "year": .year
        case "maiden": .maiden
        default: .alias
        }
      let policy: Policy = cells[2] == "drop" ? .drop : cells[2] == "keep" ? .keep : .weak
      let position: Position =
        cells[3] == "initial" ? .initial : cells[3] == "final" ? .final : .any
      let entry = Entry(kind: kind, policy: policy, position: position, gender: Gender(cells[4]))
      entries.set((entries[cells[0]] ?? []) + [entry], of: cells[0])
    }
  }

  /// The entry of `kind` for `word`, or nil.
  func entry(for word: String, _ kind: Kind) -> Entry? {
    entries[word]?.first { $0.kind == kind }
  }
}
