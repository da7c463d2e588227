public import Linkage

extension RecordList {
  /// The list in the file at `path`; `-` is standard input.
  ///
  ///     let list = try RecordList(readingFrom: "detained.csv")
  ///
  /// CSV and tab-separated text; delimiter, quoting, header and kinds of columns are found out
  /// where `options` does not give them. Every row is kept: what could not be read as it should
  /// be stands in `problems`. Blank lines are no rows.
  ///
  /// - Throws: `ListError`, when there is no list to speak of.
  /// - Complexity: O(bytes); the file is held in memory once.
  public init(readingFrom path: String, options: ReadOptions = ReadOptions()) throws(ListError) {
    let bytes = try fileBytes(at: path)
    try self.init(parsing: bytes, path: path, options: options)
  }

  /// The list in `bytes`, which came from `path`.
  package init(
    parsing bytes: consuming [UInt8], path: String, options: ReadOptions = ReadOptions()
  ) throws(ListError) {
    if let what = bytes.archiveKind { throw .notText(path: path, what: what) }
    let file = FileName(path)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let isClean = bytes.holdsOnlyText
    var table: ReadTable
    if options.delimiter == nil,
      let layout = JSONRecords.layout(of: copy bytes, from: start, fileExtension: file.extension)
    {
      table = ReadTable(JSONRecords(bytes, from: start, layout: layout))
    } else {
      table = ReadTable(bytes, from: start, fileExtension: file.extension, options: options)
    }
    guard table.hasRows else { throw .empty(path: path) }
    try table.columns.apply(options.kinds, path: path)
    if options.needsName, !table.columns.contains(where: { $0.kind.isPartOfName }) {
      throw .noNameColumn(path: path, columns: table.columns.map(\.name))
    }
    if !isClean { table.problems += table.cells.unreadableCells() }
    if options.needsName {
      table.problems += table.cells.nameless(
        table.columns.indices.filter {
          table.columns[$0].kind.isPartOfName || table.columns[$0].kind == .patronymic
        })
    }
    let problems = table.problems.sorted {
      ($0.line, $0.column ?? 0, $0.reason) < ($1.line, $1.column ?? 0, $1.reason)
    }
    self.init(name: options.name ?? file.stem, columns: table.columns, cells: table.cells)
    for problem in problems { report(problem) }
  }
}

/// Rows with their columns, before the user's own word on the columns' kinds.
private struct ReadTable {
  var columns: [RecordList.Column]
  var cells: RecordCells
  var problems: [RecordList.Problem]
  /// Whether there was a row, be it the header's alone.
  let hasRows: Bool

  init(_ records: consuming JSONRecords) {
    hasRows = !records.cells.lines.isEmpty
    let kinds = ColumnKinds.recognised(records.names, .shared)
    columns = zip(records.names, kinds).map { RecordList.Column(name: $0, kind: $1) }
    problems = records.problems
    cells = records.cells
  }

  /// Delimited text.
  init(
    _ bytes: consuming [UInt8], from start: Int, fileExtension: String, options: ReadOptions
  ) {
    let vocabulary = HeaderVocabulary.shared
    var options = options
    var start = start
    var line = 1
    if let declared = DeclaredDelimiter(copy bytes, from: start) {
      options.delimiter = options.delimiter ?? declared.delimiter
      start = declared.end
      line = 2
    }
    let dialect = DialectSniffer(vocabulary: vocabulary, fileExtension: fileExtension)
      .dialect(of: bytes, from: start, options: options)
    let parsed = TableParser.parse(bytes, from: start, line: line, dialect: dialect)
    cells = parsed.cells
    problems = parsed.problems
    hasRows = !cells.lines.isEmpty
    let finder = HeaderFinder(vocabulary: vocabulary, cells: cells)
    if let header = finder.headerRow(options: options) {
      let names = (0..<cells.cellCount(ofRow: header)).map { [cells] in
        String(decoding: cells.cell(row: header, column: $0), as: UTF8.self)
      }
      let kinds = ColumnKinds.recognised(names, vocabulary)
      columns = zip(names, kinds).map { RecordList.Column(name: $0, kind: $1) }
      problems += (0..<header).map { [cells] in
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
    problems += cells.raggedRows(width: columns.count)
  }
}

extension [RecordList.Column] {
  /// Gives the columns the kinds the user named.
  fileprivate mutating func apply(
    _ kinds: [(column: String, kind: FieldKind)], path: String
  ) throws(ListError) {
    for (name, kind) in kinds {
      let index =
        firstIndex { $0.name == name }
        ?? firstIndex { $0.name.lowercased() == name.lowercased() }
      guard let index else {
        throw .unknownColumn(name, path: path, columns: map(\.name))
      }
      self[index].kind = kind
    }
  }
}

extension [UInt8] {
  /// What the first bytes say of files that are often given in place of a list.
  fileprivate var archiveKind: String? {
    if starts(with: [0x1F, 0x8B]) { return "a gzip archive" }
    if starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "a spreadsheet or ZIP archive" }
    return nil
  }
}

extension FieldKind {
  fileprivate var isPartOfName: Bool { self == .name || self == .given || self == .surname }
}
