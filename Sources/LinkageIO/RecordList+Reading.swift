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
    let file = FileName(path)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let isClean = bytes.holdsOnlyText
    var table: ReadTable
    switch ListFormat(copy bytes, from: start, fileExtension: file.extension, options: options) {
    case .foreign(let what): throw .notText(path: path, what: what)
    case .workbook: throw .notText(path: path, what: "a spreadsheet or ZIP archive")
    case .json(let layout): table = ReadTable(JSONRecords(bytes, from: start, layout: layout))
    case .delimited:
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

extension FieldKind {
  fileprivate var isPartOfName: Bool { self == .name || self == .given || self == .surname }
}
