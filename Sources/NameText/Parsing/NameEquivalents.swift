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
    index[RoughSpelling(text)] ?? (byEar ? heard(text) : [])
  }

  /// The groups of the first reading of `text` that is a name of the tables: Guennadi, Wassili, Mascha.
  private static func heard(_ text: String) -> [Membership] {
    for reading in Phonemes.readings(of: text) {
      if let found = heardGroups[reading] { return found }
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
    var openings: [UInt64] = []
    var name: TableCell = ""
    NameTable.nameEquivalents.forEachRow { cells in
      if cells[0] != name { openings.append(0) }
      name = cells[0]
      // Latin letters may be read in too many ways.
      guard let first = cells[1].first, first >= 0x80 else { return }
      if cells[3] == "full" || cells[3] == "doublet" || cells[3] == "translated" {
        openings[openings.count - 1] |= Phonemes.openingSounds(of: String(cells[1]))
      }
    }
    return openings
  }()

  private static let index: [RoughSpelling: [Membership]] = {
    var index: [RoughSpelling: [Membership]] = [:]
    index.reserveCapacity(1 << 11)
    // The rows of a group stand together, so that groups come in ascending order.
    var (name, group): (TableCell, UInt16) = ("", 0)
    NameTable.nameEquivalents.forEachRow { cells in
      if cells[0] != name {
        if !name.isEmpty { group += 1 }
        name = cells[0]
      }
      guard let relation = Relation(cells[3]) else {
        preconditionFailure("name-equivalents: no relation is called \(cells[3])")
      }
      let spelling = RoughSpelling(cells[1])
      // The first row of a group's spelling is the closest relation.
      if index[spelling]?.last?.group == group { return }
      index[spelling, default: []].append(Membership(group: group, relation: relation))
    }
    return index
  }()

  /// The same by how the Cyrillic forms are heard, which say how they sound. The first of two that sound alike counts.
  private static let heardGroups: [[UInt8]: [Membership]] = {
    var heard: [[UInt8]: [Membership]] = [:]
    heard.reserveCapacity(1 << 11)
    NameTable.nameEquivalents.forEachRow { cells in
      guard let first = cells[1].first, first >= 0x80, let groups = index[RoughSpelling(cells[1])],
        let reading = Phonemes.likeliestReading(of: String(cells[1])), heard[reading] == nil
      else { return }
      heard[reading] = groups
    }
    return heard
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
