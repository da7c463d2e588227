internal import NameSimilarity
internal import NameText

/// Puts the rows of a person together.
struct PersonBuilder {
  let lists: [RecordList]
  let records: [RecordID]

  func person(id: String, belonging: Belonging) -> Person {
    let rows = records.map { SpelledRow(lists[Int($0.list)], row: Int($0.row)) }
    let names = ranked(rows.map(\.name)).filter { !$0.isEmpty }
    let best = fullest(of: names)
    let births = ranked(rows.flatMap(\.births)).map { ($0, BirthDate.dates(in: $0)) }
    let genders = ranked(
      records.flatMap { values($0, .gender) }.map { text in
        GenderWords.gender(of: text).map { $0 == .male ? "male" : "female" } ?? text
      })
    return Person(
      id: id, records: records, probabilities: belonging.probabilities, name: best ?? "",
      otherNames: distinct(names + ranked(rows.flatMap(\.otherNames))).filter { $0 != best },
      births: ranked(births.map { Self.iso($0, dates: $1) }),
      genders: genders, places: ranked(rows.flatMap(\.places)),
      statuses: statuses(), sources: distinct(records.map { lists[Int($0.list)].name }),
      rows: records.map {
        "\(lists[Int($0.list)].name):\(lists[Int($0.list)].line(ofRow: Int($0.row)))"
      },
      weakestWeight: belonging.weakest, conflicts: conflicts(births.flatMap(\.1), genders))
  }

  private static func iso(_ text: String, dates: [BirthDate]) -> String {
    dates.isEmpty ? text : dates.map(\.description).joined(separator: "; ")
  }

  private func values(_ record: RecordID, _ kind: FieldKind) -> [String] {
    lists[Int(record.list)].values(row: Int(record.row), kind)
  }

  /// The fullest of some names, the first of several.
  private func fullest(of names: [String]) -> String? {
    if names.count < 2 { return names.first }
    return names.map { (name: $0, fullness: fullness($0)) }.min { $0.fullness > $1.fullness }?.name
  }

  /// Full words count before initials and words cut short, then length.
  private func fullness(_ name: String) -> (Int, Int) {
    let words = Cleaning.words(of: name)
    let full = words.count { $0.text.unicodeScalars.count > 1 && !$0.endsWithPeriod }
    return (full, name.unicodeScalars.count)
  }

  /// Distinct values, the most frequent first, then in the order of their letters.
  private func ranked(_ values: [String]) -> [String] {
    // Most people stand in one row.
    if values.count < 2 { return values }
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
      let date = lists[Int(record.list)].eventDate(row: Int(record.row))
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
    guard scalars.first?.isBlank == true || scalars.last?.isBlank == true else { return self }
    while let first = scalars.first, first.isBlank { scalars.removeFirst() }
    while let last = scalars.last, last.isBlank { scalars.removeLast() }
    return String(scalars)
  }
}

extension Unicode.Scalar {
  /// Whether it is white space; of letters nothing has to be looked up.
  var isBlank: Bool {
    switch value {
    case 0x21..<0x80, 0x400..<0x530: false
    default: properties.isWhitespace
    }
  }
}
