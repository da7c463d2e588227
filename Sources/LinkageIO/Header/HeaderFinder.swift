internal import Linkage

/// Finds the row that heads the columns, if there is one.
struct HeaderFinder {
  /// A title and a blank row stand before a header now and then, a page of text does not.
  private static let deepestHeader = 10
  private static let rowsLookedAt = 200

  let vocabulary: HeaderVocabulary
  let cells: RecordCells

  /// The index of the header row; `nil` where the rows are all data.
  ///
  /// In doubt a row is data, since a header taken for a person is seen and a person taken for a
  /// header is lost.
  func headerRow(options: ReadOptions) -> Int? {
    guard !cells.lines.isEmpty else { return nil }
    switch options.header {
    case .no: return nil
    case .yes: return 0
    case .auto: break
    }
    let given = Set(options.kinds.map { $0.column.lowercased() })
    if texts(ofRow: 0).contains(where: { given.contains($0.lowercased()) }) { return 0 }
    if HeaderVocabulary.lettersOfParts(texts(ofRow: 0)) != nil { return 0 }
    let known = meanings(inRow: 0)
    // Below a title, which fills fewer cells, only two words that head columns are proof.
    for row in 1..<max(1, min(Self.deepestHeader, cells.lines.count)) {
      let found = meanings(inRow: row).count
      if found >= 2, found > known.count, filled(inRow: row) > filled(inRow: 0) { return row }
    }
    // "No" and "born" stand in cells, too; the word for a name heads a column or nothing.
    let isHeader = known.count >= 2 || known.contains(where: \.isAboutNames)
    return isHeader || standsOut() ? 0 : nil
  }

  private func filled(inRow row: Int) -> Int {
    (0..<cells.cellCount(ofRow: row)).count { !cells.cell(row: row, column: $0).isEmpty }
  }

  private func texts(ofRow row: Int) -> [String] {
    (0..<cells.cellCount(ofRow: row)).map {
      String(decoding: cells.cell(row: row, column: $0), as: UTF8.self)
    }
  }

  private func meanings(inRow row: Int) -> [HeaderVocabulary.Meaning] {
    texts(ofRow: row).compactMap { vocabulary.kind(of: $0) }
  }

  /// Whether the first row is unlike what stands below it.
  private func standsOut() -> Bool {
    let rows = 1..<max(1, min(Self.rowsLookedAt, cells.lines.count))
    let first = (0..<cells.cellCount(ofRow: 0)).map { CellShape(cells.cell(row: 0, column: $0)) }
    if first.contains(where: { $0.isNumberOrDate || $0 == .empty }) { return false }
    var votes = 0
    for (column, head) in first.enumerated() {
      let below = rows.map { cells.cell(row: $0, column: column) }.filter { !$0.isEmpty }
      let shapes = below.map { CellShape($0) }
      guard !below.isEmpty else { continue }
      let isMost = { (count: Int) in count * 5 >= below.count * 4 }
      if isMost(shapes.count(where: \.isNumberOrDate)) {
        votes += 1
      } else if head.wordCount >= 2, isMost(shapes.count { $0.wordCount >= 2 }) {
        votes -= 1
      } else if head.wordCount == 1,
        isMost(shapes.count { $0.wordCount >= 2 })
          || isMost(below.count(where: \.isCapitalised))
            && !cells.cell(row: 0, column: column).isCapitalised
      {
        votes += 1
      }
    }
    return votes > 0
  }
}

extension ArraySlice<UInt8> {
  fileprivate var isCapitalised: Bool {
    // Eight bytes hold the first scalar, whatever it is.
    String(decoding: prefix(8), as: UTF8.self).unicodeScalars.first?.properties.isUppercase ?? false
  }
}

extension CellShape {
  /// How many words of letters; 0 where it is anything else.
  var wordCount: Int {
    if case .words(let count) = self { count } else { 0 }
  }
}
