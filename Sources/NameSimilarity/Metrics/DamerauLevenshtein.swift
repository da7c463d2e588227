/// Damerau's distance without restriction: Levenshtein's edits and exchanges of neighbours, between which symbols may
/// be added or left out.
///
/// By the recurrence of Lowrance and Wagner (1975), of whose table two rows are kept (Zhao and Sahni 2019). RapidFuzz's
/// `DamerauLevenshtein.distance`, jellyfish's `damerau_levenshtein_distance`.
/// - Complexity: O(left × right).
public struct DamerauLevenshtein: EditDistance {
  /// The metric; it has no settings.
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
    // An exchange costs what the table holds before its outer symbols, and what stands between its inner ones on one
    // side at most: anything between them on both sides is put for each other more cheaply.
    let never = left.count + right.count
    var above = [Int](repeating: never, count: right.count + 1)
    var here = Array(0...right.count)
    /// The last row whose symbol is this one.
    var lastRow: [UInt32: Int] = [:]
    /// For each column the table's value before the exchange that would end there with the symbol of `lastRow`.
    var beforeColumn = [Int](repeating: never, count: right.count + 1)
    for (row, own) in left.enumerated() {
      swap(&above, &here)
      // The row before the one above is overwritten from here on.
      var overwritten = here[0]
      here[0] = row + 1
      /// The last column of this row that holds its symbol, and the value before an exchange that begins there.
      var lastColumn: Int?
      var beforeRow = never
      for place in right.indices {
        let symbol = UInt32(truncatingIfNeeded: right[place])
        let isEqual = own == symbol
        var best = min(above[place] + (isEqual ? 0 : 1), above[place + 1] + 1, here[place] + 1)
        if isEqual {
          lastColumn = place
          beforeColumn[place] = place > 0 ? above[place - 1] : never
          beforeRow = overwritten
        } else if let column = lastColumn, let earlier = lastRow[symbol] {
          if column == place - 1 {
            best = min(best, beforeColumn[place] + row - earlier)
          } else if earlier == row - 1 {
            best = min(best, beforeRow + place - column)
          }
        }
        overwritten = here[place + 1]
        here[place + 1] = best
      }
      lastRow[own] = row
    }
    return held(here[right.count], cutoff)
  }
}
