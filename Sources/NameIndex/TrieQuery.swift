internal import NameSimilarity

/// A query of a trie walk with all that can be worked out once for it.
struct TrieQuery {
  private let symbols: [UInt8]
  /// The cost of each symbol standing alone.
  let insertion: [Int32]
  /// The cost of each symbol of the alphabet for each of the query's: `substitution[x * count + j]`.
  private let substitution: [Int32]
  /// The groups of the symbols from each place on.
  private let present: [UInt32]
  /// The same without symbols that only repeat the one before: those go for less, and need nothing.
  private let needed: [UInt32]
  private let transposition: Int32
  private let long: LongMoves
  /// The numbers of the query's neighbouring symbols, by the second's place: what long moves ask for.
  private let pairs: [Int]
  private let groups: SymbolGroups

  init(_ symbols: [UInt8], aligner: Aligner, groups: SymbolGroups) {
    self.symbols = symbols
    self.groups = groups
    transposition = aligner.costs.transposition
    let long = aligner.costs.long
    self.long = long
    pairs = symbols.indices.map { $0 > 0 ? long.number(symbols[$0 - 1], symbols[$0]) : 0 }
    insertion = symbols.indices.map {
      aligner.indel(symbols[$0], after: $0 > 0 ? symbols[$0 - 1] : 0)
    }
    var substitution: [Int32] = []
    substitution.reserveCapacity(AlignmentCosts.alphabetSize * symbols.count)
    for x in 0..<UInt8(AlignmentCosts.alphabetSize) {
      for y in symbols { substitution.append(aligner.costs.substituting(x, y)) }
    }
    self.substitution = substitution
    var present = [UInt32](repeating: 0, count: symbols.count + 1)
    var needed = present
    for j in symbols.indices.reversed() {
      let symbol = Int(symbols[j])
      present[j] = present[j + 1] | groups.offered[symbol]
      needed[j] =
        needed[j + 1] | (j > 0 && symbols[j] == symbols[j - 1] ? 0 : groups.needed[symbol])
    }
    self.present = present
    self.needed = needed
  }

  /// The columns of a row whose cells are within the limit; empty where none is.
  struct Band {
    var low: Int
    var high: Int

    static let none = Band(low: .max, high: -1)
    var isEmpty: Bool { high < low }
  }

  /// A cell that no alignment within the limit passes through.
  private static let beyond = Int32.max / 4

  /// Fills the first row: nothing of a string read yet.
  func fillFirstRow(limit: Int32, _ rows: inout MutableSpan<Int32>) -> Band {
    rows[0] = 0
    var band = Band(low: 0, high: 0)
    for j in symbols.indices {
      rows[j + 1] = rows[j] + insertion[j]
      if rows[j + 1] <= limit { band.high = j + 1 }
    }
    return band
  }

  /// Fills the row of `level` for the symbol `x` that stands there, as far as its cells can be within the limit
  /// (Ukkonen 1985); the others are marked `beyond`. `above` and `two` are the bands of the rows one and two above.
  func fillRow(
    _ level: Int, _ x: UInt8, after previous: UInt8, drop: Int32, limit: Int32, above: Band,
    two: Band, _ rows: inout MutableSpan<Int32>
  ) -> Band {
    let symbols = self.symbols.span
    let insertion = self.insertion.span
    let substitution = self.substitution.span
    let count = symbols.count
    let up = (level &- 1) &* (count &+ 1)
    let row = level &* (count &+ 1)
    let costs = Int(x) &* count
    precondition(level >= 1 && row &+ count < rows.count && costs &+ count <= substitution.count)
    // Safety: the rows of this level and of those above, and the costs of `x`, lie within their spans as just
    // checked; 0 <= j <= count; the row two above is read only where level > 1.
    for j in 0...count { unsafe rows[unchecked: row &+ j] = Self.beyond }
    var band = Band.none
    let pairs = self.pairs.span
    let number = long.number(previous, x)
    let first = min(above.low, two.isEmpty ? .max : two.low &+ 1)
    let last = max(above.high, two.high) &+ 2
    if first > count { return band }
    var left = Self.beyond
    var j = first
    while j <= count {
      if j > last, left > limit { break }
      var best = unsafe rows[unchecked: up &+ j] &+ drop
      if j > 0 {
        best = unsafe min(
          best,
          min(
            rows[unchecked: up &+ j &- 1] &+ substitution[unchecked: costs &+ j &- 1],
            left &+ insertion[unchecked: j &- 1]))
        if unsafe symbols[unchecked: j &- 1] == previous, j > 1, level > 1,
          unsafe symbols[unchecked: j &- 2] == x, x != previous
        {
          best = unsafe min(best, rows[unchecked: up &- count &+ j &- 3] &+ transposition)
        }
        let pair = unsafe pairs[unchecked: j &- 1]
        if pair != 0 {
          best = unsafe min(best, rows[unchecked: up &+ j &- 2] &+ long.cost(pair, for: x))
        }
        if number != 0, level > 1 {
          best = unsafe min(
            best,
            rows[unchecked: up &- count &+ j &- 2]
              &+ long.cost(number, for: symbols[unchecked: j &- 1]))
          if pair != 0 {
            best = unsafe min(
              best, rows[unchecked: up &- count &+ j &- 3] &+ long.cost(number, for: pair))
          }
        }
      }
      if best <= limit {
        unsafe rows[unchecked: row &+ j] = best
        if band.low > j { band.low = j }
        band.high = j
        left = best
      } else {
        left = Self.beyond
      }
      j &+= 1
    }
    return band
  }

  /// A bound on what a move of two symbols of a string costs that has its first symbol here: it skips this level's row.
  func skipping(
    _ level: Int, _ x: UInt8, any: UInt32, above: Band, _ rows: borrowing MutableSpan<Int32>
  ) -> Int32 {
    let row = (level &- 1) &* (symbols.count &+ 1)
    let least = long.least(from: x)
    var bound = Int32.max
    var j = above.low
    while j <= above.high, j < symbols.count {
      let cell = rows[row &+ j]
      if j &+ 1 < symbols.count, symbols[j &+ 1] == x { bound = min(bound, cell &+ transposition) }
      if cell &+ least < bound {
        let rest = needed[min(j &+ 2, symbols.count)] & ~any
        bound = min(bound, cell &+ least &+ groups.sum(rest))
      }
      j &+= 1
    }
    return bound
  }

  /// A bound on the cost of any alignment that passes through this level's row: each cell with what the groups that
  /// one remainder has and the other lacks must cost.
  func bound(
    _ level: Int, any: UInt32, all: UInt32, _ band: Band, _ rows: borrowing MutableSpan<Int32>
  ) -> Int32 {
    let row = level &* (symbols.count &+ 1)
    var bound = Int32.max
    var j = band.low
    while j <= band.high {
      let cell = rows[row &+ j]
      if cell < bound {
        bound = min(bound, cell &+ max(groups.sum(needed[j] & ~any), groups.sum(all & ~present[j])))
      }
      j &+= 1
    }
    return bound
  }
}
