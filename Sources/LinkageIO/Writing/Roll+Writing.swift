public import Linkage

extension Roll {
  /// Writes the roll to `path`, a row a person; where they are wanted, every input row with its person to `rows`, and the
  /// questions for a person to `review`.
  ///
  /// The files appear whole, all of them or none. `-` is standard output.
  ///
  /// ```swift
  /// try roll.write(to: "roll.csv", review: "review.csv")
  /// ```
  /// - Throws: `OutputError`, with the path and the system's reason.
  public func write(
    to path: String, rows: String? = nil, review: String? = nil, format: TableFormat = .csv
  ) throws(OutputError) {
    var files: [OutputFile] = []
    func begin(_ path: String) throws(OutputError) -> OutputFile {
      let file = try OutputFile(path: path)
      files.append(file)
      return file
    }
    if let rows {
      let table = RowsTable(lists, layout: .merged)
      var writer = try TableWriter(format, columns: table.columns, to: begin(rows))
      try table.write(personsOf: self, to: &writer)
      try writer.finish()
    }
    if let review {
      let table = ReviewTable(self)
      try table.write(to: TableWriter(format, columns: table.columns, to: begin(review)))
    }
    let writer = try TableWriter(format, columns: RollTable.columns, to: begin(path))
    try RollTable.write(self, to: writer)
    try OutputFile.commit(files)
  }
}
