/// The distance that only adds and leaves out: an exchange of one symbol for another counts two.
///
/// Both lengths less twice the longest common subsequence. Its similarity is RapidFuzz's `ratio`, in 0 to 1 where that
/// has 0 to 100; it is what FuzzyWuzzy and thefuzz call so too.
/// - Complexity: O(⌈left / 64⌉ × right).
public struct Indel: EditDistance {
  public init() {}

  public func mostEdits(_ left: Int, _ right: Int) -> Int { left + right }

  public func distance(of query: Pattern, to candidate: Span<UInt8>, cutoff: Int) -> Int {
    edits(query, candidate, cutoff)
  }

  public func distance(of query: Pattern, to candidate: Span<UInt32>, cutoff: Int) -> Int {
    edits(query, candidate, cutoff)
  }

  private func edits(_ query: Pattern, _ text: Span<some SymbolValue>, _ cutoff: Int) -> Int {
    if abs(query.count - text.count) > cutoff { return cutoff + 1 }
    return held(query.count + text.count - 2 * query.longestSubsequence(of: text), cutoff)
  }
}
