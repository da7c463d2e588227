/// A metric with one string prepared, to be compared with many.
///
/// It says the same as the metric does for each pair, and leaves out what need be done only once.
public struct PreparedMetric<Metric: SimilarityMetric>: Sendable {
  public let metric: Metric
  let query: Metric.Query

  /// The similarity to a string of bytes, 0 to 1; 0 where it is below `cutoff`.
  public func similarity(_ candidate: Span<UInt8>, cutoff: Double = 0) -> Double {
    metric.similarity(of: query, to: candidate, cutoff: cutoff)
  }

  /// The similarity to a text by its scalars, 0 to 1; 0 where it is below `cutoff`.
  public func similarity(_ candidate: String, cutoff: Double = 0) -> Double {
    candidate.withSymbols(
      bytes: { metric.similarity(of: query, to: $0, cutoff: cutoff) },
      scalars: { metric.similarity(of: query, to: $0, cutoff: cutoff) })
  }
}

extension PreparedMetric where Metric: EditDistance {
  /// The edits between the query and a string of bytes; `cutoff + 1` where there are more than `cutoff`.
  public func distance(_ candidate: Span<UInt8>, cutoff: Int = .max) -> Int {
    metric.distance(of: query, to: candidate, cutoff: cutoff)
  }

  /// The edits between the query and a text, by scalars; `cutoff + 1` where there are more than `cutoff`.
  public func distance(_ candidate: String, cutoff: Int = .max) -> Int {
    candidate.withSymbols(
      bytes: { metric.distance(of: query, to: $0, cutoff: cutoff) },
      scalars: { metric.distance(of: query, to: $0, cutoff: cutoff) })
  }
}
