/// The one-to-one choice among weighted edges between two sides whose sum is greatest, solved exactly.
///
/// Successive shortest augmenting paths with potentials (Edmonds and Karp 1972; Tomizawa 1971), each path found by
/// Dijkstra's method. A row may also stay alone, so that no edge has to be taken. A search ends at the first free
/// column and never leaves the component that it began in.
/// - Complexity: O(rows × edges × log edges) in the worst case; where most rows have their best column for
///   themselves, about O(edges × log edges).
struct SparseAssignment {
  struct Edge: Sendable, Hashable {
    var row: Int
    var column: Int
    /// Greater than 0.
    var profit: Int64
  }

  /// The column of each row, −1 where it stays alone.
  private(set) var columnOfRow: [Int]

  private let edges: [Edge]
  /// The edges of row `r` are `edges[starts[r]..<starts[r + 1]]`.
  private var starts: [Int]
  private var rowOfColumn: [Int]
  private var rowPotential: [Int64]
  private var columnPotential: [Int64]
  private var search = Search()

  /// Ties are broken by the numbers of rows and columns.
  init(rows: Int, columns: Int, _ edges: [Edge]) {
    self.edges = edges.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    starts = [Int](repeating: 0, count: rows + 1)
    for edge in edges { starts[edge.row + 1] += 1 }
    for row in 0..<rows { starts[row + 1] += starts[row] }
    columnOfRow = [Int](repeating: -1, count: rows)
    rowOfColumn = [Int](repeating: -1, count: columns)
    columnPotential = [Int64](repeating: 0, count: columns)
    rowPotential = [Int64](repeating: 0, count: rows)
    for edge in edges { rowPotential[edge.row] = max(rowPotential[edge.row], edge.profit) }
    for row in 0..<rows where starts[row] < starts[row + 1] { place(row) }
  }

  /// What one search has seen; columns by their number, their own row's place outside being `−1 − row`.
  private struct Search {
    var distance: [Int: Int64] = [:]
    var rowBefore: [Int: Int] = [:]
    var done: [(column: Int, distance: Int64)] = []
    var queue = MinimumQueue()
  }

  /// Gives the row a column, or leaves it or a row that makes room for it alone: whatever loses least.
  ///
  /// The slack of an edge, `rowPotential + columnPotential − profit`, is never negative and 0 for edges taken; so is
  /// that of staying alone, `rowPotential`, for rows that do.
  private mutating func place(_ start: Int) {
    search = Search()
    reach(from: start, at: 0)
    while let (key, column) = search.queue.popFirst() {
      let distance = key / 2
      if search.distance[column] != distance { continue }
      if column < 0 || rowOfColumn[column] < 0 { return augment(to: column, distance, from: start) }
      search.done.append((column, distance))
      reach(from: rowOfColumn[column], at: distance)
    }
    preconditionFailure("A row can always stay alone")
  }

  private mutating func reach(from row: Int, at distance: Int64) {
    offer(-1 - row, distance + rowPotential[row], row)
    for edge in edges[starts[row]..<starts[row + 1]] where edge.column != columnOfRow[row] {
      offer(
        edge.column, distance + rowPotential[row] + columnPotential[edge.column] - edge.profit, row)
    }
  }

  private mutating func offer(_ column: Int, _ distance: Int64, _ row: Int) {
    if let known = search.distance[column], known <= distance { return }
    search.distance[column] = distance
    search.rowBefore[column] = row
    // Of equal ways one that ends here comes before one that goes on: equal rows do not look at each other's columns.
    let isEnd = column < 0 || rowOfColumn[column] < 0
    search.queue.insert(2 * distance + (isEnd ? 0 : 1), column)
  }

  private mutating func augment(to end: Int, _ length: Int64, from start: Int) {
    // Potentials first, while the columns still have their old rows.
    rowPotential[start] -= length
    for (column, distance) in search.done {
      columnPotential[column] += length - distance
      rowPotential[rowOfColumn[column]] -= length - distance
    }
    var column = end
    while true {
      let row = search.rowBefore[column]!
      let next = columnOfRow[row]
      columnOfRow[row] = max(column, -1)
      if column >= 0 { rowOfColumn[column] = row }
      if row == start { return }
      column = next
    }
  }
}

/// A binary heap of numbers with their keys, the least key first, of equal keys the least number.
private struct MinimumQueue {
  private var items: [(key: Int64, number: Int)] = []

  mutating func insert(_ key: Int64, _ number: Int) {
    items.append((key, number))
    var place = items.count - 1
    while place > 0, items[place] < items[(place - 1) / 2] {
      items.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func popFirst() -> (key: Int64, number: Int)? {
    guard let first = items.first else { return nil }
    let last = items.removeLast()
    if items.isEmpty { return first }
    items[0] = last
    var place = 0
    while 2 * place + 1 < items.count {
      var child = 2 * place + 1
      if child + 1 < items.count, items[child + 1] < items[child] { child += 1 }
      if items[place] <= items[child] { break }
      items.swapAt(place, child)
      place = child
    }
    return first
  }
}
