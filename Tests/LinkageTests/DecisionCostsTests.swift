import NameSimilarity
import TestSupport
import Testing

@testable import Linkage

@Suite struct DecisionCostsTests {
  @Test func defaultsAreThoseOfTheDesign() {
    let costs = DecisionCosts()
    #expect(abs(costs.sameFrom - 0.99) < 1e-12 && abs(costs.differentUpTo - 0.2) < 1e-12)
  }

  /// No other answer would cost less, whatever the costs.
  @Test func theAnswerIsTheCheapest() {
    var random = SeededGenerator(seed: 61)
    for _ in 0..<20_000 {
      func cost() -> Double { Double.random(in: 0.01...30, using: &random) }
      let costs = DecisionCosts(wrongMerge: cost(), missedLink: cost(), review: cost() / 5)
      let logOdds = Bits(Double.random(in: -12...12, using: &random))
      let p = logOdds.probability
      let price: [Decision: Double] = [
        .same: (1 - p) * costs.wrongMerge, .different: p * costs.missedLink, .review: costs.review,
      ]
      let answer = costs.decision(logOdds: logOdds)
      let cheapest = price.values.min()!
      // Thresholds are rounded to 1/1024 bit.
      #expect(price[answer]! <= cheapest * 1.002 + 1e-9, "\(costs) at \(p): \(answer)")
    }
  }
}
