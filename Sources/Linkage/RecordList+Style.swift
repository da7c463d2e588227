internal import NameText

extension RecordList {
  /// Sees by all cells of each column what a single one leaves open: how its dates are written, and whether names have the
  /// father's in brackets. Lists that `LinkageIO` reads have been looked at.
  /// - Complexity: O(bytes of the columns).
  public mutating func settleStyles() {
    for column in columns.indices {
      let cells = (0..<count).lazy.map { [self] in cell(row: $0, column: column) }
      switch columns[column].kind {
      case .birth, .event: columns[column].dates = DateStyle(of: cells)
      case .name:
        columns[column].fathersInBrackets = CellReading.haveFathersInBrackets(cells)
      default: break
      }
    }
  }
}
