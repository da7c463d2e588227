/// Tells most words that a set does not have from those that it may have, before the set is asked: to ask a dictionary of
/// strings takes ten times as long.
///
/// A Bloom filter with one bit a word, by a few of its bytes. Words are cleaned, so equal ones have the same bytes.
struct WordFilter: Sendable {
  private var bits = [UInt64](repeating: 0, count: 256)

  /// Notes a word of the set.
  mutating func insert(_ word: String) {
    let place = Self.place(of: word)
    bits[place >> 6] |= 1 << UInt64(place & 63)
  }

  /// False for no word of the set.
  func mayContain(_ word: String) -> Bool {
    let place = Self.place(of: word)
    return bits[place >> 6] >> UInt64(place & 63) & 1 == 1
  }

  /// A number below 2¹⁴ made of the length, the first two bytes, the last two, and one between.
  private static func place(of word: String) -> Int {
    let bytes = word.utf8Span.span
    let count = bytes.count
    if count == 0 { return 0 }
    var hash = UInt32(truncatingIfNeeded: count)
    func take(_ place: Int) { hash = (hash ^ UInt32(bytes[place])) &* 0x9E37_79B1 }
    take(0)
    take(min(1, count - 1))
    take(count / 2)
    take(max(0, count - 2))
    take(count - 1)
    return Int(hash >> 18)
  }
}
