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
  /// The rows are looked at more than once: what a look takes for one person shows how true pairs differ in their fields
  /// and how many people, not rows, bear a name. Where it shows that one person's names often contradict each other, the
  /// next finds many whom it could not, and there is a third. Of many names a part shows it as well, and all are looked at
  /// in the end alone.
  ///
  /// - Throws: `LinkageError.contradictoryDecisions`, and `needsMemory` before anything is done.
  /// - Complexity: by the number of distinct names and what they have in common; see `ARCHITECTURE.md`.
  public func merge() throws(LinkageError) -> Roll {
    try merge(namesOfSample: Self.namesOfSample)
  }

  /// - Parameter namesOfSample: of more than twice as many names a part is looked at first, no fewer than these.
  func merge(namesOfSample: Int) throws(LinkageError) -> Roll {
    try MemoryNeed.check(lists, allowed: options.memory)
    var table = ProfileTable(lists: lists, model: options.model, threads: options.threads)
    if let levels = options.levels { table.fields.shares = levels.shares }
    let keys = RowKeys(lists)
    let constraints = try Constraints(
      options.decisions, uniqueLists: options.uniqueLists,
      recordOfKey: keys.records(namedBy: options.decisions))
    func link(_ found: Found) -> LinkedRows {
      LinkedRows(
        scorer: found.scorer, pairs: found.pairs, prior: found.prior, costs: options.costs,
        constraints: constraints, keys: keys)
    }
    let memories = CostMemories(names: table.names.count)
    let blocking = Blocking(table, .all(table, uniqueLists: options.uniqueLists))
    let sample = Sample(oneOf: max(1, table.names.count / namesOfSample))
    var expected = PriorEstimate.logOdds(linksPerRow: Self.usualLinksPerRow, among: rows)
    for _ in 1..<Self.mostLooks {
      let before = table.fields.shares
      let found = find(table, blocking, sample, memories, upTo: expected)
      learn(&table, blocking, from: found)
      expected = found.prior + Self.room
      if sample.isAll {
        let persons = link(found).profilesOfClusters
        // Nobody else may hold the table when it is counted anew, or it would be copied.
        _ = consume found
        table.recount(persons)
      }
      if !table.fields.shares.forgiveMore(than: before) { break }
    }
    var found = find(table, blocking, .all, memories, upTo: expected)
    if !sample.isAll {
      let (persons, pairs) = (link(found).profilesOfClusters, found.pairs)
      _ = consume found
      table.recount(persons)
      found = weighedAnew(pairs, table, memories)
    }
    return Roll(
      lists: lists, linked: link(found), keys: keys, costs: options.costs,
      language: options.language, threads: options.threads)
  }

  private static let mostLooks = 3
  private static let namesOfSample = 20_000
  /// What the first look expects.
  private static let usualLinksPerRow = 1.5
  /// What the next one expects above the prior of the one before.
  private static let room = Bits(0.75)

  /// The pairs that matter under a prior, and how they were found.
  private struct Found {
    var scorer: PairScorer
    var sample: Sample
    var pairs: [ScoredPair]
    var prior: Bits
  }

  /// Corrects what is known of true pairs.
  private func learn(_ table: inout ProfileTable, _ blocking: Blocking, from found: Found) {
    if options.levels != nil { return }
    table.fields.shares = FieldShares.learned(
      from: found.pairs.map { ($0, table.pairCount($0)) }, start: table.fields.shares,
      prior: { prior(of: $0, found.sample) })
    table.fields.shares = NameWitnesses(
      PairScorer(table, rows: rows), blocking, threads: options.threads
    )
    .learned(table.fields.shares, prior: found.prior)
  }

  private var rows: Int { lists.reduce(0) { $0 + $1.count } }

  /// Finds the pairs of the rows as `table` counts names and values.
  ///
  /// Which pairs matter depends on the prior, and that on the pairs: no more than `expected` is expected first, and where
  /// it comes out higher it is done again.
  private func find(
    _ table: ProfileTable, _ blocking: Blocking, _ sample: Sample, _ memories: CostMemories,
    upTo expected: Bits
  ) -> Found {
    let scorer = PairScorer(table, rows: rows)
    let reviewFrom = Bits(logOddsOf: options.costs.differentUpTo)
    let given = options.prior.map { Bits(logOddsOf: $0) }
    let most = PriorEstimate.logOdds(linksPerRow: PriorEstimate.mostLinksPerRow, among: rows)
    var highest = given ?? min(most, expected)
    while true {
      let finder = CandidateFinder(
        scorer, blocking, threshold: reviewFrom - highest, sample: sample)
      let pairs = finder.pairs(threads: options.threads, memories: memories)
      let prior = prior(of: pairs.map { ($0.weight, table.pairCount($0)) }, sample)
      if given == nil, highest < most, prior > highest {
        highest = min(most, prior + Bits(1))
        continue
      }
      return Found(scorer: scorer, sample: sample, pairs: pairs, prior: prior)
    }
  }

  /// The same pairs as `table` counts names by now.
  private func weighedAnew(
    _ pairs: [ScoredPair], _ table: ProfileTable, _ memories: CostMemories
  ) -> Found {
    let scorer = PairScorer(table, rows: rows)
    let parts = parallelMap(
      count: pairs.count, part: 1024, threads: options.threads,
      room: { ScoringRoom(scorer.names, memories) }
    ) { range, room in
      pairs[range].compactMap { scorer.scored(Int($0.left), Int($0.right), &room.scratch) }
    }
    let pairs = parts.joinedParts()
    let prior = prior(of: pairs.map { ($0.weight, table.pairCount($0)) }, .all)
    return Found(scorer: scorer, sample: .all, pairs: pairs, prior: prior)
  }

  private func prior(of weights: [(weight: Bits, count: UInt64)], _ sample: Sample) -> Bits {
    options.prior.map { Bits(logOddsOf: $0) }
      ?? PriorEstimate.estimate(weights, rows: rows, of: sample)
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
