/// The optimal string alignment distance: Levenshtein's edits, and two neighbours exchanged as one edit, no symbol
/// edited twice.
///
/// Bit-parallel (Hyyrö 2003). No metric in the strict sense: the triangle inequality does not hold. RapidFuzz's
/// `OSA.distance`.
/// - Complexity: O(⌈left / 64⌉ × right).
public struct OSA: EditDistance {
  public init() {}

  public func mostEdits(_ left: Int, _ right: Int) -> Int { max(left, right) }

  public func distance(of query: Pattern, to candidate: Span<UInt8>, cutoff: Int) -> Int {
    edits(query, candidate, cutoff)
  }

  public func distance(of query: Pattern, to candidate: Span<UInt32>, cutoff: Int) -> Int {
    edits(query, candidate, cutoff)
  }

  private func edits(_ query: Pattern, _ text: Span<some SymbolValue>, _ cutoff: Int) -> Int {
    if abs(query.count - text.count) > cutoff { return cutoff + 1 }
    if query.count == 0 { return text.count }
    let edits = query.blocks == 1 ? inOneBlock(query, text) : inBlocks(query, text)
    return held(edits, cutoff)
  }

  private func inOneBlock(_ query: Pattern, _ text: Span<some SymbolValue>) -> Int {
    var rises = UInt64.max
    var falls: UInt64 = 0
    var diagonal: UInt64 = 0
    var previous: UInt64 = 0
    let last: UInt64 = 1 << UInt64(query.count - 1)
    var edits = query.count
    for place in text.indices {
      let equal = query.places(of: text[place])
      let exchanged = ((~diagonal & equal) << 1) & previous
      diagonal = (((equal & rises) &+ rises) ^ rises) | equal | falls | exchanged
      previous = equal
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

  /// What the column before says of one block of the pattern.
  private struct Block {
    var rises = UInt64.max
    var falls: UInt64 = 0
    var diagonal: UInt64 = 0
    var equal: UInt64 = 0
  }

  private func inBlocks(_ query: Pattern, _ text: Span<some SymbolValue>) -> Int {
    var blocks = [Block](repeating: Block(), count: query.blocks)
    let last: UInt64 = 1 << UInt64((query.count - 1) & 63)
    var edits = query.count
    for place in text.indices {
      var acrossIn: UInt64 = 1
      var backIn: UInt64 = 0
      var exchangeIn: UInt64 = 0
      for number in blocks.indices {
        let block = blocks[number]
        let equal = query.places(of: text[place], block: number)
        let open = ~block.diagonal & equal
        let exchanged = (open << 1 | exchangeIn) & block.equal
        exchangeIn = open >> 63
        let entry = equal | backIn
        let diagonal =
          (((entry & block.rises) &+ block.rises) ^ block.rises) | entry | block.falls | exchanged
        let across = block.falls | ~(diagonal | block.rises)
        let back = block.rises & diagonal
        if number == blocks.count - 1 {
          if across & last != 0 { edits += 1 }
          if back & last != 0 { edits -= 1 }
        }
        let shifted = across << 1 | acrossIn
        blocks[number] = Block(
          rises: (back << 1 | backIn) | ~(diagonal | shifted), falls: shifted & diagonal,
          diagonal: diagonal, equal: equal)
        acrossIn = across >> 63
        backIn = back >> 63
      }
    }
    return edits
  }
}
