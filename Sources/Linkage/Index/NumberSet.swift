/// A set of numbers of an index, a bit each: to be emptied by taking out what was put in.
struct NumberSet: Sendable {
  private var words: [UInt64]
  private let limit: Int

  /// An empty set of numbers below a limit.
  init(below limit: Int) {
    self.limit = limit
    words = [UInt64](repeating: 0, count: (limit + 63) / 64)
  }

  /// Whether the number was not there before.
  /// - Throws: `IndexError.damaged` where there are not so many.
  @inline(__always)
  mutating func insert(_ number: UInt32) throws(IndexError) -> Bool {
    guard Int(number) < limit else { throw .damaged }
    let bit: UInt64 = 1 << UInt64(number & 63)
    let place = Int(number >> 6)
    if words[place] & bit != 0 { return false }
    words[place] |= bit
    return true
  }

  mutating func remove(_ number: UInt32) { words[Int(number >> 6)] &= ~(1 << UInt64(number & 63)) }

  @inline(__always)
  func contains(_ number: UInt32) -> Bool {
    Int(number) < limit && words[Int(number >> 6)] & 1 << UInt64(number & 63) != 0
  }
}
