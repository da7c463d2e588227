/// The cheapest alignment of two strings of phoneme symbols.
///
/// Costs are symmetric, so is the distance; it is not a metric, since equal symbols cost a little too (a name written
/// the same way twice is likely, not certain).
public struct Aligner: Sendable {
  /// What each move costs.
  public let costs: AlignmentCosts

  /// An aligner under the given costs.
  public init(costs: AlignmentCosts) { self.costs = costs }

  /// The least cost of turning `left` into `right`, in 1/1024 bits, or `nil` where it is over `limit`.
  ///
  /// This is the plain form; `AlignmentTrie` walks many strings at once and must agree with it.
  /// - Complexity: O(`left.count` × `right.count`).
  public func cost(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>, limit: Int32)
    -> Int32?
  {
    guard let table = table(Array(left), Array(right), limit: limit) else { return nil }
    let cost = table[table.count - 1]
    return cost <= limit ? cost : nil
  }

  /// The least costs of all pairs of prefixes, row after row: `table[i * (right.count + 1) + j]` for `i` symbols of
  /// `left` and `j` of `right`; `nil` as soon as nothing can be within `limit`.
  private func table(_ left: [UInt8], _ right: [UInt8], limit: Int32) -> [Int32]? {
    let width = right.count + 1
    var table = [Int32](repeating: 0, count: (left.count + 1) * width)
    for j in right.indices { table[j + 1] = table[j] + indel(in: right, at: j) }
    var leastBefore: Int32 = 0
    for i in left.indices {
      let row = (i + 1) * width
      let drop = indel(in: left, at: i)
      table[row] = table[row - width] + drop
      var least = table[row]
      for j in right.indices {
        var best = min(
          table[row - width + j] + costs.substituting(left[i], right[j]),
          min(table[row - width + j + 1] + drop, table[row + j] + indel(in: right, at: j)))
        if isExchange(left, i, right, j) {
          best = min(best, table[row - 2 * width + j - 1] + costs.transposition)
        }
        forEachLongMove(left, i, right, j) { rows, columns, cost in
          best = min(best, table[row - (rows - 1) * width - width + j + 1 - columns] + cost)
        }
        table[row + j + 1] = best
        least = min(least, best)
      }
      // No cost is negative, and an exchange reaches back two rows.
      if min(least, leastBefore) > limit { return nil }
      leastBefore = least
    }
    return table
  }

  private func indel(in symbols: [UInt8], at i: Int) -> Int32 {
    indel(symbols[i], after: i > 0 ? symbols[i - 1] : 0)
  }

  /// Whether the symbols up to `i` and `j` end in the same two, exchanged.
  private func isExchange(_ left: [UInt8], _ i: Int, _ right: [UInt8], _ j: Int) -> Bool {
    i > 0 && j > 0 && left[i] == right[j - 1] && left[i - 1] == right[j] && left[i] != right[j]
  }

  /// Calls `body` with how many symbols of each side a long move takes that ends with these two, and its cost.
  private func forEachLongMove(
    _ left: [UInt8], _ i: Int, _ right: [UInt8], _ j: Int, _ body: (Int, Int, Int32) -> Void
  ) {
    let long = costs.long
    let x = i > 0 ? long.number(left[i - 1], left[i]) : 0
    let y = j > 0 ? long.number(right[j - 1], right[j]) : 0
    if x != 0 { body(2, 1, long.cost(x, for: right[j])) }
    if y != 0 { body(1, 2, long.cost(y, for: left[i])) }
    if x != 0, y != 0 { body(2, 2, long.cost(x, for: y)) }
  }

  /// The cost of `symbol` standing on one side only, behind `previous` (0 at the start).
  @inlinable public func indel(_ symbol: UInt8, after previous: UInt8) -> Int32 {
    symbol == previous ? costs.repetition : costs.indel[Int(symbol)]
  }
}

/// One move of an alignment: `left` stands for `right`, at most two symbols each, empty where a side has nothing.
public struct AlignmentMove: Sendable, Hashable {
  /// The symbols of the left string that the move takes.
  public var left: [UInt8]
  /// The symbols of the right string that the move takes.
  public var right: [UInt8]
  /// What the move costs.
  public var cost: Bits
}

extension Aligner {
  /// The moves of the cheapest alignment, in order; of several equally cheap ones the one that substitutes first.
  ///
  /// - Complexity: O(`left.count` × `right.count`) time and space.
  public func moves(_ left: [UInt8], _ right: [UInt8]) -> [AlignmentMove] {
    // Nothing is over the greatest limit.
    let table = table(left, right, limit: .max)!
    let width = right.count + 1
    var moves: [AlignmentMove] = []
    var i = left.count
    var j = right.count
    func take(_ rows: Int, _ columns: Int) {
      let cost = table[i * width + j] - table[(i - rows) * width + j - columns]
      moves.append(
        AlignmentMove(
          left: Array(left[(i - rows)..<i]), right: Array(right[(j - columns)..<j]),
          cost: Bits(raw: cost)))
      i -= rows
      j -= columns
    }
    while i > 0 || j > 0 {
      let here = table[i * width + j]
      var taken = (rows: 0, columns: 0)
      if i > 0, j > 0 {
        forEachLongMove(left, i - 1, right, j - 1) { rows, columns, cost in
          if table[(i - rows) * width + j - columns] + cost == here { taken = (rows, columns) }
        }
      }
      if i > 0, j > 0,
        table[(i - 1) * width + j - 1] + costs.substituting(left[i - 1], right[j - 1]) == here
      {
        take(1, 1)
      } else if i > 0, j > 0, isExchange(left, i - 1, right, j - 1),
        table[(i - 2) * width + j - 2] + costs.transposition == here
      {
        take(2, 2)
      } else if taken.rows > 0 {
        take(taken.rows, taken.columns)
      } else if i > 0, table[(i - 1) * width + j] + indel(in: left, at: i - 1) == here {
        take(1, 0)
      } else {
        take(0, 1)
      }
    }
    return moves.reversed()
  }
}
