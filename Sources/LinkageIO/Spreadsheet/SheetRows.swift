internal import Linkage

/// The cells of a sheet that hold something, row by row, as they stand in the file.
struct SheetRows {
  var bytes: [UInt8] = []
  var ends: [Int] = []
  /// The column of each cell, from 0.
  var columns: [Int32] = []
  /// How many cells there are up to the end of each row.
  var rowEnds: [Int] = []
  /// The sheet's number of each row, from 1.
  var lines: [Int] = []
  var problems: [RecordList.Problem] = []
  var merged: [CellRange] = []

  /// The cells of a row.
  func cells(ofRow row: Int) -> Range<Int> { (row == 0 ? 0 : rowEnds[row - 1])..<rowEnds[row] }

  /// The bytes of a cell.
  func cell(_ index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// Forgets the rows, as where only the newest is wanted.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    columns.removeAll(keepingCapacity: true)
    rowEnds.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
  }
}

extension SheetRows {
  /// Gaps between cells cost memory; a small file that is nearly all gap is an attack.
  private static let mostGaps = 10_000_000

  /// The rows as a table: columns without any cell are left out, a header of several rows becomes one.
  func table(limits: ReadLimits) throws(SpreadsheetFailure) -> RecordCells {
    var places = [Int](repeating: -1, count: CellReference.mostColumns)
    for column in columns { places[Int(column)] = 0 }
    let used = places.indices.filter { places[$0] == 0 }
    guard used.count <= limits.columns else {
      throw .over(.columns, limits.columns)
    }
    for (place, column) in used.enumerated() { places[column] = place }
    guard used.count * lines.count - ends.count <= Self.mostGaps + 16 * ends.count else {
      throw SpreadsheetFailure("nearly all of the sheet's \(used.count) columns are empty")
    }
    let header = HeaderBlock(self)
    var cells = RecordCells()
    cells.bytes.reserveCapacity(bytes.count)
    cells.cellEnds.reserveCapacity(used.count * lines.count)
    for row in lines.indices {
      if let header, header.rows.contains(row) {
        // The block's last row stands for all of it.
        guard row == header.rows.upperBound else { continue }
        for column in used {
          cells.bytes += Array((header.names[column] ?? "").utf8)
          cells.cellEnds.append(cells.bytes.count)
        }
      } else {
        append(row, to: &cells, places: places, width: used.count)
      }
      cells.rowStarts.append(cells.cellEnds.count)
      cells.lines.append(lines[row])
    }
    return cells
  }

  private func append(_ row: Int, to cells: inout RecordCells, places: [Int], width: Int) {
    var next = 0
    let row = self.cells(ofRow: row)
    let isInOrder = zip(row, row.dropFirst()).allSatisfy { columns[$0] < columns[$1] }
    for index in isInOrder ? Array(row) : row.sorted(by: { columns[$0] < columns[$1] }) {
      let place = places[Int(columns[index])]
      while next < place {
        cells.cellEnds.append(cells.bytes.count)
        next += 1
      }
      cells.bytes += cell(index)
      cells.cellEnds.append(cells.bytes.count)
      next += 1
    }
    while next < width {
      cells.cellEnds.append(cells.bytes.count)
      next += 1
    }
  }
}
