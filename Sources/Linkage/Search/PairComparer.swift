internal import NameSimilarity

/// Compares given pairs of rows: row n of one list with row n of another.
///
/// How rare names are follows from the background alone, so that a pair is judged alike whatever else is asked.
///
/// Counting the names of the pairs instead was measured: average precision .966, .998, .972 on the three tasks of pairs
/// against .972, .998, .974, and the same names judged differently from file to file.
public struct PairComparer: Sendable {
  private let scorer: PairScorer
  private let prior: Bits
  private let costs: DecisionCosts
  private let language: ReasonLanguage
  private let left: [UInt32]
  private let right: [UInt32]

  /// Without a prior in `options` a pair is one person of a list of a thousand.
  public init(_ left: RecordList, _ right: RecordList, options: LinkOptions = LinkOptions()) {
    precondition(left.count == right.count, "As many rows left as right")
    let table = ProfileTable(
      lists: [left, right], countedLists: 0, model: options.model,
      threads: options.threads)
    scorer = PairScorer(table, rows: 1000, isAsked: true)
    prior = Bits(logOddsOf: options.prior ?? 0.001)
    costs = options.costs
    language = options.language
    var sides = [
      [UInt32](repeating: 0, count: left.count), [UInt32](repeating: 0, count: right.count),
    ]
    for (number, profile) in table.profiles.enumerated() {
      for record in profile.records { sides[Int(record.list)][Int(record.row)] = UInt32(number) }
    }
    self.left = sides[0]
    self.right = sides[1]
  }

  /// The number of pairs.
  public var count: Int { left.count }

  /// The comparison of row `row` with row `row`.
  public subscript(row: Int) -> Comparison {
    let profiles = scorer.table.profiles
    return Comparison(
      scorer, profiles[Int(left[row])], profiles[Int(right[row])], prior: prior, costs: costs,
      language: language, isCounted: false)
  }
}
