/// The cheapest alignment of two strings of phoneme symbols.
///
/// Costs are symmetric, so is the distance; it is not a metric, since equal symbols cost a little too (a name written
/// the same way twice is likely, not certain).
public struct Aligner: Sendable {
  public let costs: AlignmentCosts

  public init(costs: AlignmentCosts) { self.costs = costs }

  /// The least cost of turning `left` into `right`, in 1/1024 bits, or `nil` where it is over `limit`.
  ///
  /// This is the plain form; `AlignmentTrie` walks many strings at once and must agree with it.
  /// - Complexity: O(`left.count` × `right.count`).
  public func cost(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>, limit: Int32)
    -> Int32?
  {
    let right = Array(right)
    var row = [Int32](repeating: 0, count: right.count + 1)
    for j in right.indices { row[j + 1] = row[j] + indel(right[j], after: j > 0 ? right[j - 1] : 0) }
    var previous: UInt8 = 0
    for x in left {
      let drop = indel(x, after: previous)
      var diagonal = row[0]
      row[0] += drop
      var least = row[0]
      for j in right.indices {
        let y = right[j]
        let best = min(
          diagonal + costs.substituting(x, y),
          min(row[j + 1] + drop, row[j] + indel(y, after: j > 0 ? right[j - 1] : 0)))
        diagonal = row[j + 1]
        row[j + 1] = best
        least = min(least, best)
      }
      if least > limit { return nil }
      previous = x
    }
    return row[right.count] <= limit ? row[right.count] : nil
  }

  /// The cost of `symbol` standing on one side only, behind `previous` (0 at the start).
  @inlinable public func indel(_ symbol: UInt8, after previous: UInt8) -> Int32 {
    symbol == previous ? costs.repetition : costs.indel[Int(symbol)]
  }
}

/// One move of an alignment: `left` stands for `right`; 0 where a side has nothing.
public struct AlignmentMove: Sendable, Hashable {
  public var left: UInt8
  public var right: UInt8
  public var cost: Bits
}

extension Aligner {
  /// The moves of the cheapest alignment, in order; of several equally cheap ones the one that substitutes first.
  ///
  /// - Complexity: O(`left.count` × `right.count`) time and space.
  public func moves(_ left: [UInt8], _ right: [UInt8]) -> [AlignmentMove] {
    let width = right.count + 1
    var table = [Int32](repeating: 0, count: (left.count + 1) * width)
    func drop(_ i: Int) -> Int32 { indel(left[i], after: i > 0 ? left[i - 1] : 0) }
    func insert(_ j: Int) -> Int32 { indel(right[j], after: j > 0 ? right[j - 1] : 0) }
    for j in right.indices { table[j + 1] = table[j] + insert(j) }
    for i in left.indices {
      let row = (i + 1) * width
      table[row] = table[row - width] + drop(i)
      for j in right.indices {
        table[row + j + 1] = min(
          table[row - width + j] + costs.substituting(left[i], right[j]),
          min(table[row - width + j + 1] + drop(i), table[row + j] + insert(j)))
      }
    }
    var moves: [AlignmentMove] = []
    var i = left.count
    var j = right.count
    while i > 0 || j > 0 {
      let here = table[i * width + j]
      if i > 0, j > 0,
        table[(i - 1) * width + j - 1] + costs.substituting(left[i - 1], right[j - 1]) == here
      {
        let cost = costs.substituting(left[i - 1], right[j - 1])
        moves.append(AlignmentMove(left: left[i - 1], right: right[j - 1], cost: Bits(raw: cost)))
        i -= 1
        j -= 1
      } else if i > 0, table[(i - 1) * width + j] + drop(i - 1) == here {
        moves.append(AlignmentMove(left: left[i - 1], right: 0, cost: Bits(raw: drop(i - 1))))
        i -= 1
      } else {
        moves.append(AlignmentMove(left: 0, right: right[j - 1], cost: Bits(raw: insert(j - 1))))
        j -= 1
      }
    }
    return moves.reversed()
  }
}
