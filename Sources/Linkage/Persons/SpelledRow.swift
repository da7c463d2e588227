internal import NameText

/// What a row says of its person, as it is written; what else than a name stands in the cell of the name is told apart.
struct SpelledRow {
  /// Surname, given name and patronymic where they have columns of their own, else the whole name and a patronymic that it
  /// lacks; empty where the row has no name.
  private(set) var name = ""
  /// What else the row calls its person.
  private(set) var otherNames: [String] = []
  /// The cells of births, else what the age says of it, else the cell of the name.
  private(set) var births: [String]
  private(set) var places: [String]

  init(_ list: RecordList, row: Int) {
    births = list.births(row: row)
    if births.isEmpty { births = list.birthsByAge(row: row).map(\.description) }
    places = list.values(row: row, .place)
    let cells = list.nameCells(row: row)
    if let whole = cells.first(where: { $0.column == nil }) {
      takeName(whole.text.trimmed, fathersInBrackets: list.hasFathersInBrackets)
      for part in cells where part.column != nil && Self.isPlain(part) {
        name += " " + part.text.trimmed
      }
    } else {
      name = [FieldKind.surname, .given, .patronymic].flatMap { list.values(row: row, $0) }
        .joined(separator: " ")
    }
    for cell in list.values(row: row, .alias) { otherNames += Self.names(CellReading(cell), cell) }
  }

  /// Whether a part that stands behind the name is seen to be what it is: a father called Мулладад would be taken for the
  /// surname there.
  private static func isPlain(_ part: (text: String, column: Role?)) -> Bool {
    part.column != .patronymic
      || NameParser.parse(Cleaning.words(of: part.text), column: .patronymic).tokens.allSatisfy {
        $0.forms.contains { $0.kind == .patronymicStem }
      }
  }

  private mutating func takeName(_ cell: String, fathersInBrackets: Bool) {
    let reading = CellReading(cell, fathersInBrackets: fathersInBrackets)
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
  /// The cells of births that hold something; dates of a style of their own as dates that everybody reads alike.
  fileprivate func births(row: Int) -> [String] {
    columns.indices.filter { columns[$0].kind == .birth }.flatMap { column in
      let cell = text(row: row, column: column).trimmed
      let style = columns[column].dates
      let dates = style == DateStyle() ? [] : BirthDate.dates(in: cell, style: style)
      return dates.isEmpty ? [cell] : dates.map(\.description)
    }.filter { !$0.isEmpty }
  }

  /// The cells of a kind that hold something, blanks at their ends left out.
  func values(row: Int, _ kind: FieldKind) -> [String] {
    columns.indices.filter { columns[$0].kind == kind }.map {
      text(row: row, column: $0).trimmed
    }.filter { !$0.isEmpty }
  }
}
