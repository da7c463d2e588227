/// A metric that counts edits: 0 where two strings are equal.
///
/// ```swift
/// Levenshtein().distance("Щукин", "Щукина")              // 1
/// Levenshtein().distance("Shchukin", "Ščukin", cutoff: 1)  // 2: more than 1
/// ```
public protocol EditDistance: SimilarityMetric where Query == Pattern {
  /// The most edits there can be between strings of these lengths; the similarity is the share of them not needed.
  func mostEdits(_ left: Int, _ right: Int) -> Int

  /// The edits between the query's string and `candidate`; `cutoff + 1` where there are more than `cutoff`.
  func distance(of query: Pattern, to candidate: Span<UInt8>, cutoff: Int) -> Int
  /// The edits to a string of scalar values; `cutoff + 1` where there are more than `cutoff`.
  func distance(of query: Pattern, to candidate: Span<UInt32>, cutoff: Int) -> Int
}

extension EditDistance {
  /// The edits between two strings of bytes; `cutoff + 1` where there are more than `cutoff`.
  public func distance(_ left: Span<UInt8>, _ right: Span<UInt8>, cutoff: Int = .max) -> Int {
    distance(of: query(left), to: right, cutoff: cutoff)
  }

  /// The edits between two texts, by their scalars; `cutoff + 1` where there are more than `cutoff`.
  public func distance(_ left: String, _ right: String, cutoff: Int = .max) -> Int {
    prepared(for: left).distance(right, cutoff: cutoff)
  }

  public func query(_ bytes: Span<UInt8>) -> Pattern { Pattern(bytes) }
  public func query(_ scalars: Span<UInt32>) -> Pattern { Pattern(scalars) }

  public func similarity(of query: Pattern, to candidate: Span<UInt8>, cutoff: Double) -> Double {
    let most = mostEdits(query.count, candidate.count)
    let limit = Self.limit(cutoff, of: most)
    return Self.share(distance(of: query, to: candidate, cutoff: limit), of: most, cutoff)
  }

  public func similarity(of query: Pattern, to candidate: Span<UInt32>, cutoff: Double) -> Double {
    let most = mostEdits(query.count, candidate.count)
    let limit = Self.limit(cutoff, of: most)
    return Self.share(distance(of: query, to: candidate, cutoff: limit), of: most, cutoff)
  }

  /// The most edits that may leave a similarity of `cutoff`; one too many rather than one too few.
  private static func limit(_ cutoff: Double, of most: Int) -> Int {
    Int(((1 - min(max(cutoff, 0), 1)) * Double(most)).rounded(.up))
  }

  private static func share(_ edits: Int, of most: Int, _ cutoff: Double) -> Double {
    let similarity = most == 0 ? 1 : max(0, 1 - Double(edits) / Double(most))
    return similarity >= cutoff ? similarity : 0
  }
}

/// `distance` as a metric with a cutoff says it.
@inline(__always)
func held(_ distance: Int, _ cutoff: Int) -> Int { distance <= cutoff ? distance : cutoff + 1 }
