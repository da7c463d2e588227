#if XLSX
  internal import Linkage

  /// Reads the rows of a sheet (`xl/worksheets/sheet1.xml`).
  class SheetHandler: XMLHandler {
    /// What a cell says of its value.
    private enum Kind { case number, shared, text, boolean, error, date }

    private(set) final var rows = SheetRows()

    private let strings: SharedStrings
    private let styles: CellStyles
    private let dates: SerialDate
    private let limits: ReadLimits
    /// The reading ends after so many rows that hold something.
    private let mostRows: Int

    private var line = 0
    private var column = -1
    private var kind = Kind.number
    private var style = 0
    private var value: [UInt8] = []
    private var isInData = false
    private var isInValue = false
    private var isInPhonetic = false
    /// Whether the row has to be kept, whatever is in it.
    private var rowIsReported = false
    private var hasFormula = false
    private var hasValue = false

    init(
      strings: SharedStrings, styles: CellStyles, dates: SerialDate, limits: ReadLimits,
      mostRows: Int = .max
    ) {
      self.strings = strings
      self.styles = styles
      self.dates = dates
      self.limits = limits
      self.mostRows = mostRows
    }

    /// Called when a row that holds something has ended.
    func rowHasEnded() {
      if rows.lines.count >= mostRows { isDone = true }
    }

    /// Forgets the rows read so far.
    final func forgetRows() { rows.removeAll() }

    override final func start(_ name: XMLName, _ attributes: XMLAttributes) {
      guard isInData else {
        if name.is("sheetData") {
          isInData = true
        } else if name.is("mergeCell"), let range = unsafe attributes.bytes("ref") {
          if let range = unsafe CellRange(range), rows.merged.count < limits.entries {
            rows.merged.append(range)
          }
        }
        return
      }
      switch name.letter {
      case UInt8(ascii: "c"): startCell(attributes)
      case UInt8(ascii: "v"): (isInValue, hasValue) = (true, true)
      case UInt8(ascii: "t"): (isInValue, hasValue) = (!isInPhonetic, true)
      case UInt8(ascii: "f"): hasFormula = true
      case 0 where name.is("row"): startRow(attributes)
      case 0 where name.is("rPh"): isInPhonetic = true
      default: break
      }
    }

    override final func characters(_ text: UnsafeBufferPointer<UInt8>) {
      guard isInValue else { return }
      unsafe value.append(contentsOf: text)
      if value.count > limits.cell {
        failure = .over(
          .cell, limits.cell,
          at: "row \(line), column \(CellReference.letters(ofColumn: max(0, column))): ")
      }
    }

    override final func end(_ name: XMLName) {
      guard isInData else { return }
      switch name.letter {
      case UInt8(ascii: "c"): endCell()
      case UInt8(ascii: "v"), UInt8(ascii: "t"): isInValue = false
      case 0 where name.is("row"): endRow()
      case 0 where name.is("rPh"): isInPhonetic = false
      case 0 where name.is("sheetData"): isInData = false
      default: break
      }
    }

    private func startRow(_ attributes: XMLAttributes) {
      column = -1
      guard let number = unsafe attributes.bytes("r") else {
        line += 1
        return
      }
      if let number = unsafe DecimalDigits.value(number), 1...CellReference.mostRows ~= number {
        line = number
      } else {
        failure = SpreadsheetFailure("after row \(line): the row's number is none a sheet can have")
      }
    }

    private func startCell(_ attributes: XMLAttributes) {
      value.removeAll(keepingCapacity: true)
      (isInValue, hasFormula, hasValue) = (false, false, false)
      style =
        unsafe attributes.bytes(UInt8(ascii: "s")).flatMap { unsafe DecimalDigits.value($0) } ?? 0
      if let text = unsafe attributes.bytes(UInt8(ascii: "r")) {
        guard let place = unsafe CellReference(text) else {
          failure = SpreadsheetFailure("row \(line): a cell's place is none a sheet can have")
          return
        }
        column = place.column
      } else {
        column += 1
        if column >= CellReference.mostColumns {
          failure = SpreadsheetFailure("row \(line): more cells than a sheet can have")
          return
        }
      }
      let type = unsafe attributes.bytes(UInt8(ascii: "t"))
      kind =
        switch (unsafe type?.first, unsafe type?.count) {
        case (UInt8(ascii: "s"), 1): .shared
        case (UInt8(ascii: "s"), 3), (UInt8(ascii: "i"), _): .text
        case (UInt8(ascii: "b"), _): .boolean
        case (UInt8(ascii: "e"), _): .error
        case (UInt8(ascii: "d"), _): .date
        default: .number
        }
    }

    private func endCell() {
      if hasFormula, !hasValue { report("a formula without its value") }
      guard hasValue, failure == nil else { return }
      switch kind {
      case .text: append(EscapedText.decoded(value[...]) ?? value)
      case .shared: appendShared()
      case .number:
        append(Self.text(of: value, as: style == 0 ? .number : styles[style], dates: dates))
      case .boolean: append(Array((value == [UInt8(ascii: "1")] ? "TRUE" : "FALSE").utf8))
      case .error:
        append(value)
        report("the spreadsheet has an error in place of a value")
      case .date: append(Self.withoutMidnight(value))
      }
    }

    private func appendShared() {
      guard let number = DecimalDigits.value(value), let text = strings[number] else {
        report("the spreadsheet has no text of the number that the cell refers to")
        return
      }
      append(text)
    }

    /// A number as its format shows it, as far as that says what the number is.
    static func text(of value: [UInt8], as format: NumberFormat, dates: SerialDate) -> [UInt8] {
      let plain = PlainNumber.text(value)
      if format == .number { return plain }
      let text = String(decoding: value, as: UTF8.self)
      switch format {
      case .number: return plain
      case .padded(let digits):
        guard plain.count < digits, plain.allSatisfy({ 0x30...0x39 ~= $0 }) else { return plain }
        return [UInt8](repeating: 0x30, count: digits - plain.count) + plain
      case .date(let parts):
        return Double(text).flatMap { dates.text($0, showing: parts) }.map { Array($0.utf8) }
          ?? plain
      case .duration:
        return Double(text).flatMap { dates.duration($0) }.map { Array($0.utf8) } ?? plain
      }
    }

    /// A date of ISO 8601 whose time says nothing.
    private static func withoutMidnight(_ text: [UInt8]) -> [UInt8] {
      guard let mark = text.firstIndex(of: UInt8(ascii: "T")) else { return text }
      let time = text[(mark + 1)...]
      return time.allSatisfy { $0 == 0x30 || !(0x30...0x39 ~= $0) } ? Array(text[..<mark]) : text
    }

    private func append(_ text: some Collection<UInt8>) {
      guard !text.isEmpty else { return }
      let first = rows.rowEnds.last ?? 0
      if let last = rows.columns[first...].last, last >= column,
        rows.columns[first...].contains(Int32(column))
      {
        report("the cell stands twice in its row; the first is kept")
        return
      }
      rows.bytes += text
      rows.ends.append(rows.bytes.count)
      rows.columns.append(Int32(column))
    }

    private func endRow() {
      guard rowIsReported || rows.columns.count > rows.rowEnds.last ?? 0 else { return }
      rowIsReported = false
      rows.rowEnds.append(rows.columns.count)
      rows.lines.append(line)
      rowHasEnded()
    }

    private func report(_ reason: String) {
      rowIsReported = true
      rows.problems.append(.init(line: line, column: column + 1, reason: reason))
    }
  }
#endif
