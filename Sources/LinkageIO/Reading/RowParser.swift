internal import Linkage

/// Splits text into rows and cells.
///
/// Follows RFC 4180, with LF, CRLF and CR as line ends, and goes on where a file breaks it: a
/// quote that cannot be one (never closed, or closed in the middle of a word some lines further
/// on) is taken literally, so that a stray quote costs its own cell and never swallows rows.
///
/// It is given a window on the text and takes one row at a time, so that a file of any size is read in little memory.
struct RowParser {
  let dialect: Dialect
  let limits: ReadLimits
  /// Whether what is over a limit is reported and read all the same.
  let bearsExcess: Bool
  /// The line on which the next row begins.
  private(set) var line: Int
  /// Where the row that was taken last begins in the window.
  private(set) var rowStart = 0
  private(set) var quotes = QuoteUse()
  private var quotesMatter: Bool
  /// Bytes looked at for quotes that were none, and all bytes; bounds the work on hostile files.
  private var lookedAtInVain = 0
  private var lookedAt = 1 << 20

  /// What the quotes around cells were good for.
  struct QuoteUse {
    /// Quotes around cells and doubled ones within: those that mean something.
    var meaningful = 0
    /// Quoted cells that could not stand without: empty, or with something special inside.
    var cellsInNeed = 0
  }

  enum Outcome: Equatable {
    /// A row was taken.
    case row
    /// The window ends before the row does.
    case incomplete
    /// There is nothing left.
    case end
    /// A cell or row is over a limit.
    case excess(ReadLimits.Subject, column: Int)
  }

  init(
    dialect: Dialect, limits: ReadLimits = ReadLimits(), bearsExcess: Bool = true, line: Int = 1
  ) {
    self.dialect = dialect
    self.limits = limits
    self.bearsExcess = bearsExcess
    self.line = line
    quotesMatter = dialect.quote != nil
  }

  /// The rows of `text`, and where they end. A row that is cut off where a text is that goes on is none of them.
  /// - Complexity: O(bytes), hostile quotes included.
  static func parse(
    _ text: [UInt8], dialect: Dialect, goesOn: Bool = false
  ) -> (rows: ListRows, quotes: QuoteUse, end: Int) {
    var parser = RowParser(dialect: dialect)
    var target = ListRows()
    var position = 0
    if goesOn {
      while parser.takeRow(text, at: &position, isLast: false, into: &target) == .row {}
      // What is left is one row, if it is short; it is all behind a quote that closes nowhere, if it is long.
      if text.count - position <= text.count / 8 { return (target, parser.quotes, position) }
    }
    while parser.takeRow(text, at: &position, isLast: true, into: &target) == .row {}
    return (target, parser.quotes, position)
  }

  /// Takes the row at `position` of the window; blank lines before it are no rows.
  ///
  /// Unless the outcome is `row`, nothing is added to `target` and the position is where it was, but for blank lines.
  mutating func takeRow(
    _ window: [UInt8], at position: inout Int, isLast: Bool, into target: inout ListRows
  ) -> Outcome {
    while let end = lineEnd(window, at: position, isLast: isLast) {
      position = end
      line += 1
    }
    guard position < window.count else { return isLast ? .end : .incomplete }
    // A carriage return whose line feed may be yet to come.
    if window[position] == .carriageReturn { return .incomplete }
    let start = Mark(target, line: line, quotes)
    var next = position
    while true {
      let (end, lines): (Int, Int)
      switch takeCell(window, at: next, isLast: isLast, column: start.cells, into: &target) {
      case .cell(let place, let lineEnds): (end, lines) = (place, lineEnds)
      case .incomplete: return undo(start, &target, .incomplete)
      case .excess:
        let column = target.cells.cellEnds.count - start.cells + 1
        return undo(start, &target, .excess(.cell, column: column))
      }
      line += lines
      if end < window.count, window[end] == dialect.delimiter {
        next = end + 1
        continue
      }
      guard
        let after = end == window.count && isLast ? end : lineEnd(window, at: end, isLast: isLast)
      else { return undo(start, &target, .incomplete) }
      let count = target.cells.cellEnds.count - start.cells
      if count > limits.columns {
        guard bearsExcess else {
          return undo(start, &target, .excess(.columns, column: limits.columns + 1))
        }
        report(
          ReadLimits.Subject.columns.sentence(limit: limits.columns), line: start.line, column: nil,
          to: &target)
      }
      target.cells.rowStarts.append(target.cells.cellEnds.count)
      target.cells.lines.append(start.line)
      lookedAt += after - position
      rowStart = position
      position = after
      if after > end { line += 1 }
      return .row
    }
  }

