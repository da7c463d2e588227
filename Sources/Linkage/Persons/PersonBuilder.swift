internal import NameSimilarity
internal import NameText

/// Puts the rows of a person together.
struct PersonBuilder {
  let lists: [RecordList]
  let records: [RecordID]

  func person(id: String, belonging: Belonging) -> Person {
    let names = ranked(records.map(spelledName)).filter { !$0.isEmpty }
    let best = names.min { a, b in fullness(a) != fullness(b) ? fullness(a) > fullness(b) : false }
    let births = ranked(records.flatMap(births))
    let dates = births.flatMap { BirthDate.dates(in: $0) }
    let genders = ranked(
      records.flatMap { values($0, .gender) }.map { text in
        GenderWords.gender(of: text).map { $0 == .male ? "male" : "female" } ?? text
      })
    return Person(
      id: id, records: records, probabilities: belonging.probabilities, name: best ?? "",
      otherNames: distinct(names + ranked(records.flatMap(otherNames))).filter { $0 != best },
      births: ranked(births.map(Self.iso)),
      genders: genders, places: ranked(records.flatMap(places)),
      statuses: statuses(), sources: distinct(records.map { lists[Int($0.list)].name }),
      rows: records.map {
        "\(lists[Int($0.list)].name):\(lists[Int($0.list)].line(ofRow: Int($0.row)))"
      },
      weakestWeight: belonging.weakest, conflicts: conflicts(dates, genders))
  }

  private static func iso(_ text: String) -> String {
    let dates = BirthDate.dates(in: text)
    return dates.isEmpty ? text : dates.map(\.description).joined(separator: "; ")
  }

  /// The cells of a kind that hold something, blanks at their ends left out.
  private func values(_ record: RecordID, _ kind: FieldKind) -> [String] {
    let list = lists[Int(record.list)]
    return list.columns.indices.filter { list.columns[$0].kind == kind }.map {
      list.text(row: Int(record.row), column: $0).trimmed
    }.filter { !$0.isEmpty }
  }

  /// The name as it is spelled: surname, given name and patronymic where they have columns of their own.
  private func spelledName(_ record: RecordID) -> String {
    let parts = partsOfName(record)
    return parts.isEmpty ? wholeNames(record).first ?? "" : parts.joined(separator: " ")
  }

  private func partsOfName(_ record: RecordID) -> [String] {
    [FieldKind.surname, .given, .patronymic].flatMap { values(record, $0) }
  }

  /// The names in the column of names, without what else stands there.
  private func wholeNames(_ record: RecordID) -> [String] {
    values(record, .name).first.map(Self.names) ?? []
  }

  /// What the row says of the birth: in a column of births, else in the cell of the name.
  private func births(_ record: RecordID) -> [String] {
    let births = values(record, .birth)
    return births.isEmpty ? nameCell(record)?.text(of: .birth).map { [$0] } ?? [] : births
  }

  private func places(_ record: RecordID) -> [String] {
    let places = values(record, .place)
    return places.isEmpty ? nameCell(record)?.texts(of: .place) ?? [] : places
  }

  private func nameCell(_ record: RecordID) -> CellReading? {
    partsOfName(record).isEmpty ? values(record, .name).first.map { CellReading($0) } : nil
  }

  /// What else the row calls its person.
  private func otherNames(_ record: RecordID) -> [String] {
    (partsOfName(record).isEmpty ? Array(wholeNames(record).dropFirst()) : [])
      + values(record, .alias).flatMap(Self.names)
  }

  /// The names in a cell; the whole cell where it holds nothing else.
  private static func names(in cell: String) -> [String] {
    let reading = CellReading(cell)
    let spelling = reading.spelling
    if reading.isNameAlone || spelling.isEmpty { return [cell] }
    return [spelling] + reading.texts(of: .otherName)
  }

  /// Full words count before initials, then length.
  private func fullness(_ name: String) -> (Int, Int) {
    let words = Cleaning.words(of: name)
    return (words.filter { $0.text.unicodeScalars.count > 1 }.count, name.unicodeScalars.count)
  }

  /// Distinct values, the most frequent first, then in the order of their letters.
  private func ranked(_ values: [String]) -> [String] {
    var counts: [String: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.sorted {
      $0.value != $1.value
        ? $0.value > $1.value : $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
    }.map(\.key)
  }

  private func distinct(_ values: [String]) -> [String] {
    values.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// `status (source, date)`, in the order of the dates, undated ones last.
  private func statuses() -> [String] {
    var found: [(date: BirthDate?, text: String)] = []
    for record in records {
      let source = lists[Int(record.list)].name
      let date = values(record, .event).flatMap { BirthDate.dates(in: $0) }.first
      for status in values(record, .status) {
        let text = "\(status) (\(source)\(date.map { ", " + $0.description } ?? ""))"
        if !found.contains(where: { $0.text == text }) { found.append((date, text)) }
      }
    }
    return found.sorted { a, b in
      switch (a.date, b.date) {
      case (let x?, let y?) where x != y: x < y
      case (.some, nil): true
      case (nil, .some): false
      default: a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
      }
    }.map(\.text)
  }

  private func conflicts(_ dates: [BirthDate], _ genders: [String]) -> [String] {
    var conflicts: [String] = []
    let full = Set(dates.filter(\.isFull))
    let disagree = dates.contains { x in dates.contains { !x.years.overlaps($0.years) } }
    if disagree || full.count > 1 { conflicts.append("birth") }
    if Set(genders).count > 1 { conflicts.append("gender") }
    return conflicts
  }
}

extension String {
  /// Without blanks at its ends.
  var trimmed: String {
    var scalars = Substring(self).unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
