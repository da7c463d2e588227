/// Levenshtein's distance: symbols added, left out, put for another.
///
/// Bit-parallel where each edit costs 1, 64 places at a time (Myers 1999, in the form of Hyyrö 2003). RapidFuzz's
/// `Levenshtein.distance` and `Levenshtein.normalized_similarity`, jellyfish's `levenshtein_distance`.
/// - Complexity: O(⌈left / 64⌉ × right); with other costs O(left × right).
public struct Levenshtein: EditDistance {
  /// What a symbol costs that only the right string has.
  public let insertion: Int
  /// What a symbol costs that only the left string has.
  public let deletion: Int
  /// What one symbol in the place of another costs.
  public let substitution: Int

  public init(insertion: Int = 1, deletion: Int = 1, substitution: Int = 1) {
    precondition(insertion >= 0 && deletion >= 0 && substitution >= 0, "Costs are not negative")
    self.insertion = insertion
    self.deletion = deletion
    self.substitution = substitution
  }

  public func mostEdits(_ left: Int, _ right: Int) -> Int {
    let rest = left > right ? (left - right) * deletion : (right - left) * insertion
    return min(left * deletion + right * insertion, min(left, right) * substitution + rest)
  }

  public func distance(of query: Pattern, to candidate: Span<UInt8>, cutoff: Int) -> Int {
    edits(query, candidate, cutoff)
  }

  public func distance(of query: Pattern, to candidate: Span<UInt32>, cutoff: Int) -> Int {
    edits(query, candidate, cutoff)
  }

  private func edits(_ query: Pattern, _ text: Span<some SymbolValue>, _ cutoff: Int) -> Int {
    if insertion != 1 || deletion != 1 || substitution != 1 {
      return held(cost(query.symbols, text), cutoff)
    }
    if abs(query.count - text.count) > cutoff { return cutoff + 1 }
    if query.count == 0 { return text.count }
    let edits = query.blocks == 1 ? inOneBlock(query, text) : inBlocks(query, text)
    return held(edits, cutoff)
  }

  private func inOneBlock(_ query: Pattern, _ text: Span<some SymbolValue>) -> Int {
    // Vertical differences of the table's column: where it rises, where it falls.
    var rises = UInt64.max
    var falls: UInt64 = 0
    let last: UInt64 = 1 << UInt64(query.count - 1)
    var edits = query.count
    for place in text.indices {
      let equal = query.places(of: text[place])
      let diagonal = (((equal & rises) &+ rises) ^ rises) | equal | falls
      var across = falls | ~(diagonal | rises)
      var back = rises & diagonal
      if across & last != 0 { edits += 1 }
      if back & last != 0 { edits -= 1 }
      across = across << 1 | 1
      back <<= 1
      rises = back | ~(diagonal | across)
      falls = across & diagonal
    }
    return edits
  }

  private func inBlocks(_ query: Pattern, _ text: Span<some SymbolValue>) -> Int {
    var rises = [UInt64](repeating: .max, count: query.blocks)
    var falls = [UInt64](repeating: 0, count: query.blocks)
    let last: UInt64 = 1 << UInt64((query.count - 1) & 63)
    var edits = query.count
    for place in text.indices {
      var acrossIn: UInt64 = 1
      var backIn: UInt64 = 0
      for block in 0..<query.blocks {
        let equal = query.places(of: text[place], block: block) | backIn
        let up = rises[block]
        let diagonal = (((equal & up) &+ up) ^ up) | equal | falls[block]
        let across = falls[block] | ~(diagonal | up)
        let back = up & diagonal
        if block == query.blocks - 1 {
          if across & last != 0 { edits += 1 }
          if back & last != 0 { edits -= 1 }
        }
        let shifted = across << 1 | acrossIn
        rises[block] = (back << 1 | backIn) | ~(diagonal | shifted)
        falls[block] = shifted & diagonal
        acrossIn = across >> 63
        backIn = back >> 63
      }
    }
    return edits
  }
}
