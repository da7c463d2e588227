public import NameSimilarity

extension AlignmentTrie {
  /// All strings within `limit` of `query`, the nearest first, equally near ones in lexicographic order.
  ///
  /// For many queries `forEachMatch(of:from:limit:scratch:_:)` uses its room again.
  /// - Precondition: `query` is not longer than `longest`.
  public func matches(of query: [UInt8], within limit: Bits) -> [Match] {
    var scratch = Scratch()
    var found: [Match] = []
    forEachMatch(of: query, limit: limit.raw, scratch: &scratch) { found.append($0) }
    return found.sorted { ($0.cost, $0.string) < ($1.cost, $1.string) }
  }
}

extension AlignmentTrie.Match {
  /// The cost in bits.
  public var bits: Bits { Bits(raw: cost) }
}
