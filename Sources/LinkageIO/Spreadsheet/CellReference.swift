/// The place of a cell as spreadsheets write it: `BC12`.
struct CellReference: Hashable {
  /// What a sheet can have.
  static let mostColumns = 16_384
  static let mostRows = 1_048_576

  /// From 0.
  var column: Int
  /// From 1, as it is written.
  var row: Int

  /// `nil` where the text is no place of a sheet.
  init?(_ text: some Collection<UInt8>) {
    var column = 0
    var rest = text[...]
    while let letter = rest.first, UInt8(ascii: "A")...UInt8(ascii: "Z") ~= letter & 0xDF {
      column = column * 26 + Int(letter & 0xDF) - 64
      guard column <= Self.mostColumns else { return nil }
      rest.removeFirst()
    }
    guard column > 0, let row = DecimalDigits.value(rest), 1...Self.mostRows ~= row else {
      return nil
    }
    self.column = column - 1
    self.row = row
  }

  /// The letters of a column counted from 0.
  static func letters(ofColumn column: Int) -> String {
    var rest = column + 1
    var letters = ""
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}

/// A block of cells made one: `A1:C2`.
struct CellRange: Hashable {
  /// From 0.
  var columns: ClosedRange<Int>
  /// From 1.
  var rows: ClosedRange<Int>

  init?(_ text: some Collection<UInt8>) {
    let corners = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard corners.count == 2, let first = CellReference(corners[0]),
      let last = CellReference(corners[1]), first.column <= last.column, first.row <= last.row
    else { return nil }
    columns = first.column...last.column
    rows = first.row...last.row
  }
}
