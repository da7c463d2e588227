package import Linkage
internal import NameText

/// Reads a list some thousands of rows at a time, its columns known from the beginning.
///
/// Text with delimiters streams. JSON, whose columns are known only at its end, and workbooks are read whole.
package struct ListReader: ~Copyable {
  /// The list's name: the file's without folder and extension.
  package private(set) var name = ""
  /// The columns with their kinds.
  package private(set) var columns: [RecordList.Column] = []
  /// The bytes of the file, where they are known before it is read.
  let size: Int

  /// How the list stands in its file, as far as it has been read.
  package private(set) var facts = ListFacts(.delimited, .init(encoding: .utf8, reason: .plain))
  private let options: ReadOptions
  /// Delimited text; `nil` where all rows are in `head`.
  private var table: TableReader? = nil
  /// Rows that were read to find out the columns, or all there are.
  private var head = ListRows()
  private var headerRows: HeaderRows? = nil
  private var isBegun = false
  /// JSON as it was read, for those who want to know where rows stand in it.
  private var whole: WholeText?
  /// Whether cells have an apostrophe of ours before them.
  private var isGuarded = false
  /// How many rows of the last reading are a header or stand before it.
  private var rowsLeftOut = 0
  /// The columns of which one must hold something for the row to name anybody.
  private var nameColumns: [Int] = []

  /// Begins the list in the file at `path`; `-` is standard input.
  /// - Throws: `ListError`, when there is no list to speak of.
  package init(path: String, options: ReadOptions = ReadOptions()) throws(ListError) {
    try self.init(ByteInput(path: path), path: path, options: options)
  }

  /// Begins the list that `input` holds, which came from `path`.
  init(_ input: ByteInput, path: String, options: ReadOptions) throws(ListError) {
    size = input.size
    self.options = options
    let (input, isPacked) = try Self.unpacked(input, path: path, options: options)
    let file = FileName(
      isPacked && path.lowercased().hasSuffix(".gz") ? String(path.dropLast(3)) : path)
    name = options.name ?? file.stem
    let hasColumns: Bool
    switch ListFormat(try input.peek()) {
    case .foreign(let what): throw .notText(path: path, what: what)
    case .workbook:
      let workbook = try Workbook.read(try input.rest(), path: path, options: options)
      facts = ListFacts(.workbook, .init(encoding: .utf8, reason: .plain))
      (facts.sheet, facts.otherSheets) = (workbook.sheet, workbook.otherSheets)
      head = ListRows(cells: workbook.cells, problems: workbook.problems)
      hasColumns = false
    case .text:
      var source = try TextSource(input, encoding: options.encoding)
      let layout =
        options.delimiter == nil
        ? JSONRecords.layout(of: try source.beginning(), from: 0, fileExtension: file.extension)
        : nil
      if let layout {
        let text = try Self.text(&source, layout: layout, path: path, options: options)
        facts = ListFacts(layout == .array ? .json : .jsonLines, source.guess)
        let records = JSONRecords(text, from: 0, layout: layout)
        let kinds = ColumnKinds.recognised(records.names, .shared)
        columns = zip(records.names, kinds).map { RecordList.Column(name: $0, kind: $1) }
        head = ListRows(cells: records.cells, problems: records.problems)
        whole = WholeText(
          bytes: options.keepsRawRows ? text : [], rows: records.ranges,
          encoder: TextEncoder(source.guess.encoding), markSize: source.markSize)
        for index in head.problems.indices { whole?.locate(&head.problems[index]) }
        hasColumns = true
      } else {
        var table = try TableReader(
          source, path: path, fileExtension: file.extension, options: options)
        _ = try table.readRows(into: &head)
        facts = ListFacts(table.dialect, table.encoding)
        self.table = consume table
        hasColumns = false
      }
    }
    facts.isCompressed = isPacked
    guard head.count > 0 else { throw .empty(path: path) }
    if !hasColumns {
      findColumns()
      isGuarded = table != nil && FormulaGuard.was(in: head.cells, columns: columns.map(\.name))
      if isGuarded {
        for column in columns.indices {
          columns[column].name = FormulaGuard.unguarded(columns[column].name)
        }
      }
    }
    if hasColumns || headerRows != nil { findBirth() }
    try columns.apply(options.kinds, path: path)
    if options.needsName, !columns.contains(where: { $0.kind.isPartOfName }) {
      throw .noNameColumn(path: path, columns: columns.map(\.name))
    }
    if options.needsName || options.reportsNameless {
      nameColumns = columns.indices.filter {
        columns[$0].kind.isPartOfName || columns[$0].kind == .patronymic
      }
    }
  }

  /// The bytes of a list, out of the archive if they are in one.
  private static func unpacked(
    _ input: ByteInput, path: String, options: ReadOptions
  ) throws(ListError) -> (any BlockSource, isPacked: Bool) {
    #if Gzip
      if try input.peek().starts(with: ListFormat.gzip) {
        return (Gunzip(input, path: path, limit: options.limits.inflation), true)
      }
    #endif
    return (input, false)
  }

  /// The text of JSON, refused as soon as something in it is over a limit.
  private static func text(
    _ source: inout TextSource, layout: JSONRecords.Layout, path: String, options: ReadOptions
  ) throws(ListError) -> [UInt8] {
    var text: [UInt8] = []
    var watch = JSONGuard(layout: layout, limits: options.limits)
    while !source.isAtEnd {
      let start = text.count
      try source.read(into: &text)
      if options.bearsExcess { continue }
      if let excess = watch.excess(in: text.span.extracting(start..<text.count)) {
        let limit = excess.subject == .cell ? options.limits.cell : options.limits.line
        throw .overLimit(excess.subject, limit: limit, path: path, line: excess.line, column: nil)
      }
    }
    return text
  }

  /// Names the columns after the header among the first rows, or after what they hold.
  private mutating func findColumns() {
    let vocabulary = HeaderVocabulary.shared
    let finder = HeaderFinder(vocabulary: vocabulary, cells: head.cells)
    guard let header = finder.headerRow(options: options) else {
      let width = head.cells.lines.indices.map { [head] in head.cells.cellCount(ofRow: $0) }
        .mostFrequent
      let kinds = ColumnKinds.guessed(head.cells, columns: width ?? 0)
      columns = kinds.enumerated().map { RecordList.Column(name: "column_\($0 + 1)", kind: $1) }
      return
    }
    let rows = HeaderRows(head.cells, row: header, vocabulary: vocabulary)
    headerRows = rows
    let kinds = ColumnKinds.recognised(rows.phrases, vocabulary)
    columns = zip(rows.names, kinds).map { RecordList.Column(name: $0, kind: $1) }
    for row in 0..<header {
      let line = head.cells.lines[row]
      head.problems.append(problem("stands before the header; left out", line: line, row: row))
    }
    facts.headerLine = head.cells.lines[header]
    head.cells.dropFirst(rows: header + rows.count)
    rowsLeftOut = header + rows.count
  }

  /// Takes a column for the births by what it holds, where nobody says which they are.
  private mutating func findBirth() {
    let given = options.kinds
    if given.contains(where: { $0.kind == .birth }) { return }
    guard let column = ColumnKinds.birth(amongUnknown: columns, head.cells, .shared),
      !given.contains(where: { $0.column == columns[column].name })
    else { return }
    columns[column].kind = .birth
    facts.guessedBirth = columns[column].name
  }

  /// Adds the next rows to `rows`, which the first time must be empty; whether there were any.
  package mutating func read(into rows: inout ListRows) throws(ListError) -> Bool {
    let start = rows.count
    if !isBegun {
      isBegun = true
      precondition(start == 0, "The first rows of a list go to an empty place")
      swap(&rows, &head)
    } else {
      rowsLeftOut = 0
      guard try table?.readRows(into: &rows) ?? false else { return false }
      if let guess = table?.encoding { facts.take(guess) }
    }
    if isGuarded { rows.cells.removeFormulaGuards(fromRow: start) }
    check(&rows, from: start)
    return true
  }

  /// Reports rows from `start` on that have too many cells or too few, name nobody, or are no text.
  ///
  /// A header in the middle, as in files that were put together, is nobody's row: it is reported and left out.
  private mutating func check(_ rows: inout ListRows, from start: Int) {
    var headers: [Int] = []
    let width = columns.count
    let isClean = table?.rowsAreClean ?? rows.cells.bytes.holdsOnlyText
    for row in start..<rows.count {
      let count = rows.cells.cellCount(ofRow: row)
      let line = rows.cells.lines[row]
      let place = row - start + rowsLeftOut
      if headerRows?.isRepeated(in: rows.cells, row: row, nameColumns: nameColumns) == true {
        rows.problems.append(problem("a header again; left out", line: line, row: place))
        headers.append(row)
        continue
      }
      if count != width {
        let reason = count < width ? "too few cells" : "too many cells"
        rows.problems.append(
          problem("\(reason): \(count) instead of \(width)", line: line, row: place))
      }
      if !nameColumns.isEmpty, rows.cells.namesNobody(row: row, columns: nameColumns) {
        rows.problems.append(problem("the row names nobody", line: line, row: place))
      }
      if table == nil { reportExcess(row: row, at: place, &rows) }
      reportMojibake(row: row, at: place, &rows)
      reportSeveralPeople(row: row, at: place, &rows)
      if isClean { continue }
      for column in 0..<count {
        let cell = Array(rows.cells.cell(row: row, column: column))
        var reasons: [String] = []
        if cell.contains(0) { reasons.append("a NUL byte") }
        if !cell.isUTF8 { reasons.append("bytes that are no \(facts.encoding.rawValue)") }
        for reason in reasons {
          rows.problems.append(problem(reason, line: line, row: place, column: column + 1))
        }
      }
    }
    if !headers.isEmpty { rows.cells.remove(headers) }
  }

  /// Reports cells of JSON that are over the limit; a table's are found while it is cut into cells.
  private mutating func reportExcess(row: Int, at place: Int, _ rows: inout ListRows) {
    for column in 0..<rows.cells.cellCount(ofRow: row) {
      guard rows.cells.cell(row: row, column: column).count > options.limits.cell else { continue }
      let reason = ReadLimits.Subject.cell.sentence(limit: options.limits.cell)
      rows.problems.append(
        problem(reason, line: rows.cells.lines[row], row: place, column: column + 1))
    }
  }

  /// Reports names whose letters were decoded wrongly before they came to us.
  private mutating func reportMojibake(row: Int, at place: Int, _ rows: inout ListRows) {
    for column in nameColumns {
      let cell = rows.cells.cell(row: row, column: column)
      guard cell.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "&") }),
        let repaired = Mojibake.repaired(String(decoding: cell, as: UTF8.self))
      else { continue }
      rows.problems.append(
        problem(
          "letters decoded wrongly (\(repaired.reason)); repaired for matching",
          line: rows.cells.lines[row], row: place, column: column + 1))
    }
  }

  /// Reports cells of names in which others seem to stand, too.
  private mutating func reportSeveralPeople(row: Int, at place: Int, _ rows: inout ListRows) {
    for column in nameColumns where columns[column].kind == .name {
      guard let reason = rows.cells.problemOfPeople(row: row, column: column) else { continue }
      rows.problems.append(
        problem(reason, line: rows.cells.lines[row], row: place, column: column + 1))
    }
  }

  /// A problem of the row that is the `row`th of the last reading.
  private mutating func problem(
    _ reason: String, line: Int, row: Int, column: Int? = nil
  ) -> RecordList.Problem {
    var problem = RecordList.Problem(line: line, column: column, reason: reason)
    table?.locate(&problem, row: row)
    whole?.locate(&problem, row: row)
    return problem
  }
}

