/// The number of places at which two strings differ; places that only the longer one has all do.
///
/// RapidFuzz's `Hamming.distance` with its padding, jellyfish's `hamming_distance`.
/// - Complexity: O(the longer length).
public struct Hamming: EditDistance {
  public init() {}

  public func mostEdits(_ left: Int, _ right: Int) -> Int { max(left, right) }

  public func distance(of query: Pattern, to candidate: Span<UInt8>, cutoff: Int) -> Int {
    edits(query.symbols, candidate, cutoff)
  }

  public func distance(of query: Pattern, to candidate: Span<UInt32>, cutoff: Int) -> Int {
    edits(query.symbols, candidate, cutoff)
  }

  private func edits(_ left: [UInt32], _ right: Span<some SymbolValue>, _ cutoff: Int) -> Int {
    var edits = abs(left.count - right.count)
    for place in 0..<min(left.count, right.count)
    where left[place] != UInt32(truncatingIfNeeded: right[place]) { edits += 1 }
    return held(edits, cutoff)
  }
}
