import Glibc
import NameSimilarity
import TestSupport
import Testing

@testable import Linkage

/// The filters are safe: no pair that the scorer would put above the threshold is missed.
@Suite struct CandidateFinderTests {
  /// All pairs through the scorer, one by one, and profiles of several rows with themselves.
  private func plain(_ scorer: PairScorer, threshold: Bits) -> [ScoredPair] {
    var scratch = NameScorer.Scratch()
    var pairs: [ScoredPair] = []
    let profiles = scorer.table.profiles
    for left in profiles.indices {
      for right in left..<profiles.count where left != right || profiles[left].records.count > 1 {
        if let pair = scorer.scored(left, right, &scratch), pair.weight >= threshold {
          pairs.append(pair)
        }
      }
    }
    return pairs
  }

  private func row(_ number: UInt32, _ table: ProfileTable, _ lists: [RecordList]) -> String {
    let record = table.profiles[Int(number)].records[0]
    return lists[Int(record.list)].line(of: Int(record.row))
  }

  private func check(_ lists: [RecordList], thresholds: [Double], threads: Int = 1) {
    let table = ProfileTable(lists: lists, model: .standard, threads: 1)
    let scorer = PairScorer(table, rows: lists.reduce(0) { $0 + $1.count })
    for threshold in thresholds.map({ Bits($0) }) {
      let expected = plain(scorer, threshold: threshold)
      let found = CandidateFinder(scorer, Blocking(scorer.table), threshold: threshold).pairs(
        threads: threads)
      if found == expected { continue }
      for pair in Set(expected).subtracting(found).prefix(3) {
        Issue.record(
          """
          lost at \(threshold.decimal), worth \(pair.weight.decimal): \
          \(row(pair.left, table, lists)) ~ \(row(pair.right, table, lists))
          """)
      }
      for pair in Set(found).subtracting(expected).prefix(3) {
        Issue.record(
          "not above \(threshold.decimal): \(row(pair.left, table, lists)) ~ \(row(pair.right, table, lists))"
        )
      }
      #expect(found == expected, "the order differs at \(threshold.decimal)")
    }
  }

  private static let thresholds: [Double] = [
    -60, -20, -6, 0, 3, 6, 8, 10, 12, 14, 16, 18, 21, 25, 30, 38,
  ]

  /// Thousands of small lists, in parts so that they share the processors.
  @Test(arguments: 0..<SafetyProof.parts)
  func smallListsLoseNothing(part: Int) {
    for seed in 0..<SafetyProof.listsOfPart {
      var maker = ListMaker(seed: part * 100_000 + seed)
      let count = Int.random(in: 2...24, using: &maker.random)
      let first = maker.list("a", count: count)
      let second = maker.list("b", count: count / 3, hasParts: true)
      check([first, second], thresholds: Self.thresholds)
    }
  }

  /// The same with names that meet by their forms.
  @Test(arguments: 0..<SafetyProof.parts)
  func listsOfFormsLoseNothing(part: Int) {
    checkSmallLists(of: ListMaker.formGroups, seed: 2_000_000 + part * 100_000)
  }

  /// The same with marks of who is the elder of two of one name.
  @Test(arguments: 0..<SafetyProof.parts)
  func listsOfMarkedNamesLoseNothing(part: Int) {
    checkSmallLists(of: ListMaker.markedGroups, seed: 3_000_000 + part * 100_000)
  }

  private func checkSmallLists(of groups: [[String]], seed first: Int) {
    for seed in first..<first + SafetyProof.listsOfPart / 4 {
      var maker = ListMaker(seed: seed, groups: groups)
      let count = Int.random(in: 2...24, using: &maker.random)
      let lists = [
        maker.list("a", count: count), maker.list("b", count: count / 3, hasParts: true),
      ]
      check(lists, thresholds: Self.thresholds)
    }
  }

  /// Rates of names follow from the lists; in larger ones common names are worth little.
  @Test(arguments: 0..<TestScale.of(6))
  func largerListsLoseNothing(seed: Int) {
    var maker = ListMaker(seed: 900_000 + seed)
    let lists = [maker.list("a", count: 250), maker.list("b", count: 150, hasParts: true)]
    check(lists, thresholds: [0, 8, 12, 16, 22, 30], threads: 2)
  }

