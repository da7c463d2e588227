internal import NameTables
internal import NameText

/// What a row says, read from its cells by their kinds.
struct FieldValues: Sendable, Hashable {
  var births: [BirthDate] = []
  /// For each column of places the words as coarse phonemic keys, ascending, each once, and the towns and regions that
  /// these may be (`Regions`).
  var places: [[[UInt8]]] = []
  /// Other cells, letters and digits only, upper case; ascending.
  var texts: [String] = []
  var gender: Gender?
  /// Letters and digits only, upper case; ascending.
  var identifiers: [String] = []
}

extension RecordList {
  /// The evidence beside the name.
  func fieldValues(row: Int, names: RowNames) -> FieldValues {
    var values = FieldValues()
    for column in columns.indices {
      switch columns[column].kind {
      case .birth:
        values.births += births(
          in: text(row: row, column: column), row: row, columns[column].dates)
      case .place:
        let words = Self.placeWords(text(row: row, column: column))
        if !words.isEmpty { values.places.append(words) }
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
    // What stands in the cell of the name counts where no column of its own says it.
    if values.births.isEmpty, let birth = names.birth {
      values.births = births(in: birth, row: row)
    }
    if values.places.isEmpty {
      values.places = names.places.map(Self.placeWords).filter { !$0.isEmpty }
    }
    values.births = Array(Set(values.births)).sorted()
    values.places = FieldValues.ordered(values.places)
    values.texts = Array(Set(values.texts)).sorted()
    values.identifiers = Array(Set(values.identifiers)).sorted()
    return values
  }

  /// The words of a place as coarse keys, as they are spelled and as they may be read, with the towns that it may be and
  /// the regions it lies in, ascending, each once.
  private static func placeWords(_ cell: String) -> [[UInt8]] {
    let words = Cleaning.words(of: cell).flatMap { word in
      ([Phonemes.symbols(of: word.text)] + Phonemes.readings(of: word.text)).map(Phonemes.coarse)
    }
    let known = Set(words.filter { !$0.isEmpty })
    return known.isEmpty
      ? [] : Regions.adding(to: known).sorted { $0.lexicographicallyPrecedes($1) }
  }

  // MARK: Births

  private func births(in cell: String, row: Int, _ style: DateStyle = DateStyle()) -> [BirthDate] {
    let dates = BirthDate.dates(in: cell, style: style)
    if !dates.isEmpty || cell.isEmpty { return dates }
    return BirthDate.dates(in: cell, asOf: ageReference(row: row), style: style)
  }

  /// When an age in this row was true: on the day of what happened, else on that of the list.
  private func ageReference(row: Int) -> BirthDate? { eventDate(row: row) ?? dateOfAges }

  /// When what the row tells of happened; `nil` where it does not say.
  func eventDate(row: Int) -> BirthDate? {
    for column in columns.indices where columns[column].kind == .event {
      let cell = text(row: row, column: column)
      if let date = BirthDate.dates(in: cell, style: columns[column].dates).first { return date }
    }
    return nil
  }

  /// When somebody was born of whom the row says how old he is.
  func birthsByAge(row: Int) -> [BirthDate] {
    let ages = columns.indices.lazy.filter { columns[$0].kind == .age }
      .compactMap { BirthDate.age(in: text(row: row, column: $0)) }
    guard let age = ages.first, let date = ageReference(row: row) else { return [] }
    return [BirthDate(age: age, on: date)]
  }

  /// Letters and digits, upper case.
  private static func plain(_ cell: String) -> String {
    String(
      String.UnicodeScalarView(cell.uppercased().unicodeScalars.filter(\.isLetterOrDigit)))
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