  private mutating func undo(_ start: Mark, _ target: inout ListRows, _ outcome: Outcome) -> Outcome
  {
    start.restore(&target)
    line = start.line
    quotes = start.quotes
    return outcome
  }

  /// Where the target was when a row began.
  private struct Mark {
    let bytes: Int
    let cells: Int
    let problems: Int
    let line: Int
    let quotes: QuoteUse

    init(_ target: ListRows, line: Int, _ quotes: QuoteUse) {
      bytes = target.cells.bytes.count
      cells = target.cells.cellEnds.count
      problems = target.problems.count
      self.line = line
      self.quotes = quotes
    }

    func restore(_ target: inout ListRows) {
      target.cells.bytes.removeLast(target.cells.bytes.count - bytes)
      target.cells.cellEnds.removeLast(target.cells.cellEnds.count - cells)
      target.problems.removeLast(target.problems.count - problems)
    }
  }

  private enum CellOutcome {
    /// Where the cell ended, and how many lines ended within it.
    case cell(end: Int, lineEnds: Int)
    case incomplete
    case excess
  }

  /// The end of the line end at `position`; `nil` where there is none, or not all of it yet.
  private func lineEnd(_ window: [UInt8], at position: Int, isLast: Bool) -> Int? {
    guard position < window.count else { return nil }
    switch window[position] {
    case .lineFeed: return position + 1
    case .carriageReturn:
      if position + 1 < window.count {
        return window[position + 1] == .lineFeed ? position + 2 : position + 1
      }
      return isLast ? position + 1 : nil
    default: return nil
    }
  }

  private mutating func takeCell(
    _ window: [UInt8], at start: Int, isLast: Bool, column firstCell: Int,
    into target: inout ListRows
  ) -> CellOutcome {
    if quotesMatter, let quote = dialect.quote, start < window.count {
      let opening = window[start] == quote ? start : quoteAfterBlanks(window, at: start, quote)
      if let opening {
        let place = (line: line, column: target.cells.cellEnds.count - firstCell + 1)
        switch takeQuotedCell(
          window, at: opening, quote, isIndented: opening > start, isLast: isLast, place: place,
          into: &target)
        {
        case nil: break
        case let outcome?: return outcome
        }
      }
    }
    let end = endOfPlainCell(window, from: start)
    if end - start > limits.cell {
      guard bearsExcess else { return .excess }
      if end < window.count || isLast {
        report(
          ReadLimits.Subject.cell.sentence(limit: limits.cell), line: line,
          column: target.cells.cellEnds.count - firstCell + 1, to: &target)
      }
    }
    if end == window.count, !isLast { return .incomplete }
    target.cells.bytes += window[start..<end]
    target.cells.cellEnds.append(target.cells.bytes.count)
    return .cell(end: end, lineEnds: 0)
  }

  private func endOfPlainCell(_ window: [UInt8], from start: Int) -> Int {
    let span = window.span
    let delimiter = dialect.delimiter
    var i = start
    while i < span.count {
      let byte = span[i]
      if byte == delimiter || byte == .lineFeed || byte == .carriageReturn { break }
      i &+= 1
    }
    return i
  }

  /// The quote that comes after blanks at the beginning of a cell.
  private func quoteAfterBlanks(_ window: [UInt8], at start: Int, _ quote: UInt8) -> Int? {
    guard window[start] == UInt8(ascii: " "), dialect.delimiter != UInt8(ascii: " ") else {
      return nil
    }
    let end = min(window.count, start + 8)
    let first = window[start..<end].firstIndex { $0 != UInt8(ascii: " ") }
    return first.flatMap { window[$0] == quote ? $0 : nil }
  }

