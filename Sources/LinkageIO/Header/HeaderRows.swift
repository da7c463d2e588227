internal import Linkage

/// The rows of a header: the words by which columns are known, and whether a row further down is a header again.
struct HeaderRows: Sendable {
  /// The names of the columns.
  private(set) var names: [String]
  /// What the kinds of the columns are recognised by; the names, but for a header of two rows.
  private(set) var phrases: [String]
  /// How many rows it has.
  private(set) var count = 1
  private let cells: [[UInt8]]
  private let vocabulary: HeaderVocabulary

  /// The header that begins with `row` of the first rows of a list.
  init(_ rows: RecordCells, row: Int, vocabulary: HeaderVocabulary) {
    self.vocabulary = vocabulary
    cells = (0..<rows.cellCount(ofRow: row)).map { rows.cell(row: row, column: $0).trimmedOfBlanks }
    names = (0..<rows.cellCount(ofRow: row)).map {
      String(decoding: rows.cell(row: row, column: $0), as: UTF8.self)
    }
    phrases = names
    if row + 1 < rows.lines.count { takeSecondRow(rows, row + 1) }
  }

  /// A header over two rows, as merged cells of a spreadsheet leave it: `Дата` above `рождения` and `задержания`.
  ///
  /// The second row belongs to it where each of its cells is a header word, by itself or behind the word above, and a
  /// cell of either row is empty; a row of data has no two such words.
  private mutating func takeSecondRow(_ rows: RecordCells, _ row: Int) {
    let second = (0..<rows.cellCount(ofRow: row)).map {
      String(decoding: rows.cell(row: row, column: $0), as: UTF8.self)
    }
    let isBlank = { (text: String) in text.allSatisfy(\.isWhitespace) }
    guard second.count <= names.count, second.contains(where: { !isBlank($0) }),
      names.contains(where: isBlank) || second.contains(where: isBlank)
        || second.count < names.count
    else { return }
    var (joined, phrases) = (names, names)
    var above = ""
    var known = 0
    for (column, below) in second.enumerated() {
      if !isBlank(names[column]) { above = names[column] }
      if isBlank(below) { continue }
      let both = above.isEmpty ? below : "\(above) \(below)"
      // Exactly, since `ФИО Иванов` begins like a header, too.
      let own = vocabulary.exactKind(of: below)
      let joint = vocabulary.exactKind(of: both)
      guard own != nil || joint != nil else { return }
      known += 1
      joined[column] = both
      phrases[column] = own?.isAboutNames == true || joint == nil ? below : both
    }
    guard known >= 2 else { return }
    (names, self.phrases, count) = (joined, phrases, 2)
  }

  /// Whether a row of the list says the same as the header, or is a header of its own, as files that were put together
  /// have them in the middle.
  /// - Parameter nameColumns: the columns of names; a word that heads one stands in no row of data.
  func isRepeated(in rows: RecordCells, row: Int, nameColumns: [Int]) -> Bool {
    for column in nameColumns {
      let cell = rows.cell(row: row, column: column)
      if cell.isEmpty || cell.count > Self.longestWord { continue }
      let text = Array(cell)
      if column < cells.count, text == cells[column] {
        return saysTheSame(rows, row) || isHeader(rows, row)
      }
      if vocabulary.headsNames(text) { return isHeader(rows, row) }
    }
    return false
  }

  private static let longestWord = 80

  private func saysTheSame(_ rows: RecordCells, _ row: Int) -> Bool {
    guard rows.cellCount(ofRow: row) == cells.count else { return false }
    return cells.indices.allSatisfy { rows.cell(row: row, column: $0).trimmedOfBlanks == cells[$0] }
  }

  /// Whether most cells are header words: at least two, or the only one.
  private func isHeader(_ rows: RecordCells, _ row: Int) -> Bool {
    let filled = (0..<rows.cellCount(ofRow: row)).map { rows.cell(row: row, column: $0) }
      .filter { !$0.isEmpty }
    let known = filled.count {
      vocabulary.kind(of: String(decoding: $0, as: UTF8.self)) != nil
    }
    return known >= 2 && 2 * known > filled.count
  }
}

extension ArraySlice<UInt8> {
  fileprivate var trimmedOfBlanks: [UInt8] { Array(self).trimmed }
}
