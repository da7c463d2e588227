/// Damerau's distance without restriction: Levenshtein's edits and exchanges of neighbours, between which symbols may
/// be added or left out.
///
/// By the table of Lowrance and Wagner (1975). RapidFuzz's `DamerauLevenshtein.distance`, jellyfish's
/// `damerau_levenshtein_distance`.
/// - Complexity: O(left × right) time and space.
public struct DamerauLevenshtein: EditDistance {
  public init() {}

  public func mostEdits(_ left: Int, _ right: Int) -> Int { max(left, right) }

  public func distance(of query: Pattern, to candidate: Span<UInt8>, cutoff: Int) -> Int {
    edits(query.symbols, candidate, cutoff)
  }

  public func distance(of query: Pattern, to candidate: Span<UInt32>, cutoff: Int) -> Int {
    edits(query.symbols, candidate, cutoff)
  }

  private func edits(_ left: [UInt32], _ right: Span<some SymbolValue>, _ cutoff: Int) -> Int {
    if abs(left.count - right.count) > cutoff { return cutoff + 1 }
    // Row and column 0 stand for a place before the start, dearer than any path.
    let width = right.count + 2
    let never = Int32(left.count + right.count)
    var table = [Int32](repeating: never, count: (left.count + 2) * width)
    for j in 0...right.count { table[width + j + 1] = Int32(j) }
    /// The last row whose symbol is this one.
    var lastRow: [UInt32: Int] = [:]
    for i in 1...max(1, left.count) where i <= left.count {
      table[(i + 1) * width + 1] = Int32(i)
      /// The last column of this row that holds the row's symbol.
      var lastColumn = 0
      for j in 1...max(1, right.count) where j <= right.count {
        let symbol = UInt32(truncatingIfNeeded: right[j - 1])
        let isEqual = left[i - 1] == symbol
        let row = lastRow[symbol] ?? 0
        let exchanged =
          table[row * width + lastColumn] + Int32(i - row - 1) + 1 + Int32(j - lastColumn - 1)
        let above = i * width + j
        table[above + width + 1] = min(
          table[above] + (isEqual ? 0 : 1), table[above + width] + 1, table[above + 1] + 1,
          exchanged)
        if isEqual { lastColumn = j }
      }
      lastRow[left[i - 1]] = i
    }
    return held(Int(table[table.count - 1]), cutoff)
  }
}
