import NameSimilarity
import TestSupport
import Testing

@testable import Linkage

@Suite struct PairLinkerTests {
  private func lists(_ seed: Int, _ left: Int, _ right: Int) -> (RecordList, RecordList) {
    var maker = ListMaker(seed: seed)
    return (maker.list("a", count: left), maker.list("b", count: right, hasParts: seed % 2 == 0))
  }

  /// Pairs with their rows' cells in place of their numbers, the last left out, which names the row.
  private func content(_ links: Links, _ left: RecordList, _ right: RecordList) -> [[String]] {
    links.pairs.map {
      [text(left, $0.left), text(right, $0.right), $0.weight.decimal, $0.decision.rawValue]
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private func text(_ list: RecordList, _ row: Int) -> String {
    (0..<list.columns.count - 1).map { list.text(row: row, column: $0) }.joined(separator: " | ")
  }

  private func mirrored(_ links: [[String]]) -> [[String]] {
    links.map { [$0[1], $0[0], $0[2], $0[3]] }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  // MARK: Candidates across

  /// Every pair of rows across the lists that reaches the threshold, and none within a list.
  @Test(arguments: 0..<TestScale.of(400))
  func nothingAcrossIsLost(seed: Int) {
    let (left, right) = lists(30_000 + seed, 4 + seed % 25, 3 + seed % 14)
    let table = ProfileTable(lists: [left, right], model: .standard, threads: 1)
    let scorer = PairScorer(table, rows: left.count + right.count)
    var scratch = NameScorer.Scratch()
    for threshold in [-40, 0, 8, 14, 20].map({ Bits($0) }) {
      var expected: [ScoredPair] = []
      for x in table.profiles.indices {
        for y in x..<table.profiles.count {
          let sides = [table.profiles[x], table.profiles[y]].map { Set($0.records.map(\.list)) }
          let isAcross =
            sides[0].contains(0) && sides[1].contains(1)
            || sides[0].contains(1) && sides[1].contains(0)
          guard isAcross,
            let pair = scorer.scored(x, y, &scratch), pair.weight >= threshold
          else { continue }
          expected.append(pair)
        }
      }
      let found = CandidateFinder(scorer, Blocking(table, .across(table)), threshold: threshold)
        .pairs(threads: 1)
      #expect(found == expected, "at \(threshold.decimal)")
    }
  }

  // MARK: What comes out

  @Test(arguments: [Matching.manyToMany, .oneToOne], 0..<TestScale.of(60))
  func ordersAndSidesChangeNothingElse(matching: Matching, seed: Int) throws {
    let (left, right) = lists(40_000 + seed, 60, 45)
    let links = try PairLinker(left, right).links(matching)
    let expected = content(links, left, right)
    let back = try PairLinker(right, left).links(matching)
    #expect(mirrored(content(back, right, left)) == expected, "exchanged")
    #expect(back.priorLogOdds == links.priorLogOdds)
    var random = SeededGenerator(seed: UInt64(seed))
    let (a, b) = (
      left.reordered((0..<left.count).shuffled(using: &random)),
      right.reordered((0..<right.count).shuffled(using: &random))
    )
    let again = try PairLinker(a, b).links(matching)
    #expect(content(again, a, b) == expected, "reordered")
  }

  @Test(arguments: 0..<TestScale.of(40))
  func oneToOneLeavesNobodyTwoPartners(seed: Int) throws {
    let (left, right) = lists(50_000 + seed, 80, 60)
    let linker = PairLinker(left, right)
    let many = try linker.links(.manyToMany).pairs
    let links = try linker.links(.oneToOne)
    let one = links.pairs
    #expect(Set(one.map(\.left)).count == one.count && Set(one.map(\.right)).count == one.count)
    #expect(Set(one).isSubset(of: Set(many)))
    // Nobody who has no partner could have had one who has none.
    let (lefts, rights) = (Set(one.map(\.left)), Set(one.map(\.right)))
    #expect(many.allSatisfy { lefts.contains($0.left) || rights.contains($0.right) })
    // No better sum by taking the best first.
    func gain(_ links: [Link], _ prior: Bits) -> Int64 {
      links.reduce(0) { $0 + OneToOne.gain($1.weight + prior) }
    }
    var (usedLeft, usedRight) = (Set<Int>(), Set<Int>())
    let greedy = many.sorted { $0.weight > $1.weight }.filter {
      if usedLeft.contains($0.left) || usedRight.contains($0.right) { return false }
      usedLeft.insert($0.left)
      usedRight.insert($0.right)
      return true
    }
    #expect(gain(one, links.priorLogOdds) >= gain(greedy, links.priorLogOdds))
  }

  @Test func gainGrowsAndIsNearTheWeight() {
    var last: Int64 = 0
    for bits in stride(from: -20.0, through: 30, by: 0.25) {
      let gain = OneToOne.gain(Bits(bits))
      #expect(gain >= last)
      last = gain
      if bits > 8 { #expect(abs(Double(gain) / 1024 - bits) < 0.01) }
      if bits < -8 { #expect(gain < 10) }
    }
  }

  @Test func theProbabilityDoesNotDependOnWhatIsAskedFor() throws {
    let (left, right) = lists(60_001, 120, 90)
    let linker = PairLinker(left, right)
    let usual = try linker.links()
    let all = try linker.links(.manyToMany, leastProbability: nil)
    let few = try linker.links(.manyToMany, leastProbability: 0.99)
    #expect(all.priorLogOdds == usual.priorLogOdds && few.priorLogOdds == usual.priorLogOdds)
    #expect(few.pairs.count <= usual.pairs.count && usual.pairs.count < all.pairs.count)
    #expect(all.pairs.filter { $0.decision != .different } == usual.pairs)
    #expect(usual.pairs.filter { $0.probability >= 0.99 }.count >= few.pairs.count)
  }

  @Test func threadsDoNotMatter() throws {
    let (left, right) = lists(60_002, 300, 200)
    func pairs(_ threads: Int) throws -> [Link] {
      var options = LinkOptions()
      options.threads = threads
      return try PairLinker(left, right, options: options).links(.oneToOne).pairs
    }
    #expect(try pairs(1) == pairs(2) && pairs(1) == pairs(8))
  }

  @Test func rowsThatSayTheSameAreAllListed() throws {
    let name = "Тажимуратов Даулетмурат Полатович"
    let left = RecordList(names: [name, "Ким Олег", name], called: "a")
    let right = RecordList(names: [name, name, "Пак Вера"], called: "b")
    let many = try PairLinker(left, right).links().pairs
    #expect(many.map { [$0.left, $0.right] } == [[0, 0], [0, 1], [2, 0], [2, 1]])
    let one = try PairLinker(left, right).links(.oneToOne).pairs
    #expect(one.count == 2)
  }

  @Test func emptyLists() throws {
    let (some, none) = (RecordList(names: ["Ким Олег"]), RecordList(names: []))
    for (a, b) in [(some, none), (none, some), (none, none)] {
      #expect(try PairLinker(a, b).links().pairs.isEmpty)
      #expect(try PairLinker(a, b).links(.oneToOne, leastProbability: nil).pairs.isEmpty)
    }
  }

  // MARK: Decisions

  @Test func decisionsGoBeforeTheEvidence() throws {
    let left = RecordList(names: ["Тажимуратов Даулетмурат", "Ким Олег"], called: "a")
    let right = RecordList(names: ["Dauletmurat Tajimuratov", "Пак Вера"], called: "b")
    let keys = RowKeys([left, right])
    func key(_ list: Int, _ row: Int) -> String {
      RowKeys.text(keys[RecordID(list: list, row: row)])
    }
    var options = LinkOptions()
    options.decisions = [
      PersonDecision(leftKey: key(0, 0), rightKey: key(1, 0), decision: .different, origin: "1"),
      PersonDecision(leftKey: key(1, 1), rightKey: key(0, 1), decision: .same, origin: "2"),
      PersonDecision(leftKey: "k0", rightKey: key(0, 1), decision: .same, origin: "3"),
    ]
    let linker = PairLinker(left, right, options: options)
    let many = try linker.links()
    #expect(many.decisionsApplied == 2)
    #expect(many.pairs.map(\.decision) == [.different, .same])
    #expect(many.comparison(of: many.pairs[1]).relation == .same)
    let one = try linker.links(.oneToOne).pairs
    #expect(one.map { [$0.left, $0.right] } == [[1, 1]])
  }
}