  /// The same row twice, its name so common that only the passport carries it.
  @Test func equalRowsThatAnIdentifierCarriesAreFound() {
    var list = RecordList(name: "a", columns: ListMaker.columns)
    for row in 0..<40 {
      let passport = row < 2 ? "AA 123" : "B \(row)"
      for cell in ["Иван", "", "", "", passport, "\(row)"] { list.append(cell: cell.utf8) }
      list.endRow(line: row + 2)
    }
    check([list], thresholds: Self.thresholds)
  }

  /// The same row twice, its name so common that only the date of birth carries it.
  @Test func equalRowsThatADateCarriesAreFound() {
    var list = RecordList(name: "a", columns: ListMaker.columns)
    for row in 0..<40 {
      let birth = row < 2 ? "1978-05-30" : "\(1930 + row)-06-\(row % 28 + 1)"
      for cell in ["Иван", birth, "", "", "", "\(row)"] { list.append(cell: cell.utf8) }
      list.endRow(line: row + 2)
    }
    check([list], thresholds: Self.thresholds)
  }

  /// Two thousand names in all orthographies lose nothing.
  @Test(.enabled(if: TestScale.isFull)) func listOfFamiliesLosesNothing() throws {
    let pairs = try TestFiles.records("corpora/families/pairs.tsv")
    let names = pairs.filter { $0["label"]! == "1" }.prefix(1000).flatMap {
      [$0["left"]!, $0["right"]!]
    }
    try expectNothingLost(RecordList(name: "families", names: names))
  }

  /// The same for every list in the folder DIZIM_LISTS, which `scripts/candidates.py` fills.
  @Test(.enabled(if: Self.folder != nil)) func listsFromElsewhereLoseNothing() throws {
    let folder = try #require(Self.folder)
    let index = String(decoding: try TestFiles.bytes(at: "\(folder)/lists.txt"), as: UTF8.self)
    for name in index.split(separator: "\n") {
      let text = String(decoding: try TestFiles.bytes(at: "\(folder)/\(name)"), as: UTF8.self)
      let rows = text.split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false)
      }
      let kinds = try rows[0].map { try #require(FieldKind(named: String($0))) }
      var list = RecordList(
        name: String(name), columns: kinds.map { RecordList.Column(name: $0.rawValue, kind: $0) })
      for (number, row) in rows.dropFirst().enumerated() {
        for cell in row { list.append(cell: cell.utf8) }
        list.endRow(line: number + 2)
      }
      try expectNothingLost(list)
    }
  }

  private static var folder: String? {
    unsafe getenv("DIZIM_LISTS").map { unsafe String(cString: $0) }
  }

  /// - Note: Thresholds as `dedupe` asks for: what may be worth a question at the highest prior, and higher.
  private func expectNothingLost(_ list: RecordList) throws {
    let table = ProfileTable(lists: [list], model: .standard, threads: 2)
    let scorer = PairScorer(table, rows: list.count)
    let highest = PriorEstimate.logOdds(
      linksPerRow: PriorEstimate.mostLinksPerRow, among: list.count)
    let lowest = Bits(logOddsOf: DecisionCosts().differentUpTo) - highest
    let all = plain(scorer, threshold: lowest)
    for threshold in [lowest, lowest + Bits(4), lowest + Bits(8)] {
      let expected = all.filter { $0.weight >= threshold }
      let found = Set(
        CandidateFinder(scorer, Blocking(scorer.table), threshold: threshold).pairs(threads: 2))
      let lost = expected.filter { !found.contains($0) }
      print(
        "\(list.name): \(lost.count) of \(expected.count) pairs from \(threshold.decimal) bits lost",
        lost.prefix(3).map {
          "\(row($0.left, table, [list])) ~ \(row($0.right, table, [list])) \($0.weight.decimal)"
        })
      // In a large lexicon parts further apart are not looked for.
      #expect(lost.count <= (table.lexicon.hasAllNeighbours ? 0 : expected.count / 1000))
      #expect(found.isSubset(of: expected))
    }
  }

  @Test func threadsDoNotMatter() {
    var maker = ListMaker(seed: 4_242)
    let table = ProfileTable(lists: [maker.list("a", count: 400)], model: .standard, threads: 1)
    let finder = CandidateFinder(PairScorer(table, rows: 400), Blocking(table), threshold: Bits(8))
    let one = finder.pairs(threads: 1)
    #expect(!one.isEmpty && finder.pairs(threads: 2) == one && finder.pairs(threads: 8) == one)
  }
}

/// How much is tried: enough to matter.
private enum SafetyProof {
  static let parts = 10
  static let listsOfPart = TestScale.of(800)
}
