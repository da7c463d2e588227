import NameSimilarity
import NameTables
import NameText
import TestSupport
import Testing

/// Comparisons of blocks against the metrics and the aligner that compare one pair at a time.
@Suite struct BlockTests {
  private static let standard = Aligner(
    costs: AlignmentCosts(table: .alignment, byHand: .alignmentByHand) {
      Phonemes.symbol(named: String($0))
    })

  /// Tokens of every length from 0 to 64, of few symbols and of many, with variants of one another among them.
  private static func tokens(_ count: Int, seed: UInt64, longest: Int = 64) -> [[UInt8]] {
    var random = SeededGenerator(seed: seed)
    let alphabets: [[UInt8]] = [[1, 2], [5, 9, 17, 40], Array(1...63)]
    var tokens: [[UInt8]] = []
    while tokens.count < count {
      let alphabet = alphabets[tokens.count % alphabets.count]
      if !tokens.isEmpty, random.oneIn(3) {
        tokens.append(variant(of: tokens.randomElement(using: &random)!, longest, &random))
      } else {
        let length =
          tokens.count <= longest ? tokens.count : Int.random(in: 0...longest, using: &random)
        tokens.append((0..<length).map { _ in alphabet.randomElement(using: &random)! })
      }
    }
    return tokens
  }

  private static func variant(
    of token: [UInt8], _ longest: Int, _ random: inout SeededGenerator
  ) -> [UInt8] {
    var token = token
    for _ in 0..<Int.random(in: 1...3, using: &random) where !token.isEmpty {
      let place = token.indices.randomElement(using: &random)!
      switch Int.random(in: 0..<4, using: &random) {
      case 0: token.remove(at: place)
      case 1: token[place] = UInt8.random(in: 1...63, using: &random)
      case 2 where token.count < longest: token.insert(token[place], at: place)
      default: token.swapAt(place, max(0, place - 1))
      }
    }
    return token
  }

