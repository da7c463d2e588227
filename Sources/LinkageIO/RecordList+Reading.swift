public import Linkage

extension RecordList {
  /// The list in the file at `path`; `-` is standard input.
  ///
  ///     let list = try RecordList(readingFrom: "detained.csv")
  ///
  /// Tables as text, JSON Lines, a JSON array of objects and workbooks; encoding, delimiter, quoting, header and
  /// kinds of columns are found out where `options` does not give them. Every row is kept: what could not be read as
  /// it should be stands in `problems`. Blank lines are no rows.
  ///
  /// - Throws: `ListError`, when there is no list to speak of.
  /// - Complexity: O(bytes); the cells are held in memory once.
  public init(readingFrom path: String, options: ReadOptions = ReadOptions()) throws(ListError) {
    var facts: ListFacts?
    try self.init(readingFrom: path, options: options, facts: &facts)
  }

  /// The list in the file at `path`, and how it stood there.
  public init(
    readingFrom path: String, options: ReadOptions, facts: inout ListFacts?
  ) throws(ListError) {
    let reader = try ListReader(path: path, options: options)
    try self.init(reader, facts: &facts)
  }

  /// The list in `bytes`, which came from `path`.
  package init(
    parsing bytes: [UInt8], path: String, options: ReadOptions = ReadOptions()
  ) throws(ListError) {
    var facts: ListFacts?
    let reader = try ListReader(ByteInput(bytes), path: path, options: options)
    try self.init(reader, facts: &facts)
  }

  private init(_ reader: consuming ListReader, facts: inout ListFacts?) throws(ListError) {
    var reader = reader
    var rows = ListRows()
    rows.cells.bytes.reserveCapacity(reader.size)
    while try reader.read(into: &rows) {}
    let problems = rows.problems.sorted {
      ($0.line, $0.column ?? 0, $0.reason) < ($1.line, $1.column ?? 0, $1.reason)
    }
    facts = reader.facts
    self.init(name: reader.name, columns: reader.columns, cells: rows.cells)
    settleStyles()
    for problem in problems { report(problem) }
  }
}
