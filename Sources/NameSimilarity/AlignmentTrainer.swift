/// Learns alignment costs from pairs of spellings of one name, by expectation maximisation over all alignments
/// (Ristad and Yianilos 1998): one symbol for one, one added, one left out, without memory.
///
/// Deterministic: sums run over the pairs in their order, and only IEEE additions, multiplications and divisions and
/// our own `log2` are used.
public struct AlignmentTrainer: Sendable {
  /// How often all pairs are gone through.
  public var iterations = 6
  /// Pairs that cost more bits a symbol than this under the model so far teach nothing: foreign matter.
  public var mostBitsPerSymbol = 3.0
  /// A move never costs more than this; in bits.
  public var ceiling = 12.0

  /// A trainer with its usual settings.
  public init() {}

  private static let size = AlignmentCosts.alphabetSize

  /// Joint probabilities of moves, kept symmetric; symbol 0 stands for nothing.
  private struct Joint {
    var move = [Double](repeating: 0, count: size * size)
    /// A symbol that repeats the one before it, alone and in all.
    var repeated = 0.0
    var repetitions = 0.0

    subscript(x: UInt8, y: UInt8) -> Double {
      get { move[Int(x) * AlignmentTrainer.size + Int(y)] }
      set { move[Int(x) * AlignmentTrainer.size + Int(y)] = newValue }
    }
  }

  /// The costs under which the pairs are likeliest, and the mean bits a pair costs under them.
  public func train(_ pairs: [(left: [UInt8], right: [UInt8])], symbols: [UInt8])
    -> (costs: AlignmentCosts, bitsPerPair: Double)
  {
    var joint = Joint()
    let share = 1.0 / Double(symbols.count)
    for x in symbols {
      for y in symbols {
        joint[x, y] = x == y ? 0.7 * share : 0.2 * share * share
      }
      joint[x, 0] = 0.05 * share
      joint[0, x] = 0.05 * share
    }
    var meanBits = 0.0
    for iteration in 0..<iterations {
      var counts = Joint()
      var bits = 0.0
      var used = 0
      for pair in pairs {
        let likelihood = expect(pair.left, pair.right, joint, nil, &counts)
        let cost = negativeLog2(likelihood)
        let length = Double(max(pair.left.count, pair.right.count))
        // Measured against what the symbols themselves cost at random, about 5 bits each.
        if iteration > 0, cost - 4.5 * length > mostBitsPerSymbol * length { continue }
        bits += cost
        used += 1
        _ = expect(pair.left, pair.right, joint, likelihood, &counts)
      }
      meanBits = bits / Double(max(used, 1))
      joint = normalised(counts, symbols: symbols)
    }
    return (costs(of: joint, symbols: symbols), meanBits)
  }

  private func negativeLog2(_ p: Double) -> Double {
    p > 0
      ? -Double(p.exponent) - Bits.log2(UInt64(p.significand * 1_048_576), over: 1_048_576).value
      : 1000
  }

  /// The probability of a pair over all alignments; with `likelihood` given, adds the expected moves to `counts`.
  private func expect(
    _ a: [UInt8], _ b: [UInt8], _ joint: Joint, _ likelihood: Double?, _ counts: inout Joint
  ) -> Double {
    let width = b.count + 1
    var forward = [Double](repeating: 0, count: (a.count + 1) * width)
    forward[0] = 1
    for i in 0...a.count {
      for j in 0...b.count {
        var sum = forward[i * width + j]
        if i > 0 { sum += forward[(i - 1) * width + j] * joint[a[i - 1], 0] }
        if j > 0 { sum += forward[i * width + j - 1] * joint[0, b[j - 1]] }
        if i > 0, j > 0 { sum += forward[(i - 1) * width + j - 1] * joint[a[i - 1], b[j - 1]] }
        forward[i * width + j] = sum
      }
    }
    guard let likelihood, likelihood > 0 else { return forward[a.count * width + b.count] }
    var backward = [Double](repeating: 0, count: (a.count + 1) * width)
    backward[a.count * width + b.count] = 1
    for i in stride(from: a.count, through: 0, by: -1) {
      for j in stride(from: b.count, through: 0, by: -1) {
        let here = forward[i * width + j] / likelihood
        var sum = backward[i * width + j]
        func move(_ x: UInt8, _ y: UInt8, _ after: Double) -> Double {
          let expected = here * joint[x, y] * after
          counts[x, y] += expected / 2
          counts[y, x] += expected / 2
          return expected
        }
        if i < a.count {
          let after = backward[(i + 1) * width + j]
          let expected = move(a[i], 0, after)
          sum += joint[a[i], 0] * after
          if i > 0, a[i] == a[i - 1] {
            counts.repeated += expected
            if j == 0 { counts.repetitions += 1 }
          }
        }
        if j < b.count {
          let after = backward[i * width + j + 1]
          let expected = move(0, b[j], after)
          sum += joint[0, b[j]] * after
          if j > 0, b[j] == b[j - 1] {
            counts.repeated += expected
            if i == 0 { counts.repetitions += 1 }
          }
        }
        if i < a.count, j < b.count {
          let after = backward[(i + 1) * width + j + 1]
          _ = move(a[i], b[j], after)
          sum += joint[a[i], b[j]] * after
        }
        backward[i * width + j] = sum
      }
    }
    return likelihood
  }

  /// Relative frequencies, each possible move seen a little.
  private func normalised(_ counts: Joint, symbols: [UInt8]) -> Joint {
    var joint = counts
    var total = 0.0
    let all = [0] + symbols
    for x in all {
      for y in all where x != 0 || y != 0 {
        joint[x, y] += x == y ? 1 : 0.05
        total += joint[x, y]
      }
    }
    for x in all {
      for y in all { joint[x, y] /= total }
    }
    return joint
  }

  private func costs(of joint: Joint, symbols: [UInt8]) -> AlignmentCosts {
    let size = Self.size
    func marginal(_ x: UInt8) -> Double {
      var sum = joint[x, 0]
      for y in symbols { sum += joint[x, y] }
      return sum
    }
    let marginals = (0..<UInt8(size)).map { symbols.contains($0) ? marginal($0) : 0 }
    func held(_ bits: Double) -> Int32 { Bits(min(ceiling, max(0, bits))).raw }
    var substitution = [Int32](repeating: Bits(ceiling).raw, count: size * size)
    var indel = [Int32](repeating: Bits(ceiling).raw, count: size)
    for x in symbols {
      for y in symbols {
        let conditional = joint[x, y] / marginals[Int(x)]
        let reverse = joint[x, y] / marginals[Int(y)]
        substitution[Int(x) * size + Int(y)] = held(
          (negativeLog2(conditional) + negativeLog2(reverse)) / 2)
      }
      // A letter that the pairs show in one script only is still itself where both sides write that script.
      let itself = Int(x) * size + Int(x)
      substitution[itself] = min(substitution[itself], Bits(0.5).raw)
      indel[Int(x)] = held(negativeLog2(joint[x, 0] / marginals[Int(x)]))
    }
    let repetition = held(negativeLog2((joint.repeated + 1) / (joint.repetitions + 2)))
    return AlignmentCosts(substitution: substitution, indel: indel, repetition: repetition)
  }
}
