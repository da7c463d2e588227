/// The assignment of rows to columns with the greatest total profit, solved exactly.
///
/// The Hungarian method with potentials (Kuhn 1955; Munkres 1957) in its shortest-path form, over the rows and columns
/// that have any profit.
/// - Complexity: O(rows × columns + r² × c) where r of the rows and c of the columns have any.
struct Assignment: Sendable {
  private var u: [Int32] = []
  private var v: [Int32] = []
  private var row: [Int] = []
  private var way: [Int] = []
  private var least: [Int32] = []
  private var used: [Bool] = []
  /// The rows and columns that have any profit, fewer rows than columns, and their profits.
  private var lines: (rows: [Int], columns: [Int]) = ([], [])
  private var profits: [Int32] = []
  private var columnOfLine: [Int] = []

  /// For each row its column, or −1, where leaving both out is as good: a profit of 0 is no match.
  ///
  /// `profit` is row-major, not negative; there may not be more rows than columns.
  mutating func solve(profit: [Int32], rows: Int, columns: Int, into columnOfRow: inout [Int]) {
    precondition(rows <= columns && profit.count >= rows * columns, "rows × columns profits")
    if takesMaxima(profit: profit, rows: rows, columns: columns, into: &columnOfRow) { return }
    lines.rows.removeAll(keepingCapacity: true)
    lines.columns.removeAll(keepingCapacity: true)
    for i in 0..<rows where profit[i * columns..<(i + 1) * columns].contains(where: { $0 > 0 }) {
      lines.rows.append(i)
    }
    for j in 0..<columns where lines.rows.contains(where: { profit[$0 * columns + j] > 0 }) {
      lines.columns.append(j)
    }
    // The method takes no more rows than columns.
    let isTurned = lines.rows.count > lines.columns.count
    let (least, most) = isTurned ? (lines.columns, lines.rows) : (lines.rows, lines.columns)
    profits.removeAll(keepingCapacity: true)
    for i in least {
      for j in most { profits.append(isTurned ? profit[j * columns + i] : profit[i * columns + j]) }
    }
    var columnOfLine = self.columnOfLine
    solveLines(rows: least.count, columns: most.count, into: &columnOfLine)
    columnOfRow.removeAll(keepingCapacity: true)
    columnOfRow.append(contentsOf: repeatElement(-1, count: rows))
    for (line, column) in columnOfLine.enumerated() where column >= 0 {
      let (i, j) = isTurned ? (most[column], least[line]) : (least[line], most[column])
      columnOfRow[i] = j
    }
    self.columnOfLine = columnOfLine
  }

  private mutating func solveLines(rows: Int, columns: Int, into columnOfRow: inout [Int]) {
    let profit = profits
    func reset<T>(_ array: inout [T], _ value: T, _ count: Int) {
      array.removeAll(keepingCapacity: true)
      array.append(contentsOf: repeatElement(value, count: count))
    }
    reset(&u, 0, rows + 1)
    reset(&v, 0, columns + 1)
    reset(&row, 0, columns + 1)
    reset(&way, 0, columns + 1)
    for i in 1..<(rows + 1) {
      row[0] = i
      var column = 0
      reset(&least, .max, columns + 1)
      reset(&used, false, columns + 1)
      repeat {
        used[column] = true
        let i0 = row[column]
        var delta = Int32.max
        var next = 0
        for j in 1...columns where !used[j] {
          let reduced = -profit[(i0 - 1) * columns + j - 1] - u[i0] - v[j]
          if reduced < least[j] {
            least[j] = reduced
            way[j] = column
          }
          if least[j] < delta {
            delta = least[j]
            next = j
          }
        }
        for j in 0...columns {
          if used[j] {
            u[row[j]] += delta
            v[j] -= delta
          } else if j > 0 {
            least[j] -= delta
          }
        }
        column = next
      } while row[column] != 0
      repeat {
        let previous = way[column]
        row[column] = row[previous]
        column = previous
      } while column != 0
    }
    reset(&columnOfRow, -1, rows)
    for j in 1...columns where row[j] != 0 {
      let i = row[j] - 1
      if profit[i * columns + j - 1] > 0 { columnOfRow[i] = j - 1 }
    }
  }

  /// Gives each row its greatest profit where that is one column's alone and no two rows ask for one column: there is no
  /// other solution then. It is so in most pairs of names.
  private func takesMaxima(
    profit: [Int32], rows: Int, columns: Int, into columnOfRow: inout [Int]
  ) -> Bool {
    if columns > 64 { return false }
    columnOfRow.removeAll(keepingCapacity: true)
    var taken: UInt64 = 0
    for i in 0..<rows {
      var best: Int32 = 0
      var column = -1
      var isTied = false
      let line = profit.span.extracting(i * columns..<(i + 1) * columns)
      for j in line.indices where line[j] > 0 {
        let value = line[j]
        if value > best {
          (best, column, isTied) = (value, j, false)
        } else if value == best {
          isTied = true
        }
      }
      columnOfRow.append(column)
      if column < 0 { continue }
      if isTied || taken >> UInt64(column) & 1 == 1 { return false }
      taken |= 1 << UInt64(column)
    }
    return true
  }
}
