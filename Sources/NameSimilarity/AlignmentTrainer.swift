/// Learns alignment costs from pairs of spellings of one name, by expectation maximisation over all alignments
/// (Ristad and Yianilos 1998): first one symbol for one, one added, one left out; then, of what the likeliest alignments
/// often have side by side, moves of two symbols as well, as joint n-gram models of transliteration do.
///
/// Deterministic: sums run over the pairs in their order, and only IEEE additions, multiplications and divisions and
/// our own `log2` are used.
public struct AlignmentTrainer: Sendable {
  /// How often all pairs are gone through, before there are long moves and again with them.
  public var iterations = 6
  /// Pairs that cost more bits a symbol than this under the model so far teach nothing: foreign matter.
  public var mostBitsPerSymbol = 3.0
  /// A move never costs more than this; in bits.
  public var ceiling = 12.0
  /// Two moves side by side that are seen so often may be one.
  public var leastSeen = 8
  /// A long move that is expected less often is given up.
  public var leastExpected = 4.0

  /// A trainer with its usual settings.
  public init() {}

  /// Two spellings of one name.
  public typealias Pair = (left: [UInt8], right: [UInt8])

  /// The costs under which the pairs are likeliest, and the mean bits a pair costs under them.
  /// - Complexity: O(iterations × pairs × symbols²).
  public func train(_ pairs: [Pair], symbols: [UInt8])
    -> (costs: AlignmentCosts, bitsPerPair: Double)
  {
    var joint = start(symbols)
    var meanBits = 0.0
    var used = pairs
    for iteration in 0..<iterations {
      (joint, meanBits) = maximised(joint, used, symbols)
      if iteration == 0 { used = pairs.filter { isOneName($0, joint) } }
    }
    joint = withLongMoves(joint, used)
    if joint.pairs.count > 1 {
      for _ in 0..<iterations { (joint, meanBits) = maximised(joint, used, symbols) }
    }
    return (costs(of: joint, used, symbols), meanBits)
  }

  /// Mostly every symbol for itself.
  private func start(_ symbols: [UInt8]) -> MoveProbabilities {
    var joint = MoveProbabilities()
    let share = 1.0 / Double(symbols.count)
    for x in symbols {
      for y in symbols {
        joint[x, y] = x == y ? 0.7 * share : 0.2 * share * share
      }
      joint[x, 0] = 0.05 * share
      joint[0, x] = 0.05 * share
    }
    return joint
  }

  private func isOneName(_ pair: Pair, _ joint: MoveProbabilities) -> Bool {
    let table = AlignmentTable(pair.left, pair.right, joint)
    let length = Double(max(pair.left.count, pair.right.count))
    // Measured against what the symbols themselves cost at random, about 5 bits each.
    return negativeLog2(table.likelihood) - 4.5 * length <= mostBitsPerSymbol * length
  }

  /// One round: the moves that are expected of all pairs, as a distribution, and the mean bits a pair cost before.
  private func maximised(_ joint: MoveProbabilities, _ pairs: [Pair], _ symbols: [UInt8])
    -> (MoveProbabilities, Double)
  {
    var counts = joint.emptied
    var bits = 0.0
    for pair in pairs {
      let table = AlignmentTable(pair.left, pair.right, joint)
      bits += negativeLog2(table.likelihood)
      table.expect(joint, into: &counts)
    }
    return (normalised(counts, symbols: symbols), bits / Double(max(pairs.count, 1)))
  }

  /// Relative frequencies, each possible move of single symbols seen a little.
  private func normalised(_ counts: MoveProbabilities, symbols: [UInt8]) -> MoveProbabilities {
    var joint = counts
    var total = 0.0
    let all = [0] + symbols
    for x in all {
      for y in all where x != 0 || y != 0 {
        joint[x, y] += x == y ? 1 : 0.05
        total += joint[x, y]
      }
    }
    joint.mapLongMoves { left, right, count in
      let kept = count < leastExpected ? 0 : count
      // A move of two for one is there twice, once for each order of the sides.
      total += left.count == right.count ? kept : 2 * kept
      return kept
    }
    for x in all {
      for y in all { joint[x, y] /= total }
    }
    joint.mapLongMoves { _, _, count in count / total }
    return joint
  }

  // MARK: Long moves

