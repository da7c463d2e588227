/// Cells row by row in four flat arrays: what a reader fills and a `RecordList` keeps.
package struct RecordCells: Sendable {
  /// The cells' bytes, one after another.
  package var bytes: [UInt8] = []
  /// The end of each cell in `bytes`.
  package var cellEnds: [Int] = []
  /// The index of the first cell of each row, and one more. The cells before the first row are
  /// those of a header, kept only because moving everything after them would cost a pass.
  package var rowStarts: [Int] = [0]
  /// The line of the file on which each row began, from 1.
  package var lines: [Int] = []
  /// What each cell was; empty where all are text.
  package var forms: [RecordList.CellForm] = []

  package init() {}

  /// The bytes of a cell; empty where the row is too short.
  package func cell(row: Int, column: Int) -> ArraySlice<UInt8> {
    guard column < cellCount(ofRow: row) else { return [] }
    let cell = rowStarts[row] + column
    return bytes[(cell == 0 ? 0 : cellEnds[cell - 1])..<cellEnds[cell]]
  }

  /// What the cell was in the file.
  package func form(row: Int, column: Int) -> RecordList.CellForm {
    if forms.isEmpty { return .text }
    return column < cellCount(ofRow: row) ? forms[rowStarts[row] + column] : .absent
  }

  package func cellCount(ofRow row: Int) -> Int { rowStarts[row + 1] - rowStarts[row] }

  /// Forgets some rows, given ascending.
  /// - Complexity: O(cells).
  package mutating func remove(_ rows: [Int]) {
    var kept = RecordCells()
    var removed = rows[...]
    for row in lines.indices {
      if removed.first == row {
        removed.removeFirst()
        continue
      }
      for column in 0..<cellCount(ofRow: row) {
        kept.bytes += cell(row: row, column: column)
        kept.cellEnds.append(kept.bytes.count)
        if !forms.isEmpty { kept.forms.append(form(row: row, column: column)) }
      }
      kept.rowStarts.append(kept.cellEnds.count)
      kept.lines.append(lines[row])
    }
    self = kept
  }

  /// Forgets the first rows, which are a header and what stands before it.
  package mutating func dropFirst(rows: Int) {
    rowStarts.removeFirst(rows)
    lines.removeFirst(rows)
  }
}
