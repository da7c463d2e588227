/// A measure of how alike two strings are, symbol by symbol: 1 where they are equal, 0 where they have nothing in
/// common.
///
/// Text is compared by its Unicode scalars, as it stands: neither case nor normalisation is folded. Bytes are compared
/// as bytes, for strings of phoneme symbols or text that is ASCII.
///
/// ```swift
/// JaroWinkler().similarity("Щукин", "Щукина")            // 0.966…
/// let query = TokenSortRatio().prepared(for: "Щукин Аркадий")
/// names.map { query.similarity($0, cutoff: 0.8) }        // one query, many candidates
/// ```
public protocol SimilarityMetric: Sendable {
  /// What is kept of a string that is compared with many.
  associatedtype Query: Sendable

  /// What is kept of a string of bytes.
  func query(_ bytes: Span<UInt8>) -> Query
  /// What is kept of a string of scalar values.
  func query(_ scalars: Span<UInt32>) -> Query

  /// The similarity of the query's string to `candidate`; 0 where it is below `cutoff`.
  func similarity(of query: Query, to candidate: Span<UInt8>, cutoff: Double) -> Double
  /// The similarity of the query's string to a string of scalar values; 0 where it is below `cutoff`.
  func similarity(of query: Query, to candidate: Span<UInt32>, cutoff: Double) -> Double
}

extension SimilarityMetric {
  /// The similarity of two strings of bytes, 0 to 1; 0 where it is below `cutoff`.
  public func similarity(_ left: Span<UInt8>, _ right: Span<UInt8>, cutoff: Double = 0) -> Double {
    similarity(of: query(left), to: right, cutoff: cutoff)
  }

  /// The similarity of two texts by their scalars, 0 to 1; 0 where it is below `cutoff`.
  public func similarity(_ left: String, _ right: String, cutoff: Double = 0) -> Double {
    prepared(for: left).similarity(right, cutoff: cutoff)
  }

  /// The measure with one side prepared: one query, many candidates.
  public func prepared(for query: Span<UInt8>) -> PreparedMetric<Self> {
    PreparedMetric(metric: self, query: self.query(query))
  }

  /// The measure with one text prepared: one query, many candidates.
  public func prepared(for query: String) -> PreparedMetric<Self> {
    PreparedMetric(
      metric: self,
      query: query.withSymbols(bytes: { self.query($0) }, scalars: { self.query($0) }))
  }
}
