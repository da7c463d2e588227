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

  /// The limits that hold where nothing else is said.
  public init() {}

  /// What can be too large, with the option that raises its limit.
  public enum Subject: String, Sendable, Hashable {
    case cell = "--max-cell"
    case line = "--max-line"
    case columns = "--max-columns"
    case inflation = "--max-inflation"

    func sentence(limit: Int) -> String {
      switch self {
      case .cell: "the cell is longer than \(limit) bytes (\(rawValue))"
      case .line: "the row is longer than \(limit) bytes (\(rawValue))"
      case .columns: "the row has more than \(limit) cells (\(rawValue))"
      case .inflation: "the archive holds more than \(limit) times its size (\(rawValue))"
      }
    }
  }
}
