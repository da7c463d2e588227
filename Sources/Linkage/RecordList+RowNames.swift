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
  /// The person's names: the first from the cells that hold it, the others from what else the cell of the whole name calls
  /// the person, and from columns of kind `alias` or of the same names in another spelling.
  func rowNames(row: Int) -> RowNames {
    var names: [PersonName] = []
    var found = RowNames()
    let cells = nameCells(row: row)
    let whole = cells.first { $0.column == nil }.map {
      CellReading($0.text, fathersInBrackets: hasFathersInBrackets)
    }
    let parts = cells.filter { $0.column != nil }
    if !parts.isEmpty {
      names.append(
        NameParser.parse(
          whole: whole, parts: parts.map { (Cleaning.words(of: $0.text), $0.column ?? .unknown) }))
      names += whole?.names.dropFirst() ?? []
    } else if let whole {
      names += whole.names
    }
    if let whole, !whole.isNameAlone {
      found.birth = whole.text(of: .birth)
      found.places = whole.texts(of: .place)
    }
    for column in columns.indices where columns[column].holdsAlternatives {
      names += CellReading(text(row: row, column: column)).names
    }
    // Whoever is meant is meant by all of the row's names.
    let generation = Generation.common(names.map(\.generation))
    for place in names.indices { names[place].generation = generation }
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

  /// The cells that hold the name: where surname and given name have columns of their own these, each with its role, else
  /// the first with the whole name and behind it those of parts that it does not hold; empty where there is no name.
  package func nameCells(row: Int) -> [(text: String, column: Role?)] {
    var whole: String?
    var parts: [(text: String, column: Role?)] = []
    for column in columns.indices {
      let role = columns[column].kind.role
      guard role != nil || columns[column].kind == .name else { continue }
      let text = text(row: row, column: column)
      if !Cleaning.hasWords(text) { continue }
      if role == nil { whole = whole ?? text } else { parts.append((text, role)) }
    }
    guard let whole else { return parts }
    if parts.isEmpty { return [(whole, nil)] }
    let roles = Set(parts.map(\.column))
    if roles.contains(.surname), roles.contains(.given) { return parts }
    let name = CellReading(whole).names.first ?? PersonName()
    return [(whole, nil)] + parts.filter { !name.holds($0.text, of: $0.column) }
  }
}

extension RecordList {
  /// Whether cells of whole names have the father's name in brackets.
  package var hasFathersInBrackets: Bool {
    columns.contains { $0.kind == .name && $0.fathersInBrackets }
  }
}

extension RecordList.Column {
  fileprivate var holdsAlternatives: Bool {
    kind == .alias || kind == .name && bearer == .personAgain
  }
}

extension PersonName {
  /// Whether a part of the name that has a column of its own stands in it as well: the same words in some spelling, or a
  /// father's name in another form.
  fileprivate func holds(_ part: String, of role: Role?) -> Bool {
    if role == .patronymic, tokens.contains(where: { $0.role == .patronymic }) { return true }
    let keys = Set(tokens.map { Self.coarseKey($0.text) })
    return Cleaning.words(of: part).allSatisfy { keys.contains(Self.coarseKey($0.text)) }
  }

  private static func coarseKey(_ word: String) -> [UInt8] {
    Phonemes.coarse(Phonemes.symbols(of: word))
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
