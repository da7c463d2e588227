/// A row of one of the lists: which list, which row of it, both from 0.
public struct RecordID: Sendable, Hashable, Comparable {
  /// The number of the list.
  public var list: Int32
  /// The number of the row in its list, from 0.
  public var row: Int32

  /// A row of a list.
  public init(list: Int, row: Int) {
    self.list = Int32(list)
    self.row = Int32(row)
  }

  public static func < (a: RecordID, b: RecordID) -> Bool { (a.list, a.row) < (b.list, b.row) }
}
