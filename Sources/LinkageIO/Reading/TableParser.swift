internal import Linkage

/// Splits the bytes of a file into rows and cells, in one pass and one buffer.
///
/// Follows RFC 4180, with LF, CRLF and CR as line ends, and goes on where a file breaks it: a
/// quote that cannot be one (never closed, or closed in the middle of a word some lines further
/// on) is taken literally, so that a stray quote costs its own cell and never swallows rows.
///
/// A finished cell is moved to the front of the same buffer, over the delimiters and quotes before
/// it. Nothing is moved before its cell is finished, so a mistaken quote can be gone back to.
struct TableParser: ~Copyable {
  private let dialect: Dialect
  private var quotesMatter: Bool
  private var bytes: [UInt8]
  private var position: Int
  private var line: Int
  private var written = 0
  /// Bytes looked at for quotes that were none; bounds the work on hostile files.
  private var lookedAtInVain = 0
  private var cells = RecordCells()
  private var problems: [RecordList.Problem] = []
  private var quotes = QuoteUse()

  struct Result {
    var cells: RecordCells
    var problems: [RecordList.Problem]
    var quotes: QuoteUse
  }

  /// What the quotes around cells were good for.
  struct QuoteUse {
    /// Quotes around cells and doubled ones within: those that mean something.
    var meaningful = 0
    /// Quoted cells that could not stand without: empty, or with something special inside.
    var cellsInNeed = 0
  }

  /// The rows of `bytes`, from `start` on, which lies on `line`.
  /// - Complexity: O(bytes), hostile quotes included.
  static func parse(
    _ bytes: consuming [UInt8], from start: Int = 0, line: Int = 1, dialect: Dialect
  ) -> Result {
    var parser = TableParser(bytes, from: start, line: line, dialect: dialect)
    parser.parseRows()
    return parser.finish()
  }

  private init(_ bytes: consuming [UInt8], from start: Int, line: Int, dialect: Dialect) {
    self.dialect = dialect
    quotesMatter = dialect.isQuoted
    self.bytes = bytes
    position = start
    self.line = line
  }

  private consuming func finish() -> Result {
    bytes.removeLast(bytes.count - written)
    cells.bytes = bytes
    return Result(cells: cells, problems: problems, quotes: quotes)
  }

  private mutating func parseRows() {
    let end = bytes.count
    while position < end {
      if takeLineEnd() { continue }  // a blank line is no row
      let firstLine = line
      parseCell()
      while position < end, bytes[position] == dialect.delimiter {
        position += 1
        parseCell()
      }
      cells.rowStarts.append(cells.cellEnds.count)
      cells.lines.append(firstLine)
      _ = takeLineEnd()
    }
  }

  private mutating func takeLineEnd() -> Bool {
    guard position < bytes.count else { return false }
    let byte = bytes[position]
    guard byte == .lineFeed || byte == .carriageReturn else { return false }
    position += 1
    if byte == .carriageReturn, position < bytes.count, bytes[position] == .lineFeed {
      position += 1
    }
    line += 1
    return true
  }

  private mutating func parseCell() {
    if quotesMatter, position < bytes.count, bytes[position] == .quote, parseQuotedCell() { return }
    let end = endOfPlainCell()
    keep(position..<end)
    position = end
  }

  private func endOfPlainCell() -> Int {
    let span = bytes.span
    let delimiter = dialect.delimiter
    var i = position
    while i < span.count {
      let byte = span[i]
      if byte == delimiter || byte == .lineFeed || byte == .carriageReturn { break }
      i += 1
    }
    return i
  }

  /// Takes the quoted cell at `position`; `false`, with nothing taken, where it is not one.
  private mutating func parseQuotedCell() -> Bool {
    var lineEnds = 0
    var doubled = 0
    var undoubled = false
    var holdsDelimiter = false
    var i = position + 1
    while i < bytes.count {
      let byte = bytes[i]
      if byte == .lineFeed || byte == .carriageReturn && !isByte(.lineFeed, at: i + 1) {
        if undoubled { break }
        lineEnds += 1
      } else if byte == dialect.delimiter {
        holdsDelimiter = true
      } else if byte == .quote {
        if isByte(.quote, at: i + 1) {
          doubled += 1
          i += 2
          continue
        }
        if endsCell(at: i + 1) {
          if undoubled { report("a quote inside a quoted cell is not doubled") }
          keep(position + 1..<i, undoubling: doubled > 0)
          quotes.meaningful += 2 + 2 * doubled
          if doubled + lineEnds > 0 || holdsDelimiter || i == position + 1 {
            quotes.cellsInNeed += 1
          }
          position = i + 1
          line += lineEnds
          return true
        }
        // A quote in the middle: belongs to the text, if the cell still ends properly on this
        // line and the quote does not open the next cell.
        if lineEnds > 0 || bytes[i - 1] == dialect.delimiter { break }
        undoubled = true
      }
      i += 1
    }
    report(
      i == bytes.count
        ? "a quote is never closed; taken literally"
        : "a quote is closed in the middle of the text; taken literally")
    lookedAtInVain += i - position
    if lookedAtInVain > 4 * bytes.count { quotesMatter = false }
    return false
  }

  private func isByte(_ byte: UInt8, at index: Int) -> Bool {
    index < bytes.count && bytes[index] == byte
  }

  private func endsCell(at index: Int) -> Bool {
    guard index < bytes.count else { return true }
    let byte = bytes[index]
    return byte == dialect.delimiter || byte == .lineFeed || byte == .carriageReturn
  }

  private mutating func report(_ reason: String) {
    let column = cells.cellEnds.count - cells.rowStarts[cells.rowStarts.count - 1] + 1
    problems.append(RecordList.Problem(line: line, column: column, reason: reason))
  }

  /// Moves a finished cell to the front.
  private mutating func keep(_ range: Range<Int>, undoubling: Bool = false) {
    var target = written
    var span = bytes.mutableSpan
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = span[i]
      span[target] = byte
      target += 1
      i += 1
      if undoubling, byte == .quote, i < range.upperBound, span[i] == .quote { i += 1 }
    }
    written = target
    cells.cellEnds.append(target)
  }
}

extension UInt8 {
  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let tab = UInt8(ascii: "\t")
}
