internal import NameSimilarity

extension FieldShares {
  /// The shares of levels among the true pairs of these lists, by expectation maximisation from `start`: pairs count
  /// as far as they are likely to be true, and the starting values count with them, so that lists with few true pairs
  /// change little.
  ///
  /// `pairs` are those of all pairs that matter, each with the number of pairs of rows it stands for; `prior` says
  /// what the weights of all of them make of the prior. Sums are of integers, so that order is nothing.
  static func learned(
    from pairs: [(pair: ScoredPair, count: UInt64)], start: FieldShares,
    prior: ([(weight: Bits, count: UInt64)]) -> Bits
  ) -> FieldShares {
    var shares = start
    let names = pairs.map { $0.pair.weight - start.weight($0.pair.fields) }
    for _ in 0..<rounds {
      let weights = zip(pairs, names).map { pair, name in
        (weight: name + shares.weight(pair.pair.fields), count: pair.count)
      }
      let prior = prior(weights)
      var expected = [UInt64](repeating: 0, count: FieldLevel.allCases.count)
      for (pair, weight) in zip(pairs, weights) {
        let probability = (weight.weight + prior).probabilityQ32 >> 16
        if probability == 0 { continue }
        // A row that is repeated very often is one witness of how rows vary, not a thousand.
        let share = probability * min(pair.count, mostOfPair)
        pair.pair.fields.forEachLevel { level, count in
          expected[Int(level.rawValue)] += share * count
        }
      }
      let next = start.corrected(FieldComparison.ofFields, by: expected)
      let isSettled = next.logarithms == shares.logarithms
      shares = next
      if isSettled { break }
    }
    return shares
  }

  private static let rounds = 12
  private static let mostOfPair: UInt64 = 4
}
