/// The best of several ratios, those that overlook more weighted less.
///
/// Strings of about one length: ``Indel`` at 1, ``TokenSortRatio`` and ``TokenSetRatio`` at 0.95. Where one is half as
/// long again or more: ``Indel`` at 1, ``PartialRatio`` at 0.9, and at 0.95 × 0.9 the partial ratio of the words in
/// order, which is 1 where a word is common to both; 0.6 takes the place of 0.9 where one is more than eight times as
/// long. 0 where a string is empty.
///
/// RapidFuzz's `WRatio`, in 0 to 1 where that has 0 to 100, and without a processor.
public struct WRatio: SimilarityMetric {
  /// A query's symbols and its words.
  public struct Query: Sendable {
    let pattern: Pattern
    let tokens: Tokens
  }

  private static let tokenWeight = 0.95

  public init() {}

  public func query(_ bytes: Span<UInt8>) -> Query {
    Query(pattern: Pattern(bytes), tokens: Tokens(bytes))
  }

  public func query(_ scalars: Span<UInt32>) -> Query {
    Query(pattern: Pattern(scalars), tokens: Tokens(scalars))
  }

  public func similarity(of query: Query, to candidate: Span<UInt8>, cutoff: Double) -> Double {
    let ratio = Indel().similarity(of: query.pattern, to: candidate, cutoff: 0)
    return best(ratio, query, candidate, cutoff)
  }

  public func similarity(of query: Query, to candidate: Span<UInt32>, cutoff: Double) -> Double {
    let ratio = Indel().similarity(of: query.pattern, to: candidate, cutoff: 0)
    return best(ratio, query, candidate, cutoff)
  }

  private func best(
    _ ratio: Double, _ query: Query, _ text: Span<some SymbolValue>, _ cutoff: Double
  ) -> Double {
    let left = query.pattern.count
    let right = text.count
    if left == 0 || right == 0 { return 0 }
    let tokens = Tokens(text)
    let stretch = Double(max(left, right)) / Double(min(left, right))
    var best = ratio
    if stretch < 1.5 {
      let sorted = Indel().similarity(
        of: Pattern(symbols: query.tokens.joined), to: tokens.joined.span, cutoff: 0)
      let set = TokenSetRatio().ratio(query.tokens.distinct, tokens.distinct)
      best = max(best, max(sorted, set) * Self.tokenWeight)
    } else {
      let weight = stretch <= 8 ? 0.9 : 0.6
      best = max(best, PartialRatio().best(query.pattern, text) * weight)
      best = max(best, partial(query.tokens, tokens) * Self.tokenWeight * weight)
    }
    return best >= cutoff ? best : 0
  }

  /// The better partial ratio of the words in order, all of them or each once.
  private func partial(_ left: Tokens, _ right: Tokens) -> Double {
    let (common, _) = left.parted(by: right)
    if !common.isEmpty { return 1 }
    return max(
      PartialRatio().best(Pattern(symbols: left.joined), right.joined.span),
      PartialRatio().best(Pattern(symbols: left.distinct.joined), right.distinct.joined.span))
  }
}
