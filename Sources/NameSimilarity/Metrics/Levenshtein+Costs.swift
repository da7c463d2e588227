extension Levenshtein {
  /// The least cost of turning `left` into `right`, by the table of Wagner and Fischer (1974), a row at a time.
  func cost(_ left: [UInt32], _ right: Span<some SymbolValue>) -> Int {
    var row = (0...right.count).map { $0 * insertion }
    for symbol in left {
      var diagonal = row[0]
      row[0] += deletion
      for place in right.indices {
        let isEqual = symbol == UInt32(truncatingIfNeeded: right[place])
        let above = row[place + 1]
        row[place + 1] = min(
          diagonal + (isEqual ? 0 : substitution), above + deletion, row[place] + insertion)
        diagonal = above
      }
    }
    return row[right.count]
  }
}