/// Text that was read as a whole, with the rows in it.
private struct WholeText {
  /// Empty where nobody wants rows as they were.
  var bytes: [UInt8]
  var rows: [Range<Int>]
  var encoder: TextEncoder
  var markSize: Int

  /// Says where the row stands that a problem is of, the `row`th of all.
  func locate(_ problem: inout RecordList.Problem, row: Int) {
    problem.byteOffset = rows[row].lowerBound
    locate(&problem)
  }

  /// Turns the offset in the text into that in the file, and adds the row that begins there.
  func locate(_ problem: inout RecordList.Problem) {
    guard let start = problem.byteOffset, let row = row(at: start) else { return }
    guard !bytes.isEmpty else {
      // Only in UTF-8 are both the same without the text at hand.
      problem.byteOffset = encoder.encoding == .utf8 ? start + markSize : nil
      return
    }
    problem.byteOffset = markSize + encoder.length(of: bytes[..<start])
    problem.raw = encoder.bytes(of: Array(bytes[row]))
  }

  /// The row that begins at a place; rows stand in their order.
  private func row(at start: Int) -> Range<Int>? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].lowerBound < start { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].lowerBound == start ? rows[low] : nil
  }
}

extension RecordCells {
  /// Whether no name stands in any of `columns`.
  fileprivate func namesNobody(row: Int, columns: [Int]) -> Bool {
    columns.allSatisfy { Placeholder.isWholly(cell(row: row, column: $0)) }
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
