/// Rows of numbers in two flat arrays, as an index keeps them.
enum CompressedRows {
  /// For each key the items that `forEach` yields with it, in their order; it is walked twice, and must yield the same both
  /// times.
  static func of(
    keyCount: Int, _ forEach: (_ yield: (_ key: UInt32, _ item: UInt32) -> Void) -> Void
  ) -> (starts: [UInt32], items: [UInt32]) {
    var starts = [UInt32](repeating: 0, count: keyCount + 1)
    forEach { key, _ in starts[Int(key) + 1] += 1 }
    for key in 0..<keyCount { starts[key + 1] += starts[key] }
    var ends = starts
    var items = [UInt32](repeating: 0, count: Int(starts[keyCount]))
    forEach { key, item in
      items[Int(ends[Int(key)])] = item
      ends[Int(key)] += 1
    }
    return (starts, items)
  }
}
