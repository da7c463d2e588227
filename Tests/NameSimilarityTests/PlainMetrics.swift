/// Metrics by their definitions, a table or a search each: the oracle of the bit-parallel ones.
enum PlainMetrics {
  static func levenshtein(_ left: [UInt8], _ right: [UInt8]) -> Int { edits(left, right, false) }

  static func osa(_ left: [UInt8], _ right: [UInt8]) -> Int { edits(left, right, true) }

  private static func edits(_ left: [UInt8], _ right: [UInt8], _ exchanges: Bool) -> Int {
    var table = [[Int]](
      repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for i in 0...left.count {
      for j in 0...right.count {
        if i == 0 || j == 0 {
          table[i][j] = i + j
          continue
        }
        let isEqual = left[i - 1] == right[j - 1]
        var best = min(table[i - 1][j], table[i][j - 1]) + 1
        best = min(best, table[i - 1][j - 1] + (isEqual ? 0 : 1))
        if exchanges, i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          best = min(best, table[i - 2][j - 2] + 1)
        }
        table[i][j] = best
      }
    }
    return table[left.count][right.count]
  }

  static func longestSubsequence(
    _ left: some Collection<UInt8>, _ right: some Collection<UInt8>
  ) -> Int {
    var row = [Int](repeating: 0, count: right.count + 1)
    for symbol in left {
      var diagonal = 0
      for (j, other) in right.enumerated() {
        let above = row[j + 1]
        row[j + 1] = symbol == other ? diagonal + 1 : max(above, row[j])
        diagonal = above
      }
    }
    return row[right.count]
  }

  static func jaro(_ left: [UInt8], _ right: [UInt8]) -> Double {
    if left.isEmpty, right.isEmpty { return 1 }
    let reach = max(0, max(left.count, right.count) / 2 - 1)
    var taken = [Bool](repeating: false, count: right.count)
    var ofLeft: [UInt8] = []
    for (i, symbol) in left.enumerated() {
      for j in right.indices where abs(i - j) <= reach && !taken[j] && right[j] == symbol {
        taken[j] = true
        ofLeft.append(symbol)
        break
      }
    }
    if ofLeft.isEmpty { return 0 }
    let ofRight = right.indices.filter { taken[$0] }.map { right[$0] }
    let transposed = zip(ofLeft, ofRight).count { $0 != $1 } / 2
    let common = Double(ofLeft.count)
    return
      (common / Double(left.count) + common / Double(right.count)
      + (common - Double(transposed)) / common) / 3
  }

  static func partialRatio(_ left: [UInt8], _ right: [UInt8]) -> Double {
    if left.isEmpty || right.isEmpty { return left.count == right.count ? 1 : 0 }
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    var best = parts(short, long)
    if short.count == long.count { best = max(best, parts(long, short)) }
    return best
  }

  private static func parts(_ short: [UInt8], _ long: [UInt8]) -> Double {
    let ends = 1..<(long.count + short.count)
    return ends.map { end in
      let part = long[max(0, end - short.count)..<min(end, long.count)]
      return Double(2 * longestSubsequence(short, part)) / Double(short.count + part.count)
    }.max() ?? 0
  }
}