  /// The moves so far, and those of two symbols that the likeliest alignments of the pairs have side by side.
  private func withLongMoves(_ joint: MoveProbabilities, _ pairs: [Pair]) -> MoveProbabilities {
    struct Sides: Hashable {
      var left: [UInt8]
      var right: [UInt8]
    }
    var seen: [Sides: Int] = [:]
    var total = 0
    for pair in pairs {
      let path = AlignmentTable(pair.left, pair.right, joint, isBestOnly: true).path(joint)
      total += path.count
      for (first, second) in zip(path, path.dropFirst()) {
        // What stays as it is needs no move of its own.
        if first.isIdentity, second.isIdentity { continue }
        let left = Array(pair.left[first.left.lowerBound..<second.left.upperBound])
        let right = Array(pair.right[first.right.lowerBound..<second.right.upperBound])
        guard (1...2).contains(left.count), (1...2).contains(right.count),
          left.count + right.count > 2
        else { continue }
        seen[Sides(left: left, right: right), default: 0] += 1
        seen[Sides(left: right, right: left), default: 0] += 1
      }
    }
    let kept = seen.filter { $0.value >= leastSeen }.sorted {
      $0.key.left != $1.key.left
        ? $0.key.left.lexicographicallyPrecedes($1.key.left)
        : $0.key.right.lexicographicallyPrecedes($1.key.right)
    }
    var neighbours: [(UInt8, UInt8)] = []
    for (sides, _) in kept where sides.left.count == 2 {
      let pair = (sides.left[0], sides.left[1])
      if neighbours.last.map({ $0 != pair }) ?? true { neighbours.append(pair) }
    }
    var longer = MoveProbabilities(pairs: neighbours)
    for x in 0..<UInt8(AlignmentCosts.alphabetSize) {
      for y in 0..<UInt8(AlignmentCosts.alphabetSize) { longer[x, y] = joint[x, y] }
    }
    for (sides, count) in kept where sides.left.count == 2 {
      let number = longer.number(sides.left[0], sides.left[1])
      let share = Double(count) / Double(2 * total)
      if sides.right.count == 2 {
        longer[number, for: longer.number(sides.right[0], sides.right[1])] = share
      } else {
        longer[number, for: sides.right[0]] = share
      }
    }
    return longer
  }

  // MARK: Costs

  private func costs(of joint: MoveProbabilities, _ pairs: [Pair], _ symbols: [UInt8])
    -> AlignmentCosts
  {
    let size = AlignmentCosts.alphabetSize
    let frequency = SymbolFrequencies(pairs)
    // A distribution over moves, as one over the places of a string.
    let movesPerSymbol = 1 / symbolsPerMove(joint, symbols)
    func held(_ bits: Double) -> Int32 { Bits(min(ceiling, max(0, bits))).raw }
    func cost(_ probability: Double, _ left: [UInt8], _ right: [UInt8]) -> Int32 {
      let moves = probability * movesPerSymbol
      return held(
        (negativeLog2(moves / frequency[left]) + negativeLog2(moves / frequency[right])) / 2)
    }
    var substitution = [Int32](repeating: Bits(ceiling).raw, count: size * size)
    var indel = [Int32](repeating: Bits(ceiling).raw, count: size)
    for x in symbols {
      for y in symbols {
        substitution[Int(x) * size + Int(y)] = cost(joint[x, y], [x], [y])
      }
      // A letter that the pairs show in one script only is still itself where both sides write that script.
      let itself = Int(x) * size + Int(x)
      substitution[itself] = min(substitution[itself], Bits(0.5).raw)
      indel[Int(x)] = held(negativeLog2(joint[x, 0] * movesPerSymbol / frequency[[x]]))
    }
    var long: [LongMoves.Move] = []
    var probabilities = joint
    probabilities.mapLongMoves { left, right, probability in
      let cost = cost(probability, left, right)
      // Of two for two one order of the sides is enough.
      if right.count == 1 || !right.lexicographicallyPrecedes(left), cost < Bits(ceiling).raw {
        long.append(LongMoves.Move(left: left, right: right, cost: cost))
      }
      return probability
    }
    let repetition = held(negativeLog2((joint.repeated + 1) / (joint.repetitions + 2)))
    return AlignmentCosts(
      substitution: substitution, indel: indel, repetition: repetition, long: LongMoves(long))
  }

  /// The mean number of symbols of one side that a move takes.
  private func symbolsPerMove(_ joint: MoveProbabilities, _ symbols: [UInt8]) -> Double {
    var sum = 0.0
    for x in symbols {
      sum += joint[x, 0]
      for y in symbols { sum += joint[x, y] }
    }
    var copy = joint
    copy.mapLongMoves { left, right, probability in
      sum += probability * (left.count == right.count ? 2 : 3)
      return probability
    }
    return sum
  }

  private func negativeLog2(_ p: Double) -> Double {
    p > 0
      ? -Double(p.exponent) - Bits.log2(UInt64(p.significand * 1_048_576), over: 1_048_576).value
      : 1000
  }
}

/// How often single symbols and neighbouring ones occur, by the place of a string.
private struct SymbolFrequencies {
  private static let size = AlignmentCosts.alphabetSize
  private var single = [Double](repeating: 0, count: size)
  private var double = [Double](repeating: 0, count: size * size)

  /// Counts them in both sides of the pairs.
  init(_ pairs: [AlignmentTrainer.Pair]) {
    var total = 1.0
    for symbols in pairs.lazy.flatMap({ [$0.left, $0.right] }) {
      for i in symbols.indices {
        single[Int(symbols[i])] += 1
        if i > 0 { double[Int(symbols[i - 1]) * Self.size + Int(symbols[i])] += 1 }
        total += 1
      }
    }
    single = single.map { $0 / total }
    double = double.map { $0 / total }
  }

  subscript(symbols: [UInt8]) -> Double {
    let frequency =
      symbols.count == 1
      ? single[Int(symbols[0])] : double[Int(symbols[0]) * Self.size + Int(symbols[1])]
    // What never occurs is no rarer than what cannot be counted.
    return max(frequency, 1e-9)
  }
}
