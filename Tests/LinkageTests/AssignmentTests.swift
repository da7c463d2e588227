import TestSupport
import Testing

@testable import Linkage

@Suite struct AssignmentTests {
  /// The greatest total over all ways to give rows distinct columns or none.
  private func greatest(
    _ profit: [Int32], _ rows: Int, _ columns: Int, from row: Int = 0, _ taken: Int = 0
  )
    -> Int32
  {
    if row == rows { return 0 }
    var best = greatest(profit, rows, columns, from: row + 1, taken)
    for column in 0..<columns where taken >> column & 1 == 0 {
      best = max(
        best,
        profit[row * columns + column]
          + greatest(profit, rows, columns, from: row + 1, taken | 1 << column))
    }
    return best
  }

  @Test(arguments: [1, 3, 20, 40_000] as [Int32])
  func totalIsThatOfEveryPermutation(largest: Int32) {
    var random = SeededGenerator(seed: UInt64(largest))
    var assignment = Assignment()
    var columnOfRow: [Int] = []
    for _ in 0..<1_500 {
      let columns = Int.random(in: 1...6, using: &random)
      let rows = Int.random(in: 1...columns, using: &random)
      let profit = (0..<rows * columns).map { _ in
        random.oneIn(3) ? 0 : Int32.random(in: 0...largest, using: &random)
      }
      assignment.solve(profit: profit, rows: rows, columns: columns, into: &columnOfRow)
      let matched = columnOfRow.enumerated().filter { $0.element >= 0 }
      let total = matched.reduce(Int32(0)) { $0 + profit[$1.offset * columns + $1.element] }
      #expect(columnOfRow.count == rows)
      #expect(Set(matched.map(\.element)).count == matched.count, "a column twice")
      #expect(matched.allSatisfy { profit[$0.offset * columns + $0.element] > 0 })
      #expect(total == greatest(profit, rows, columns), "\(rows) × \(columns): \(profit)")
    }
  }
}
