public import Linkage

/// Writes rows of cells in one of the formats.
///
///     var writer = try TableWriter(.csv, columns: ["id", "name"], to: file)
///     writer.append("1"); writer.append("Щукин"); try writer.endRow()
///     try writer.finish()
///
/// Cells of CSV and tab-separated text keep their bytes; quotes stand around a cell only where it
/// needs them. JSON has no place for bytes that are no UTF-8: they become U+FFFD there, and a
/// terminal is shown escapes instead of control characters.
public struct TableWriter {
  private static let bufferSize = 1 << 16

  private let format: TableFormat
  private let file: OutputFile
  private let delimiter: UInt8
  private var buffer: [UInt8] = []
  private var rowStart = 0
  private var column = 0
  private var isFirstRow = true
  private let keys: [[UInt8]]
  private var grid: TerminalGrid
  #if Gzip
    /// Packs what is written to a file whose name ends in `.gz`.
    private let archive: Gzip?
  #endif
  private let workbook: WorkbookWriter?
  private let isExcelSafe: Bool
  /// Whether a person looks at the bytes, who may be shown no control characters.
  private let isForTerminal: Bool

  /// Begins a table with its header.
  ///
  /// A byte order mark is for spreadsheets that take UTF-8 for something else without one; it stands only in CSV and
  /// tab-separated text. There, `isExcelSafe` puts an apostrophe before cells that a spreadsheet would run as a formula;
  /// in a workbook every cell is text.
  public init(
    _ format: TableFormat, columns: [String], to file: OutputFile, byteOrderMark: Bool = false,
    isExcelSafe: Bool = false
  ) throws(OutputError) {
    self.format = format
    self.file = file
    delimiter = format == .tsv ? .tab : UInt8(ascii: ",")
    keys = format == .jsonl ? columns.distinct.map(JSONText.quoted) : []
    grid = TerminalGrid()
    #if Gzip
      archive = file.path.lowercased().hasSuffix(".gz") ? Gzip() : nil
    #endif
    workbook =
      format == .xlsx ? try WorkbookWriter(path: file.path, folder: file.folderOfTarget) : nil
    self.isExcelSafe = isExcelSafe
    isForTerminal = file.isTerminal
    guard format != .jsonl else { return }
    if byteOrderMark, format == .csv || format == .tsv { buffer = [0xEF, 0xBB, 0xBF] }
    rowStart = buffer.count
    for column in columns { append(column) }
    try endRow()
  }

  /// Adds a cell to the row being written.
  public mutating func append(_ text: String) {
    append(bytes: Array(text.utf8)[...])
  }

  /// Adds a cell to the row being written, byte by byte as it is.
  public mutating func append(bytes cell: ArraySlice<UInt8>) {
    switch format {
    case .csv, .tsv: appendDelimited(isExcelSafe ? FormulaGuard.guarded(cell) : cell)
    case .xlsx: workbook?.append(cell)
    case .jsonl: appendMember(JSONText.quoted(String(decoding: cell, as: UTF8.self)))
    case .table: grid.append(String(decoding: cell, as: UTF8.self))
    }
    column += 1
  }

  /// Adds a cell of a list as what it was there: JSON gets back its numbers, its nested values and its gaps.
  public mutating func append(bytes cell: ArraySlice<UInt8>, as form: RecordList.CellForm) {
    guard format == .jsonl, form != .text else { return append(bytes: cell) }
    switch form {
    case .text, .absent: break
    case .json: appendMember(Array(cell))
    case .null: appendMember(Array("null".utf8))
    }
    column += 1
  }

  /// Adds a cell that is a number, which JSON writes without quotes.
  /// - Precondition: `number` is a number as JSON writes it.
  public mutating func append(number: String) {
    switch format {
    case .jsonl: appendMember(Array(number.utf8))
    // A negative number is no formula.
    case .csv, .tsv: appendDelimited(Array(number.utf8)[...])
    case .xlsx, .table: return append(number)
    }
    column += 1
  }

  /// Ends the row being written.
  public mutating func endRow() throws(OutputError) {
    switch format {
    case .csv, .tsv:
      // A single empty cell would be a blank line, which is no row.
      if column == 1, buffer.count == rowStart { buffer += [.quote, .quote] }
      buffer.append(.lineFeed)
    case .jsonl: buffer += buffer.count == rowStart ? Array("{}\n".utf8) : Array("}\n".utf8)
    case .table: grid.endRow()
    case .xlsx: try workbook?.endRow()
    }
    column = 0
    isFirstRow = false
    rowStart = buffer.count
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Writes what is still held back. The file has its name only once it is committed.
  public mutating func finish() throws(OutputError) {
    if format == .table { buffer = grid.rendered() }
    if let workbook { buffer = try workbook.finish() }
    try flush(isLast: true)
  }

  private mutating func flush(isLast: Bool = false) throws(OutputError) {
    #if Gzip
      try file.write(archive?.pack(buffer, isLast: isLast) ?? buffer)
    #else
      try file.write(buffer)
    #endif
    buffer.removeAll(keepingCapacity: true)
    rowStart = 0
  }

  private mutating func appendDelimited(_ raw: ArraySlice<UInt8>) {
    let cell = isForTerminal ? TerminalText(String(decoding: raw, as: UTF8.self)).bytes : raw
    if column > 0 { buffer.append(delimiter) }
    guard needsQuotes(cell) else {
      buffer += cell
      return
    }
    buffer.append(.quote)
    for byte in cell {
      if byte == .quote { buffer.append(.quote) }
      buffer.append(byte)
    }
    buffer.append(.quote)
  }

  private func needsQuotes(_ cell: ArraySlice<UInt8>) -> Bool {
    cell.contains {
      $0 == delimiter || $0 == .quote || $0 == .lineFeed || $0 == .carriageReturn
    } || isFirstRow && column == 0 && Self.wouldBeTakenForAMark(cell)
  }

  /// What a reader takes off the beginning of a file.
  private static func wouldBeTakenForAMark(_ cell: ArraySlice<UInt8>) -> Bool {
    cell.starts(with: [0xEF, 0xBB, 0xBF]) || cell.starts(with: "sep=".utf8)
  }

  private mutating func appendMember(_ value: [UInt8]) {
    precondition(column < keys.count, "A row of JSON has more cells than there are columns")
    buffer.append(UInt8(ascii: buffer.count == rowStart ? "{" : ","))
    buffer += keys[column]
    buffer.append(UInt8(ascii: ":"))
    buffer += value
  }
}

extension [String] {
  /// The names with a number behind those that occurred before: an object has each key once.
  fileprivate var distinct: [String] {
    var taken = Set(self)
    var seen = Set<String>()
    return map { name in
      guard !seen.insert(name).inserted else { return name }
      var number = 2
      while !taken.insert("\(name)_\(number)").inserted { number += 1 }
      return "\(name)_\(number)"
    }
  }
}
