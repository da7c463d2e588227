internal import Linkage

/// Rows with their columns as a reader found them, before the user's own word on the columns' kinds.
struct ReadTable {
  var columns: [RecordList.Column]
  var cells: RecordCells
  var problems: [RecordList.Problem]
  /// Whether there was a row, be it the header's alone.
  let hasRows: Bool

  /// Records whose columns have names of their own.
  init(_ records: consuming JSONRecords) {
    hasRows = !records.cells.lines.isEmpty
    let kinds = ColumnKinds.recognised(records.names, .shared)
    columns = zip(records.names, kinds).map { RecordList.Column(name: $0, kind: $1) }
    problems = records.problems
    cells = records.cells
  }

  /// Rows of a table, of which one may be a header.
  init(
    rows: consuming RecordCells, problems: [RecordList.Problem], options: ReadOptions
  ) {
    let vocabulary = HeaderVocabulary.shared
    cells = rows
    self.problems = problems
    hasRows = !cells.lines.isEmpty
    let finder = HeaderFinder(vocabulary: vocabulary, cells: cells)
    if let header = finder.headerRow(options: options) {
      let names = (0..<cells.cellCount(ofRow: header)).map { [cells] in
        String(decoding: cells.cell(row: header, column: $0), as: UTF8.self)
      }
      let kinds = ColumnKinds.recognised(names, vocabulary)
      columns = zip(names, kinds).map { RecordList.Column(name: $0, kind: $1) }
      self.problems += (0..<header).map { [cells] in
        RecordList.Problem(
          line: cells.lines[$0], column: nil, reason: "stands before the header; left out")
      }
      cells.dropFirst(rows: header + 1)
    } else {
      let width = cells.lines.indices.map { [cells] in cells.cellCount(ofRow: $0) }.mostFrequent
      let kinds = ColumnKinds.guessed(cells, columns: width ?? 0)
      columns = kinds.enumerated().map {
        RecordList.Column(name: "column_\($0 + 1)", kind: $1)
      }
    }
    self.problems += cells.raggedRows(width: columns.count)
  }

  /// Delimited text.
  init(
    _ bytes: consuming [UInt8], from start: Int, fileExtension: String, options: ReadOptions
  ) {
    var options = options
    var start = start
    var line = 1
    if let declared = DeclaredDelimiter(copy bytes, from: start) {
      options.delimiter = options.delimiter ?? declared.delimiter
      start = declared.end
      line = 2
    }
    let dialect = DialectSniffer(vocabulary: .shared, fileExtension: fileExtension)
      .dialect(of: bytes, from: start, options: options)
    let parsed = TableParser.parse(bytes, from: start, line: line, dialect: dialect)
    self.init(rows: parsed.cells, problems: parsed.problems, options: options)
  }
}
