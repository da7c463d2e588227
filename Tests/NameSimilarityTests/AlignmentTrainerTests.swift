import NameSimilarity
import TestSupport
import Testing

@Suite struct AlignmentTrainerTests {
  private let symbols = [UInt8](1...10)

  /// Spellings in which 3 often becomes 7 and nothing else changes.
  private var pairs: [(left: [UInt8], right: [UInt8])] {
    var random = SeededGenerator(seed: 21)
    return (0..<300).map { _ in
      let left = (0..<Int.random(in: 4...9, using: &random)).map { _ in
        [UInt8](1...6).randomElement(using: &random)!
      }
      return (left, left.map { $0 == 3 && !random.oneIn(3) ? 7 : $0 })
    }
  }

  @Test func plantedSubstitutionBecomesCheap() {
    let costs = AlignmentTrainer().train(pairs, symbols: symbols).costs
    let planted = costs.substituting(3, 7)
    for x in UInt8(1)...6 {
      for y in UInt8(1)...10 where x != y && (x, y) != (3, 7) {
        #expect(planted + 2 * 1024 < costs.substituting(x, y), "3 for 7 against \(x) for \(y)")
      }
      #expect(planted + 2 * 1024 < costs.indel[Int(x)], "3 for 7 against \(x) left out")
      #expect(costs.substituting(x, x) < planted, "\(x) for itself")
    }
  }

  /// 3 4 becomes 7, which no move of single symbols can say without paying twice.
  @Test func plantedLongMoveIsFound() throws {
    var random = SeededGenerator(seed: 22)
    let pairs = (0..<400).map { _ in
      let left = (0..<Int.random(in: 4...9, using: &random)).map { _ in
        [UInt8](1...6).randomElement(using: &random)!
      }
      var right: [UInt8] = []
      for symbol in left {
        if symbol == 4, right.last == 3 { right[right.count - 1] = 7 } else { right.append(symbol) }
      }
      return (left: left, right: right)
    }
    let costs = AlignmentTrainer().train(pairs, symbols: symbols).costs
    let planted = try #require(
      costs.long.moves.first {
        [$0.left, $0.right].contains([3, 4]) && [$0.left, $0.right].contains([7])
      })
    #expect(planted.cost < Bits(1).raw)
    #expect(planted.cost + Bits(4).raw < costs.substituting(3, 7) + costs.indel[4])
    #expect(costs.long.moves.allSatisfy { $0 == planted || $0.cost > planted.cost })
  }

  @Test func costsAreSymmetricAndHeld() {
    var trainer = AlignmentTrainer()
    trainer.ceiling = 9
    let costs = trainer.train(pairs, symbols: symbols).costs
    for x in UInt8(0)..<64 {
      for y in UInt8(0)..<64 {
        #expect(costs.substituting(x, y) == costs.substituting(y, x))
        #expect((0...Bits(9).raw).contains(costs.substituting(x, y)))
      }
    }
    #expect(costs.long.moves.allSatisfy { (0..<Bits(9).raw).contains($0.cost) })
  }

  @Test func sameEveryTime() {
    let (one, oneBits) = AlignmentTrainer().train(pairs, symbols: symbols)
    let (two, twoBits) = AlignmentTrainer().train(pairs, symbols: symbols)
    #expect(one.substitution == two.substitution && one.indel == two.indel)
    #expect(one.repetition == two.repetition && oneBits == twoBits)
    #expect(one.long.moves == two.long.moves)
  }

  @Test func likelierWithEachRound() {
    let bits = (1...5).map { rounds in
      var trainer = AlignmentTrainer()
      trainer.iterations = rounds
      // Long moves begin anew.
      trainer.leastSeen = .max
      trainer.mostBitsPerSymbol = 100
      return trainer.train(pairs, symbols: symbols).bitsPerPair
    }
    for (before, after) in zip(bits, bits.dropFirst()) {
      #expect(after <= before + 0.01, "\(bits)")
    }
    #expect(bits[4] < bits[0] - 1, "nothing was learned: \(bits)")
  }

  @Test func nothingTeachesNothing() {
    let (costs, bits) = AlignmentTrainer().train([], symbols: symbols)
    #expect(bits == 0 && costs.substituting(1, 1) < costs.substituting(1, 2))
  }
}
