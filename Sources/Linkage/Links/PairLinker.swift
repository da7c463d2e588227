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
  public let left: RecordList
  public let right: RecordList
  public let options: LinkOptions

  public init(_ left: RecordList, _ right: RecordList, options: LinkOptions = LinkOptions()) {
    self.left = left
    self.right = right
    self.options = options
  }

  /// The pairs that are the same or would be asked about, and those that a person has decided.
  ///
  /// - Throws: `LinkageError.contradictoryDecisions`.
  /// - Complexity: that of `Linker.merge` to find them, and O(pairs) to list them; one to one, see `SparseAssignment`.
  public func links(_ matching: Matching = .manyToMany) throws(LinkageError) -> Links {
    try links(matching, leastProbability: options.costs.differentUpTo)
  }

  /// The pairs of at least a probability, and those that a person has decided.
  ///
  /// - Parameter leastProbability: `nil` for all pairs that have any part of the name in common.
  /// - Throws: `LinkageError.contradictoryDecisions`.
  public func links(_ matching: Matching, leastProbability: Double?) throws(LinkageError) -> Links {
    let lists = RecordList.withDistinctNames([left, right])
    let table = ProfileTable(lists: lists, model: options.model, threads: options.threads)
    let scorer = PairScorer(table, rows: left.count + right.count)
    // A row has its partners among those of the other list.
    let among = max(left.count, right.count)
    let given = options.prior.map { Bits(logOddsOf: $0) }
    let highest =
      given ?? PriorEstimate.logOdds(linksPerRow: PriorEstimate.mostLinksPerRow, among: among)
    let asked = Bits(logOddsOf: options.costs.differentUpTo)
    let least = leastProbability.map { Bits(logOddsOf: $0) }
    let pairs = CandidateFinder(
      scorer, threshold: min(asked, least ?? Self.anything) - highest, pairing: .across(table)
    ).pairs(threads: options.threads)
    // What is listed beyond the usual changes no probability.
    let prior =
      given
      ?? PriorEstimate.estimate(
        pairs.filter { $0.weight >= asked - highest }.map {
          ($0.weight, UInt64(table.rowPairs($0).count))
        }, among: among, pairs: UInt64(left.count) * UInt64(right.count))
    let keys = RowKeys(lists)
    let constraints = try Constraints(options.decisions, recordOfKey: keys.recordOfKey)
    return Links(
      scorer: scorer, pairs: pairs.filter { $0.weight + prior >= least ?? Self.anything },
      prior: prior, costs: options.costs, constraints: constraints, keys: keys, matching: matching)
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
