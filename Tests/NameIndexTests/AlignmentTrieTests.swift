import NameIndex
import NameSimilarity
import NameTables
import NameText
import TestSupport
import Testing

@Suite struct AlignmentTrieTests {
  private static let standard = AlignmentCosts(table: .alignment, byHand: .alignmentByHand) {
    Phonemes.symbol(named: String($0))
  }

  /// Costs drawn at random, symmetric, also of equal symbols, some of them 0.
  private static func costs(_ random: inout SeededGenerator) -> AlignmentCosts {
    let size = AlignmentCosts.alphabetSize
    var substitution = [Int32](repeating: 0, count: size * size)
    for x in 0..<size {
      for y in x..<size {
        let cost =
          random.oneIn(8) ? 0 : Int32.random(in: 0...(x == y ? 600 : 8_000), using: &random)
        substitution[x * size + y] = cost
        substitution[y * size + x] = cost
      }
    }
    let indel = (0..<size).map { _ in Int32.random(in: 0...6_000, using: &random) }
    let long = (0..<(random.oneIn(3) ? 0 : 60)).map { _ in
      LongMoves.Move.random(of: [UInt8](1...12), &random)
    }
    return AlignmentCosts(
      substitution: substitution, indel: indel, repetition: .random(in: 0...3_000, using: &random),
      transposition: .random(in: 0...4_000, using: &random), long: LongMoves(long))
  }

  private static func sorted(_ strings: [[UInt8]]) -> [[UInt8]] {
    Array(Set(strings)).sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Every query against every string that is not empty, one by one.
  private static func plain(
    _ strings: [[UInt8]], _ query: [UInt8], _ limit: Int32, _ aligner: Aligner
  )
    -> [Found]
  {
    strings.enumerated().filter { !$0.element.isEmpty }.compactMap { number, string in
      aligner.cost(query, string, limit: .max).flatMap {
        $0 <= limit ? Found(string: UInt32(number), cost: $0) : nil
      }
    }
  }

  private struct Found: Hashable {
    var string: UInt32
    var cost: Int32
  }

  private func check(
    _ strings: [[UInt8]], _ queries: [[UInt8]], limits: [Int32], _ aligner: Aligner
  ) {
    let trie = AlignmentTrie(sorted: strings, aligner: aligner)
    var scratch = AlignmentTrie.Scratch()
    for query in queries {
      for limit in limits {
        var found: [Found] = []
        trie.forEachMatch(of: query, limit: limit, scratch: &scratch) {
          found.append(Found(string: $0.string, cost: $0.cost))
        }
        let expected = Self.plain(strings, query, limit, aligner)
        #expect(found == expected, "query \(query), limit \(limit)")
      }
    }
  }

  /// Few symbols, so that strings share long prefixes and many lie within the limits.
  @Test(arguments: 0..<40)
  func walkIsBruteForce(seed: Int) {
    var random = SeededGenerator(seed: UInt64(1_000 + seed))
    let alphabet = [UInt8](1...UInt8.random(in: 1...12, using: &random))
    let aligner = Aligner(costs: seed % 4 == 0 ? .uniform(Bits(1)) : Self.costs(&random))
    let strings = Self.sorted((0..<60).map { _ in random.symbols(alphabet, longest: 9) })
    var queries = (0..<25).map { _ in random.symbols(alphabet, longest: 9) }
    queries += [[], strings.last!, strings[strings.count / 2]]
    check(strings, queries, limits: [-1, 0, 700, 2_048, 5_000, 9_000, 20_000, 1 << 24], aligner)
  }

  /// Groups that are apart, and a symbol that stands for any of them cheaply.
  @Test(arguments: 0..<20)
  func walkIsBruteForceWithAWildSymbol(seed: Int) {
    var random = SeededGenerator(seed: UInt64(2_000 + seed))
    let alphabet = [UInt8](1...10)
    let wild = 10
    let size = AlignmentCosts.alphabetSize
    var substitution = [Int32](repeating: 12_000, count: size * size)
    for x in 1...wild {
      for y in 1...x {
        let isCheap = x == wild || (x % 2 == 0 && y == x - 1)
        let cost =
          x == y ? 100 : Int32.random(in: isCheap ? 200...2_000 : 3_000...9_000, using: &random)
        substitution[x * size + y] = cost
        substitution[y * size + x] = cost
      }
    }
    let indel = (0..<size).map { _ in Int32.random(in: 1_500...6_000, using: &random) }
    let aligner = Aligner(
      costs: AlignmentCosts(substitution: substitution, indel: indel, repetition: 1_000))
    let strings = Self.sorted((0..<80).map { _ in random.symbols(alphabet, longest: 9) })
    let queries = (0..<30).map { _ in random.symbols(alphabet, longest: 9) } + strings.prefix(10)
    check(strings, queries, limits: [2_048, 5_000, 9_000, 15_000], aligner)
  }

  @Test func walkIsBruteForceOnNames() throws {
    let aligner = Aligner(costs: Self.standard)
    let cells = try TestFiles.rows("corpora/spellings/pairs.tsv").dropFirst().flatMap {
      $0.prefix(2)
    }
    // Letters that were lost and vowels that are not written stand for many others.
    let wild = ["unknown", "vowel?"].map { Phonemes.symbol(named: $0)! }
    let tokens = cells.enumerated().flatMap { number, cell in
      Cleaning.words(of: cell).map { word in
        var symbols = Phonemes.symbols(of: word.text)
        if number % 5 == 0, symbols.count > 2 { symbols[symbols.count / 2] = wild[number % 2] }
        return symbols
      }
    }
    let strings = Self.sorted(tokens.filter { !$0.isEmpty })
    #expect(strings.count > 1_000)
    let queries = stride(from: 0, to: strings.count, by: strings.count / 60).map { strings[$0] }
    check(strings, queries, limits: [Bits(2).raw, Bits(6).raw, Bits(15).raw], aligner)
  }

  @Test func longestStringsAndQueries() {
    var random = SeededGenerator(seed: 77)
    let aligner = Aligner(costs: Self.standard)
    let symbols: [UInt8] = [1, 2, 3]
    let strings = Self.sorted(
      (0..<30).map { _ in
        (0..<Int.random(in: 40...AlignmentTrie.longest, using: &random)).map { _ in
          symbols.randomElement(using: &random)!
        }
      })
    #expect(strings.contains { $0.count == AlignmentTrie.longest })
    check(strings, strings, limits: [0, 10_000, 60_000, 1 << 24], aligner)
  }

  /// One scratch serves queries of any length, longer ones after shorter ones and the other way.
  @Test func emptyTrieAndEmptyQuery() {
    let aligner = Aligner(costs: .uniform(Bits(1)))
    check([], [[], [1, 2]], limits: [0, 5_000], aligner)
    check([[1], [1, 2], [2]], [[], [1, 2, 1, 2], [1], []], limits: [0, 1_024, 2_048], aligner)
    check([[], [1], [1, 2]], [[], [1]], limits: [0, 1_024], aligner)
  }
}
