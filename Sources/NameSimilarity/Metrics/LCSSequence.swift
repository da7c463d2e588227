/// The longest common subsequence: what is left of both strings when the fewest symbols are struck out.
///
/// Bit-parallel (Hyyrö 2004). The distance is the length of the longer string less that of the subsequence: RapidFuzz's
/// `LCSseq`, whose `similarity` is `length` here.
/// - Complexity: O(⌈left / 64⌉ × right).
public struct LCSSequence: EditDistance {
  public init() {}

  /// The length of the longest common subsequence of two texts, in scalars.
  public func length(_ left: String, _ right: String) -> Int {
    left.withSymbols(bytes: { Pattern($0) }, scalars: { Pattern($0) }).longestSubsequence(of: right)
  }

  /// The length of the longest common subsequence of two strings of bytes.
  public func length(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    Pattern(left).longestSubsequence(of: right)
  }

  public func mostEdits(_ left: Int, _ right: Int) -> Int { max(left, right) }

  public func distance(of query: Pattern, to candidate: Span<UInt8>, cutoff: Int) -> Int {
    edits(query, candidate, cutoff)
  }

  public func distance(of query: Pattern, to candidate: Span<UInt32>, cutoff: Int) -> Int {
    edits(query, candidate, cutoff)
  }

  private func edits(_ query: Pattern, _ text: Span<some SymbolValue>, _ cutoff: Int) -> Int {
    if abs(query.count - text.count) > cutoff { return cutoff + 1 }
    return held(max(query.count, text.count) - query.longestSubsequence(of: text), cutoff)
  }
}

extension Pattern {
  func longestSubsequence(of text: String) -> Int {
    text.withSymbols(
      bytes: { longestSubsequence(of: $0) }, scalars: { longestSubsequence(of: $0) })
  }

  /// The length of the longest subsequence that the pattern and `text` have in common.
  func longestSubsequence(of text: Span<some SymbolValue>) -> Int {
    if count == 0 { return 0 }
    // A bit falls where the subsequence grows by one. Those above the pattern's end stay up, since nothing equals them.
    if blocks == 1 {
      var open = UInt64.max
      for place in text.indices {
        let equal = open & places(of: text[place])
        open = (open &+ equal) | (open &- equal)
      }
      return (~open).nonzeroBitCount
    }
    var open = [UInt64](repeating: .max, count: blocks)
    for place in text.indices {
      var carry: UInt64 = 0
      for block in open.indices {
        let equal = open[block] & places(of: text[place], block: block)
        let (partial, overflow) = open[block].addingReportingOverflow(equal)
        let (sum, overflowOfCarry) = partial.addingReportingOverflow(carry)
        carry = overflow || overflowOfCarry ? 1 : 0
        open[block] = sum | (open[block] &- equal)
      }
    }
    return open.reduce(0) { $0 + (~$1).nonzeroBitCount }
  }
}
