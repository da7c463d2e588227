public import Linkage

/// What is known of a list before it is read. The defaults find everything out from the file.
public struct ReadOptions: Sendable {
  /// Whether quotes enclose cells.
  public enum Quoting: String, Sendable, Hashable, CaseIterable {
    /// Found out from the file.
    case auto
    /// A cell may stand in double quotes, as in RFC 4180.
    case quoted
    /// Each `"` is literal.
    case raw
  }

  /// Whether the first row names the columns.
  public enum Header: String, Sendable, Hashable, CaseIterable {
    case auto, yes, no
  }

  /// How text stands in the file; `nil` to find it out.
  public var encoding: TextEncoding?
  /// The byte between two cells; `nil` to find it out.
  public var delimiter: UInt8?
  /// Found out where it is `auto`.
  public var quoting = Quoting.auto
  /// Found out where it is `auto`.
  public var header = Header.auto
  /// Kinds given by the user; they win over what the header says.
  public var kinds: [(column: String, kind: FieldKind)] = []
  /// The source's name; `nil` for the file's name without folder and extension.
  public var name: String?
  /// The sheet of a workbook, by its name or its number from 1; `nil` for the one that looks most like a list.
  public var sheet: String?
  /// Whether a list without a column of names is an error. Tables of pairs or clusters have none.
  public var needsName = true

  /// How large everything may be.
  public var limits = ReadLimits()
  /// Whether what is over a limit is a problem of its row, and not an error that ends the reading.
  public var bearsExcess = false
  /// Whether each problem keeps the row as it stands in the file.
  public var keepsRawRows = false

  /// Whether rows that name nobody are problems although the list need not have names.
  public var reportsNameless = false

  /// Everything is found out.
  public init() {}
}
