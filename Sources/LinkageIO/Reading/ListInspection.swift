public import Linkage

/// What a list was taken for: its form, its columns with masked samples, how many rows it has and what is wrong.
///
/// ```swift
/// let inspection = try ListInspection(of: "detained.csv")
/// for column in inspection.columns { print(column.name, column.kind, column.samples) }
/// ```
public struct ListInspection: Sendable {
  /// A column and what stands in it.
  public struct Column: Sendable, Hashable {
    /// The header.
    public var name: String
    /// What the column was taken for.
    public var kind: FieldKind
    /// How many rows have something in it.
    public var filled = 0
    /// The first different cells, letters and digits masked.
    public var samples: [String] = []
  }

  /// Problems of one kind.
  public struct ProblemCount: Sendable, Hashable {
    /// What is wrong, without figures.
    public var reason: String
    public var count: Int
    /// The first line with it.
    public var firstLine: Int
  }

  /// How the list stands in its file.
  public private(set) var facts: ListFacts
  /// The columns in their order.
  public private(set) var columns: [Column]
  /// The number of rows, the header not counted.
  public private(set) var rows = 0
  /// What could not be read as it should be, the most frequent first.
  public private(set) var problems: [ProblemCount] = []

  private static let mostSamples = 3
  /// Of more cells, masked, hardly any is a new sample.
  private static let mostLookedAt = 1_000

  /// Looks at the list in the file at `path`; it need not have names.
  /// - Throws: `ListError`, when there is no list to speak of.
  /// - Complexity: O(bytes), in little memory where the list is delimited text.
  public init(of path: String, options: ReadOptions = ReadOptions()) throws(ListError) {
    var options = options
    options.needsName = false
    options.reportsNameless = true
    var reader = try ListReader(path: path, options: options)
    facts = reader.facts
    columns = reader.columns.map { Column(name: $0.name, kind: $0.kind) }
    var counts: [String: ProblemCount] = [:]
    var batch = ListRows()
    while try reader.read(into: &batch) {
      rows += batch.count
      look(at: batch.cells)
      for problem in batch.problems {
        let reason = String(problem.reason.prefix { $0 != ":" })
        counts[reason, default: ProblemCount(reason: reason, count: 0, firstLine: problem.line)]
          .count += 1
      }
      batch.removeAll()
    }
    facts = reader.facts
    problems = counts.values.sorted {
      ($1.count, $0.firstLine, $0.reason) < ($0.count, $1.firstLine, $1.reason)
    }
  }

  private mutating func look(at cells: RecordCells) {
    for row in cells.lines.indices {
      for column in columns.indices {
        let cell = cells.cell(row: row, column: column)
        if cell.isEmpty { continue }
        columns[column].filled += 1
        guard columns[column].samples.count < Self.mostSamples,
          columns[column].filled <= Self.mostLookedAt
        else { continue }
        let sample = Masking.masked(cell)
        if !columns[column].samples.contains(sample) { columns[column].samples.append(sample) }
      }
    }
  }
}
