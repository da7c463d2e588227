/// The similarity of two strings with their words put in order: of ``Indel``, on the words sorted and joined by blanks.
///
/// ```swift
/// TokenSortRatio().similarity("Щукин Аркадий", "Аркадий Щукин")   // 1
/// ```
///
/// RapidFuzz's `token_sort_ratio`, in 0 to 1 where that has 0 to 100.
public struct TokenSortRatio: SimilarityMetric {
  public init() {}

  public func query(_ bytes: Span<UInt8>) -> Pattern { Pattern(symbols: Tokens(bytes).joined) }
  public func query(_ scalars: Span<UInt32>) -> Pattern { Pattern(symbols: Tokens(scalars).joined) }

  public func similarity(of query: Pattern, to candidate: Span<UInt8>, cutoff: Double) -> Double {
    Indel().similarity(of: query, to: Tokens(candidate).joined.span, cutoff: cutoff)
  }

  public func similarity(of query: Pattern, to candidate: Span<UInt32>, cutoff: Double) -> Double {
    Indel().similarity(of: query, to: Tokens(candidate).joined.span, cutoff: cutoff)
  }
}
