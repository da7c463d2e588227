public import Linkage
public import NameText

/// The names of a list, read and written in the systems asked for, a row each.
///
/// `line,name,cleaned,surname,given,patronymic,other,gender,gender_reason,birth_year,script,language,key,readings,
/// coarse_key`, then a column for each system. Where a request leaves open which system it is (`bgn-pcgn`), or the
/// way to it goes through others, the column after it names those that were used.
public struct NormalizedTable: Sendable {
  /// The header.
  public let columns: [String]
  /// How many names have a cell that could not be filled because their alphabet is not known.
  public private(set) var unrendered = 0

  private let list: RecordList
  private var renderer: NameRenderer
  private var tally = LanguageTally()

  public init(_ list: RecordList, renderer: NameRenderer) {
    self.list = list
    self.renderer = renderer
    columns =
      [
        "line", "name", "cleaned", "surname", "given", "patronymic", "other", "gender",
        "gender_reason", "birth_year", "script", "language", "key", "readings", "coarse_key",
      ] + renderer.requests.flatMap { [$0, "\($0)_system"] }
  }

  /// Writes the rows, in the order of the list.
  ///
  /// Whose name one is that its letters leave open is decided by the other names of the list.
  /// - Complexity: O(letters); each name is read twice.
  public mutating func write(to writer: inout TableWriter) throws(OutputError) {
    for row in 0..<list.count { count(row: row) }
    for row in 0..<list.count {
      let cells = list.nameCells(row: row)
      let reading = NameReading(of: cells)
      writer.append(number: String(list.line(ofRow: row)))
      writer.append(cells.map(\.text).joined(separator: " "))
      appendParts(of: reading, to: &writer)
      appendSounds(of: reading, to: &writer)
      appendRenderings(of: reading, to: &writer)
      try writer.endRow()
    }
  }

  private mutating func count(row: Int) {
    let reading = NameReading(of: list.nameCells(row: row))
    switch reading.scripts {
    case [.cyrillic]: tally.count(cyrillic: reading.spelling)
    case [.latin]: tally.count(latin: reading.spelling)
    default: break
    }
  }

  private func appendParts(of reading: NameReading, to writer: inout TableWriter) {
    writer.append(reading.spelling)
    for role in [Role.surname, .given, .patronymic] { writer.append(reading.text(of: role) ?? "") }
    let others = [Role.initial, .unknown, .particle, .title, .nickname].compactMap { role in
      reading.text(of: role).map { "\(role) \($0)" }
    }
    writer.append(others.joined(separator: "; "))
    writer.append(reading.name.gender.map { $0 == .male ? "male" : "female" } ?? "")
    writer.append(reading.genderReason)
    if let year = reading.name.birthYear {
      writer.append(number: String(year))
    } else {
      writer.append("")
    }
  }

  private func appendSounds(of reading: NameReading, to writer: inout TableWriter) {
    writer.append(reading.scripts.map { "\($0)" }.joined(separator: "+"))
    writer.append(
      reading.scripts.isEmpty ? "" : renderer.language(of: reading.spelling, in: tally) ?? "")
    writer.append(reading.key)
    writer.append(reading.readings)
    writer.append(reading.coarseKey)
  }

  private mutating func appendRenderings(of reading: NameReading, to writer: inout TableWriter) {
    let renderings = renderer.renderings(of: reading.spelling, in: tally)
    if !reading.scripts.isEmpty, renderings.contains(nil) { unrendered += 1 }
    for rendering in renderings {
      writer.append(reading.scripts.isEmpty ? "" : rendering?.text ?? "")
      writer.append(
        reading.scripts.isEmpty ? "" : rendering?.systems.joined(separator: " > ") ?? "")
    }
  }
}
