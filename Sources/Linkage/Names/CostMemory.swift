/// What pairs of tokens cost, remembered from one comparison of names to the next: names share their common tokens, so
/// that most pairs are asked for again.
///
/// A table in which the newest pair takes the place of the one before it. What is remembered changes no answer.
struct CostMemory: Sendable {
  private struct Entry {
    /// The pair, the smaller number first; that of a token with itself and no other means nothing yet.
    var pair: UInt64 = .max
    var likeness: Lexicon.Neighbour?
  }

  private var entries: [Entry]
  private let bits: UInt64

  /// A memory of two to the power of `bits` pairs.
  init(bits: UInt64 = 16) {
    self.bits = bits
    entries = [Entry](repeating: Entry(), count: 1 << bits)
  }

  /// What it costs to take two tokens for one name, as `lexicon` says; `nil` where they are different names.
  mutating func cost(_ a: UInt32, _ b: UInt32, _ lexicon: Lexicon) -> Lexicon.Neighbour? {
    let pair = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    let place = Int((pair &* 0x9E37_79B9_7F4A_7C15) >> (64 - bits))
    if entries[place].pair == pair { return entries[place].likeness }
    let likeness = lexicon.cost(a, b)
    entries[place] = Entry(pair: pair, likeness: likeness)
    return likeness
  }
}