  /// Takes the quoted cell whose quote stands at `start`; `nil`, with nothing taken, where it is not one.
  ///
  /// After blanks, quotes are only marks where the cell could not stand without them.
  private mutating func takeQuotedCell(
    _ window: [UInt8], at start: Int, _ quote: UInt8, isIndented: Bool, isLast: Bool,
    place: (line: Int, column: Int), into target: inout ListRows
  ) -> CellOutcome? {
    var lineEnds = 0
    var doubled = 0
    var undoubled = false
    var holdsDelimiter = false
    let span = window.span
    var i = start + 1
    while i < span.count {
      let byte = span[i]
      if byte == quote {
        if i + 1 == span.count, !isLast { return .incomplete }
        if i + 1 < span.count, span[i + 1] == quote {
          doubled += 1
          i += 2
          continue
        }
        if endsCell(window, at: i + 1) {
          if isIndented, !holdsDelimiter, lineEnds == 0 { return nil }
          if i - start - 1 > limits.cell {
            guard bearsExcess else { return .excess }
            report(
              ReadLimits.Subject.cell.sentence(limit: limits.cell), line: place.line,
              column: place.column, to: &target)
          }
          if undoubled {
            report(
              "a quote inside a quoted cell is not doubled", line: place.line,
              column: place.column, to: &target)
          }
          append(window[start + 1..<i], quote, isPlain: doubled == 0, to: &target)
          quotes.meaningful += 2 + 2 * doubled
          if doubled + lineEnds > 0 || holdsDelimiter || i == start + 1 {
            quotes.cellsInNeed += 1
          }
          return .cell(end: i + 1, lineEnds: lineEnds)
        }
        // A quote in the middle: belongs to the text, if the cell still ends properly on this
        // line and the quote does not open the next cell.
        if lineEnds > 0 || span[i - 1] == dialect.delimiter { break }
        undoubled = true
      } else if byte == .lineFeed
        || byte == .carriageReturn && !(i + 1 < span.count && span[i + 1] == .lineFeed)
      {
        if undoubled { break }
        lineEnds += 1
      } else if byte == dialect.delimiter {
        holdsDelimiter = true
      } else if byte == dialect.escape, i + 1 < span.count {
        doubled += 1
        i += 1
      }
      i += 1
    }
    if i >= window.count, !isLast, i - start <= limits.cell { return .incomplete }
    if isIndented { return nil }
    report(
      i >= window.count
        ? "a quote is never closed; taken literally"
        : "a quote is closed in the middle of the text; taken literally", line: place.line,
      column: place.column, to: &target)
    lookedAtInVain += i - start
    if lookedAtInVain > 4 * (lookedAt + window.count) { quotesMatter = false }
    return nil
  }

  private func endsCell(_ window: [UInt8], at index: Int) -> Bool {
    guard index < window.count else { return true }
    let byte = window[index]
    return byte == dialect.delimiter || byte == .lineFeed || byte == .carriageReturn
  }

  private func report(_ reason: String, line: Int, column: Int?, to target: inout ListRows) {
    target.problems.append(RecordList.Problem(line: line, column: column, reason: reason))
  }

  /// Adds the text between two quotes.
  private func append(
    _ text: ArraySlice<UInt8>, _ quote: UInt8, isPlain: Bool, to target: inout ListRows
  ) {
    if isPlain {
      target.cells.bytes += text
    } else {
      var i = text.startIndex
      while i < text.endIndex {
        if i + 1 < text.endIndex {
          // An escape before anything else is a letter like any other: `C:\new`.
          let next = text[i + 1]
          let isEscape = text[i] == dialect.escape && (next == quote || next == dialect.escape)
          if isEscape || text[i] == quote && next == quote { i += 1 }
        }
        target.cells.bytes.append(text[i])
        i += 1
      }
    }
    target.cells.cellEnds.append(target.cells.bytes.count)
  }
}

extension UInt8 {
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let tab = UInt8(ascii: "\t")
}
