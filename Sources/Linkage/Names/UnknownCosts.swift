/// Pairs of tokens that are no neighbours and of which it is not known what they cost, gathered so that common tokens are
/// compared with many at once.
struct UnknownCosts: Sendable {
  /// The two tokens of each, the smaller number first.
  private var pairs: [UInt64] = []

  var count: Int { pairs.count }

  mutating func append(_ a: UInt32, _ b: UInt32) { pairs.append(Self.pair(min(a, b), max(a, b))) }

  private static func pair(_ a: UInt32, _ b: UInt32) -> UInt64 { UInt64(a) << 32 | UInt64(b) }
  private static func tokens(_ pair: UInt64) -> (UInt32, UInt32) {
    (UInt32(pair >> 32), UInt32(truncatingIfNeeded: pair))
  }

  /// Leaves the first `count`.
  mutating func cut(to count: Int) { pairs.removeLast(pairs.count - count) }

  /// So many are compared more quickly at once than one by one.
  private static let manyFrom = 10

  /// Works them out into `memory`; none are left.
  mutating func settle(
    _ memory: inout CostMemory, _ lexicon: Lexicon, _ block: inout TokenComparer.Block
  ) {
    pairs.sort()
    var distinct: [UInt64] = []
    for pair in pairs where distinct.last != pair {
      let (a, b) = Self.tokens(pair)
      if memory.known(a, b) == nil { distinct.append(pair) }
    }
    pairs.removeAll(keepingCapacity: true)
    var groups: [UInt32: Int] = [:]
    for pair in distinct {
      let (a, b) = Self.tokens(pair)
      groups[a, default: 0] += 1
      groups[b, default: 0] += 1
    }
    // The token that has more to be compared with stands first.
    distinct = distinct.map { pair in
      let (a, b) = Self.tokens(pair)
      return groups[a]! >= groups[b]! ? pair : Self.pair(b, a)
    }
    distinct.sort()
    var rest = distinct[...]
    while let first = rest.first {
      let token = Self.tokens(first).0
      let group = rest.prefix { Self.tokens($0).0 == token }
      rest = rest.dropFirst(group.count)
      compare(token, group.map { Self.tokens($0).1 }, &memory, lexicon, &block)
    }
  }

  /// - Parameter others: ascending.
  private func compare(
    _ token: UInt32, _ others: [UInt32], _ memory: inout CostMemory, _ lexicon: Lexicon,
    _ block: inout TokenComparer.Block
  ) {
    if others.count < Self.manyFrom {
      for other in others {
        let likeness = lexicon.compared(token, other)
        memory.remember(token, other, likeness.map(LikenessMatrix.Cell.init) ?? .unlike)
      }
      return
    }
    var found = lexicon.comparer.neighbours(token, others, &block)[...]
    for other in others {
      let likeness = found.first?.token == other ? found.removeFirst() : nil
      memory.remember(token, other, likeness.map(LikenessMatrix.Cell.init) ?? .unlike)
    }
  }
}
