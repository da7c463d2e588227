internal import NameText

/// What a row says of its person, as it is written; what else than a name stands in the cell of the name is told apart.
struct SpelledRow {
  /// Surname, given name and patronymic where they have columns of their own; empty where the row has no name.
  private(set) var name = ""
  /// What else the row calls its person.
  private(set) var otherNames: [String] = []
  /// The cells of births, else what the age says of it, else the cell of the name.
  private(set) var births: [String]
  private(set) var places: [String]

  init(_ list: RecordList, row: Int) {
    births = list.values(row: row, .birth)
    if births.isEmpty { births = list.birthsByAge(row: row).map(\.description) }
    places = list.values(row: row, .place)
    let parts = [FieldKind.surname, .given, .patronymic].flatMap { list.values(row: row, $0) }
    if !parts.isEmpty {
      name = parts.joined(separator: " ")
    } else if let cell = list.values(row: row, .name).first {
      takeName(cell)
    }
    for cell in list.values(row: row, .alias) { otherNames += Self.names(CellReading(cell), cell) }
  }

  private mutating func takeName(_ cell: String) {
    let reading = CellReading(cell)
    let names = Self.names(reading, cell)
    name = names[0]
    otherNames = Array(names.dropFirst())
    if reading.isNameAlone { return }
    if births.isEmpty { births = reading.text(of: .birth).map { [$0] } ?? [] }
    if places.isEmpty { places = reading.texts(of: .place) }
  }

  /// The names in a cell; the whole cell where it holds nothing else, or no name.
  private static func names(_ reading: CellReading, _ cell: String) -> [String] {
    if reading.isNameAlone { return [cell] }
    let spelling = reading.spelling
    return spelling.isEmpty ? [cell] : [spelling] + reading.texts(of: .otherName)
  }
}

extension RecordList {
  /// The cells of a kind that hold something, blanks at their ends left out.
  func values(row: Int, _ kind: FieldKind) -> [String] {
    columns.indices.filter { columns[$0].kind == kind }.map {
      text(row: row, column: $0).trimmed
    }.filter { !$0.isEmpty }
  }
}
