/// A row of one of the lists: which list, which row of it, both from 0.
public struct RecordID: Sendable, Hashable, Comparable {
  public var list: Int32
  public var row: Int32

  public init(list: Int, row: Int) {
    self.list = Int32(list)
    self.row = Int32(row)
  }

  public static func < (a: RecordID, b: RecordID) -> Bool { (a.list, a.row) < (b.list, b.row) }
}
