internal import Glibc

/// How good the weights and decisions of a set of labelled pairs are.
///
/// Wrong answers are not all alike, so there are several figures: `decided` says what the
/// decisions are worth, `bestF1` and `averagePrecision` how well the weights rank, `brierScore`
/// and `calibrationError` whether they mean what they say.
public struct PairEvaluation: Sendable, Hashable {
  /// What was said of a pair.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    case same, different, review
  }

  /// A pair, what was said of it, and the truth.
  public struct Pair: Sendable, Hashable {
    /// In bits, without the prior.
    public var weight: Double
    /// What was decided.
    public var verdict: Verdict
    /// What is true.
    public var isSame: Bool

    /// A pair with what was decided and what is true.
    public init(weight: Double, verdict: Verdict, isSame: Bool) {
      self.weight = weight
      self.verdict = verdict
      self.isSame = isSame
    }
  }

  /// The number of pairs.
  public let pairCount: Int
  /// The number of pairs that are one person.
  public let sameCount: Int
  /// Precision and recall of the verdict `same`; 1 where there is nothing to be wrong about.
  public let decided: PrecisionRecall
  /// The share of the true pairs that were called `different`.
  public let missed: Double
  /// The share of all pairs left to a person.
  public let review: Double
  /// The best F1 any threshold on the weight reaches.
  public let bestF1: Double
  /// The weight at and above which a pair counts as the same there; `nil` without true pairs.
  public let bestThreshold: Double?
  /// The area under precision over recall; pairs of one weight share one threshold.
  public let averagePrecision: Double
  /// The mean squared error of `1 / (1 + 2^-weight)`, true and false pairs having half of the
  /// mass each, so that the prior is even whatever the share of true pairs.
  public let brierScore: Double
  /// The expected calibration error in ten bins of equal width, with the same masses.
  public let calibrationError: Double

  /// Evaluates the pairs, in whatever order they come.
  /// - Complexity: O(n log n).
  public init(_ pairs: [Pair]) {
    // In one order, so that the sums below come out the same to the last bit.
    let pairs = pairs.sorted { ($1.weight, $0.isSame ? 0 : 1) < ($0.weight, $1.isSame ? 0 : 1) }
    pairCount = pairs.count
    sameCount = pairs.count(where: \.isSame)
    let said = pairs.filter { $0.verdict == .same }
    decided = PrecisionRecall(
      agreed: said.count(where: \.isSame), predicted: said.count, true: sameCount)
    missed =
      Double(pairs.count { $0.isSame && $0.verdict == .different }) / Double(max(1, sameCount))
    review = Double(pairs.count { $0.verdict == .review }) / Double(max(1, pairs.count))

    let ranking = Ranking(pairs, sameCount: sameCount)
    bestF1 = ranking.bestF1
    bestThreshold = ranking.bestThreshold
    averagePrecision = ranking.averagePrecision

    let calibration = Calibration(pairs, sameCount: sameCount)
    brierScore = calibration.brierScore
    calibrationError = calibration.error
  }
}

/// The figures that depend on the order of the weights alone.
private struct Ranking {
  var bestF1 = 0.0
  var bestThreshold: Double?
  var averagePrecision = 0.0

  /// - Precondition: the pairs come by falling weight.
  init(_ ranked: [PairEvaluation.Pair], sameCount: Int) {
    guard sameCount > 0 else { return }
    var found = 0
    var start = 0
    while start < ranked.count {
      var end = start
      var hits = 0
      while end < ranked.count, ranked[end].weight == ranked[start].weight {
        hits += ranked[end].isSame ? 1 : 0
        end += 1
      }
      found += hits
      averagePrecision += Double(found) / Double(end) * Double(hits) / Double(sameCount)
      let f1 = 2 * Double(found) / Double(end + sameCount)
      if f1 > bestF1 {
        bestF1 = f1
        bestThreshold = ranked[start].weight
      }
      start = end
    }
  }
}

/// Whether a probability of 0.7 comes true seven times in ten.
private struct Calibration {
  private static let binCount = 10
  // Beyond this a probability is 0 or 1 as far as the figures go.
  private static let greatestWeight = 60.0

  var brierScore = 0.0
  var error = 0.0

  init(_ pairs: [PairEvaluation.Pair], sameCount: Int) {
    let otherCount = pairs.count - sameCount
    var said = [Double](repeating: 0, count: Self.binCount)
    var came = [Double](repeating: 0, count: Self.binCount)
    for pair in pairs {
      let mass = 0.5 / Double(pair.isSame ? sameCount : otherCount)
      let weight = max(-Self.greatestWeight, min(Self.greatestWeight, pair.weight))
      let probability = 1 / (1 + exp2(-weight))
      let truth = pair.isSame ? 1.0 : 0.0
      brierScore += mass * (probability - truth) * (probability - truth)
      let bin = min(Int(probability * Double(Self.binCount)), Self.binCount - 1)
      said[bin] += mass * probability
      came[bin] += mass * truth
    }
    error = zip(said, came).reduce(0) { $0 + abs($1.0 - $1.1) }
  }
}
