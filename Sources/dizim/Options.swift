public import ArgumentParser
internal import Linkage
public import LinkageIO

/// How lists are read.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .customLong("field"),
    help: ArgumentHelp(
      "What a column holds, where its header does not say; may be repeated.",
      discussion:
        "Kinds: \(FieldKind.allCases.map(\.rawValue).joined(separator: ", ")); date means birth.",
      valueName: "COLUMN:KIND"))
  var fields: [String] = []

  @Option(
    help: "What stands between cells: comma, semicolon, tab, pipe; found out where not given.")
  var delimiter: Delimiter?

  enum Delimiter: String, CaseIterable, ExpressibleByArgument {
    case comma, semicolon, tab, pipe

    var byte: UInt8 {
      switch self {
      case .comma: UInt8(ascii: ",")
      case .semicolon: UInt8(ascii: ";")
      case .tab: UInt8(ascii: "\t")
      case .pipe: UInt8(ascii: "|")
      }
    }
  }

  func validate() throws { _ = try kinds() }

  /// Whether anything is said of the list.
  var isDeclared: Bool { !fields.isEmpty || delimiter != nil }

  private func kinds() throws -> [(column: String, kind: FieldKind)] {
    try fields.map { field in
      guard let colon = field.lastIndex(of: ":") else {
        throw ValidationError("--field \(field): COLUMN:KIND is wanted")
      }
      let kind = String(field[field.index(after: colon)...])
      guard let known = FieldKind(named: kind) else {
        let kinds = FieldKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
          "--field \(field): there is no kind \"\(kind)\"; the kinds are \(kinds)")
      }
      return (String(field[..<colon]), known)
    }
  }

  /// Reads a list. Where several lists are read, a `--field` counts for those that have the column.
  func read(
    _ path: String, needsName: Bool = true, header: ReadOptions.Header = .auto,
    among headers: Set<String>? = nil
  ) throws -> RecordList {
    var options = ReadOptions()
    options.delimiter = delimiter?.byte
    options.kinds = try kinds().filter { headers?.contains($0.column) ?? true }
    options.needsName = needsName
    options.header = header
    return try RecordList(readingFrom: path, options: options)
  }

  /// Reads lists of which each may have some of the columns named by `--field`.
  func read(_ paths: [String]) throws -> [RecordList] {
    if paths.count == 1 || fields.isEmpty { return try paths.map { try read($0) } }
    let kinds = try kinds()
    let headers = try paths.map { path in
      Set(try read(path, needsName: false, among: []).columns.map(\.name))
    }
    for (column, _) in kinds where !headers.contains(where: { $0.contains(column) }) {
      throw ListError.unknownColumn(
        column, path: paths.joined(separator: ", "),
        columns: Array(Set(headers.joined())).sorted())
    }
    return try zip(paths, headers).map { try read($0, among: $1) }
  }
}

/// How pairs are judged.
struct JudgingOptions: ParsableArguments {
  @Option(help: "The probability that two rows drawn at random are one person.") var prior: Double?
  @Option(help: "What making one person of two costs.") var mergeCost = 20.0
  @Option(help: "What leaving one person as two costs.") var missCost = 1.0
  @Option(help: "What a question to a person costs.") var reviewCost = 0.2
  @Option(help: "Threads; the result does not depend on it.") var threads = 2

  func validate() throws {
    if let prior, !(prior > 0 && prior < 1) {
      throw ValidationError("--prior \(prior): a probability between 0 and 1 is wanted")
    }
    for cost in [mergeCost, missCost, reviewCost] where !(cost > 0 && cost.isFinite) {
      throw ValidationError("a cost is a positive number")
    }
    if threads < 1 { throw ValidationError("--threads \(threads): at least 1") }
  }

  var options: LinkOptions {
    var options = LinkOptions()
    options.prior = prior
    options.costs = DecisionCosts(wrongMerge: mergeCost, missedLink: missCost, review: reviewCost)
    options.threads = threads
    return options
  }
}

/// How results are written.
struct WritingOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "Where to write; standard output where not given.")
  var output: String?
  @Option(help: "csv, tsv, jsonl or table; table on a terminal, else csv.") var format: TableFormat?
  @Flag(help: "Begin with a byte order mark, for spreadsheets that want it.") var bom = false

  var path: String { output ?? "-" }

  /// Whether rows are wanted where a text for a person is the usual answer: by the format told or the file's ending.
  var isForTable: Bool {
    if let format { return format != .table }
    return ["csv", "tsv", "jsonl"].contains { path.hasSuffix("." + $0) }
  }

  /// The format: as told, else by the file's ending, else what suits the place.
  func format(for path: String) -> TableFormat {
    if let format { return format }
    if path == "-" { return OutputFile.standardOutputIsTerminal ? .table : .csv }
    if path.hasSuffix(".tsv") { return .tsv }
    return path.hasSuffix(".jsonl") ? .jsonl : .csv
  }

  /// Begins the output files at `paths`, before anything is written.
  ///
  /// - Throws: `Failure` where a path is one of `inputs`, so that no list and no decision is overwritten, or stands
  ///   twice.
  static func begin(_ paths: [String], inputs: [String]) throws -> [OutputFile] {
    for (place, path) in paths.enumerated() {
      if let input = inputs.first(where: { OutputFile.isSameFile(path, $0) }) {
        throw Failure("\(path): would overwrite the input \(input)")
      }
      if paths[..<place].contains(where: { $0 == path || OutputFile.isSameFile($0, path) }) {
        throw Failure("\(path): named for two outputs")
      }
    }
    return try paths.map { try OutputFile(path: $0) }
  }

  func writer(_ columns: [String], to file: OutputFile) throws -> TableWriter {
    try TableWriter(format(for: file.path), columns: columns, to: file, byteOrderMark: bom)
  }
}

extension TableFormat: ExpressibleByArgument {}
