import NameSimilarity
import TestSupport
import Testing

@testable import Linkage

/// What is worked out quickly for many names is what is worked out for one pair.
@Suite struct LikenessTests {
  @Test func aNeighbourKeepsWhatIsPutIn() {
    for cost in [0, 1, 1023, 16_384, Int32.max >> 2] {
      for (isEquivalent, isInflected) in [
        (false, false), (false, true), (true, false), (true, true),
      ] {
        let neighbour = Lexicon.Neighbour(
          token: .max, cost: cost, isEquivalent: isEquivalent, isInflected: isInflected)
        #expect(neighbour.token == .max && neighbour.cost == cost)
        #expect(neighbour.isEquivalent == isEquivalent && neighbour.isInflected == isInflected)
      }
    }
    #expect(MemoryLayout<Lexicon.Neighbour>.stride == 8)
  }

  /// What lies below the floor still orders.
  @Test func theFloorKeepsTheOrder() {
    let floor = Bits(-4)
    var last = Bits(raw: .min / 4)
    for raw in stride(from: Int32(-40 * 1024), through: 10 * 1024, by: 8) {
      let held = NameCeilings.hold(Bits(raw: raw), above: floor)
      #expect(held > last)
      #expect(Bits(raw: raw) >= floor ? held == Bits(raw: raw) : held < floor)
      last = held
    }
  }

  private static func table(seed: Int, count: Int = 120) -> ProfileTable {
    var maker = ListMaker(seed: seed)
    let lists = [maker.list("a", count: count), maker.list("b", count: count / 4, hasParts: true)]
    return ProfileTable(lists: lists, model: .standard, threads: 1)
  }

  @Test(arguments: 0..<TestScale.of(20))
  func nearTokensSayWhatTheLexiconSays(seed: Int) {
    let table = Self.table(seed: 61_000 + seed)
    var near = NearTokens()
    var (expected, found) = (LikenessMatrix(), LikenessMatrix())
    var alike = 0
    for name in table.names {
      near.open(name, table.lexicon)
      for other in table.names {
        expected.fill(name, other, table.lexicon)
        near.fill(&found, name, other)
        for row in 0..<name.words.count {
          for column in 0..<other.words.count {
            let (x, y) = (expected[row, column], found[row, column])
            #expect(x.cost == y.cost && x.isInflected == y.isInflected)
            alike += x.isAlike ? 1 : 0
          }
        }
      }
    }
    #expect(alike > table.names.count)
  }

  /// Whoever is told apart at first sight, or by the prices of symbols, is told apart by aligning, or has met by a key.
  @Test(arguments: 0..<TestScale.of(20))
  func whoDoesNotMeetAtFirstSightIsNotAlike(seed: Int) {
    let lexicon = Self.table(seed: 67_000 + seed).lexicon
    let shapes = lexicon.comparer.shapes
    var told = 0
    for a in 0..<UInt32(lexicon.tokens.count) {
      let keys = Set(shapes.readings[a].map(\.key))
      for b in a + 1..<UInt32(lexicon.tokens.count)
      where !lexicon.mayMeet(a, b) || !lexicon.mayBeAlike(a, b) {
        told += 1
        if lexicon.compared(a, b) == nil { continue }
        #expect(!keys.isDisjoint(with: shapes.readings[b].map(\.key)), "\(a) and \(b)")
      }
    }
    #expect(told > lexicon.tokens.count)
  }

  @Test func aTurnedMatrixHasRowsForColumns() {
    var matrix = LikenessMatrix()
    matrix.reset(rows: 2, columns: 3)
    matrix[1, 2] = .init(cost: 7, isInflected: true)
    matrix.turn()
    #expect(matrix[2, 1].cost == 7 && matrix[2, 1].isInflected)
    #expect(!matrix[1, 1].isAlike)
    matrix.turn()
    #expect(matrix[1, 2].cost == 7)
  }

