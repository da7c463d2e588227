internal import ArgumentParser
internal import Linkage
internal import LinkageIO

struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write a list anew: UTF-8, one dialect, every row and cell kept.",
    discussion: """
      EXAMPLES:
        dizim convert svodka.txt -o svodka.csv
        dizim convert list.csv.gz --format jsonl
      """)

  @Argument(help: "The list; - is standard input.") var list: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let file = try WritingOptions.begin([writing.path], inputs: [list])[0]
    let rejects = try Rejects(reading, inputs: [list])
    var reader = try ListReader(path: list, options: reading.options(needsName: false))
    var problems = RecordList(name: reader.name, columns: reader.columns)
    var rows = ListRows()
    var count = 0
    if writing.format(for: file.path) == .jsonl {
      // A key for each cell beyond the last column has to be known before the first row is written.
      while try reader.read(into: &rows) {}
      let widest = (0..<rows.count).lazy.map { rows.cells.cellCount(ofRow: $0) }.max() ?? 0
      let extras = (0..<max(0, widest - reader.columns.count)).map { "extra_\($0 + 1)" }
      var writer = try writing.writer(reader.columns.map(\.name) + extras, to: file)
      try write(rows, to: &writer)
      try writer.finish()
      count = rows.count
      for problem in rows.problems { problems.report(problem) }
    } else {
      var writer = try writing.writer(reader.columns.map(\.name), to: file)
      while try reader.read(into: &rows) {
        try write(rows, to: &writer)
        count += rows.count
        for problem in rows.problems { problems.report(problem) }
        rows.removeAll()
      }
      try writer.finish()
    }
    try rejects.write([(list, problems)])
    try OutputFile.commit([file] + rejects.files)
    reading.sayGuess(reader.facts, path: list)
    Talk.say("\(count) rows")
    if Talk.report([(list, problems)]) { throw ExitCode(3) }
  }

  private func write(_ rows: ListRows, to writer: inout TableWriter) throws {
    for row in 0..<rows.count {
      for column in 0..<rows.cells.cellCount(ofRow: row) {
        writer.append(
          bytes: rows.cells.cell(row: row, column: column),
          as: rows.cells.form(row: row, column: column))
      }
      try writer.endRow()
    }
  }
}
