/// Rows held back until the widths of their columns are known.
struct TerminalGrid: Sendable {
  /// A longer cell pushes its own row aside instead of every row.
  private static let widestColumn = 48

  private var rows: [[TerminalText]] = []
  private var row: [TerminalText] = []

  mutating func append(_ cell: String) { row.append(TerminalText(cell)) }

  mutating func endRow() {
    rows.append(row)
    row = []
  }

  /// The rows in aligned columns, two spaces apart, without spaces at their ends.
  func rendered() -> [UInt8] {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() where cell.width <= Self.widestColumn {
        while widths.count <= column { widths.append(0) }
        widths[column] = max(widths[column], cell.width)
      }
    }
    var bytes: [UInt8] = []
    for row in rows {
      let last = row.lastIndex { $0.width > 0 } ?? -1
      for (column, cell) in row.prefix(last + 1).enumerated() {
        bytes += Array(cell.text.utf8)
        guard column < last else { break }
        let width = column < widths.count ? widths[column] : 0
        bytes += [UInt8](repeating: UInt8(ascii: " "), count: max(0, width - cell.width) + 2)
      }
      bytes.append(.lineFeed)
    }
    return bytes
  }
}
