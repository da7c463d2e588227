import TestSupport
import Testing

@testable import Linkage

@Suite struct SparseAssignmentTests {
  /// The best sum by trying everything.
  private func best(_ edges: [SparseAssignment.Edge], rows: Int, from row: Int, taken: Set<Int>)
    -> Int64
  {
    if row == rows { return 0 }
    var most = best(edges, rows: rows, from: row + 1, taken: taken)
    for edge in edges where edge.row == row && !taken.contains(edge.column) {
      most = max(
        most,
        edge.profit
          + best(edges, rows: rows, from: row + 1, taken: taken.union([edge.column])))
    }
    return most
  }

  private func sum(_ assignment: SparseAssignment, _ edges: [SparseAssignment.Edge]) -> Int64 {
    edges.filter { assignment.columnOfRow[$0.row] == $0.column }.reduce(0) { $0 + $1.profit }
  }

  private func isOneToOne(_ assignment: SparseAssignment) -> Bool {
    let taken = assignment.columnOfRow.filter { $0 >= 0 }
    return Set(taken).count == taken.count
  }

  @Test(arguments: 0..<10)
  func equalsTryingEverything(part: Int) {
    var random = SeededGenerator(seed: UInt64(part))
    for _ in 0..<TestScale.of(1_000) {
      let (rows, columns) = (
        Int.random(in: 0...6, using: &random), Int.random(in: 0...6, using: &random)
      )
      // Few profits make many ties.
      let most = random.oneIn(2) ? 3 : 1_000
      let sparse = Int.random(in: 1...4, using: &random)
      var edges: [SparseAssignment.Edge] = []
      for row in 0..<rows {
        for column in 0..<columns where random.oneIn(sparse) {
          let profit = Int64.random(in: 1...Int64(most), using: &random)
          edges.append(.init(row: row, column: column, profit: profit))
        }
      }
      edges.shuffle(using: &random)
      let assignment = SparseAssignment(rows: rows, columns: columns, edges)
      #expect(isOneToOne(assignment))
      #expect(sum(assignment, edges) == best(edges, rows: rows, from: 0, taken: []), "\(edges)")
    }
  }

  /// Against the dense method that puts the parts of names together.
  @Test(arguments: 0..<TestScale.of(40))
  func equalsTheDenseMethod(seed: Int) {
    var random = SeededGenerator(seed: UInt64(7_000 + seed))
    let (rows, columns) = (40, 55)
    var profit = [Int32](repeating: 0, count: rows * columns)
    var edges: [SparseAssignment.Edge] = []
    for row in 0..<rows {
      for column in 0..<columns where !random.oneIn(3) {
        profit[row * columns + column] = .random(in: 1...60, using: &random)
        edges.append(
          .init(row: row, column: column, profit: Int64(profit[row * columns + column])))
      }
    }
    var dense = Assignment()
    var match: [Int] = []
    dense.solve(profit: profit, rows: rows, columns: columns, into: &match)
    let expected = match.enumerated().reduce(Int64(0)) {
      $1.element < 0 ? $0 : $0 + Int64(profit[$1.offset * columns + $1.element])
    }
    #expect(sum(SparseAssignment(rows: rows, columns: columns, edges), edges) == expected)
  }

  @Test func theOrderOfEdgesIsNothing() {
    var random = SeededGenerator(seed: 5)
    var edges = (0..<300).map { _ in
      SparseAssignment.Edge(
        row: .random(in: 0..<60, using: &random), column: .random(in: 0..<60, using: &random),
        profit: .random(in: 1...4, using: &random))
    }
    edges = Dictionary(grouping: edges) { [$0.row, $0.column] }.values.map { $0[0] }
    let first = SparseAssignment(rows: 60, columns: 60, edges).columnOfRow
    for _ in 0..<5 {
      edges.shuffle(using: &random)
      #expect(SparseAssignment(rows: 60, columns: 60, edges).columnOfRow == first)
    }
  }

  /// Many equal rows on both sides, more on one: no row looks at all the others' columns.
  @Test func equalRowsAreQuick() {
    let (rows, columns) = (TestScale.of(1_000), TestScale.of(800))
    let edges = (0..<rows).flatMap { row in
      (0..<columns).map { SparseAssignment.Edge(row: row, column: $0, profit: 500) }
    }
    let start = ThreadTime.now
    let assignment = SparseAssignment(rows: rows, columns: columns, edges)
    #expect(assignment.columnOfRow.count { $0 >= 0 } == columns)
    #if !DEBUG
      #expect(ThreadTime.now - start < 5)
    #else
      _ = start
    #endif
  }
}
