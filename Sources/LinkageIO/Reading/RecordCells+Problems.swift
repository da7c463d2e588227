internal import Linkage

extension RecordCells {
  /// Rows with more or fewer cells than there are columns.
  func raggedRows(width: Int) -> [RecordList.Problem] {
    lines.indices.compactMap { row in
      let count = cellCount(ofRow: row)
      guard count != width else { return nil }
      let reason = count < width ? "too few cells" : "too many cells"
      return RecordList.Problem(
        line: lines[row], column: nil, reason: "\(reason): \(count) instead of \(width)")
    }
  }

  /// Rows that name nobody: nothing but blanks in all `columns`. They are nobody's namesakes.
  func nameless(_ columns: [Int]) -> [RecordList.Problem] {
    lines.indices.compactMap { row in
      let isBlank = columns.allSatisfy { column in
        String(decoding: cell(row: row, column: column), as: UTF8.self).allSatisfy(\.isWhitespace)
      }
      return isBlank
        ? RecordList.Problem(line: lines[row], column: nil, reason: "the row names nobody") : nil
    }
  }

  /// Cells that are no UTF-8 or hold a NUL.
  func unreadableCells() -> [RecordList.Problem] {
    var problems: [RecordList.Problem] = []
    for row in lines.indices {
      for column in 0..<cellCount(ofRow: row) {
        let cell = Array(cell(row: row, column: column))
        let report = { (reason: String) in
          problems.append(.init(line: lines[row], column: column + 1, reason: reason))
        }
        if cell.contains(0) { report("a NUL byte") }
        if !cell.isUTF8 { report("bytes that are no UTF-8") }
      }
    }
    return problems
  }
}

extension [UInt8] {
  /// UTF-8 without NUL bytes.
  var holdsOnlyText: Bool { isUTF8 && !contains(0) }

  var isUTF8: Bool { (try? UTF8Span(validating: span)) != nil }
}
