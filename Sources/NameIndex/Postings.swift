/// For each key the ascending list of the items that have it, in two flat arrays (compressed sparse rows).
package struct Postings: Sendable {
  private var starts: [UInt32]
  private var items: [UInt32]

  /// Postings of `keyCount` keys from pairs that `forEach` yields; it is walked twice and must yield the same pairs
  /// both times, items ascending.
  /// - Complexity: O(keys + pairs).
  package init(keyCount: Int, _ forEach: (_ yield: (_ key: UInt32, _ item: UInt32) -> Void) -> Void)
  {
    var starts = [UInt32](repeating: 0, count: keyCount + 1)
    forEach { key, _ in starts[Int(key) + 1] += 1 }
    for key in 0..<keyCount { starts[key + 1] += starts[key] }
    var items = [UInt32](repeating: 0, count: Int(starts[keyCount]))
    var ends = starts
    forEach { key, item in
      items[Int(ends[Int(key)])] = item
      ends[Int(key)] += 1
    }
    self.starts = starts
    self.items = items
  }

  /// The items of a key, ascending.
  package subscript(key: UInt32) -> ArraySlice<UInt32> {
    items[Int(starts[Int(key)])..<Int(starts[Int(key) + 1])]
  }
}
