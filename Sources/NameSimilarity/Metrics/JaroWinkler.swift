/// Jaro's similarity, raised where the strings begin alike (Winkler 1990).
///
/// ```swift
/// JaroWinkler().similarity("Martha", "Marhta")   // 0.961…
/// ```
///
/// RapidFuzz's `JaroWinkler.similarity`, jellyfish's `jaro_winkler_similarity`.
/// - Complexity: that of ``Jaro``.
public struct JaroWinkler: SimilarityMetric {
  /// What each symbol of the common beginning adds, as a share of what is missing to 1; at most 0.25.
  public var prefixWeight = 0.1
  /// Similarities up to this one are left as they are.
  public var boostThreshold = 0.7
  /// Whether long strings that agree in more than half of what follows their beginning are raised again, as in Winkler's
  /// `strcmp95` and jellyfish's `long_tolerance`.
  public var isLongTolerant = false

  /// At most so many symbols of the beginning count.
  private static let longestPrefix = 4

  public init(prefixWeight: Double = 0.1) {
    precondition((0...0.25).contains(prefixWeight), "A prefix weighs 0 to 0.25")
    self.prefixWeight = prefixWeight
  }

  public func query(_ bytes: Span<UInt8>) -> Pattern { Pattern(bytes) }
  public func query(_ scalars: Span<UInt32>) -> Pattern { Pattern(scalars) }

  public func similarity(of query: Pattern, to candidate: Span<UInt8>, cutoff: Double) -> Double {
    raised(query, candidate, cutoff)
  }

  public func similarity(of query: Pattern, to candidate: Span<UInt32>, cutoff: Double) -> Double {
    raised(query, candidate, cutoff)
  }

  private func raised(
    _ query: Pattern, _ text: Span<some SymbolValue>, _ cutoff: Double
  ) -> Double {
    let agreement = Agreement(query, text)
    var similarity = agreement.jaro
    if similarity > boostThreshold {
      let most = min(Self.longestPrefix, query.count, text.count)
      var prefix = 0
      while prefix < most, query.symbols[prefix] == UInt32(truncatingIfNeeded: text[prefix]) {
        prefix += 1
      }
      similarity += Double(prefix) * prefixWeight * (1 - similarity)
      if isLongTolerant { similarity += tolerance(agreement, prefix) * (1 - similarity) }
    }
    return similarity >= cutoff ? similarity : 0
  }

  private func tolerance(_ agreement: Agreement, _ prefix: Int) -> Double {
    let shorter = min(agreement.left, agreement.right)
    guard shorter > 4, agreement.matches > prefix + 1, 2 * agreement.matches >= shorter + prefix
    else { return 0 }
    return Double(agreement.matches - prefix - 1)
      / Double(agreement.left + agreement.right - 2 * prefix + 2)
  }
}
