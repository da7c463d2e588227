import NameSimilarity
import NameTables
import NameText
import TestSupport
import Testing

@testable import NameIndex

@Suite struct SymbolGroupsTests {
  /// What the groups cost that one string has and the other lacks is no more than what the cheapest alignment costs.
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
      let bound = groups.sum(Self.needed(a, groups) & ~Self.offered(b, groups))
      #expect(bound <= aligner.cost(a, b, limit: .max)!, "\(a) \(b)")
      positive += bound > 0 ? 1 : 0
    }
    #expect(positive > 0)
  }

  /// A symbol that repeats the one before it goes for less, and needs nothing.
  private static func needed(_ symbols: [UInt8], _ groups: SymbolGroups) -> UInt32 {
    symbols.indices.reduce(0) {
      $1 > 0 && symbols[$1] == symbols[$1 - 1] ? $0 : $0 | groups.needed[Int(symbols[$1])]
    }
  }

  private static func offered(_ symbols: [UInt8], _ groups: SymbolGroups) -> UInt32 {
    symbols.reduce(0) { $0 | groups.offered[Int($1)] }
  }
}
