import NameSimilarity
import TestSupport
import Testing

@testable import Linkage

/// How common names are is counted in the lists at hand and smoothed by what is known of names: the answer for a pair
/// hardly depends on how long the list is that it stands in.
@Suite struct RarityTests {
  /// A list of pairs of rows, each pair one person's, all people unlike.
  private static func list(people: Int) throws -> RecordList {
    let pairs = try TestFiles.records("corpora/families/pairs.tsv").filter { $0["label"]! == "1" }
    // Strangers from all cultures, not one family after the other.
    let step = max(1, pairs.count / 1000)
    let chosen = stride(from: 0, to: pairs.count, by: step).prefix(1000).map { pairs[$0] }
    return RecordList(
      name: "list", names: chosen.prefix(people).flatMap { [$0["left"]!, $0["right"]!] })
  }

  /// The log odds of the first `count` people's pairs, every row having one partner on the list.
  private static func logOdds(people: Int, first count: Int) throws -> [Bits] {
    let list = try list(people: people)
    let table = ProfileTable(lists: [list], model: .standard, threads: 2)
    let scorer = PairScorer(table, rows: list.count)
    let prior = PriorEstimate.logOdds(linksPerRow: 1, among: list.count)
    var profiles = [Int](repeating: 0, count: list.count)
    for (number, profile) in table.profiles.enumerated() {
      for record in profile.records { profiles[Int(record.row)] = number }
    }
    var scratch = NameScorer.Scratch()
    return (0..<count).map { person in
      let ends = [profiles[2 * person], profiles[2 * person + 1]].sorted()
      let weight = scorer.scored(ends[0], ends[1], &scratch)?.weight ?? Comparison.nothingInCommon
      return weight + prior
    }
  }

  /// - Parameter people: of a thousand, cut down to so many.
  @Test(.enabled(if: TestScale.isFull), arguments: [100, 10])
  func answersHardlyMoveWhenAListIsCutDown(people: Int) throws {
    let whole = try Self.logOdds(people: 1000, first: people)
    let cut = try Self.logOdds(people: people, first: people)
    let costs = DecisionCosts()
    let moves = zip(whole, cut).map { abs(Double($1.raw - $0.raw)) / 1024 }
    let mean = moves.reduce(0, +) / Double(people)
    let changed = zip(whole, cut).count {
      costs.decision(logOdds: $0) != costs.decision(logOdds: $1)
    }
    // One answer is never turned into its opposite.
    let turned = zip(whole, cut).count {
      Set([costs.decision(logOdds: $0), costs.decision(logOdds: $1)]) == [.same, .different]
    }
    print("cut to \(people) people: \(mean) bits moved on average, \(changed) other answers")
    #expect(mean <= 1.5)
    #expect(changed * 20 <= people)
    #expect(turned == 0)
  }
}
