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
    help: ArgumentHelp(
      "The day on which people were as old as a column of ages says, where a row has no date.",
      valueName: "DATE"))
  var asOf: String?

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

  @Option(
    help: ArgumentHelp(
      "How text stands in the lists: utf-8, utf-16, cp1251, koi8-r, cp866 …; found out where not given.",
      valueName: "NAME"))
  var encoding: String?
  @Option(
    help: ArgumentHelp(
      "Write each row that could not be read as it should be here, and bear what is over a limit.",
      valueName: "FILE"))
  var rejects: String?
  @Option(help: "Bytes that a cell may have.") var maxCell = ReadLimits().cell
  @Option(help: "Bytes that a row may have.") var maxLine = ReadLimits().line
  @Option(help: "Cells that a row may have.") var maxColumns = ReadLimits().columns
  @Option(help: "How many times its size a gzip archive may hold.") var maxInflation =
    ReadLimits().inflation
  @Option(help: "How many times its size a workbook may inflate to.") var maxWorkbookInflation =
    ReadLimits().workbookInflation
  @Option(help: "Bytes that a workbook may inflate to.") var maxInflated = ReadLimits().inflated
  @Option(help: "Entries that a workbook's archive may have.") var maxEntries =
    ReadLimits().entries
  @Option(
    help: "The sheet of a workbook, by name or number; the one most like a list where not given.")
  var sheet: String?
  @Flag(help: "Let messages name columns, which may be names of people in a list without a header.")
  var verbose = false

  func validate() throws {
    _ = try kinds()
    if let encoding, TextEncoding(named: encoding) == nil {
      let names = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--encoding \(encoding): there is no such encoding; there are \(names)")
    }
    let limits = [
      maxCell, maxLine, maxColumns, maxInflation, maxWorkbookInflation, maxInflated, maxEntries,
    ]
    for limit in limits where limit < 1 {
      throw ValidationError("a limit is a positive number")
    }
    if let asOf, BirthDate.dates(in: asOf).count != 1 {
      throw ValidationError("--as-of \(asOf): a date is wanted, as 2024-03-18")
    }
  }

  /// Whether anything is said of the list.
  var isDeclared: Bool { !fields.isEmpty || delimiter != nil || encoding != nil }

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

  /// What is known of a list before it is read.
  func options(
    needsName: Bool = true, header: ReadOptions.Header = .auto, among headers: Set<String>? = nil
  ) throws -> ReadOptions {
    var options = ReadOptions()
    options.delimiter = delimiter?.byte
    options.encoding = encoding.flatMap(TextEncoding.init(named:))
    options.kinds = try kinds().filter { headers?.contains($0.column) ?? true }
    options.needsName = needsName
    options.header = header
    options.limits.cell = maxCell
    options.limits.line = maxLine
    options.limits.columns = maxColumns
    options.limits.inflation = maxInflation
    options.limits.workbookInflation = maxWorkbookInflation
    options.limits.inflated = maxInflated
    options.limits.entries = maxEntries
    options.sheet = sheet
    options.bearsExcess = rejects != nil
    options.keepsRawRows = rejects != nil
    return options
  }

  /// Reads a list, and says how its text was decoded where that was a guess. Where several lists are read, a `--field`
  /// counts for those that have the column.
  func read(
    _ path: String, needsName: Bool = true, header: ReadOptions.Header = .auto,
    among headers: Set<String>? = nil
  ) throws -> RecordList {
    var facts: ListFacts?
    let options = try options(needsName: needsName, header: header, among: headers)
    var list = try RecordList(readingFrom: path, options: options, facts: &facts)
    if let facts { sayGuess(facts, path: path) }
    for column in list.columns where column.dates != DateStyle() { say(column, path: path) }
    list.dateOfAges = asOf.flatMap { BirthDate.dates(in: $0).first }
    sayUse(of: list, path: path)
    return list
  }

  /// Says of columns that hold evidence, as it seems, why it is not used.
  private func sayUse(of list: RecordList, path: String) {
    for column in list.columns where column.bearer == .somebodyElse {
      Talk.say(
        "\(path): \(column.name) holds other people's names and is not used; "
          + "--field \(column.name):alias if they are the same people's")
    }
    let kinds = Set(list.columns.map(\.kind))
    if kinds.contains(.age), kinds.isDisjoint(with: [.birth, .event]), list.dateOfAges == nil {
      Talk.say(
        "\(path): ages are not used, since no date says when people were so old; --as-of gives it")
    }
  }

  /// Says how the dates of a column are read, where that is not the rule.
  private func say(_ column: RecordList.Column, path: String) {
    var ways: [String] = []
    if column.dates.order != .dayFirst { ways.append(column.dates.order.rawValue) }
    if column.dates.calendar != .gregorian {
      ways.append("\(column.dates.calendar.rawValue) years of the Hijra")
    }
    Talk.say("\(path): the dates in \(column.name) are read as \(ways.joined(separator: ", "))")
  }

  /// Says how text was decoded, which sheet was read and which column holds the births, where that was a guess.
  func sayGuess(_ facts: ListFacts, path: String) {
    if let column = facts.guessedBirth {
      Talk.say(
        "\(path): the dates in \(column) are read as dates of birth; --field \(column):event if they are others"
      )
    }
    if facts.encodingIsGuessed {
      Talk.say(
        "\(path): read as \(facts.encoding.rawValue) (\(facts.encodingReason)); give --encoding if it is another"
      )
    }
    if let sheet = facts.sheet, facts.otherSheets > 0 {
      Talk.say(
        "\(path): sheet \(sheet) is read; \(facts.otherSheets) more hold rows, and --sheet chooses")
    }
  }

  /// Reads lists of which each may have some of the columns named by `--field`.
  func read(_ paths: [String]) throws -> [RecordList] {
    if paths.count == 1 || fields.isEmpty { return try paths.map { try read($0) } }
    let kinds = try kinds()
    let headers = try paths.map { path in
      let options = try options(needsName: false, among: [])
      return Set(try RecordList(readingFrom: path, options: options).columns.map(\.name))
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
  @Option(help: "The language of reasons: en or ru.") var language = ReasonLanguage.english
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
    options.language = language
    return options
  }
}

