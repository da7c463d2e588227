/// How much a spreadsheet may unpack to before it is taken for an attack. Nothing of it is ever unpacked to the disk.
public struct SpreadsheetLimits: Sendable, Hashable {
  /// How many bytes a byte of the file may become.
  public var inflation = 100
  /// How many bytes the whole file may become.
  public var inflatedBytes = 1 << 30
  /// How many entries the archive may have.
  public var entries = 10_000
  /// How many bytes a cell may have.
  public var cellBytes = 1 << 20
  /// How many columns may hold something.
  public var columns = 4_096

  /// What no honest list exceeds.
  public init() {}
}
