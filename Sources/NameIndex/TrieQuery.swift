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
  private let groups: SymbolGroups

  init(_ symbols: [UInt8], aligner: Aligner, groups: SymbolGroups) {
    self.symbols = symbols
    self.groups = groups
    transposition = aligner.costs.transposition
    insertion = symbols.indices.map { aligner.indel(symbols[$0], after: $0 > 0 ? symbols[$0 - 1] : 0) }
    var substitution: [Int32] = []
    substitution.reserveCapacity(AlignmentCosts.alphabetSize * symbols.count)
    for x in 0..<UInt8(AlignmentCosts.alphabetSize) {
      for y in symbols { substitution.append(aligner.costs.substituting(x, y)) }
    }
    self.substitution = substitution
    var present = [UInt32](repeating: 0, count: symbols.count + 1)
    var needed = present
    for j in symbols.indices.reversed() {
      let bit = groups.bit[Int(symbols[j])]
      present[j] = present[j + 1] | bit
      needed[j] = needed[j + 1] | (j > 0 && symbols[j] == symbols[j - 1] ? 0 : bit)
    }
    self.present = present
    self.needed = needed
  }

  /// Fills the row of `level` for the symbol `x` that stands there; the least of its cells.
  func fillRow(
    _ level: Int, _ x: UInt8, after previous: UInt8, drop: Int32, _ rows: inout MutableSpan<Int32>
  ) -> Int32 {
    let symbols = self.symbols.span
    let insertion = self.insertion.span
    let substitution = self.substitution.span
    let count = symbols.count
    let above = (level &- 1) &* (count &+ 1)
    let row = level &* (count &+ 1)
    let costs = Int(x) &* count
    precondition(level >= 1 && row &+ count < rows.count && costs &+ count <= substitution.count)
    // Safety: the rows of this level and the one above, and the costs of `x`, lie within their spans as just checked;
    // j < count; the row two above is read only where level > 1.
    var diagonal = unsafe rows[unchecked: above]
    var left = diagonal &+ drop
    var least = left
    unsafe rows[unchecked: row] = left
    for j in 0..<count {
      let up = unsafe rows[unchecked: above &+ j &+ 1]
      var best = unsafe min(
        diagonal &+ substitution[unchecked: costs &+ j],
        min(up &+ drop, left &+ insertion[unchecked: j]))
      if unsafe symbols[unchecked: j] == previous, j > 0, level > 1,
        unsafe symbols[unchecked: j &- 1] == x, x != previous
      {
        best = unsafe min(best, rows[unchecked: above &- count &+ j &- 2] &+ transposition)
      }
      unsafe rows[unchecked: row &+ j &+ 1] = best
      diagonal = up
      left = best
      least = min(least, best)
    }
    return least
  }

  /// What an exchange of neighbours costs so far that has its first symbol here: it skips this level's row.
  func exchange(_ level: Int, _ x: UInt8, _ rows: borrowing MutableSpan<Int32>) -> Int32 {
    let above = (level &- 1) &* (symbols.count &+ 1)
    var least = Int32.max
    for j in 1..<max(1, symbols.count) where symbols[j] == x {
      least = min(least, rows[above &+ j &- 1] &+ transposition)
    }
    return least
  }

  /// A bound on the cost of any alignment that passes through this level's row: each cell with what the groups that
  /// one remainder has and the other lacks must cost.
  func bound(
    _ level: Int, any: UInt32, all: UInt32, _ limit: Int32, _ rows: borrowing MutableSpan<Int32>
  ) -> Int32 {
    let row = level &* (symbols.count &+ 1)
    var bound = Int32.max
    for j in 0...symbols.count {
      let cell = rows[row &+ j]
      if cell > limit || cell >= bound { continue }
      bound = min(bound, cell &+ max(groups.sum(needed[j] & ~any), groups.sum(all & ~present[j])))
    }
    return bound
  }
}
