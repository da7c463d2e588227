/// What pairs of tokens cost that are no neighbours, remembered from one comparison of names to the next: names share
/// their common tokens, so that most pairs are asked for again.
///
/// A table in which the newest pair takes the place of the one before it. What is remembered changes no answer.
struct CostMemory: Sendable {
  private struct Entry {
    /// The pair, the smaller number first; that of a token with itself and no other means nothing yet.
    var pair: UInt64 = .max
    var likeness = LikenessMatrix.Cell.unlike
  }

  private var entries: [Entry]
  private let bits: UInt64

  /// A memory of two to the power of `bits` pairs.
  init(bits: UInt64 = 16) {
    self.bits = bits
    entries = [Entry](repeating: Entry(), count: 1 << bits)
  }

  /// What it costs to take two tokens for one name, as `lexicon` says.
  mutating func cost(_ a: UInt32, _ b: UInt32, _ lexicon: Lexicon) -> LikenessMatrix.Cell {
    if let known = known(a, b) { return known }
    let likeness = lexicon.cost(a, b).map(LikenessMatrix.Cell.init) ?? .unlike
    remember(a, b, likeness)
    return likeness
  }

  mutating func remember(_ a: UInt32, _ b: UInt32, _ likeness: LikenessMatrix.Cell) {
    let pair = Self.pair(a, b)
    entries[place(pair)] = Entry(pair: pair, likeness: likeness)
  }

  /// The same where it is remembered.
  func known(_ a: UInt32, _ b: UInt32) -> LikenessMatrix.Cell? {
    let pair = Self.pair(a, b)
    let entry = entries[place(pair)]
    return entry.pair == pair ? entry.likeness : nil
  }

  private static func pair(_ a: UInt32, _ b: UInt32) -> UInt64 {
    UInt64(min(a, b)) << 32 | UInt64(max(a, b))
  }

  private func place(_ pair: UInt64) -> Int {
    Int((pair &* 0x9E37_79B9_7F4A_7C15) >> (64 - bits))
  }
}
