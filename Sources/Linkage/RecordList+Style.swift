internal import NameText

extension RecordList {
  /// Sees by all cells of each column what a single one leaves open: how its dates are written, whether names have the
  /// father's in brackets, and whose names a second column of names has. Lists that `LinkageIO` reads have been looked at.
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
    settleBearers()
  }

  /// Where a list has several columns of whole names, the further ones spell the first one's otherwise if most of their words
  /// are the same, and are no names of the row's person if they are not. Where a row has one of them alone, nothing is told.
  private mutating func settleBearers() {
    let named = columns.indices.filter { columns[$0].kind == .name }
    guard let first = named.first else { return }
    for other in named.dropFirst() {
      let both = (0..<count).lazy.filter { [self] in
        !cell(row: $0, column: first).isEmpty && !cell(row: $0, column: other).isEmpty
      }.prefix(Self.rowsOfBearers)
      let alike = both.count { [self] in
        let name = CellReading(text(row: $0, column: first)).names.first ?? PersonName()
        let again = CellReading(text(row: $0, column: other)).names.first ?? PersonName()
        return name.sharesMostWords(with: again)
      }
      if both.isEmpty { continue }
      columns[other].bearer = 2 * alike >= both.count ? .personAgain : .somebodyElse
      if columns[other].bearer == .somebodyElse { columns[other].kind = .text }
    }
  }

  /// So many rows show whose names a column has.
  private static let rowsOfBearers = 200
}

extension PersonName {
  /// Whether more than half of the words of the shorter name sound like words of the other, as a relative's do not.
  fileprivate func sharesMostWords(with other: PersonName) -> Bool {
    let (own, others) = (coarseKeys, other.coarseKeys)
    let shared = own.count(where: others.contains)
    return 2 * shared > min(own.count, others.count)
  }

  private var coarseKeys: [[UInt8]] {
    tokens.filter { $0.role != .title }.map { Phonemes.coarse(Phonemes.symbols(of: $0.text)) }
  }
}
