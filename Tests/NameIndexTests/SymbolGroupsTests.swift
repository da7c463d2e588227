import NameIndex
import NameSimilarity
import NameTables
import NameText
import TestSupport
import Testing

@Suite struct SymbolGroupsTests {
  /// The bound by signatures is no more than what the cheapest alignment costs.
  @Test func boundIsSafe() throws {
    let aligner = Aligner(
      costs: AlignmentCosts(table: .alignment, byHand: .alignmentByHand) {
        Phonemes.symbol(named: String($0))
      })
    let groups = SymbolGroups(aligner.costs)
    let cells = try TestFiles.rows("corpora/spellings/pairs.tsv").dropFirst().flatMap {
      $0.prefix(2)
    }
    let strings = cells.flatMap { Cleaning.words(of: $0).map { Phonemes.symbols(of: $0.text) } }
    var random = SeededGenerator(seed: 8)
    var positive = 0
    for _ in 0..<TestScale.of(20_000) {
      let (a, b) = (
        strings.randomElement(using: &random)!, strings.randomElement(using: &random)!
      )
      let bound = groups.bound(groups.signature(of: a.span), groups.signature(of: b.span))
      #expect(bound <= aligner.cost(a, b, limit: .max)!, "\(a) \(b)")
      positive += bound > 0 ? 1 : 0
    }
    #expect(positive > 0)
  }
}
