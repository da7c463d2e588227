/// Strings of symbols one behind the other in one array, each known by its number.
package struct StringArena: Sendable {
  /// All strings run together.
  package private(set) var bytes: [UInt8] = []
  /// Where each string begins, and behind the last one where it ends.
  package private(set) var offsets: [UInt32] = [0]

  /// An arena without strings.
  package init() {}

  /// An arena of `strings`, numbered as they come.
  package init(_ strings: some Sequence<[UInt8]>) {
    for string in strings { append(string) }
  }

  /// The number of strings.
  package var count: Int { offsets.count - 1 }

  /// Adds a string; its number is the count before.
  package mutating func append(_ string: some Collection<UInt8>) {
    bytes.append(contentsOf: string)
    offsets.append(UInt32(bytes.count))
  }

  /// Where a string stands in `symbols`.
  @inlinable package func range(of string: UInt32) -> Range<Int> {
    Int(offsets[Int(string)])..<Int(offsets[Int(string) + 1])
  }

  /// A copy of a string.
  package subscript(string: UInt32) -> [UInt8] { Array(bytes[range(of: string)]) }

  /// Whether two of the strings are equal.
  package func areEqual(_ a: UInt32, _ b: UInt32) -> Bool {
    bytes[range(of: a)] == bytes[range(of: b)]
  }

  /// The numbers of the strings in lexicographic order, equal strings as they stand.
  ///
  /// The first eight bytes of each are at hand as one number, so that most comparisons look no further.
  /// - Complexity: O(strings × log strings).
  package func ascending() -> [UInt32] {
    let symbols = bytes.span
    var entries: [(beginning: UInt64, string: UInt32)] = []
    entries.reserveCapacity(count)
    for string in 0..<UInt32(count) {
      entries.append((Self.beginning(of: symbols.extracting(range(of: string))), string))
    }
    entries.sort { a, b in
      a.beginning != b.beginning ? a.beginning < b.beginning : precedes(a.string, b.string)
    }
    return entries.map(\.string)
  }

  /// The first eight bytes, the first in the highest, with zeros behind a shorter string.
  private static func beginning(of string: Span<UInt8>) -> UInt64 {
    var beginning: UInt64 = 0
    for place in 0..<8 {
      beginning = beginning << 8 | (place < string.count ? UInt64(string[place]) : 0)
    }
    return beginning
  }

  private func precedes(_ a: UInt32, _ b: UInt32) -> Bool {
    let (left, right) = (range(of: a), range(of: b))
    for place in 0..<min(left.count, right.count) {
      let (x, y) = (bytes[left.lowerBound + place], bytes[right.lowerBound + place])
      if x != y { return x < y }
    }
    return left.count != right.count ? left.count < right.count : a < b
  }
}
