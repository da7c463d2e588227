/// Jaro's similarity: symbols that both strings have near the same place, less those in another order.
///
/// Two strings without any symbol are alike (1), as in RapidFuzz's `Jaro.similarity`; jellyfish's `jaro_similarity`
/// says 0.
/// - Complexity: O(left + right) up to 64 symbols a side, O(left × right) beyond.
public struct Jaro: SimilarityMetric {
  public init() {}

  public func query(_ bytes: Span<UInt8>) -> Pattern { Pattern(bytes) }
  public func query(_ scalars: Span<UInt32>) -> Pattern { Pattern(scalars) }

  public func similarity(of query: Pattern, to candidate: Span<UInt8>, cutoff: Double) -> Double {
    let similarity = Agreement(query, candidate).jaro
    return similarity >= cutoff ? similarity : 0
  }

  public func similarity(of query: Pattern, to candidate: Span<UInt32>, cutoff: Double) -> Double {
    let similarity = Agreement(query, candidate).jaro
    return similarity >= cutoff ? similarity : 0
  }
}
