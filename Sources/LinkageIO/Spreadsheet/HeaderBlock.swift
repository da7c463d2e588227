/// A header of several rows, or with merged cells, as one name a column.
///
/// `Birth` over `date` and `place` makes `Birth date` and `Birth place`; a name merged downwards stands alone.
struct HeaderBlock {
  /// Headers of more rows were not met.
  private static let highest = 4
  private static let deepest = 30

  /// Which rows of `SheetRows` the block takes up.
  let rows: ClosedRange<Int>
  /// The names by the sheet's columns.
  let names: [Int: String]

  /// The block, where the first row that is no title has merged cells and what stands below them belongs to them.
  init?(_ sheet: SheetRows) {
    let first = sheet.lines.indices.prefix(Self.deepest).first { sheet.cells(ofRow: $0).count >= 2 }
    guard let first else { return nil }
    let line = sheet.lines[first]
    let merged = sheet.merged.filter { $0.rows.lowerBound == line }
    guard !merged.isEmpty else { return nil }
    let low = merged.map(\.rows.upperBound).max() ?? line
    let isWide = merged.contains { $0.columns.count > 1 }
    // Names side by side under one that is merged are in the row below, whether or not others are merged downwards.
    let lastLine = low == line && isWide ? line + 1 : low
    let rows = sheet.lines.indices[first...].prefix { sheet.lines[$0] <= lastLine }
    guard let last = rows.last, rows.count <= Self.highest else { return nil }

    let texts = rows.map { row in
      Dictionary(
        sheet.cells(ofRow: row).map {
          (Int(sheet.columns[$0]), String(decoding: sheet.cell($0), as: UTF8.self))
        }, uniquingKeysWith: { first, _ in first })
    }
    var top = texts[0]
    for range in merged {
      for column in range.columns { top[column] = texts[0][range.columns.lowerBound] }
    }
    let below = Array(texts.dropFirst())
    if Self.isHeader(texts[0], merged: merged, below: below) {
      self.rows = first...last
      var names = top
      for row in below {
        for (column, text) in row where names[column] != text {
          names[column] = names[column].map { Self.joined($0, text) } ?? text
        }
      }
      self.names = names
    } else if isWide {
      // Nothing below belongs to it: a name merged over columns names each of them.
      self.rows = first...first
      names = top
    } else {
      return nil
    }
  }

  /// `Birth` and `date` are one phrase; the part of a name below `Данные лица` is known by itself.
  private static func joined(_ above: String, _ below: String) -> String {
    let vocabulary = HeaderVocabulary.shared
    let both = "\(above) \(below)"
    let isPart = vocabulary.exactKind(of: below)?.isAboutNames == true
    return isPart && vocabulary.kind(of: both) == nil ? "\(above) / \(below)" : both
  }

  /// Whether the rows below continue the names: everything in them stands under a merged cell or under none, and no
  /// number is among it.
  private static func isHeader(
    _ top: [Int: String], merged: [CellRange], below: [[Int: String]]
  ) -> Bool {
    let wide = merged.filter { $0.columns.count > 1 }
    return below.allSatisfy { row in
      row.allSatisfy { column, text in
        let isUnderWide = wide.contains { $0.columns.contains(column) }
        return (isUnderWide || top[column] == nil)
          && !text.unicodeScalars.contains { $0.properties.numericType != nil }
      }
    } && below.contains { !$0.isEmpty }
  }
}
