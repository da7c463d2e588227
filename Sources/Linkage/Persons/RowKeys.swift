/// The key of each row: a hash of the evidence in it, so that it survives re-numbering, re-ordering, new columns and a
/// status that moves on.
///
/// Rows of equal evidence are told apart by a count, in the order of their lists' names and of their rows.
struct RowKeys: Sendable {
  private var keys: [[UInt64]]

  /// The kinds that make a key, in the order in which they are hashed.
  private static let kinds: [FieldKind] = [
    .name, .surname, .given, .patronymic, .birth, .place, .gender, .identifier,
    .age, .alias,
  ]

  init(_ lists: [RecordList]) {
    keys = lists.map { list in
      let columns = Self.kinds.enumerated().flatMap { number, kind in
        list.columns.indices.filter { list.columns[$0].kind == kind }.map { (number, $0) }
      }
      return (0..<list.count).map { row in
        var hash = ContentHash()
        for (kind, column) in columns {
          let cell = list.cell(row: row, column: column)
          if cell.isEmpty { continue }
          hash.update(UInt8(kind))
          hash.update(cell)
          hash.update(0xff as UInt8)
        }
        return hash.finish()
      }
    }
    var seen: [UInt64: UInt64] = [:]
    for list in lists.indices.sorted(by: { lists[$0].name < lists[$1].name }) {
      for row in keys[list].indices {
        let content = keys[list][row]
        let repetition = seen[content] ?? 0
        seen[content] = repetition + 1
        if repetition > 0 {
          var hash = ContentHash()
          hash.update(content)
          hash.update(repetition)
          keys[list][row] = hash.finish()
        }
      }
    }
  }

  subscript(_ record: RecordID) -> UInt64 { keys[Int(record.list)][Int(record.row)] }

  /// How many rows each list has.
  var rowCounts: [Int] { keys.map(\.count) }

  /// The rows that decisions name, by their keys as written.
  func records(namedBy decisions: [PersonDecision]) -> [String: RecordID] {
    var named: [UInt64: String] = [:]
    for key in decisions.lazy.flatMap({ [$0.leftKey, $0.rightKey] }) {
      if let number = UInt64(key.dropFirst(), radix: 16), Self.text(number) == key {
        named[number] = key
      }
    }
    var records: [String: RecordID] = [:]
    if named.isEmpty { return records }
    for (list, rows) in keys.enumerated() {
      for (row, key) in rows.enumerated() {
        if let text = named[key] { records[text] = RecordID(list: list, row: row) }
      }
    }
    return records
  }

  /// A key as it is written; a letter in front, so that no spreadsheet takes it for a number.
  static func text(_ key: UInt64) -> String { "k" + key.hex }
}