  /// Distinct tokens of the aliases that come with the package, as phoneme symbols, by length.
  private static func realTokens(_ count: Int) throws -> [[UInt8]] {
    let names = try TestFiles.rows("corpora/public/aliases-rigour-nametokens.tsv").dropFirst()
    let step = max(1, names.count / count)
    var tokens: Set<[UInt8]> = []
    for row in names.enumerated() where row.offset.isMultiple(of: step) {
      tokens.insert(Phonemes.symbols(of: row.element[1]))
    }
    return tokens.filter { $0.count <= 64 }.sorted {
      $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1)
    }
  }

  /// Every level on which this machine can be tried.
  @Test(arguments: KernelLevel.available)
  func metricsOfBlocksAreThoseOfPairs(_ level: KernelLevel) {
    // More than a block, the last one not full.
    let candidates = Self.tokens(300, seed: 31)
    let blocks = TokenBlocks(candidates)
    var edits: [UInt8] = []
    var similarities: [Float] = []
    for query in Self.tokens(TestScale.of(400), seed: 32) {
      blocks.levenshtein(to: query.span, into: &edits, level: level)
      blocks.jaroWinkler(to: query.span, into: &similarities, level: level)
      #expect(edits.count == candidates.count && similarities.count == candidates.count)
      for (number, candidate) in candidates.enumerated() {
        let distance = Levenshtein().distance(query.span, candidate.span)
        #expect(Int(edits[number]) == distance, "\(query) \(candidate)")
        let expected = JaroWinkler().similarity(query.span, candidate.span)
        #expect(
          abs(Double(similarities[number]) - expected) < 2e-6,
          "\(query) \(candidate): \(similarities[number]), \(expected)")
      }
    }
  }

  /// All levels say the same to the last bit, so that the same input gives the same bytes on every machine.
  @Test func levelsAgreeToTheBit() throws {
    let candidates = try Self.realTokens(3_000)
    let blocks = TokenBlocks(candidates)
    var expected: [Float] = []
    var similarities: [Float] = []
    for query in Self.tokens(30, seed: 33) + candidates.prefix(30) + candidates.suffix(30) {
      blocks.jaroWinkler(to: query.span, into: &expected, level: .plain)
      for level in KernelLevel.available {
        blocks.jaroWinkler(to: query.span, into: &similarities, level: level)
        #expect(similarities.map(\.bitPattern) == expected.map(\.bitPattern))
      }
    }
  }

  @Test func similaritiesOfSevenTenthsAreRaisedAsTheMetricRaisesThem() {
    // 3 of 5 and of 6: 0.7 and not more, or a little more, by how it is rounded.
    let query: [UInt8] = [1, 2, 3, 4, 5]
    let candidate: [UInt8] = [1, 2, 3, 6, 7, 8]
    var similarities: [Float] = []
    TokenBlocks([candidate]).jaroWinkler(to: query.span, into: &similarities)
    let expected = JaroWinkler().similarity(query.span, candidate.span)
    #expect(abs(Double(similarities[0]) - expected) < 2e-6)
  }

  private static func clamped(_ cost: Int32?) -> UInt16 {
    UInt16(clamping: cost ?? .max)
  }

  private func expectAlignments(
    of queries: [[UInt8]], with candidates: [[UInt8]], by aligner: Aligner, _ level: KernelLevel
  ) {
    let blocks = TokenBlocks(candidates)
    var block = BlockAligner(BlockCosts(aligner), level: level)
    var costs: [UInt16] = []
    var within: [UInt16] = []
    var lanes: [UInt64] = []
    let limits: [Bits] = [.zero, Bits(2), Bits(6), Bits(16), Bits(40), Bits(raw: 65_534)]
    for (number, query) in queries.enumerated() {
      block.prepare(query.span)
      block.align(with: blocks, limit: Bits(raw: 65_534), into: &costs)
      let expected = candidates.map {
        Self.clamped(aligner.cost(query.span, $0.span, limit: .max))
      }
      #expect(costs == expected, "\(query)")
      let limit = limits[number % limits.count]
      block.align(with: blocks, limit: limit, into: &within)
      #expect(within == expected.map { Int32($0) <= limit.raw ? $0 : BlockAligner.over })
      let matches = block.matches(in: blocks, limit: limit)
      #expect(
        matches
          == expected.indices.filter { Int32(expected[$0]) <= limit.raw }.map {
            TokenMatch(token: $0, cost: Bits(raw: Int32(expected[$0])))
          }, "\(query) within \(limit)")
      block.mayMatch(in: blocks, limit: limit, into: &lanes)
      for match in matches {
        #expect(lanes[match.token / 64] >> UInt64(match.token % 64) & 1 == 1)
      }
    }
  }

  @Test(arguments: KernelLevel.available)
  func alignmentsOfBlocksAreThoseOfPairs(_ level: KernelLevel) {
    expectAlignments(
      of: Self.tokens(TestScale.of(300), seed: 34), with: Self.tokens(300, seed: 35),
      by: Self.standard, level)
    expectAlignments(
      of: Self.tokens(TestScale.of(600), seed: 36, longest: 12),
      with: Self.tokens(400, seed: 37, longest: 12), by: Self.standard, level)
  }

  /// Costs of no language: long moves at random, equal symbols dear, nothing in between.
  @Test(arguments: KernelLevel.available)
  func alignmentsAreExactAtAnyCosts(_ level: KernelLevel) {
    var random = SeededGenerator(seed: 38)
    for round in 0..<TestScale.of(40) {
      let symbols = (0..<6).map { _ in UInt8.random(in: 1...63, using: &random) }
      var substitution = [Int32](repeating: 0, count: 64 * 64)
      for x in 0..<64 {
        for y in 0...x {
          let cost = Int32.random(
            in: 0...(round.isMultiple(of: 2) ? 9_000 : 70_000), using: &random)
          substitution[x * 64 + y] = cost
          substitution[y * 64 + x] = cost
        }
      }
      let aligner = Aligner(
        costs: AlignmentCosts(
          substitution: substitution,
          indel: (0..<64).map { _ in .random(in: 0...9_000, using: &random) },
          repetition: .random(in: 0...5_000, using: &random),
          transposition: random.oneIn(2) ? .max / 4 : .random(in: 0...6_000, using: &random),
          long: LongMoves((0..<60).map { _ in .random(of: symbols, &random) })))
      let tokens = (0..<130).map { _ in random.symbols(symbols, longest: 14) }
      expectAlignments(of: Array(tokens.prefix(20)), with: tokens, by: aligner, level)
    }
  }

  /// Names as lists have them: a million pairs in release.
  @Test(arguments: KernelLevel.available)
  func alignmentsOfRealNamesAreThoseOfPairs(_ level: KernelLevel) throws {
    let tokens = try Self.realTokens(TestScale.of(20_000))
    var random = SeededGenerator(seed: 39)
    let candidates = (0..<2_000).map { _ in tokens.randomElement(using: &random)! }.sorted {
      $0.count < $1.count
    }
    let queries = (0..<TestScale.of(500)).map { _ in tokens.randomElement(using: &random)! }
    expectAlignments(of: queries, with: candidates, by: Self.standard, level)
  }

  @Test(arguments: KernelLevel.available)
  func tokensOfAnArenaAreAlignedAsBlocksAre(_ level: KernelLevel) throws {
    let tokens = try Self.realTokens(4_000)
    let arena = tokens.flatMap { $0 }
    var offsets: [UInt32] = [0]
    for token in tokens { offsets.append(offsets.last! + UInt32(token.count)) }
    var random = SeededGenerator(seed: 40)
    var block = BlockAligner(BlockCosts(Self.standard), level: level)
    var costs: [UInt16] = []
    for round in 0..<100 {
      let query = tokens.randomElement(using: &random)!
      let some = (0..<(round * 3)).map { _ in
        UInt32.random(in: 0..<UInt32(tokens.count), using: &random)
      }
      block.prepare(query.span)
      block.align(
        with: some.span, of: arena.span, offsets: offsets.span, limit: Bits(16), into: &costs)
      let expected = some.map { number in
        let token = tokens[Int(number)]
        return Self.clamped(Self.standard.cost(query.span, token.span, limit: Bits(16).raw))
      }
      #expect(costs == expected, "\(query)")
    }
  }

  /// Gathered tokens against aligning one at a time, and what their prices leave out against `SymbolPrices.bound`.
  @Test(arguments: KernelLevel.available)
  func gatheredTokensAreAlignedAsPairsAre(_ level: KernelLevel) throws {
    let tokens = try Self.realTokens(2_000) + Self.tokens(400, seed: 43)
    let arena = tokens.flatMap { $0 }
    let ends = tokens.reduce(into: [0]) { $0.append($0.last! + $1.count) }
    let prices = SymbolPrices(Self.standard.costs)
    var random = SeededGenerator(seed: 44)
    var aligner = BlockAligner(BlockCosts(Self.standard), level: level)
    var gathered = GatheredTokens(level: level)
    for round in 0..<TestScale.of(200) {
      let query = tokens.randomElement(using: &random)!
      var line: [UInt8] = []
      prices.append(of: query.span, to: &line)
      let limit = Bits([16, 14, 3, 31][round % 4])
      // The last one too, behind which there is nothing.
      let some =
        (0..<round).map { _ in tokens.indices.randomElement(using: &random)! } + [tokens.count - 1]
      gathered.layOut(
        some.map { TokenSpan(ends[$0]..<ends[$0 + 1]) }, of: arena.span, prices: line.span,
        limit: limit)
      let open = some.count { number in
        let token = tokens[number]
        return SymbolPrices.bound(token.span, line.span) <= limit.raw
      }
      #expect(gathered.laidOutCount == open)
      aligner.prepare(query.span)
      var found: [Int: Bits] = [:]
      gathered.forEachMatch(&aligner, limit: limit) { found[$0] = $1 }
      for (place, number) in some.enumerated() {
        let token = tokens[number]
        let cost = Self.standard.cost(query.span, token.span, limit: limit.raw)
        #expect(found[place]?.raw == cost, "\(query) \(token)")
      }
    }
  }

  @Test func emptyBlocksAndQueries() {
    let none = TokenBlocks([])
    var edits: [UInt8] = [7]
    let query: [UInt8] = [1, 2]
    none.levenshtein(to: query.span, into: &edits)
    #expect(edits.isEmpty)
    let shared = BlockCosts(Self.standard)
    var block = BlockAligner(shared)
    let nothing: [UInt8] = []
    block.prepare(nothing.span)
    let ofNone = block.matches(in: none, limit: Bits(16))
    #expect(ofNone.isEmpty)
    let itself = block.matches(in: TokenBlocks([[]]), limit: .zero)
    #expect(itself == [TokenMatch(token: 0, cost: .zero)])
    let below = block.matches(in: TokenBlocks([[]]), limit: Bits(-1))
    #expect(below.isEmpty)
    var other = BlockAligner(shared)
    let symbol: [UInt8] = [3]
    other.prepare(symbol.span)
    let near = other.matches(in: TokenBlocks([[], symbol]), limit: Bits(2))
    #expect(near.map(\.token) == [1])
  }
}
