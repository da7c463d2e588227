internal import Linkage

/// Reads the rows of delimited text, a window at a time: what is held in memory does not grow with the file.
struct TableReader: ~Copyable {
  /// What is looked at before anything is decided.
  private static let firstWindow = 1 << 20

  let dialect: Dialect
  private let path: String
  private let options: ReadOptions
  private var source: TextSource
  private var window: [UInt8] = []
  private var parser: RowParser
  /// Where the next row begins.
  private var position = 0
  /// Where the rows of the last reading stand in the window.
  private var rowRanges: [Range<Int>] = []
  /// Where in the file a place of the window is.
  private var known: (position: Int, offset: Int)

  /// Finds out the dialect of what `source` gives.
  init(
    _ source: consuming TextSource, path: String, fileExtension: String, options: ReadOptions
  ) throws(ListError) {
    self.path = path
    self.options = options
    var window: [UInt8] = []
    while window.count < Self.firstWindow, !source.isAtEnd { try source.read(into: &window) }
    var options = options
    known = (0, source.markSize)
    first = known
    if let declared = DeclaredDelimiter(window, from: 0) {
      options.delimiter = options.delimiter ?? declared.delimiter
      position = declared.end
    }
    dialect = DialectSniffer(vocabulary: .shared, fileExtension: fileExtension)
      .dialect(of: window, from: position, options: options)
    parser = RowParser(
      dialect: dialect, limits: options.limits, bearsExcess: options.bearsExcess,
      line: position > 0 ? 2 : 1)
    self.window = window
    self.source = source
  }

  /// How the text stands in the file, as far as it is known.
  var encoding: EncodingDetector.Guess { source.guess }

  /// Adds the next rows to `target`, some thousands of them; whether there were any.
  mutating func readRows(into target: inout ListRows) throws(ListError) -> Bool {
    discard()
    while true {
      if try takeRows(into: &target) { return true }
      if source.isAtEnd { return false }
      // A row that does not fit: twice the window, so that going through it again stays linear.
      let wanted = 2 * window.count
      repeat { try source.read(into: &window) } while window.count < wanted && !source.isAtEnd
      if window.count - position > options.limits.line { try shorten(&target) }
    }
  }

  private mutating func takeRows(into target: inout ListRows) throws(ListError) -> Bool {
    while true {
      let problems = target.problems.count
      let outcome = parser.takeRow(
        window, at: &position, isLast: source.isAtEnd, into: &target)
      switch outcome {
      case .row:
        if position - parser.rowStart > options.limits.line, !options.bearsExcess {
          throw excess(.line, line: target.cells.lines.last ?? 0, column: nil)
        }
        rowRanges.append(parser.rowStart..<position)
        for index in problems..<target.problems.count {
          locate(&target.problems[index], row: rowRanges.count - 1)
        }
      case .incomplete, .end: return !rowRanges.isEmpty
      case .excess(let subject, let column):
        throw excess(subject, line: parser.line, column: column)
      }
    }
  }

  private func excess(_ subject: ReadLimits.Subject, line: Int, column: Int?) -> ListError {
    .overLimit(subject, limit: options.limits[subject], path: path, line: line, column: column)
  }

  /// Cuts off the row at the beginning of the window, which is over the limit; the rest of its line is gone.
  private mutating func shorten(_ target: inout ListRows) throws(ListError) {
    guard options.bearsExcess else { throw excess(.line, line: parser.line, column: nil) }
    let kept = Array(window[position..<position + options.limits.line])
    var dropped = 0
    var rest = Array(window[(position + options.limits.line)...])
    var end = rest.firstIndex(of: .lineFeed)
    while end == nil, !source.isAtEnd {
      dropped += rest.count
      rest.removeAll(keepingCapacity: true)
      try source.read(into: &rest)
      end = rest.firstIndex(of: .lineFeed)
    }
    dropped += end ?? rest.count
    window = kept + rest[(end ?? rest.count)...]
    position = 0
    known = (0, known.offset)
    target.problems.append(
      RecordList.Problem(
        line: parser.line, column: nil,
        reason: "\(ReadLimits.Subject.line.sentence(limit: options.limits.line)); "
          + "\(dropped) bytes at its end are left out"))
  }

  // MARK: Where rows stood

  /// Says where in the file the row stands that a problem is of; `row` counts from the last reading's first.
  mutating func locate(_ problem: inout RecordList.Problem, row: Int) {
    let range = rowRanges[row]
    let encoder = TextEncoder(source.guess.encoding)
    if range.lowerBound < known.position { known = first }
    known.offset += encoder.length(of: window[known.position..<range.lowerBound])
    known.position = range.lowerBound
    problem.byteOffset = known.offset
    if options.keepsRawRows { problem.raw = encoder.bytes(of: Array(window[range])) }
  }

  /// Whether the rows of the last reading are UTF-8 without NUL.
  var rowsAreClean: Bool {
    let rows = window.span.extracting(first: position)
    guard (try? UTF8Span(validating: rows)) != nil else { return false }
    for index in rows.indices where rows[index] == 0 { return false }
    return true
  }

  private var first: (position: Int, offset: Int) = (0, 0)

  /// Forgets the rows of the last reading.
  private mutating func discard() {
    known.offset += TextEncoder(source.guess.encoding)
      .length(of: window[known.position..<max(known.position, position)])
    known.position = 0
    window.removeFirst(position)
    position = 0
    first = known
    rowRanges.removeAll(keepingCapacity: true)
  }
}
