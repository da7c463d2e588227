internal import NameSimilarity

/// The share of all pairs of rows that are one person, as log odds.
enum PriorEstimate {
  /// No roll repeats a person more than this often on average; the threshold for candidates rests on it.
  static let mostLinksPerRow = 8.0

  /// A handful of rows does not show how many of them are one person: no prior is higher than this.
  static let most = 0.05

  /// The log odds of a pair out of a list in which a row has `links` partners among `count` rows.
  static func logOdds(linksPerRow links: Double, among count: Int) -> Bits {
    Bits(logOddsOf: min(most, links / Double(max(count, 2))))
  }

  /// The share that makes the pairs' probabilities add up to itself, by expectation maximisation: Fellegi and
  /// Sunter's λ with all else held.
  ///
  /// `weights` are those of all pairs that matter, each with the number of pairs of rows it stands for. Sums are of
  /// integers, so that order is nothing.
  static func estimate(
    _ weights: [(weight: Bits, count: UInt64)], rows: Int, of sample: Sample = .all
  ) -> Bits {
    let pairs = UInt64(rows) * UInt64(max(rows - 1, 1)) / 2
    return estimate(weights, among: rows, pairs: max(1, pairs / UInt64(sample.step)))
  }

  /// The same where `pairs` pairs of rows are possible, and a row may have its partners `among` so many.
  static func estimate(
    _ weights: [(weight: Bits, count: UInt64)], among rows: Int, pairs: UInt64
  ) -> Bits {
    let least = logOdds(linksPerRow: 0.02, among: rows)
    let most = logOdds(linksPerRow: mostLinksPerRow, among: rows)
    var prior = logOdds(linksPerRow: 1, among: rows)
    for _ in 0..<30 {
      var expected: UInt64 = 0  // in 1/2¹⁶ pairs
      for (weight, count) in weights {
        expected += (Bits(raw: weight.raw + prior.raw).probabilityQ32 >> 16) * count
      }
      let links = max(1, expected >> 16)
      let next = min(
        most, max(least, Bits.log2(links, over: max(1, pairs > links ? pairs - links : 1))))
      if next == prior { break }
      prior = next
    }
    return prior
  }
}
