/// How much of everything a list may have: beyond that it is an attack or a mistake, and not a list of people.
public struct ReadLimits: Sendable, Hashable {
  /// Bytes of a cell, as UTF-8.
  public var cell = 1 << 20
  /// Bytes of a row with everything in it, as UTF-8.
  public var line = 16 << 20
  /// Cells of a row.
  public var columns = 4_096
  /// How many times as large as the file what a gzip archive holds may be; 16 MiB are never too much.
  public var inflation = 100
  /// How many times as large as its file a workbook may become.
  public var workbookInflation = 100
  /// Bytes that all parts of a workbook may inflate to.
  public var inflated = 1 << 30
  /// Entries of the archive that a workbook is.
  public var entries = 10_000

  /// The limits that hold where nothing else is said.
  public init() {}

  /// The limit of a subject.
  subscript(subject: Subject) -> Int {
    switch subject {
    case .cell: cell
    case .line: line
    case .columns: columns
    case .inflation: inflation
    case .workbookInflation: workbookInflation
    case .inflated: inflated
    case .entries: entries
    }
  }

  /// What can be too large, with the option that raises its limit.
  public enum Subject: String, Sendable, Hashable {
    case cell = "--max-cell"
    case line = "--max-line"
    case columns = "--max-columns"
    case inflation = "--max-inflation"
    case workbookInflation = "--max-workbook-inflation"
    case inflated = "--max-inflated"
    case entries = "--max-entries"

    func sentence(limit: Int) -> String {
      switch self {
      case .cell: "the cell is longer than \(limit) bytes (\(rawValue))"
      case .line: "the row is longer than \(limit) bytes (\(rawValue))"
      case .columns: "the row has more than \(limit) cells (\(rawValue))"
      case .inflation: "the archive holds more than \(limit) times its size (\(rawValue))"
      case .workbookInflation:
        "the workbook inflates to more than \(limit) times its size (\(rawValue))"
      case .inflated: "the file inflates to more than \(limit) bytes (\(rawValue))"
      case .entries: "the archive has more than \(limit) entries (\(rawValue))"
      }
    }
  }
}
