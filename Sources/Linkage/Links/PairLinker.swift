internal import NameIndex
internal import NameSimilarity

/// Finds which rows of one list are persons of another.
///
/// ```swift
/// let links = try PairLinker(detained, released).links(.oneToOne)
/// for link in links.pairs where link.decision == .review {
///   print(link.left, link.right, links.comparison(of: link).summary)
/// }
/// ```
///
/// Rows of one list are not compared with each other. Lists that change places change the sides of what comes out and
/// nothing else.
public struct PairLinker: Sendable {
  /// The list whose rows stand left.
  public let left: RecordList
  /// The other list.
  public let right: RecordList
  /// How they are linked.
  public let options: LinkOptions

  /// A linker of two lists; nothing is done yet.
  public init(_ left: RecordList, _ right: RecordList, options: LinkOptions = LinkOptions()) {
    self.left = left
    self.right = right
    self.options = options
  }

  /// The pairs that are the same or would be asked about, and those that a person has decided.
  ///
  /// - Throws: `LinkageError.contradictoryDecisions`, and `needsMemory` before anything is done.
  /// - Complexity: that of `Linker.merge` to find them, and O(pairs) to list them; one to one, see `SparseAssignment`.
  public func links(_ matching: Matching = .manyToMany) throws(LinkageError) -> Links {
    try links(matching, leastProbability: options.costs.differentUpTo)
  }

  /// The pairs of at least a probability, and those that a person has decided; without a probability all pairs that
  /// have any part of the name in common.
  ///
  /// - Throws: `LinkageError.contradictoryDecisions`, and `needsMemory` before anything is done.
  public func links(_ matching: Matching, leastProbability: Double?) throws(LinkageError) -> Links {
    let lists = RecordList.withDistinctNames([left, right])
    try MemoryNeed.check(lists, allowed: options.memory)
    var table = ProfileTable(lists: lists, model: options.model, threads: options.threads)
    // A row has its partners among those of the other list.
    let among = max(left.count, right.count)
    let given = options.prior.map { Bits(logOddsOf: $0) }
    let highest =
      given ?? PriorEstimate.logOdds(linksPerRow: PriorEstimate.mostLinksPerRow, among: among)
    let asked = Bits(logOddsOf: options.costs.differentUpTo)
    let least = leastProbability.map { Bits(logOddsOf: $0) }
    let memories = CostMemories(names: table.names.count)
    let blocking = Blocking(table, .across(table))
    func pairs(reaching threshold: Bits) -> (scorer: PairScorer, pairs: [ScoredPair]) {
      let scorer = PairScorer(table, rows: left.count + right.count)
      let finder = CandidateFinder(
        scorer, blocking, threshold: threshold - highest)
      return (scorer, finder.pairs(threads: options.threads, memories: memories))
    }
    func prior(of weights: [(weight: Bits, count: UInt64)]) -> Bits {
      given
        ?? PriorEstimate.estimate(
          weights, among: among, pairs: UInt64(left.count) * UInt64(right.count))
    }
    if let levels = options.levels {
      table.fields.shares = levels.shares
    } else {
      let first: [(pair: ScoredPair, count: UInt64)] = pairs(reaching: asked).pairs.map {
        ($0, UInt64(table.rowPairs($0).count))
      }
      table.fields.shares = FieldShares.learned(
        from: first, start: table.fields.shares, prior: prior(of:))
      table.fields.shares = NameWitnesses(
        PairScorer(table, rows: left.count + right.count), blocking, threads: options.threads
      ).learned(
        table.fields.shares, prior: prior(of: first.map { ($0.pair.weight, $0.count) }))
    }
    let (scorer, pairs) = pairs(reaching: min(asked, least ?? Self.anything))
    // What is listed beyond the usual changes no probability.
    let prior = prior(
      of: pairs.filter { $0.weight >= asked - highest }.map {
        ($0.weight, UInt64(table.rowPairs($0).count))
      })
    let keys = RowKeys(lists)
    let constraints = try Constraints(
      options.decisions, recordOfKey: keys.records(namedBy: options.decisions))
    return Links(
      scorer: scorer, pairs: pairs.filter { $0.weight + prior >= least ?? Self.anything },
      prior: prior, costs: options.costs, constraints: constraints, keys: keys, matching: matching,
      language: options.language)
  }

  /// Less than any pair weighs.
  private static let anything = Bits(-1000)
}

extension ProfileTable {
  /// The pairs of a row of the first list and a row of the second that two profiles stand for.
  func rowPairs(_ pair: ScoredPair) -> RowPairs {
    let (a, b) = (profiles[Int(pair.left)], profiles[Int(pair.right)])
    return RowPairs(
      there: (a.rows(ofList: 0), b.rows(ofList: 1)),
      back: pair.left == pair.right ? ([], []) : (b.rows(ofList: 0), a.rows(ofList: 1)))
  }

  /// All rows of one with all rows of the other, both ways round.
  struct RowPairs {
    var there: (left: ArraySlice<RecordID>, right: ArraySlice<RecordID>)
    var back: (left: ArraySlice<RecordID>, right: ArraySlice<RecordID>)

    var count: Int { there.left.count * there.right.count + back.left.count * back.right.count }

    func visit(_ body: (_ left: RecordID, _ right: RecordID) -> Void) {
      for (lefts, rights) in [there, back] {
        for left in lefts {
          for right in rights { body(left, right) }
        }
      }
    }
  }
}

extension Profile {
  /// The rows of one of two lists; those of the first stand before those of the second.
  fileprivate func rows(ofList list: Int32) -> ArraySlice<RecordID> {
    let middle = records.firstIndex { $0.list == 1 } ?? records.endIndex
    return list == 0 ? records[..<middle] : records[middle...]
  }
}
