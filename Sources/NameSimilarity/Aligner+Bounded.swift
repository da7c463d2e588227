extension Aligner {
  /// The least cost of turning `left` into `right`, in 1/1024 bits, or `nil` where it is over `limit`.
  ///
  /// The same as the plain form that takes collections, but only cells within the limit are filled (Ukkonen 1985), and nothing is allocated for
  /// strings as long as names have.
  /// - Complexity: O(cells within the limit).
  public func cost(_ left: Span<UInt8>, _ right: Span<UInt8>, limit: Int32) -> Int32? {
    let width = right.count + 1
    return unsafe withUnsafeTemporaryAllocation(of: Int32.self, capacity: 4 * width) { room in
      var cells = unsafe room.mutableSpan
      return cost(left, right, limit: limit, &cells)
    }
  }

  /// A cell that no alignment within the limit passes through.
  private static let beyond = Int32.max / 4

  private func cost(
    _ left: Span<UInt8>, _ right: Span<UInt8>, limit: Int32, _ cells: inout MutableSpan<Int32>
  ) -> Int32? {
    let count = right.count
    let width = count &+ 1
    let substitution = costs.substitution.span
    let long = costs.long
    precondition(cells.count >= 4 &* width, "three rows of cells and what each symbol costs alone")
    precondition(substitution.count == AlignmentCosts.alphabetSize * AlignmentCosts.alphabetSize)
    // Safety: rows begin at 0, `width` and 2 `width`, and the costs at 3 `width`; `j` stays within 0...count; a symbol
    // is masked to the alphabet's size.
    let alone = 3 &* width
    var band = (low: 0, high: 0)
    unsafe cells[unchecked: 0] = 0
    for j in 0..<count {
      let cost = indel(right[j], after: j > 0 ? right[j &- 1] : 0)
      unsafe cells[unchecked: alone &+ j] = cost
      let cell = unsafe min(Self.beyond, cells[unchecked: j] &+ cost)
      unsafe cells[unchecked: j &+ 1] = cell
      if cell <= limit { band.high = j &+ 1 }
    }
    if limit < 0 { return nil }
    var (row, up, two) = (width, 0, 2 &* width)
    var bandAbove = (low: Int.max, high: -1)
    var previous: UInt8 = 0
    for i in left.indices {
      let x = left[i]
      let drop = indel(x, after: previous)
      let costsOfX = Int(x & 63) &* AlignmentCosts.alphabetSize
      let pairOfX = i > 0 ? long.number(previous, x) : 0
      for j in 0...count { unsafe cells[unchecked: row &+ j] = Self.beyond }
      let first = min(band.low, bandAbove.high < 0 ? .max : bandAbove.low &+ 1)
      let last = max(band.high, bandAbove.high) &+ 2
      var next = (low: Int.max, high: -1)
      var before = Self.beyond
      var j = first
      while j <= count {
        if j > last, before > limit { break }
        var best = unsafe cells[unchecked: up &+ j] &+ drop
        if j > 0 {
          let y = right[j &- 1]
          best = unsafe min(
            best,
            min(
              cells[unchecked: up &+ j &- 1] &+ substitution[unchecked: costsOfX &+ Int(y & 63)],
              before &+ cells[unchecked: alone &+ j &- 1]))
          if y == previous, j > 1, i > 0, right[j &- 2] == x, x != previous {
            best = unsafe min(best, cells[unchecked: two &+ j &- 2] &+ costs.transposition)
          }
          let pairOfY = j > 1 ? long.number(right[j &- 2], y) : 0
          if pairOfY != 0 {
            best = unsafe min(best, cells[unchecked: up &+ j &- 2] &+ long.cost(pairOfY, for: x))
          }
          if pairOfX != 0 {
            best = unsafe min(best, cells[unchecked: two &+ j &- 1] &+ long.cost(pairOfX, for: y))
            if pairOfY != 0 {
              best = unsafe min(
                best, cells[unchecked: two &+ j &- 2] &+ long.cost(pairOfX, for: pairOfY))
            }
          }
        }
        if best <= limit {
          unsafe cells[unchecked: row &+ j] = best
          if next.low > j { next.low = j }
          next.high = j
          before = best
        } else {
          before = Self.beyond
        }
        j &+= 1
      }
      // A move of two symbols reaches back two rows.
      if next.high < 0, band.high < 0 { return nil }
      (bandAbove, band) = (band, next)
      (row, up, two) = (two, row, up)
      previous = x
    }
    let cost = unsafe cells[unchecked: up &+ count]
    return cost <= limit ? cost : nil
  }
}
