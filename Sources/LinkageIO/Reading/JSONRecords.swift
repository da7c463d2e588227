internal import Linkage

/// Rows out of JSON: an object a line (JSON Lines), or one array of objects. A key is a column.
///
/// Columns stand in the order in which their keys first occur; a key that stands twice in an object has two columns.
/// A line that is no object is kept as it is, in a cell beyond the last column.
struct JSONRecords {
  enum Layout { case lines, array }

  private(set) var names: [String] = []
  private(set) var cells = RecordCells()
  private(set) var problems: [RecordList.Problem] = []

  /// Where each row stands in the text.
  private(set) var ranges: [Range<Int>] = []
  /// Where the row stands that is being read.
  private var range = 0..<0

  /// Keys beyond so many are kept together in one cell: no list has more columns, and a row has a cell for each.
  private static let mostColumns = 1_000

  private struct Key: Hashable {
    var name: [UInt8]
    /// From 0; the second of a key that stands twice in one object is 1.
    var occurrence: Int
  }

  /// What was found in the rows, before all columns are known.
  private struct Members {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    var columns: [Int32] = []
    var forms: [RecordList.CellForm] = []
    var rowEnds: [Int] = []

    /// A member of the row being read; −1 is the cell beyond the last column.
    mutating func append(_ cell: some Collection<UInt8>, _ form: RecordList.CellForm, column: Int) {
      bytes += cell
      ends.append(bytes.count)
      columns.append(Int32(column))
      forms.append(form)
    }

    mutating func endRow() { rowEnds.append(columns.count) }
  }

  private let source: [UInt8]
  private var keys: [Key] = []
  private var columnOfKey: [Key: Int] = [:]
  private var members = Members()

  /// How `bytes` hold rows as JSON; `nil` where they do not.
  ///
  /// A file that is named so is taken at its word, `.json` where it begins with a bracket or a brace; else its first line
  /// must be an object, or its beginning an array with an object.
  static func layout(of bytes: [UInt8], from start: Int, fileExtension: String) -> Layout? {
    var scanner = JSONScanner(bytes, in: start..<bytes.count)
    scanner.skipSpace()
    if fileExtension == "json" {
      if scanner.next == .openBracket { return .array }
      if scanner.next == .openBrace { return .lines }
    }
    if scanner.next == .openBracket {
      _ = scanner.takes(.openBracket)
      scanner.skipSpace()
      if scanner.next == .openBrace, (try? scanner.value()) != nil { return .array }
    }
    if ["jsonl", "ndjson"].contains(fileExtension) { return .lines }
    var line = JSONScanner(bytes, in: bytes.line(at: scanner.position))
    return line.next == .openBrace && (try? line.value()) != nil ? .lines : nil
  }

  /// The rows of `bytes` from `start` on.
  /// - Complexity: O(bytes + rows × columns).
  init(_ bytes: [UInt8], from start: Int, layout: Layout) {
    source = bytes
    switch layout {
    case .lines: readLines(from: start)
    case .array: readArray(from: start)
    }
    lay()
    names = keys.map { String(decoding: $0.name, as: UTF8.self) }
    members = Members()
  }

  // MARK: Reading

  private mutating func readLines(from start: Int) {
    var position = start
    var number = 1
    while position < source.count {
      let line = source.line(at: position)
      var scanner = JSONScanner(source, in: line)
      scanner.skipSpace()
      if !scanner.isAtEnd {
        do throws(JSONScanner.Failure) {
          let object = try scanner.object()
          scanner.skipSpace()
          if !scanner.isAtEnd {
            throw JSONScanner.Failure(reason: "more after the object", offset: scanner.position)
          }
          range = line
          add(object, line: number)
        } catch {
          keep(line, line: number, error)
        }
      }
      position = line.upperBound + 1
      number += 1
    }
  }

  private mutating func readArray(from start: Int) {
    var scanner = JSONScanner(source, in: start..<source.count)
    var lines = LineCounter(from: start)
    _ = scanner.takes(.openBracket)
    var element = start..<start
    do throws(JSONScanner.Failure) {
      repeat {
        scanner.skipSpace()
        element = scanner.position..<source.count
        let line = lines.number(at: scanner.position, in: source)
        if scanner.next == .openBrace {
          let object = try scanner.object()
          range = element.lowerBound..<scanner.position
          add(object, line: line)
        } else {
          keep(
            try scanner.value(), line: line,
            JSONScanner.Failure(reason: "no object", offset: element.lowerBound))
        }
        element = scanner.position..<source.count
      } while scanner.takes(UInt8(ascii: ","))
      try scanner.take(.closeBracket, or: "a comma or a closing bracket is expected")
      scanner.skipSpace()
      element = scanner.position..<source.count
      if !scanner.isAtEnd {
        throw JSONScanner.Failure(reason: "more after the array", offset: scanner.position)
      }
    } catch {
      // Where the next object begins cannot be told: the rest stays together.
      keep(element, line: lines.number(at: element.lowerBound, in: source), error)
    }
  }

