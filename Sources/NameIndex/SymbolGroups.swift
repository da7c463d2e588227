internal import NameSimilarity

/// Groups of symbols that stand for each other cheaply, and what a symbol costs that leaves its group or stands alone.
///
/// A symbol whose group the other side lacks altogether costs at least that much, whatever the alignment: the bound by
/// which a trie walk leaves subtrees early.
struct SymbolGroups: Sendable {
  /// One bit for each group.
  let bit: [UInt32]
  /// The sum of the groups' costs for each byte of a mask: 4 × 256, in 1/1024 bits.
  private let sums: [Int32]

  /// The connected components of the symbols under substitutions that cost less than `threshold`.
  init(_ costs: AlignmentCosts, threshold: Bits = Bits(2.5)) {
    let size = AlignmentCosts.alphabetSize
    var component = Array(0..<size)
    func root(_ x: Int) -> Int {
      var x = x
      while component[x] != x { x = component[x] }
      return x
    }
    for x in 0..<size {
      for y in 0..<x where costs.substitution[x * size + y] < threshold.raw {
        component[max(root(x), root(y))] = min(root(x), root(y))
      }
    }
    // More groups than bits share the last one: a bit then says less, never too much.
    let roots = (0..<size).filter { root($0) == $0 }
    var number = [Int](repeating: 0, count: size)
    for (place, group) in roots.enumerated() { number[group] = min(place, 31) }
    var least = [Int32](repeating: .max, count: 32)
    for x in 0..<size {
      let group = number[root(x)]
      least[group] = min(least[group], costs.indel[x])
      for y in 0..<size where number[root(y)] != group {
        least[group] = min(least[group], costs.substitution[x * size + y])
      }
    }
    bit = (0..<size).map { 1 << UInt32(number[root($0)]) }
    sums = (0..<4).flatMap { byte in
      (0..<256).map { mask in
        (0..<8).reduce(Int32(0)) { sum, place in
          let group = byte * 8 + place
          return mask >> place & 1 == 1 && least[group] < .max ? sum + least[group] : sum
        }
      }
    }
  }

  /// The least that the groups of a mask cost where the other side has none of them.
  func sum(_ mask: UInt32) -> Int32 {
    if mask == 0 { return 0 }
    return sums[Int(mask & 255)] &+ sums[256 &+ Int(mask >> 8 & 255)]
      &+ sums[512 &+ Int(mask >> 16 & 255)] &+ sums[768 &+ Int(mask >> 24)]
  }
}
