internal import ArgumentParser
internal import Linkage
internal import LinkageIO
internal import NameSimilarity

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Say whether two names are one person's, and why.",
    discussion: """
      EXAMPLES:
        dizim compare 'Dauletmurat Tajimuratov' 'Тажимуратов Д.'
        dizim compare --pairs pairs.csv -o judged.csv
        dizim compare --pairs pairs.csv --reasons --language ru
      """)

  @Argument(help: "Two names.") var names: [String] = []
  @Option(help: "A list with the columns left and right.") var pairs: String?
  @Flag(help: "With --pairs, add the column reasons: what speaks for and against, in words.")
  var reasons = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var judging: JudgingOptions

  func validate() throws {
    if pairs == nil, names.count != 2 {
      throw ValidationError("two names are wanted, or --pairs FILE")
    }
    if pairs != nil, !names.isEmpty { throw ValidationError("either two names or --pairs FILE") }
  }

  func run() throws {
    if let pairs { return try comparePairs(pairs) }
    let comparison = PairComparer(
      RecordList(names: [names[0]]), RecordList(names: [names[1]]), options: judging.options)[0]
    let file = try OutputFile(path: writing.path)
    if writing.isForTable {
      var writer = try writing.writer(
        ["left", "right", "weight", "probability", "decision", "relation", "reasons"], to: file)
      writer.append(names[0])
      writer.append(names[1])
      writer.append(number: comparison.weight.decimal)
      writer.append(number: comparison.probability.fourDecimals)
      writer.append(comparison.decision.rawValue)
      writer.append(comparison.relation.rawValue)
      writer.append(comparison.summary)
      try writer.endRow()
      try writer.finish()
    } else {
      try file.write(
        Array(
          ComparisonText(names[0], names[1], comparison, judging.prior, judging.language)
            .text.utf8))
    }
    try OutputFile.commit([file])
  }

  private func comparePairs(_ path: String) throws {
    let file = try WritingOptions.begin([writing.path], inputs: [path])[0]
    let rejects = try Rejects(reading, inputs: [path])
    let list = try reading.read(path, needsName: false, header: .yes)
    guard let left = list.column("left"), let right = list.column("right") else {
      throw ListError.unknownColumn(
        list.column("left") == nil ? "left" : "right", path: path, columns: list.columns.map(\.name)
      )
    }
    let comparer = PairComparer(
      list.names(ofColumn: left), list.names(ofColumn: right), options: judging.options)
    let own = ["weight", "probability", "decision", "relation"] + (reasons ? ["reasons"] : [])
    let width = max(
      list.columns.count, (0..<list.count).map { list.cellCount(ofRow: $0) }.max() ?? 0)
    let extras = (0..<width - list.columns.count).map { "extra_\($0 + 1)" }
    var writer = try writing.writer(
      list.columns.map(\.name).map { own.contains($0) ? $0 + "_input" : $0 } + extras + own,
      to: file)
    for row in 0..<list.count {
      for column in 0..<width {
        writer.append(
          bytes: list.cell(row: row, column: column), as: list.form(row: row, column: column))
      }
      let comparison = comparer[row]
      writer.append(number: comparison.weight.decimal)
      writer.append(number: comparison.probability.fourDecimals)
      writer.append(comparison.decision.rawValue)
      writer.append(comparison.relation.rawValue)
      if reasons { writer.append(comparison.summary) }
      try writer.endRow()
    }
    try writer.finish()
    try rejects.write([(path, list)])
    try OutputFile.commit([file] + rejects.files)
    if Talk.report([(path, list)]) { throw ExitCode(3) }
  }
}

extension RecordList {
  /// One column as a list of names.
  fileprivate func names(ofColumn column: Int) -> RecordList {
    var names = RecordList(name: name, columns: [Column(name: "name", kind: .name)])
    for row in 0..<count {
      names.append(cell: cell(row: row, column: column))
      names.endRow(line: line(ofRow: row))
    }
    return names
  }
}
