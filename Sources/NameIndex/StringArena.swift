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
}
