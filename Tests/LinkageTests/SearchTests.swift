import NameSimilarity
import TestSupport
import Testing

@testable import Linkage

@Suite struct SearchTests {
  /// Every query against every row, one by one.
  private func plain(_ list: RecordList, _ queries: RecordList) -> [[Bits?]] {
    let table = ProfileTable(lists: [list, queries], countedLists: 1, model: .standard, threads: 1)
    let scorer = PairScorer(table, rows: list.count)
    var scratch = NameScorer.Scratch()
    func profile(_ number: Int, _ row: Int) -> Profile {
      table.profiles.first { $0.records.contains(RecordID(list: number, row: row)) }!
    }
    return (0..<queries.count).map { query in
      (0..<list.count).map { scorer.weight(profile(1, query), profile(0, $0), &scratch) }
    }
  }

  @Test(arguments: 0..<TestScale.of(40))
  func findsWhatBruteForceFinds(seed: Int) {
    var maker = ListMaker(seed: 300_000 + seed)
    let list = maker.list("a", count: 50)
    let queries = maker.list("b", count: 12, hasParts: seed % 3 == 0)
    let expected = plain(list, queries)
    let search = NameSearch(list: list, queries: queries)
    let answers = search.answers(top: .max, leastProbability: nil)
    #expect(answers.count == queries.count)
    for (query, found) in answers.enumerated() {
      let known = expected[query].enumerated().compactMap { row, weight in weight.map { (row, $0) }
      }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
      #expect(found.map(\.row) == known.map(\.0), "\(queries.line(of: query))")
      #expect(found.map(\.weight) == known.map(\.1), "\(queries.line(of: query))")
    }
    #expect(search.answers(top: 3, leastProbability: nil) == answers.map { Array($0.prefix(3)) })
    let likely = search.answers(top: .max, leastProbability: 0.5)
    for (some, all) in zip(likely, answers) {
      #expect(some == Array(all.prefix(some.count)) && some.allSatisfy { $0.probability >= 0.499 })
      #expect(all.dropFirst(some.count).allSatisfy { $0.probability <= 0.501 })
    }
  }

  /// What else is asked changes no answer.
  @Test func answersDoNotDependOnOtherQueries() {
    var maker = ListMaker(seed: 310_000)
    let list = maker.list("a", count: 80)
    let queries = maker.list("b", count: 20)
    let together = NameSearch(list: list, queries: queries).answers(top: 5, leastProbability: nil)
    for query in 0..<queries.count {
      let alone = NameSearch(list: list, queries: queries.reordered([query]))
        .answers(top: 5, leastProbability: nil)
      #expect(alone == [together[query]], "\(queries.line(of: query))")
    }
  }

  @Test func anEmptyListHasNobody() {
    let search = NameSearch(
      list: RecordList(names: []), queries: RecordList(names: ["Тимур Реимов", ""]))
    #expect(search.answers(top: 5, leastProbability: nil) == [[], []])
  }
}
