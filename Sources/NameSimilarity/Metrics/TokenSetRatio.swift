/// The similarity of two strings by the words they share: 1 where all words of one are words of the other.
///
/// The best ``Indel`` similarity of three pairs: the words in common against each string's words, and the two strings
/// with the common words in front. 0 where a string has no word.
///
/// ```swift
/// TokenSetRatio().similarity("Щукин Аркадий", "Аркадий Петрович Щукин")   // 1
/// ```
///
/// RapidFuzz's `token_set_ratio`, in 0 to 1 where that has 0 to 100.
public struct TokenSetRatio: SimilarityMetric {
  /// The words of a query.
  public struct Query: Sendable {
    let tokens: Tokens
  }

  public init() {}

  public func query(_ bytes: Span<UInt8>) -> Query { Query(tokens: Tokens(bytes).distinct) }
  public func query(_ scalars: Span<UInt32>) -> Query { Query(tokens: Tokens(scalars).distinct) }

  public func similarity(of query: Query, to candidate: Span<UInt8>, cutoff: Double) -> Double {
    let ratio = ratio(query.tokens, Tokens(candidate).distinct)
    return ratio >= cutoff ? ratio : 0
  }

  public func similarity(of query: Query, to candidate: Span<UInt32>, cutoff: Double) -> Double {
    let ratio = ratio(query.tokens, Tokens(candidate).distinct)
    return ratio >= cutoff ? ratio : 0
  }

  /// The ratio of words, each once.
  func ratio(_ left: Tokens, _ right: Tokens) -> Double {
    if left.isEmpty || right.isEmpty { return 0 }
    let (common, onlyLeft) = left.parted(by: right)
    let (_, onlyRight) = right.parted(by: left)
    if !common.isEmpty, onlyLeft.isEmpty || onlyRight.isEmpty { return 1 }
    let leftRest = onlyLeft.joined
    let rightRest = onlyRight.joined
    let shared = common.joined.count
    // A blank stands between the common words and the rest.
    let blank = common.isEmpty ? 0 : 1
    let leftLength = shared + blank + leftRest.count
    let rightLength = shared + blank + rightRest.count
    let edits = Indel().distance(of: Pattern(symbols: leftRest), to: rightRest.span, cutoff: .max)
    var best = 1 - Double(edits) / Double(leftLength + rightLength)
    if !common.isEmpty {
      for (rest, length) in [(leftRest.count, leftLength), (rightRest.count, rightLength)] {
        best = max(best, 1 - Double(blank + rest) / Double(shared + length))
      }
    }
    return best
  }
}
