internal import Linkage

/// How much a sheet looks like a list of people.
enum SheetScore {
  /// The more of its columns are known and the more rows it has, the higher; a column of names counts most.
  static func score(_ cells: RecordCells, options: ReadOptions) -> Double {
    let vocabulary = HeaderVocabulary.shared
    let header = HeaderFinder(vocabulary: vocabulary, cells: cells).headerRow(options: options)
    let kinds: [FieldKind]
    if let header {
      let names = (0..<cells.cellCount(ofRow: header)).map {
        String(decoding: cells.cell(row: header, column: $0), as: UTF8.self)
      }
      kinds = ColumnKinds.recognised(names, vocabulary)
    } else {
      let width = cells.lines.indices.map { cells.cellCount(ofRow: $0) }.max() ?? 0
      kinds = ColumnKinds.guessed(cells, columns: width)
    }
    let hasName = kinds.contains { $0 == .name || $0 == .surname || $0 == .given }
    let known = Double(kinds.count { $0 != .text })
    let rows = Double(cells.lines.count - (header.map { $0 + 1 } ?? 0))
    return (hasName ? 100 : 0) + (header == nil ? 0 : 10) + min(known, 9) + rows / (rows + 60)
  }
}
