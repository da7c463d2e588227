package import NameText

/// The names that a row gives its person.
struct RowNames: Sendable, Hashable {
  /// The name that stands first.
  var main = PersonName()
  /// What else the person is called: alternatives, of which the one that fits best counts.
  var others: [PersonName] = []
  /// What the cell of the name says of the birth and of places, as written.
  var birth: String?
  var places: [String] = []

  /// No more names of one row are compared; the rest is kept in the cells.
  static let mostOthers = 31
}

extension RecordList {
  /// The person's names: the first from separate columns where there are any with something in them, else from the
  /// first column of kind `name` that is not blank; the others from what else that cell calls the person, and from
  /// columns of kind `alias`.
  func rowNames(row: Int) -> RowNames {
    var names: [PersonName] = []
    var found = RowNames()
    let cells = nameCells(row: row)
    if cells.contains(where: { $0.column != nil }) {
      names.append(
        NameParser.parse(
          parts: cells.map { (Cleaning.words(of: $0.text), $0.column ?? .unknown) }))
    } else if let cell = cells.first {
      let reading = CellReading(cell.text)
      names += reading.names
      if !reading.isNameAlone {
        found.birth = reading.text(of: .birth)
        found.places = reading.texts(of: .place)
      }
    }
    for column in columns.indices where columns[column].kind == .alias {
      names += CellReading(text(row: row, column: column)).names
    }
    guard let main = names.first(where: { !$0.tokens.isEmpty }) ?? names.first else {
      return found
    }
    found.main = main
    for name in names where name != main && !name.tokens.isEmpty && !found.others.contains(name) {
      if found.others.count == RowNames.mostOthers { break }
      found.others.append(name)
    }
    return found
  }

  /// The cells that hold the name: those of separate columns, each with its role, or one with the whole name; empty
  /// where there is no name.
  package func nameCells(row: Int) -> [(text: String, column: Role?)] {
    var whole: [(text: String, column: Role?)] = []
    var parts: [(text: String, column: Role?)] = []
    for column in columns.indices {
      let role = columns[column].kind.role
      guard role != nil || columns[column].kind == .name else { continue }
      let text = text(row: row, column: column)
      if Cleaning.words(of: text).isEmpty { continue }
      if role == nil { whole.append((text, nil)) } else { parts.append((text, role)) }
    }
    return parts.isEmpty ? Array(whole.prefix(1)) : parts
  }
}

extension FieldKind {
  /// The role of the words in a column that holds one part of the name.
  fileprivate var role: Role? {
    switch self {
    case .given: .given
    case .surname: .surname
    case .patronymic: .patronymic
    default: nil
    }
  }
}