  /// Adds a row with the members of an object.
  private mutating func add(_ object: [JSONScanner.Member], line: Int) {
    cells.lines.append(line)
    ranges.append(range)
    let firstMember = members.columns.count
    var beyond: [UInt8] = []
    var expected = 0
    for member in object {
      let name = JSONString.decoded(source[member.key]) ?? Array(source[member.key])
      // Most objects of a list have the same keys in the same order.
      var column: Int? = expected
      if expected >= keys.count || keys[expected].occurrence > 0 || keys[expected].name != name
        || members.columns[firstMember...].contains(Int32(expected))
      {
        column = self.column(of: name, row: members.columns[firstMember...], line: line)
      }
      guard let column else {
        beyond += beyond.isEmpty ? [.openBrace] : [UInt8(ascii: ",")]
        beyond += source[member.key.lowerBound..<member.value.upperBound]
        continue
      }
      expected = column + 1
      append(source[member.value], column: column, line: line)
    }
    if !beyond.isEmpty {
      members.append(beyond + [.closeBrace], .json, column: -1)
      report(
        "more than \(Self.mostColumns) different keys: the rest stands in one cell", line: line)
    }
    members.endRow()
  }

  /// The column of a key; `nil` where there are too many. `row` are the columns that the row has filled.
  private mutating func column(of name: [UInt8], row: ArraySlice<Int32>, line: Int) -> Int? {
    var key = Key(name: name, occurrence: 0)
    while let column = columnOfKey[key] {
      guard row.contains(Int32(column)) else { return column }
      key.occurrence += 1
    }
    guard keys.count < Self.mostColumns else { return nil }
    if key.occurrence > 0 { report("a key stands twice in one object", line: line) }
    columnOfKey[key] = keys.count
    keys.append(key)
    return keys.count - 1
  }

  private mutating func append(_ value: ArraySlice<UInt8>, column: Int, line: Int) {
    if value.first == .quote {
      if let text = JSONString.decoded(value) {
        members.append(text, .text, column: column)
      } else {
        report("half of a surrogate pair: the string is kept as JSON", line: line)
        members.append(value, .json, column: column)
      }
    } else if value.elementsEqual("null".utf8) {
      members.append([], .null, column: column)
    } else {
      members.append(value, .json, column: column)
    }
  }

  /// Keeps as it is what is no object.
  private mutating func keep(_ range: Range<Int>, line: Int, _ failure: JSONScanner.Failure) {
    cells.lines.append(line)
    ranges.append(range)
    self.range = range
    members.append(source[range], .text, column: -1)
    members.endRow()
    report(
      "no object of JSON: \(failure.reason) at byte \(failure.offset - range.lowerBound + 1)",
      line: line)
  }

  private mutating func report(_ reason: String, line: Int) {
    var problem = RecordList.Problem(line: line, column: nil, reason: reason)
    problem.byteOffset = range.lowerBound
    problems.append(problem)
  }

  // MARK: Laying out

  /// Gives every row a cell for each column.
  private mutating func lay() {
    var start = 0
    var memberOfColumn = [Int](repeating: -1, count: keys.count + 1)
    for end in members.rowEnds {
      for member in start..<end {
        let column = Int(members.columns[member])
        memberOfColumn[column < 0 ? keys.count : column] = member
      }
      for column in 0..<keys.count + 1 {
        let member = memberOfColumn[column]
        if member < 0, column == keys.count { continue }
        if member >= 0 {
          cells.bytes +=
            members.bytes[(member == 0 ? 0 : members.ends[member - 1])..<members.ends[member]]
        }
        cells.cellEnds.append(cells.bytes.count)
        cells.forms.append(member < 0 ? .absent : members.forms[member])
        memberOfColumn[column] = -1
      }
      cells.rowStarts.append(cells.cellEnds.count)
      start = end
    }
  }
}

extension JSONScanner {
  /// A key with its quotes and its value, where they stand.
  struct Member {
    var key: Range<Int>
    var value: Range<Int>
  }

  /// The members of the object that comes next.
  mutating func object() throws(Failure) -> [Member] {
    try take(.openBrace, or: "no object")
    var members: [Member] = []
    if takes(.closeBrace) { return members }
    repeat {
      let key = try key()
      members.append(Member(key: key, value: try value()))
    } while takes(UInt8(ascii: ","))
    try take(.closeBrace, or: "a comma or a closing bracket is expected")
    return members
  }
}

/// Counts lines forwards.
private struct LineCounter {
  private var position: Int
  private var line = 1

  init(from start: Int) { position = start }

  mutating func number(at place: Int, in bytes: [UInt8]) -> Int {
    line += bytes[position..<place].count { $0 == .lineFeed }
    position = place
    return line
  }
}

extension [UInt8] {
  /// The bytes from `start` to the end of the line, the line feed left out.
  fileprivate func line(at start: Int) -> Range<Int> {
    start..<(self[start...].firstIndex(of: .lineFeed) ?? count)
  }
}
