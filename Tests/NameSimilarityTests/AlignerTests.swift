import NameSimilarity
import NameTables
import NameText
import TestSupport
import Testing

@Suite struct AlignerTests {
  private static let standard = Aligner(
    costs: AlignmentCosts(table: .alignment, byHand: .alignmentByHand) {
      Phonemes.symbol(named: String($0))
    })

  /// Symbols that the table knows.
  private static let symbols = (UInt8(1)..<64).filter { !Phonemes.name(of: $0).isEmpty }

  /// Pairs of related and of unrelated strings: few symbols, so that much is equal and repeated.
  private static func pairs(_ count: Int, seed: UInt64) -> [(left: [UInt8], right: [UInt8])] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      let few = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        symbols.randomElement(using: &random)!
      }
      let left = random.symbols(few, longest: 12)
      var right = left
      if random.oneIn(3) { right = random.symbols(few, longest: 12) }
      for _ in 0..<Int.random(in: 0...3, using: &random) where !right.isEmpty {
        let place = right.indices.randomElement(using: &random)!
        switch Int.random(in: 0..<4, using: &random) {
        case 0: right.remove(at: place)
        case 1: right[place] = symbols.randomElement(using: &random)!
        case 2: right.insert(right[place], at: place)
        default: right.swapAt(place, max(0, place - 1))
        }
      }
      return (left, right)
    }
  }

  /// Plain Levenshtein distance, by Wagner and Fischer's recurrence on a whole table.
  private static func levenshtein(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var table = [[Int]](repeating: Array(0...b.count), count: a.count + 1)
    for i in 0...a.count { table[i][0] = i }
    for i in a.indices {
      for j in b.indices {
        table[i + 1][j + 1] = min(
          table[i][j] + (a[i] == b[j] ? 0 : 1), table[i][j + 1] + 1, table[i + 1][j] + 1)
      }
    }
    return table[a.count][b.count]
  }

  /// The cheapest alignment by trying every first move, without a table.
  private static func cheapest(
    _ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>, _ before: (UInt8, UInt8),
    _ costs: AlignmentCosts
  ) -> Int32 {
    func alone(_ symbol: UInt8, _ previous: UInt8) -> Int32 {
      symbol == previous ? costs.repetition : costs.indel[Int(symbol)]
    }
    var best: Int32 = a.isEmpty && b.isEmpty ? 0 : .max
    if let x = a.first {
      best = min(
        best, alone(x, before.0) + cheapest(a.dropFirst(), b, (x, before.1), costs))
    }
    if let y = b.first {
      best = min(best, alone(y, before.1) + cheapest(a, b.dropFirst(), (before.0, y), costs))
    }
    if let x = a.first, let y = b.first {
      best = min(
        best, costs.substituting(x, y) + cheapest(a.dropFirst(), b.dropFirst(), (x, y), costs))
    }
    if a.count > 1, b.count > 1 {
      let (x, y) = (a[a.startIndex], a[a.startIndex + 1])
      if x != y, x == b[b.startIndex + 1], y == b[b.startIndex] {
        best = min(
          best, costs.transposition + cheapest(a.dropFirst(2), b.dropFirst(2), (y, x), costs))
      }
    }
    let (x, y) = (Array(a.prefix(2)), Array(b.prefix(2)))
    let left = x.count == 2 ? costs.long.number(x[0], x[1]) : 0
    let right = y.count == 2 ? costs.long.number(y[0], y[1]) : 0
    func consider(_ cost: Int32, _ rows: Int, _ columns: Int) {
      if cost >= .max / 4 { return }
      let rest = cheapest(
        a.dropFirst(rows), b.dropFirst(columns), (x[rows - 1], y[columns - 1]), costs)
      best = min(best, cost + rest)
    }
    if left != 0, let symbol = y.first { consider(costs.long.cost(left, for: symbol), 2, 1) }
    if right != 0, let symbol = x.first { consider(costs.long.cost(right, for: symbol), 1, 2) }
    if left != 0, right != 0 { consider(costs.long.cost(left, for: right), 2, 2) }
    return best
  }

  @Test func uniformCostsAreLevenshtein() {
    let aligner = Aligner(costs: .uniform(Bits(1)))
    for (a, b) in Self.pairs(4_000, seed: 11) {
      let plain = Self.levenshtein(a, b)
      #expect(aligner.cost(a, b, limit: .max) == Int32(plain) * 1024, "\(a) \(b)")
    }
  }

  @Test func costIsTheLeastOverAllAlignments() {
    for (a, b) in Self.pairs(1_500, seed: 12) {
      let (a, b) = (Array(a.prefix(5)), Array(b.prefix(5)))
      let plain = Self.cheapest(a[...], b[...], (0, 0), Self.standard.costs)
      #expect(Self.standard.cost(a, b, limit: .max) == plain, "\(a) \(b)")
    }
  }

  /// Pairs of names have few long moves; here every second pair of neighbours may move.
  @Test func longMovesAreTakenWhereTheyAreCheapest() {
    var random = SeededGenerator(seed: 16)
    let symbols: [UInt8] = [1, 2, 3, 4]
    let costs = AlignmentCosts(
      substitution: Self.standard.costs.substitution, indel: Self.standard.costs.indel,
      repetition: 1_000, transposition: 3_000,
      long: LongMoves((0..<40).map { _ in .random(of: symbols, &random) }))
    for _ in 0..<800 {
      let (a, b) = (random.symbols(symbols, longest: 5), random.symbols(symbols, longest: 5))
      let plain = Self.cheapest(a[...], b[...], (0, 0), costs)
      #expect(Aligner(costs: costs).cost(a, b, limit: .max) == plain, "\(a) \(b)")
    }
  }

  @Test func costIsSymmetric() {
    for (a, b) in Self.pairs(4_000, seed: 13) {
      #expect(
        Self.standard.cost(a, b, limit: .max) == Self.standard.cost(b, a, limit: .max), "\(a) \(b)")
    }
  }

  @Test func limitNeverChangesACostBelowIt() throws {
    for (a, b) in Self.pairs(3_000, seed: 14) {
      let cost = try #require(Self.standard.cost(a, b, limit: .max))
      for limit in [cost, cost + 1, cost + 5_000] {
        #expect(Self.standard.cost(a, b, limit: limit) == cost, "\(a) \(b)")
      }
      for limit in [cost - 1, cost / 2, -1] where limit < cost {
        #expect(Self.standard.cost(a, b, limit: limit) == nil, "\(a) \(b)")
      }
    }
  }

  @Test func movesAddUpToTheCost() throws {
    for (a, b) in Self.pairs(3_000, seed: 15) {
      let moves = Self.standard.moves(a, b)
      let sum = moves.reduce(Bits.zero) { $0 + $1.cost }
      #expect(sum.raw == Self.standard.cost(a, b, limit: .max), "\(a) \(b)")
      #expect(moves.flatMap(\.left) == a, "\(a) \(b)")
      #expect(moves.flatMap(\.right) == b, "\(a) \(b)")
    }
  }

  @Test func standardCostsAreSymmetricAndPositive() {
    let costs = Self.standard.costs
    #expect(costs.repetition > 0 && costs.transposition > 0)
    for x in Self.symbols {
      #expect(costs.indel[Int(x)] > 0)
      for y in Self.symbols {
        #expect(costs.substituting(x, y) == costs.substituting(y, x))
        #expect(costs.substituting(x, y) > 0)
        #expect(
          costs.substituting(x, x) <= costs.substituting(x, y),
          "\(Phonemes.name(of: y)) is nearer to \(Phonemes.name(of: x)) than itself")
      }
    }
  }

  /// The form that fills only what can be within the limit, against the plain one.
  @Test func boundedCostIsThePlainCost() {
    for (left, right) in Self.pairs(TestScale.of(20_000), seed: 12) {
      let expected = Self.standard.cost(left, right, limit: .max)!
      for limit in [-1, 0, 2_000, expected - 1, expected, expected + 1, 14_336, Int32.max] {
        let cost = Self.standard.cost(left.span, right.span, limit: limit)
        #expect(cost == (expected <= limit ? expected : nil), "\(left) \(right) within \(limit)")
      }
    }
  }
}
