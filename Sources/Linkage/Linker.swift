internal import NameIndex
internal import NameSimilarity
internal import NameText

/// Finds which rows of many lists are the same person.
///
/// ```swift
/// let lists = try paths.map { try RecordList(readingFrom: $0) }
/// let roll = try Linker(lists).merge()
/// for person in roll.persons where person.records.count > 1 { print(person.name, person.sources) }
/// ```
public struct Linker: Sendable {
  /// The lists to link.
  public let lists: [RecordList]
  /// How they are linked.
  public let options: LinkOptions

  /// A linker of `lists`; nothing is done yet.
  public init(_ lists: [RecordList], options: LinkOptions = LinkOptions()) {
    self.lists = lists
    self.options = options
  }

  /// The roll on which every person stands once.
  ///
  /// The rows are looked at twice: what the first look takes for one person shows how true pairs differ in their
  /// fields, and how many people, not rows, bear a name. Where it shows that one person's names often contradict each
  /// other, the second look finds many whom the first could not, and there is a third.
  ///
  /// - Throws: `LinkageError.contradictoryDecisions`, and `needsMemory` before anything is done.
  /// - Complexity: by the number of distinct names and what they have in common; see `ARCHITECTURE.md`.
  public func merge() throws(LinkageError) -> Roll {
    try MemoryNeed.check(lists, allowed: options.memory)
    var table = ProfileTable(lists: lists, model: options.model, threads: options.threads)
    if let levels = options.levels { table.fields.shares = levels.shares }
    let keys = RowKeys(lists)
    let constraints = try Constraints(
      options.decisions, uniqueLists: options.uniqueLists, recordOfKey: keys.recordOfKey)
    let usual = PriorEstimate.logOdds(linksPerRow: Self.usualLinksPerRow, among: rows)
    var seen = look(at: table, constraints, keys, upTo: usual)
    for _ in 1..<Self.mostLooks {
      let before = table.fields.shares
      learn(&table, from: seen)
      seen = look(at: table, constraints, keys, upTo: seen.prior + Self.room)
      if !table.fields.shares.forgiveMore(than: before) { break }
    }
    return Roll(
      lists: lists, linked: seen.linked, keys: keys, costs: options.costs,
      language: options.language)
  }

  private static let mostLooks = 3
  /// What the first look expects.
  private static let usualLinksPerRow = 1.5
  /// What the next one expects above the prior of the one before.
  private static let room = Bits(0.75)

  /// The pairs that matter under a prior, and the rows put together.
  private typealias Look = (pairs: [ScoredPair], prior: Bits, linked: LinkedRows)

  /// Corrects what is known of true pairs and of how common names are.
  private func learn(_ table: inout ProfileTable, from look: Look) {
    if options.levels == nil {
      table.fields.shares = FieldShares.learned(
        from: look.pairs.map { ($0, table.pairCount($0)) }, start: table.fields.shares,
        prior: prior(of:))
      table.fields.shares = NameWitnesses(PairScorer(table, rows: rows), pairing: pairing(table))
        .learned(table.fields.shares, prior: look.linked.prior)
    }
    table.recount(look.linked.clusters.map { $0.map { Int(look.linked.profileNumber(of: $0)) } })
  }

  private func pairing(_ table: ProfileTable) -> Pairing {
    .all(table, uniqueLists: options.uniqueLists)
  }

  private var rows: Int { lists.reduce(0) { $0 + $1.count } }

  /// Scores the rows as `table` counts names and values, and puts together what is one person.
  ///
  /// Which pairs matter depends on the prior, and that on the pairs: no more than `expected` is expected first, and where
  /// it comes out higher it is done again.
  private func look(
    at table: ProfileTable, _ constraints: Constraints, _ keys: RowKeys, upTo expected: Bits
  ) -> Look {
    let scorer = PairScorer(table, rows: rows)
    let reviewFrom = Bits(logOddsOf: options.costs.differentUpTo)
    let given = options.prior.map { Bits(logOddsOf: $0) }
    let most = PriorEstimate.logOdds(linksPerRow: PriorEstimate.mostLinksPerRow, among: rows)
    var highest = given ?? min(most, expected)
    while true {
      let finder = CandidateFinder(
        scorer, threshold: reviewFrom - highest, pairing: pairing(table))
      let pairs = finder.pairs(threads: options.threads)
      let prior = prior(of: pairs.map { ($0.weight, table.pairCount($0)) })
      if given == nil, highest < most, prior > highest {
        highest = min(most, prior + Bits(1))
        continue
      }
      let linked = LinkedRows(
        scorer: scorer, pairs: pairs, prior: prior, costs: options.costs, constraints: constraints,
        keys: keys)
      return (pairs, prior, linked)
    }
  }

  private func prior(of weights: [(weight: Bits, count: UInt64)]) -> Bits {
    options.prior.map { Bits(logOddsOf: $0) } ?? PriorEstimate.estimate(weights, rows: rows)
  }
}

extension ProfileTable {
  /// The number of pairs of rows that a pair of profiles stands for.
  func pairCount(_ pair: ScoredPair) -> UInt64 {
    let left = UInt64(profiles[Int(pair.left)].records.count)
    let right = UInt64(profiles[Int(pair.right)].records.count)
    return pair.left == pair.right ? left * (left - 1) / 2 : left * right
  }
}
