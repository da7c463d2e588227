internal import NameTables
package import NameText

/// What a row says, read from its cells by their kinds.
struct FieldValues: Sendable, Hashable {
  var births: [BirthDate] = []
  /// For each column of places the words as coarse phonemic keys, ascending, each once, and the regions it lies in (`Regions`).
  var places: [[[UInt8]]] = []
  /// Other cells, letters and digits only, upper case; ascending.
  var texts: [String] = []
  var gender: Gender?
  /// Letters and digits only, upper case; ascending.
  var identifiers: [String] = []
}

extension RecordList {
  /// The person's name: from separate columns where there are any with something in them, else from the first
  /// column of kind `name` that is not blank.
  func personName(row: Int) -> PersonName {
    let parts: [(words: [Word], column: Role)] = columns.indices.compactMap { column in
      guard let role = columns[column].kind.role else { return nil }
      let words = Cleaning.words(of: text(row: row, column: column))
      return words.isEmpty ? nil : (words, role)
    }
    if !parts.isEmpty { return NameParser.parse(parts: parts) }
    for column in columns.indices where columns[column].kind == .name {
      let words = Cleaning.words(of: text(row: row, column: column))
      if !words.isEmpty { return NameParser.parse(words) }
    }
    return PersonName()
  }

  /// The cells that `personName(row:)` reads: those of separate columns, each with its role, or one with the whole
  /// name; empty where there is no name.
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

  /// The evidence beside the name.
  func fieldValues(row: Int, name: PersonName) -> FieldValues {
    var values = FieldValues()
    for column in columns.indices {
      switch columns[column].kind {
      case .birth: values.births += BirthDate.dates(in: text(row: row, column: column))
      case .place:
        let words = Set(
          Cleaning.words(of: text(row: row, column: column)).map {
            Phonemes.coarse(Phonemes.symbols(of: $0.text))
          }.filter { !$0.isEmpty })
        if !words.isEmpty {
          values.places.append(
            Regions.adding(to: words).sorted { $0.lexicographicallyPrecedes($1) })
        }
      case .text:
        let text = Self.plain(text(row: row, column: column))
        if !text.isEmpty { values.texts.append(text) }
      case .gender:
        values.gender = values.gender ?? GenderWords.gender(of: text(row: row, column: column))
      case .identifier:
        let id = Self.plain(text(row: row, column: column))
        // A number has digits; `нет` and `unknown` are none.
        if id.unicodeScalars.contains(where: { $0.properties.numericType == .decimal }) {
          values.identifiers.append(id)
        }
      default: break
      }
    }
    if values.births.isEmpty { values.births = birthsByAge(row: row) }
    if values.births.isEmpty, let year = name.birthYear { values.births = [BirthDate(year: year)] }
    values.births = Array(Set(values.births)).sorted()
    values.places = FieldValues.ordered(values.places)
    values.texts = Array(Set(values.texts)).sorted()
    values.identifiers = Array(Set(values.identifiers)).sorted()
    return values
  }

  /// When somebody was born of whom the row says how old he is: on the row's own date, else on the list's.
  private func birthsByAge(row: Int) -> [BirthDate] {
    guard columns.contains(where: { $0.kind == .age }) else { return [] }
    func cells(_ kind: FieldKind) -> [String] {
      columns.indices.filter { columns[$0].kind == kind }.map { text(row: row, column: $0) }
    }
    let date = cells(.event).lazy.flatMap { BirthDate.dates(in: $0) }.first ?? dateOfAges
    guard let date, let age = cells(.age).lazy.compactMap({ BirthDate.age(in: $0) }).first else {
      return []
    }
    return [BirthDate(age: age, on: date)]
  }

  /// Letters and digits, upper case.
  private static func plain(_ cell: String) -> String {
    String(
      String.UnicodeScalarView(cell.uppercased().unicodeScalars.filter(\.isLetterOrDigit)))
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

extension Unicode.Scalar {
  fileprivate var isLetterOrDigit: Bool {
    properties.isAlphabetic || properties.numericType == .decimal
  }
}

extension FieldValues {
  /// Places in an order of their own.
  static func ordered(_ places: some Sequence<[[UInt8]]>) -> [[[UInt8]]] {
    places.sorted { $0.lexicographicallyPrecedes($1) { $0.lexicographicallyPrecedes($1) } }
  }
}

/// The words by which lists say a person's gender (`gender-words.tsv`).
enum GenderWords {
  private static let words: [String: Gender] = {
    var words: [String: Gender] = [:]
    NameTable.genderWords.forEachRow { cells in
      guard cells.count >= 2 else { return }
      words[String(cells[0])] = cells[1] == "f" ? .female : cells[1] == "m" ? .male : nil
    }
    return words
  }()

  /// The gender that a cell names, in any of the languages of the table; `nil` where it names none.
  static func gender(of cell: String) -> Gender? {
    for word in Cleaning.words(of: cell) {
      if let gender = words[word.text] { return gender }
    }
    return nil
  }
}
