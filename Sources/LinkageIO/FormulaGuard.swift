internal import Linkage

/// The apostrophe that keeps a spreadsheet from running a cell as a formula, and the way back.
///
/// A cell that has apostrophes of its own before what would be a formula gets one more, so that taking one off always
/// gives the cell as it was.
enum FormulaGuard {
  /// Columns that our own tables have and others hardly.
  private static let ownColumns: Set = [
    "person_id", "left_key", "left_person_id", "query_id", "left_line", "coarse_key", "relation",
  ]

  /// Whether a table is one of ours, written with the guard: whoever's apostrophes they are else, they stay.
  static func was(in cells: RecordCells, columns: [String]) -> Bool {
    guard columns.contains(where: ownColumns.contains) else { return false }
    return cells.lines.indices.allSatisfy { row in
      (0..<cells.cellCount(ofRow: row)).allSatisfy { column in
        let cell = cells.cell(row: row, column: column)
        return !isFormula(cell) || isNumber(cell)
      }
    }
  }

  /// Our own numbers are written without a guard.
  private static func isNumber(_ cell: ArraySlice<UInt8>) -> Bool {
    cell.dropFirst().allSatisfy { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: ".") }
  }

  private static let apostrophe = UInt8(ascii: "'")

  /// The cell with an apostrophe, where it needs one.
  static func guarded(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    isFormula(cell.drop { $0 == apostrophe }) ? [apostrophe] + cell : cell
  }

  /// Whether `guarded` may have made the cell.
  static func isGuarded(_ cell: ArraySlice<UInt8>) -> Bool {
    cell.first == apostrophe && isFormula(cell.drop { $0 == apostrophe })
  }

  /// A header without the apostrophe.
  static func unguarded(_ text: String) -> String {
    isGuarded(Array(text.utf8)[...]) ? String(text.dropFirst()) : text
  }

  /// Whether a spreadsheet would take the cell for a formula: a sign with something behind it, blanks before it or not,
  /// or a blank that begins a line of its own, which some programs cut off.
  static func isFormula(_ cell: ArraySlice<UInt8>) -> Bool {
    guard let first = cell.first else { return false }
    if first == .tab || first == .carriageReturn { return true }
    // The usual cell is decided by its first byte.
    if 0x41...0x5A ~= first & 0xDF || 0x30...0x39 ~= first { return false }
    // A few blanks are enough to look past; the bytes of one scalar more do no harm.
    let scalars = String(decoding: cell.prefix(64), as: UTF8.self).unicodeScalars.drop(
      while: isBlank)
    switch scalars.first {
    case "=", "@", "\u{FF1D}", "\u{FF20}": return true
    case "+", "-", "\u{FF0B}", "\u{FF0D}", "\u{2212}":
      // A dash alone stands for nothing.
      return !scalars.dropFirst().allSatisfy(isBlank)
    case nil: return cell.count > 64
    default: return false
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace
      || [.control, .format].contains(scalar.properties.generalCategory)
  }
}

extension RecordCells {
  /// Takes the guard off the cells of the rows from `row` on.
  mutating func removeFormulaGuards(fromRow row: Int) {
    guard row < lines.count else { return }
    let cells = rowStarts[row]..<cellEnds.count
    var start = cells.lowerBound == 0 ? 0 : cellEnds[cells.lowerBound - 1]
    var written = start
    for cell in cells {
      let end = cellEnds[cell]
      if FormulaGuard.isGuarded(bytes[start..<end]) { start += 1 }
      // Nothing has to move before the first apostrophe.
      if written < start {
        for place in start..<end { bytes[written + place - start] = bytes[place] }
      }
      written += end - start
      cellEnds[cell] = written
      start = end
    }
    bytes.removeLast(bytes.count - written)
  }
}
