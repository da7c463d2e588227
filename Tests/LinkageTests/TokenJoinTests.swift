import NameSimilarity
import NameText
import TestSupport
import Testing

@testable import Linkage

@Suite struct TokenJoinTests {
  /// In a small lexicon every pair that counts as one name is a neighbour, at the price that comparing gives.
  @Test(arguments: 0..<TestScale.of(20))
  func smallLexiconHasAllNeighbours(seed: Int) {
    var maker = ListMaker(
      seed: 30_000 + seed, groups: seed % 2 == 0 ? ListMaker.groups : ListMaker.formGroups)
    let lists = [maker.list("a", count: 40), maker.list("b", count: 20, hasParts: true)]
    let lexicon = ProfileTable(lists: lists, model: .standard, threads: 2).lexicon
    #expect(lexicon.hasAllNeighbours)
    let tokens = lexicon.tokens.indices.map { UInt32($0) }
    for a in tokens {
      let expected = tokens.compactMap { lexicon.compared(a, $0) }
      #expect(Array(lexicon.neighbours(of: a)) == expected, "\(lexicon.tokens[Int(a)].token.text)")
    }
  }

  /// One token against many at once gives what comparing one by one does.
  @Test(arguments: 0..<TestScale.of(6))
  func blocksGiveWhatPairsGive(seed: Int) {
    var maker = ListMaker(
      seed: 50_000 + seed, groups: seed % 2 == 0 ? ListMaker.groups : ListMaker.formGroups)
    let lists = [maker.list("a", count: 80), maker.list("b", count: 20, hasParts: true)]
    let lexicon = ProfileTable(lists: lists, model: .standard, threads: 1).lexicon
    let tokens = lexicon.tokens.indices.map { UInt32($0) }
    var block = lexicon.comparer.block()
    for a in tokens {
      let found = lexicon.comparer.neighbours(a, tokens, &block)
      let expected = tokens.compactMap { lexicon.compared(a, $0) }
      #expect(found == expected)
      for reach in [Bits(2), Bits(6), Bits(11)] {
        #expect(
          lexicon.comparer.neighbours(a, tokens, within: reach, &block)
            == expected.filter { $0.cost <= reach.raw })
      }
    }
  }

  /// The most that letters may differ within a cost is the last that does not go beyond it.
  @Test func spellingIsTheInverseOfItsCost() {
    for raw in stride(from: Int32(-2048), through: 14_336, by: 7) {
      let most = Bits(raw: raw)
      let spelling = NameWeights.spelling(costing: most)
      #expect(NameWeights.cost(ofSpelling: spelling + Bits(raw: 1)) > most)
      if spelling >= .zero { #expect(NameWeights.cost(ofSpelling: spelling) <= most) }
    }
  }

  /// A large lexicon looks for near neighbours only: the loss in pairs of rows that reach the threshold is small.
  @Test func largeLexiconLosesLittle() {
    guard TestScale.isFull else { return }
    var maker = ListMaker(seed: 77)
    let list = Self.manyNames(9_000, &maker.random)
    let table = ProfileTable(lists: [list], model: .standard, threads: 2)
    #expect(!table.lexicon.hasAllNeighbours)
    let scorer = PairScorer(table, rows: list.count)
    let threshold = Bits(8)
    let found = Set(
      CandidateFinder(scorer, Blocking(scorer.table), threshold: threshold).pairs(threads: 2).map {
        [$0.left, $0.right]
      })
    var scratch = NameScorer.Scratch()
    var reaching = 0
    var lost = 0
    for left in stride(from: 0, to: table.profiles.count, by: 36) {
      for right in table.profiles.indices where right != left {
        let (a, b) = (min(left, right), max(left, right))
        guard let pair = scorer.scored(a, b, &scratch), pair.weight >= threshold else { continue }
        reaching += 1
        if !found.contains([pair.left, pair.right]) { lost += 1 }
      }
    }
    #expect(reaching > 200)
    #expect(lost * 200 <= reaching, "\(lost) of \(reaching)")
  }

  /// People of made-up names, each written twice, the second time with a slip in a word.
  private static func manyNames(_ count: Int, _ random: inout SeededGenerator) -> RecordList {
    let onsets = [
      "б", "в", "г", "д", "ж", "з", "к", "л", "м", "н", "п", "р", "с", "т", "х", "ч", "ш",
    ]
    let vowels = ["а", "е", "и", "о", "у", "ы", "я"]
    func syllables(_ range: ClosedRange<Int>) -> String {
      (0..<Int.random(in: range, using: &random)).map { _ in
        onsets.randomElement(using: &random)! + vowels.randomElement(using: &random)!
      }.joined()
    }
    var names: [String] = []
    while names.count < count {
      let words = [syllables(2...4) + "нов", syllables(2...3) + "н"]
      names.append(words.joined(separator: " "))
      var slip = words
      let word = Int.random(in: 0..<2, using: &random)
      var letters = Array(slip[word])
      letters[Int.random(in: letters.indices, using: &random)] = "о"
      slip[word] = String(letters)
      names.append(slip.joined(separator: " "))
    }
    return RecordList(names: names)
  }
}
