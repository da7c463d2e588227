// A row of a list as it was read: where it stood and its cells, none of their bytes changed.

extension RecordWriter {
  mutating func append(row: Int, of list: RecordList) {
    varint(list.line(ofRow: row))
    let count = list.cellCount(ofRow: row)
    varint(count)
    for column in 0..<count {
      let cell = list.cell(row: row, column: column)
      varint(cell.count << 2 | Int(list.form(row: row, column: column).rawValue))
      for byte in cell { self.byte(byte) }
    }
  }

  /// What an index knows of a list as a whole.
  mutating func append(_ list: IndexedList) {
    string(list.name.utf8)
    varint(list.rows.count)
    varint(list.columns.count)
    for column in list.columns {
      string(column.name.utf8)
      string(column.kind.rawValue.utf8)
    }
    varint(list.dateOfAges == nil ? 0 : 1)
    if let date = list.dateOfAges { append(date) }
  }
}

/// A list whose rows are in an index.
struct IndexedList: Sendable {
  var name: String
  var columns: [RecordList.Column]
  var dateOfAges: BirthDate?
  /// The numbers of its rows in the index.
  var rows: Range<Int>
}

extension ByteReader {
  /// Adds the row that stands here to `cells`.
  mutating func row(into cells: inout RecordCells) throws(IndexError) {
    let line = try varint()
    for _ in 0..<(try varint()) {
      let head = try varint()
      guard let form = RecordList.CellForm(rawValue: UInt8(head & 3)) else { throw .damaged }
      try read(head >> 2, into: &cells.bytes)
      cells.cellEnds.append(cells.bytes.count)
      cells.forms.append(form)
    }
    cells.rowStarts.append(cells.cellEnds.count)
    cells.lines.append(line)
  }

  /// The list whose rows begin with the number `first`.
  mutating func list(firstRow first: Int) throws(IndexError) -> IndexedList {
    let name = try text()
    let count = try varint()
    var columns: [RecordList.Column] = []
    for _ in 0..<(try varint()) {
      let header = try text()
      guard let kind = FieldKind(rawValue: try text()) else { throw .damaged }
      columns.append(RecordList.Column(name: header, kind: kind))
    }
    let date = try varint() == 0 ? nil : try date()
    return IndexedList(
      name: name, columns: columns, dateOfAges: date, rows: first..<first + count)
  }
}
