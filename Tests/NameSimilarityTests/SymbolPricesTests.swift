import NameSimilarity
import NameTables
import NameText
import TestSupport
import Testing

@Suite struct SymbolPricesTests {
  private static let aligner = Aligner(
    costs: AlignmentCosts(table: .alignment, byHand: .alignmentByHand) {
      Phonemes.symbol(named: String($0))
    })

  /// Strings as names have them, and such as none has: repeated symbols, symbols that are never met.
  private static func strings(_ random: inout SeededGenerator) throws -> [[UInt8]] {
    let cells = try TestFiles.rows("corpora/spellings/pairs.tsv").dropFirst().flatMap {
      $0.prefix(2)
    }
    var strings = cells.flatMap { Cleaning.words(of: $0).map { Phonemes.symbols(of: $0.text) } }
    for length in 0..<40 {
      strings.append((0..<length).map { _ in UInt8.random(in: 1...63, using: &random) })
      strings.append((0..<length).map { _ in UInt8.random(in: 7...9, using: &random) })
    }
    return strings
  }

  /// The bound is no more than what the cheapest alignment costs, and tells most strangers apart.
  @Test func boundIsSafe() throws {
    var random = SeededGenerator(seed: 8)
    let strings = try Self.strings(&random)
    let prices = SymbolPrices(Self.aligner.costs)
    let limit = Bits(16).raw
    var far = 0
    var settled = 0
    for _ in 0..<TestScale.of(40_000) {
      let (a, b) = (
        strings.randomElement(using: &random)!, strings.randomElement(using: &random)!
      )
      var line: [UInt8] = []
      prices.append(of: b.span, to: &line)
      let bound = SymbolPrices.bound(a.span, line.span)
      let cost = Self.aligner.cost(a, b, limit: .max)!
      #expect(bound <= cost, "\(a) \(b)")
      if cost > limit { far += 1 }
      if bound > limit { settled += 1 }
    }
    #expect(settled * 2 > far, "\(settled) of \(far)")
  }

  /// What symbols cost against any of some strings is no more than against each.
  @Test func leastOfStringsIsBelowEach() throws {
    var random = SeededGenerator(seed: 9)
    let strings = try Self.strings(&random).prefix(200)
    let prices = SymbolPrices(Self.aligner.costs)
    var lines: [UInt8] = []
    for string in strings { prices.append(of: string.span, to: &lines) }
    var least: [UInt8] = []
    SymbolPrices.appendLeast(of: [3, 70, 111], in: lines, to: &least)
    for number in [3, 70, 111] {
      let line = lines[number * SymbolPrices.count..<(number + 1) * SymbolPrices.count]
      #expect(zip(least, line).allSatisfy { $0 <= $1 })
    }
    #expect(least.count == SymbolPrices.count)
  }
}
