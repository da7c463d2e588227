internal import ArgumentParser
internal import Linkage
internal import LinkageIO
internal import NameSimilarity

struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say who on a list a name could be.",
    discussion: """
      EXAMPLES:
        dizim search list.csv 'Даулетмурат Тажимуратов' 'Lolagul Kallyhanova'
        dizim search list.csv --queries asked.csv --top 3 -o answers.csv
      """)

  @Argument(help: "The list; - is standard input.") var list: String
  @Argument(help: "Names to look for.") var names: [String] = []
  @Option(help: "A list of names to look for.") var queries: String?
  @Option(help: "At most so many answers a name.") var top = 10
  @Option(help: "Leave out answers less probable than this.") var minProbability: Double?
  @Flag(help: "Keep answers of any probability.") var all = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var judging: JudgingOptions

  func validate() throws {
    if names.isEmpty == (queries == nil) {
      throw ValidationError("names to look for are wanted, or --queries FILE")
    }
    if top < 1 { throw ValidationError("--top \(top): at least 1") }
    if let minProbability, !(0...1).contains(minProbability) {
      throw ValidationError("--min-probability \(minProbability): a probability is wanted")
    }
  }

  func run() throws {
    let inputs = [list] + (queries.map { [$0] } ?? [])
    let file = try WritingOptions.begin([writing.path], inputs: inputs)[0]
    let rejects = try Rejects(reading, inputs: inputs)
    let lists = try reading.read(inputs)
    let read = lists[0]
    let asked = queries == nil ? RecordList(names: names) : lists[1]
    let options = judging.options
    let least = all ? nil : minProbability ?? options.costs.differentUpTo
    let answers = NameSearch(list: read, queries: asked, options: options)
      .answers(top: top, leastProbability: least)

    var writer = try writing.writer(
      ["query_id", "query", "rank", "id", "name", "weight", "probability", "decision"], to: file)
    let queryID = asked.column("query_id") ?? asked.column("id")
    let id = read.column("id")
    for (query, found) in answers.enumerated() {
      for (rank, answer) in found.enumerated() {
        writer.append(bytes: asked.label(row: query, column: queryID))
        writer.append(asked.nameText(row: query))
        writer.append(number: String(rank + 1))
        writer.append(bytes: read.label(row: answer.row, column: id))
        writer.append(read.nameText(row: answer.row))
        writer.append(number: answer.weight.decimal)
        writer.append(number: answer.probability.fourDecimals)
        writer.append(answer.decision.rawValue)
        try writer.endRow()
      }
    }
    try writer.finish()
    try rejects.write(Array(zip(inputs, lists)))
    try OutputFile.commit([file] + rejects.files)
    let hasProblems = Talk.report([(list, read)] + (queries.map { [($0, asked)] } ?? []))
    if answers.allSatisfy(\.isEmpty) { throw ExitCode(1) }
    if hasProblems { throw ExitCode(3) }
  }
}

extension RecordList {
  /// The column with this header.
  func column(_ name: String) -> Int? { columns.firstIndex { $0.name.lowercased() == name } }

  /// What the row is called by: its cell of that column, else its line.
  func label(row: Int, column: Int?) -> ArraySlice<UInt8> {
    column.map { cell(row: row, column: $0) } ?? ArraySlice(String(line(ofRow: row)).utf8)
  }

  /// The name as it stands in the row.
  func nameText(row: Int) -> String {
    let columns = self.columns.indices
    let parts = [FieldKind.surname, .given, .patronymic].flatMap { kind in
      columns.filter { self.columns[$0].kind == kind }.map { text(row: row, column: $0) }
    }.filter { !$0.isEmpty }
    if !parts.isEmpty { return parts.joined(separator: " ") }
    return columns.filter { self.columns[$0].kind == .name }
      .map { text(row: row, column: $0) }.first { !$0.isEmpty } ?? ""
  }
}
