public import Linkage

/// Input rows with the person each of them belongs to, every cell untouched.
///
/// Columns of several lists are joined by name, in the order in which they first appear. A column
/// that bears one of our own names gets the suffix `_input`; cells beyond the last column of
/// their list stand in `extra_1`, `extra_2` …
public struct RowsTable: Sendable {
  /// Where the person stands.
  public enum Layout: Sendable, Hashable {
    /// `source,line,person_id,person_probability`, then the input's columns.
    case merged
    /// The input's columns, then `person_id,person_probability`.
    case deduplicated
  }

  /// The header.
  public let columns: [String]

  private let lists: [RecordList]
  private let layout: Layout
  /// For each list, which of its columns stands in each joined column.
  private let sources: [[Int?]]
  private let extraCount: Int

  /// The rows of `lists`.
  public init(_ lists: [RecordList], layout: Layout) {
    self.lists = lists
    self.layout = layout
    extraCount = lists.map(\.widestExcess).max() ?? 0

    var joined: [JoinedColumn] = []
    var places: [JoinedColumn: Int] = [:]
    let sources = lists.map { list in
      var own: [Int: Int] = [:]
      for (index, column) in list.joinedColumns.enumerated() {
        if places[column] == nil {
          places[column] = joined.count
          joined.append(column)
        }
        own[places[column]!] = index
      }
      return own
    }
    self.sources = sources.map { list in joined.indices.map { list[$0] } }

    let persons = ["person_id", "person_probability"]
    let extras = (0..<extraCount).map { "extra_\($0 + 1)" }
    let before = layout == .merged ? ["source", "line"] + persons : []
    let after = extras + (layout == .deduplicated ? persons : [])
    columns = before + Self.renamed(joined.map(\.name), avoiding: Set(before + after)) + after
  }

  /// Writes the rows, in order; `person` gives the person of a row and the probability that the row belongs to it.
  /// - Complexity: O(rows × columns).
  public func write(
    to writer: inout TableWriter,
    person: (_ list: Int, _ row: Int) -> (id: String, probability: String)
  ) throws(OutputError) {
    for (index, list) in lists.enumerated() {
      for row in 0..<list.count {
        let (id, probability) = person(index, row)
        if layout == .merged {
          writer.append(list.name)
          writer.append(number: String(list.line(ofRow: row)))
          writer.append(id)
          writer.append(number: probability)
        }
        let extras = (0..<extraCount).map { list.columns.count + $0 }
        for column in sources[index] + extras {
          guard let column else {
            writer.append(bytes: [])
            continue
          }
          writer.append(
            bytes: list.cell(row: row, column: column), as: list.form(row: row, column: column))
        }
        if layout == .deduplicated {
          writer.append(id)
          writer.append(number: probability)
        }
        try writer.endRow()
      }
    }
  }

  /// Writes the rows with the persons of `roll`, which is of the same lists.
  public func write(personsOf roll: Roll, to writer: inout TableWriter) throws(OutputError) {
    try write(to: &writer) { list, row in
      let (person, probability) = roll.person(ofList: list, row: row)
      return (person.id, probability.fourDecimals)
    }
  }

  private static func renamed(_ names: [String], avoiding own: Set<String>) -> [String] {
    var taken = own.union(names)
    return names.map { name in
      guard own.contains(name) else { return name }
      var new = "\(name)_input"
      while !taken.insert(new).inserted { new += "_input" }
      return new
    }
  }
}

/// A column of the joined table: two columns of one list may have the same name.
private struct JoinedColumn: Hashable {
  var name: String
  var occurrence: Int
}

extension RecordList {
  fileprivate var joinedColumns: [JoinedColumn] {
    var seen: [String: Int] = [:]
    return columns.map { column in
      seen[column.name, default: 0] += 1
      return JoinedColumn(name: column.name, occurrence: seen[column.name, default: 0])
    }
  }

  /// How many cells the longest row has beyond the last column.
  fileprivate var widestExcess: Int {
    max(0, (0..<count).lazy.map { cellCount(ofRow: $0) - columns.count }.max() ?? 0)
  }
}