  /// Few and many pairs of a token, the same pair twice and either way round.
  @Test(arguments: 0..<TestScale.of(20))
  func unknownCostsAreWhatComparingGives(seed: Int) {
    let lexicon = Self.table(seed: 62_000 + seed).lexicon
    var random = SeededGenerator(seed: UInt64(seed))
    let tokens = UInt32(lexicon.tokens.count)
    var unknown = UnknownCosts()
    var asked: [(UInt32, UInt32)] = []
    for _ in 0..<300 {
      let common = UInt32.random(in: 0..<min(8, tokens), using: &random)
      let pair = (
        random.oneIn(2) ? common : UInt32.random(in: 0..<tokens, using: &random),
        UInt32.random(in: 0..<tokens, using: &random)
      )
      if pair.0 == pair.1 { continue }
      asked.append(pair)
      unknown.append(pair.0, pair.1)
      if random.oneIn(3) { unknown.append(pair.1, pair.0) }
    }
    let mark = unknown.count
    unknown.append(0, 1)
    unknown.cut(to: mark)
    var memory = CostMemory(bits: 16)
    var block = lexicon.comparer.block()
    unknown.settle(&memory, lexicon, &block)
    #expect(unknown.count == 0)
    var known = 0
    for (a, b) in asked {
      // A newer pair may have taken its place.
      guard let found = memory.known(a, b) else { continue }
      known += 1
      let expected = lexicon.compared(a, b)
      #expect(found.isAlike == (expected != nil))
      if let expected {
        #expect(found.cost == expected.cost && found.isInflected == expected.isInflected)
      }
    }
    #expect(known * 10 > asked.count * 9)
  }

  @Test func memoriesAreHandedOnAndChangeNothing() {
    let lexicon = Self.table(seed: 63_000).lexicon
    let memories = CostMemories(names: 100)
    for _ in 0..<2 {
      var memory = memories.take()
      for a in 0..<UInt32(lexicon.tokens.count) {
        for b in 0..<a {
          let cost = memory.cost(a, b, lexicon)
          #expect(cost.cost == lexicon.cost(a, b)?.cost ?? .max)
        }
      }
      memories.giveBack(memory)
    }
  }

  @Test(arguments: 0..<TestScale.of(20))
  func boundsOfFieldsSayWhatComparingSays(seed: Int) {
    let table = Self.table(seed: 64_000 + seed)
    let scorer = PairScorer(table, rows: 150)
    let bounds = FieldBounds(scorer)
    let names: [NameEvidence] = [
      .none, NameEvidence(weight: .zero, findings: .genderContradicts),
    ]
    var quick = 0
    for left in table.profiles.indices {
      for right in left..<table.profiles.count {
        for name in names {
          guard let found = bounds.evidence(left, right, name) else { continue }
          quick += 1
          #expect(
            found == scorer.fieldEvidence(name, table.profiles[left], table.profiles[right]))
        }
      }
    }
    #expect(quick > table.profiles.count)
  }
}

@Suite struct SampleTests {
  /// A sample has the pairs of one name in so many with itself and later ones, by name or by key.
  @Test(arguments: [2, 3, 7])
  func aSampleIsAPartOfAllPairs(step: Int) {
    var maker = ListMaker(seed: 65_000 + step)
    let table = ProfileTable(lists: [maker.list("a", count: 500)], model: .standard, threads: 2)
    let scorer = PairScorer(table, rows: 500)
    let sample = Sample(oneOf: step)
    let all = CandidateFinder(scorer, Blocking(scorer.table), threshold: Bits(6)).pairs(threads: 2)
    let found = CandidateFinder(scorer, Blocking(scorer.table), threshold: Bits(6), sample: sample)
      .pairs(threads: 2)
    // Of rows with several names any of them may ask.
    let isPlain = { (pair: ScoredPair) in
      table.profiles[Int(pair.left)].others.isEmpty
        && table.profiles[Int(pair.right)].others.isEmpty
    }
    let expected = all.filter { pair in
      isPlain(pair) && table.profiles[Int(pair.left)].name.map { sample.holds(Int($0)) } ?? false
    }
    #expect(!expected.isEmpty)
    #expect(found.filter(isPlain) == expected)
    #expect(Set(found).isSubset(of: all))
  }

  /// The prior of a sample is about that of all.
  @Test func aSampleShowsThePrior() {
    var maker = ListMaker(seed: 66_000)
    let table = ProfileTable(
      lists: [maker.list("a", count: 1_500, hasOtherNames: false)], model: .standard, threads: 2)
    let scorer = PairScorer(table, rows: 1_500)
    func prior(_ sample: Sample) -> Bits {
      let finder = CandidateFinder(
        scorer, Blocking(scorer.table), threshold: Bits(2), sample: sample)
      let weights = finder.pairs(threads: 2).map { ($0.weight, table.pairCount($0)) }
      return PriorEstimate.estimate(weights, rows: 1_500, of: sample)
    }
    let whole = prior(.all)
    #expect(abs((prior(Sample(oneOf: 4)) - whole).value) < 1)
  }
}
