/// The similarity of the shorter string to the part of the longer one that is most like it: the best ``Indel``
/// similarity over all parts of the shorter one's length, and over shorter parts at both ends.
///
/// ```swift
/// PartialRatio().similarity("Щукин", "г-н Щукин, Нукус")   // 1
/// ```
///
/// RapidFuzz's `partial_ratio`, in 0 to 1 where that has 0 to 100.
/// - Complexity: O(⌈shorter / 64⌉ × shorter × longer).
public struct PartialRatio: SimilarityMetric {
  public init() {}

  public func query(_ bytes: Span<UInt8>) -> Pattern { Pattern(bytes) }
  public func query(_ scalars: Span<UInt32>) -> Pattern { Pattern(scalars) }

  public func similarity(of query: Pattern, to candidate: Span<UInt8>, cutoff: Double) -> Double {
    let best = best(query, candidate)
    return best >= cutoff ? best : 0
  }

  public func similarity(of query: Pattern, to candidate: Span<UInt32>, cutoff: Double) -> Double {
    let best = best(query, candidate)
    return best >= cutoff ? best : 0
  }

  func best(_ query: Pattern, _ text: Span<some SymbolValue>) -> Double {
    if query.count == 0 || text.count == 0 { return query.count == text.count ? 1 : 0 }
    var best = 0.0
    if query.count <= text.count { best = inside(query, text) }
    if query.count >= text.count, best < 1 {
      best = max(best, inside(Pattern(text), query.symbols.span))
    }
    return best
  }

  /// The best similarity of `short` to a part of `long`, which is no shorter.
  private func inside(_ short: Pattern, _ long: Span<some SymbolValue>) -> Double {
    var best = 0.0
    for end in 1..<(long.count + short.count) {
      let part = max(0, end - short.count)..<min(end, long.count)
      let most = 2 * min(short.count, part.count)
      let length = short.count + part.count
      if Double(most) / Double(length) <= best { continue }
      let common = short.longestSubsequence(of: long.extracting(part))
      best = max(best, Double(2 * common) / Double(length))
      if best == 1 { break }
    }
    return best
  }
}
