internal import ArgumentParser
internal import Linkage
internal import LinkageIO
internal import NameSimilarity

struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Say who on a list a name could be.",
    discussion: """
      EXAMPLES:
        dizim search list.csv 'Даулетмурат Тажимуратов' 'Lolagul Kallyhanova'
        dizim search list.csv --queries asked.csv --top 3 -o answers.csv
        dizim index list.csv -o list.dzx
        dizim search list.dzx 'Даулетмурат Тажимуратов'
      """)

  @Argument(help: "The list, or an index of lists; - is standard input.") var list: String
  @Argument(help: "Names to look for.") var names: [String] = []
  @Option(help: "A list of names to look for.") var queries: String?
  @Option(help: "At most so many answers a name.") var top = 10
  @Option(help: "Leave out answers less probable than this.") var minProbability: Double?
  @Flag(help: "Keep answers of any probability.") var all = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var judging: JudgingOptions
  @OptionGroup var memory: MemoryOptions

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
    let options = judging.options
    let searched = try SearchedList(
      list, queries: queries, names: names, reading, options, memory: memory.bytes)
    let asked = searched.asked
    let least = all ? nil : minProbability ?? options.costs.differentUpTo
    let answers = try searched.answers(top: top, leastProbability: least, options: options)

    var columns = ["query_id", "query", "rank", "id", "name", "weight", "probability", "decision"]
    if searched.hasSources { columns.append("source") }
    var writer = try writing.writer(columns, to: file)
    let queryID = asked.column("query_id") ?? asked.column("id")
    for (query, found) in answers.enumerated() {
      for (rank, answer) in found.enumerated() {
        let (read, row) = try searched.row(answer.row)
        writer.append(bytes: asked.label(row: query, column: queryID))
        writer.append(asked.nameText(row: query))
        writer.append(number: String(rank + 1))
        writer.append(bytes: read.label(row: row, column: read.column("id")))
        writer.append(read.nameText(row: row))
        writer.append(number: answer.weight.decimal)
        writer.append(number: answer.probability.fourDecimals)
        writer.append(answer.decision.rawValue)
        if searched.hasSources { writer.append(read.name) }
        try writer.endRow()
      }
    }
    try writer.finish()
    try rejects.write(searched.read)
    try OutputFile.commit([file] + rejects.files)
    let hasProblems = Talk.report(searched.read)
    if answers.allSatisfy(\.isEmpty) { throw ExitCode(1) }
    if hasProblems { throw ExitCode(3) }
  }
}

/// What is searched, a list or an index, and what is asked.
private struct SearchedList {
  let asked: RecordList
  /// The lists that were read, with where they came from.
  let read: [(path: String, list: RecordList)]
  private let path: String
  private let index: SearchIndex?

  init(
    _ path: String, queries: String?, names: [String], _ reading: ReadingOptions,
    _ options: LinkOptions, memory: Int
  ) throws {
    self.path = path
    index = IndexFile.isIndex(path) ? try IndexFile.open(path, options: options) : nil
    let paths = (index == nil ? [path] : []) + (queries.map { [$0] } ?? [])
    let lists = try reading.read(paths)
    // A list is made ready in memory as an index is.
    if index == nil { try MemoryNeed.check(lists, work: .indexing, allowed: memory) }
    read = Array(zip(paths, lists))
    asked = queries == nil ? RecordList(names: names) : lists[lists.count - 1]
  }

  /// Whether the rows come from several lists.
  var hasSources: Bool { (index?.listCount ?? 1) > 1 }

  func answers(top: Int, leastProbability: Double?, options: LinkOptions) throws
    -> [[SearchIndex.Answer]]
  {
    guard let index else {
      return NameSearch(list: read[0].list, queries: asked, options: options)
        .answers(top: top, leastProbability: leastProbability)
    }
    return try checked { () throws(IndexError) in
      try index.answers(
        to: asked, top: top, leastProbability: leastProbability, options: options)
    }
  }

  /// The list and the row there that an answer is.
  func row(_ row: Int) throws -> (list: RecordList, row: Int) {
    guard let index else { return (read[0].list, row) }
    return (try checked { () throws(IndexError) in try index.row(row) }, 0)
  }

  private func checked<Result>(_ body: () throws(IndexError) -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      throw ListError.badIndex(path: path, error)
    }
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
