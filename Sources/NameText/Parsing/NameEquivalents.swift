internal import NameTables

/// Groups of given names that one person can bear: Дима and Дмитрий, Микола and Николай.
///
/// Two names that share a group are weak evidence for one person, never identity: Омар, Умар and
/// Ғұмар are one name by origin, and a man is registered under one of them.
public enum NameEquivalents {
  /// How a name belongs to its group.
  public enum Relation: UInt8, Sendable, Hashable {
    case full, doublet, translated, equivalent, short
  }

  /// A name's place in a group.
  public struct Membership: Sendable, Hashable {
    /// The group's number: two names with one number can be one person's. It holds for one build.
    public var group: UInt16
    /// How the name belongs to the group.
    public var relation: Relation

    package init(group: UInt16, relation: Relation) {
      self.group = group
      self.relation = relation
    }
  }

  /// The groups that `text` belongs to, in ascending order of number; empty for most names.
  ///
  /// `text` is a token's text in either script and any romanisation: the tables are read by rough
  /// spelling, and by ear where that finds nothing. A short form may belong to several groups (Саша to both Александр and Александра).
  /// - Parameter byEar: whether to try that; a form made of a token is spelled as the tables have it or not at all.
  /// - Complexity: O(length of the text).
  public static func groups(of text: String, byEar: Bool = true) -> [Membership] {
    let groups = Self.groups(of: RoughSpelling(text))
    return groups.isEmpty && byEar ? heard(text) : groups
  }

  /// The groups of the first reading of `text` that is a name of the tables: Guennadi, Wassili, Mascha.
  private static func heard(_ text: String) -> [Membership] {
    for reading in Phonemes.readings(of: text) {
      guard let first = reading.first else { continue }
      // The first of two that sound alike counts.
      let row = heardNames[Int(first)].lazy.compactMap { $0.value.rows[reading] }.min()
      if let row { return groups(of: rows[row].spelling) }
    }
    return []
  }

  /// A key that all spellings of a common given name share; nil where `text` is none of them.
  ///
  /// Two names with different keys are known to be two names, however near their letters are: Хасан and Хусан.
  public static func knownName(_ text: String) -> UInt64? { GivenNames.shared.key(text) }

  /// The phonemes, a bit for each, that the names of a group may begin with as documents in Cyrillic have them: an
  /// initial of Николай may be Микола's; 0 where a group has no name in Cyrillic.
  ///
  /// - Parameter group: the number that a ``Membership`` of this build has.
  public static func openingSounds(ofGroup group: UInt16) -> UInt64 { openings[Int(group)] }

  private static let openings: [UInt64] = {
    var openings = [UInt64](repeating: 0, count: Int(rows.last?.group ?? 0) + 1)
    for row in rows where row.isCyrillic {
      switch row.relation {
      case .full, .doublet, .translated:
        openings[Int(row.group)] |= row.name.withSpan { Phonemes.openingSounds(of: $0) }
      case .equivalent, .short: break
      }
    }
    return openings
  }()

  /// A row of the table.
  struct Row: Sendable {
    var group: UInt16
    var name: TableCell
    var spelling: RoughSpelling
    var gender: Gender?
    var relation: Relation

    /// Latin letters may be read in too many ways.
    var isCyrillic: Bool { name.first.map { $0 >= 0x80 } ?? false }
  }

  /// The rows of the table. Those of a group stand together, so that groups come in ascending order.
  static let rows: [Row] = {
    var rows: [Row] = []
    rows.reserveCapacity(1 << 13)
    var (name, group): (TableCell, UInt16) = ("", 0)
    NameTable.nameEquivalents.forEachRow { cells in
      if cells[0] != name {
        if !name.isEmpty { group += 1 }
        name = cells[0]
      }
      guard let relation = Relation(cells[3]) else {
        preconditionFailure("name-equivalents: no relation is called \(cells[3])")
      }
      rows.append(
        Row(
          group: group, name: cells[1], spelling: RoughSpelling(cells[1]),
          gender: Gender(cells[2]), relation: relation))
    }
    return rows
  }()

  /// By spelling its first row, and by row the next one of the same spelling in another group; −1 behind the last.
  private static let index: (first: SpellingTable<Int32>, next: [Int32]) = {
    var first = SpellingTable<Int32>(minimumCapacity: 1 << 12)
    var next = [Int32](repeating: -1, count: rows.count)
    for number in rows.indices.reversed() {
      let row = rows[number]
      if let later = first[row.spelling] {
        // The first row of a group's spelling is the closest relation.
        next[number] = rows[Int(later)].group == row.group ? next[Int(later)] : later
      }
      first.set(Int32(number), of: row.spelling)
    }
    return (first, next)
  }()

  /// The groups that have a spelling; empty where none does.
  private static func groups(of spelling: RoughSpelling) -> [Membership] {
    var groups: [Membership] = []
    var number = index.first[spelling] ?? -1
    while number >= 0 {
      let row = rows[Int(number)]
      groups.append(Membership(group: row.group, relation: row.relation))
      number = index.next[Int(number)]
    }
    return groups
  }

  /// The Cyrillic forms that begin with a letter, which say how they sound, by how they are heard. The first row of those
  /// that sound alike.
  private final class HeardNames: Sendable {
    let rows: [[UInt8]: Int]

    init(_ numbers: [Int]) {
      var rows: [[UInt8]: Int] = [:]
      for number in numbers {
        let name = String(NameEquivalents.rows[number].name)
        guard let reading = Phonemes.likeliestReading(of: name), rows[reading] == nil else {
          continue
        }
        rows[reading] = number
      }
      self.rows = rows
    }
  }

  /// By the sound that they may be heard to begin with the names of each first letter; of one name that is asked for not
  /// all of them have to be read.
  private static let heardNames: [[MadeOnce<HeardNames>]] = {
    var numbers: [UInt32: [Int]] = [:]
    for (number, row) in rows.enumerated() where row.isCyrillic {
      numbers[row.name.withSpan { $0.scalar(at: 0).value }, default: []].append(number)
    }
    var names = [[MadeOnce<HeardNames>]](repeating: [], count: 64)
    for (letter, numbers) in numbers {
      let openings = Sounds.shared.openings(of: Graphemes.openings(of: letter))
      let heard = MadeOnce { HeardNames(numbers) }
      for sound in names.indices where openings >> UInt64(sound) & 1 != 0 {
        names[sound].append(heard)
      }
    }
    return names
  }()
}

extension NameEquivalents.Relation {
  init?(_ cell: TableCell) {
    switch cell {
    case "full": self = .full
    case "doublet": self = .doublet
    case "translated": self = .translated
    case "equivalent": self = .equivalent
    case "short": self = .short
    default: return nil
    }
  }
}