/// What linking and indexing may take.
struct MemoryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Memory that may be taken, such as 800M or 12G: lists that would take more are refused at once.",
      valueName: "size"))
  private var memory = MemorySize.usual

  var bytes: Int { memory.bytes }
}

/// How results are written.
struct WritingOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "Where to write; standard output where not given.")
  var output: String?
  @Option(help: "csv, tsv, jsonl, xlsx or table; table on a terminal, else csv.")
  var format: TableFormat?
  @Flag(help: "Begin with a byte order mark, for spreadsheets that want it.") var bom = false
  @Flag(
    help: ArgumentHelp(
      "Put an apostrophe before cells that a spreadsheet would run as a formula.",
      discussion:
        "It is taken off when the file is read again. In XLSX every cell is text and needs none."))
  var excelSafe = false

  var path: String { output ?? "-" }

  /// Whether rows are wanted where a text for a person is the usual answer: by the format told or the file's ending.
  var isForTable: Bool {
    if let format { return format != .table }
    return ["csv", "tsv", "jsonl", "xlsx", "gz"].contains { path.hasSuffix("." + $0) }
  }

  /// The format: as told, else by the file's ending, else what suits the place.
  func format(for path: String) -> TableFormat {
    if let format { return format }
    if path == "-" { return OutputFile.standardOutputIsTerminal ? .table : .csv }
    let unpacked = path.lowercased().hasSuffix(".gz") ? path.dropLast(3) : path[...]
    let formats: [TableFormat] = [.tsv, .jsonl, .xlsx]
    return formats.first { unpacked.lowercased().hasSuffix(".\($0.rawValue)") } ?? .csv
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
    try TableWriter(
      format(for: file.path), columns: columns, to: file, byteOrderMark: bom,
      isExcelSafe: excelSafe)
  }
}

extension TableFormat: ExpressibleByArgument {}
extension ReasonLanguage: ExpressibleByArgument {}
