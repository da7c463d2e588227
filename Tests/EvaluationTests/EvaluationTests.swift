import Linkage
import Testing

private func isClose(_ left: Double, _ right: Double) -> Bool { abs(left - right) < 1e-12 }

@Suite struct PairEvaluationTests {
  private typealias Pair = PairEvaluation.Pair

  /// By weight: same at 2; same and different tied at 1; different at -1; same at -2.
  private let pairs = [
    Pair(weight: -1, verdict: .different, isSame: false),
    Pair(weight: 1, verdict: .same, isSame: false),
    Pair(weight: -2, verdict: .different, isSame: true),
    Pair(weight: 2, verdict: .same, isSame: true),
    Pair(weight: 1, verdict: .review, isSame: true),
  ]

  @Test func verdictsAreCounted() {
    let result = PairEvaluation(pairs)
    #expect(result.pairCount == 5 && result.sameCount == 3)
    #expect(isClose(result.decided.precision, 1 / 2) && isClose(result.decided.recall, 1 / 3))
    #expect(isClose(result.decided.f1, 0.4))
    #expect(isClose(result.missed, 1 / 3) && isClose(result.review, 1 / 5))
  }

  @Test func tiesShareOneThreshold() {
    let result = PairEvaluation(pairs)
    // Precision 1/1 at the first, 2/3 after the tie, 3/5 at the end.
    #expect(isClose(result.averagePrecision, (1 + 2.0 / 3 + 3.0 / 5) / 3))
    // F1 2·1/(1+3), 2·2/(3+3), 2·2/(4+3), 2·3/(5+3).
    #expect(isClose(result.bestF1, 0.75) && result.bestThreshold == -2)
    #expect(PairEvaluation(pairs.reversed()) == result)
  }

  @Test func calibrationGivesBothKindsHalfOfTheMass() {
    // Probabilities 0.8, 2/3, 0.2 of the same (a sixth of the mass each); 2/3, 1/3 (a quarter).
    let result = PairEvaluation(pairs)
    let brier = (0.04 + 1.0 / 9 + 0.64) / 6 + (4.0 / 9 + 1.0 / 9) / 4
    #expect(isClose(result.brierScore, brier))
    // Bins: 0.8 alone, 0.2 alone, 1/3 alone, 2/3 of both kinds.
    let tied = abs((2.0 / 3) / 6 + (2.0 / 3) / 4 - 1.0 / 6)
    let error = 0.2 / 6 + 0.8 / 6 + (1.0 / 3) / 4 + tied
    #expect(isClose(result.calibrationError, error))
  }

  @Test func nothingToFindIsNoFault() {
    let none = PairEvaluation([])
    #expect(none.decided.f1 == 1 && none.averagePrecision == 0 && none.bestThreshold == nil)
    let different = PairEvaluation([Pair(weight: -90, verdict: .different, isSame: false)])
    #expect(different.missed == 0 && different.brierScore < 1e-30)
  }
}

@Suite struct ClusterEvaluationTests {
  @Test func countsByHand() {
    // Clusters {a1 a2 b1} {b2} {c1}: persons a and b are wrongly merged, b is split.
    let result = ClusterEvaluation(
      predicted: [1, 1, 1, 2, 3], truth: ["a", "a", "b", "b", "c"])
    #expect(isClose(result.pairwise.precision, 1 / 3))
    #expect(isClose(result.pairwise.recall, 1 / 2))
    #expect(isClose(result.pairwise.f1, 0.4))
    #expect(isClose(result.bCubed.precision, (2 * 2.0 / 3 + 1.0 / 3 + 1 + 1) / 5))
    #expect(isClose(result.bCubed.recall, (1 + 1 + 0.5 + 0.5 + 1) / 5))
    #expect(isClose(result.wronglyMergedPerThousand, 2000.0 / 3))
    #expect(result.clusterCount == 3 && result.personCount == 3)
  }

  @Test func perfectAndEmpty() {
    let perfect = ClusterEvaluation(predicted: ["x", "y", "x"], truth: [7, 8, 7])
    #expect(perfect.pairwise.f1 == 1 && perfect.bCubed.f1 == 1)
    #expect(perfect.wronglyMergedPerThousand == 0)
    let empty = ClusterEvaluation(predicted: [Int](), truth: [Int]())
    #expect(empty.pairwise.f1 == 1 && empty.bCubed.f1 == 1 && empty.personCount == 0)
  }
}
