import NameSimilarity
import NameText
import TestSupport
import Testing

@testable import Linkage

@Suite struct NameScorerTests {
  /// Names of both scripts from the corpora and made of them.
  private static let scorer: PairScorer = {
    var maker = ListMaker(seed: 5)
    let pairs = (try? TestFiles.rows("corpora/spellings/pairs.tsv")) ?? []
    let names = RecordList(names: pairs.dropFirst().flatMap { $0.prefix(2) })
    return PairScorer(
      ProfileTable(
        lists: [names, maker.list("made", count: 600, hasOtherNames: false)], model: .standard,
        threads: 2),
      rows: names.count + 600)
  }()

  /// Pairs of neighbours in the table and pairs drawn at random.
  private func forEachPair(_ body: (IndexedName, IndexedName, inout NameScorer.Scratch) -> Void) {
    var random = SeededGenerator(seed: 51)
    var scratch = NameScorer.Scratch()
    let names = Self.scorer.table.names
    let perName = TestScale.of(40)
    for (number, name) in names.enumerated() {
      for step in 0..<perName {
        let near = number + step + 1
        let other =
          step < 6 && near < names.count ? names[near] : names.randomElement(using: &random)!
        body(name, other, &scratch)
      }
    }
  }

  @Test func evidenceIsSymmetric() {
    var compared = 0
    forEachPair { a, b, scratch in
      let there = Self.scorer.names.evidence(a, b, &scratch)
      let back = Self.scorer.names.evidence(b, a, &scratch)
      compared += there == nil ? 0 : 1
      #expect(there == back, "\(text(a)) ~ \(text(b))")
    }
    #expect(compared > TestScale.of(5_000), "only \(compared) pairs have anything in common")
  }

  @Test func explainedIsTheSameAndAddsUp() {
    forEachPair { a, b, scratch in
      let plain = Self.scorer.names.evidence(a, b, &scratch)
      let explained = Self.scorer.names.evidence(a, b, explain: true, &scratch)
      #expect(plain == explained, "\(text(a)) ~ \(text(b))")
    }
  }

  @Test func nobodyIsLikerToANameThanItself() {
    forEachPair { a, b, scratch in
      guard let evidence = Self.scorer.names.evidence(a, b, &scratch) else { return }
      let itself = Self.scorer.names.evidence(a, a, &scratch)
      #expect(itself != nil, "\(text(a)) is not like itself")
      #expect(
        itself.map { $0.weight >= evidence.weight } ?? false,
        "\(text(b)) is liker to \(text(a)) than itself")
      #expect(itself?.isContradicted == false, "\(text(a)) contradicts itself")
    }
  }

  /// Of two words that both look like surnames one is a given name, and more than the family agrees.
  @Test func twoSurnamesAreAWholeName() throws {
    var list = RecordList(
      name: "surnames", columns: [RecordList.Column(name: "surname", kind: .surname)])
    for (row, cell) in ["Kallikhanov Djandosov", "Tajimuratov Erkinov"].enumerated() {
      list.append(cell: cell.utf8)
      list.endRow(line: row + 2)
    }
    let scorer = PairScorer(
      ProfileTable(lists: [list], model: .standard, threads: 1), rows: list.count)
    var scratch = NameScorer.Scratch()
    for name in scorer.table.names {
      #expect(name.parts.map(\.role) == [.surname, .surname], "\(name.parts.map(\.role))")
      let evidence = try #require(scorer.names.evidence(name, name, &scratch))
      let ceilings = NameCeilings(rows: list.count)
      let all = name.parts.reduce(Bits.zero) { $0 + $1.information }
      let asFamily = NameCeilings.hold(all, below: ceilings.family)
      #expect(evidence.weight > asFamily && evidence.weight <= all)
    }
  }

  private func text(_ name: IndexedName) -> String {
    name.parts.map { "\(Self.scorer.table.lexicon.tokens[Int($0.token)].token.text) (\($0.role))" }
      .joined(separator: " ")
  }
}
