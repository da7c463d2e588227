/// Some words of a name by their numbers or places, a bit each: no name has more than 64. A sequence of them, ascending.
struct WordSet: Sequence, IteratorProtocol {
  private var bits: UInt64 = 0

  init() {}

  /// The first `count`.
  init(first count: Int) { bits = count == UInt64.bitWidth ? .max : 1 << UInt64(count) - 1 }

  var isEmpty: Bool { bits == 0 }
  func contains(_ word: Int) -> Bool { bits >> UInt64(word) & 1 == 1 }
  mutating func insert(_ word: Int) { bits |= 1 << UInt64(word) }
  mutating func remove(_ word: Int) { bits &= ~(1 << UInt64(word)) }
  mutating func formUnion(_ other: WordSet) { bits |= other.bits }
  mutating func formIntersection(_ other: WordSet) { bits &= other.bits }

  mutating func next() -> Int? {
    if isEmpty { return nil }
    defer { bits &= bits - 1 }
    return bits.trailingZeroBitCount
  }
}
