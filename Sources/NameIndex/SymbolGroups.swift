package import NameSimilarity

/// Groups of symbols that stand for each other cheaply, and what a symbol costs that leaves its group or stands alone.
///
/// A symbol whose group the other side lacks altogether costs at least that much, whatever the alignment: the bound by
/// which a trie walk leaves subtrees early.
package struct SymbolGroups: Sendable {
  /// The group that a string with the symbol must find on the other side; none of a wild one.
  let needed: [UInt32]
  /// The groups that the symbol can stand for: its own, and all of them where it is wild.
  let offered: [UInt32]
  /// The sum of the groups' costs for each byte of a mask: 4 × 256, in 1/1024 bits.
  @usableFromInline let sums: [Int32]

  /// Symbols that are cheap beside as many others are wild: a lost letter, a vowel that is not written. They would make
  /// one group of all the others.
  private static let wildFrom = 8

  /// The connected components of the symbols under substitutions that cost less than `threshold`.
  package init(_ costs: AlignmentCosts, threshold: Bits = Bits(2.5)) {
    let size = AlignmentCosts.alphabetSize
    var component = Array(0..<size)
    func root(_ x: Int) -> Int {
      var x = x
      while component[x] != x { x = component[x] }
      return x
    }
    let isWild = (0..<size).map { x in
      (0..<size).count { $0 != x && costs.substitution[x * size + $0] < threshold.raw }
        >= Self.wildFrom
    }
    for x in 0..<size where !isWild[x] {
      for y in 0..<x where !isWild[y] && costs.substitution[x * size + y] < threshold.raw {
        component[max(root(x), root(y))] = min(root(x), root(y))
      }
    }
    // More groups than bits share the last one: a bit then says less, never too much.
    let roots = (0..<size).filter { root($0) == $0 && !isWild[$0] }
    var number = [Int](repeating: 0, count: size)
    for (place, group) in roots.enumerated() { number[group] = min(place, 31) }
    var least = [Int32](repeating: .max, count: 32)
    for x in 0..<size where !isWild[x] {
      let group = number[root(x)]
      least[group] = min(least[group], costs.indel[x])
      for y in 0..<size where !isWild[y] && number[root(y)] != group {
        least[group] = min(least[group], costs.substitution[x * size + y])
      }
    }
    // A long move pays for all groups of its side that the other side of it lacks.
    for move in costs.long.moves {
      for (side, other) in [(move.left, move.right), (move.right, move.left)] {
        if other.contains(where: { isWild[Int($0)] }) { continue }
        let found = Set(other.map { number[root(Int($0))] })
        let lacking = Set(side.filter { !isWild[Int($0)] }.map { number[root(Int($0))] })
          .subtracting(found)
        for group in lacking {
          least[group] = min(least[group], move.cost / Int32(lacking.count))
        }
      }
    }
    let bits = (0..<size).map { UInt32(1) << UInt32(number[root($0)]) }
    needed = bits.indices.map { isWild[$0] ? 0 : bits[$0] }
    offered = bits.indices.map { isWild[$0] ? .max : bits[$0] }
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
  @inlinable package func sum(_ mask: UInt32) -> Int32 {
    if mask == 0 { return 0 }
    return sums[Int(mask & 255)] &+ sums[256 &+ Int(mask >> 8 & 255)]
      &+ sums[512 &+ Int(mask >> 16 & 255)] &+ sums[768 &+ Int(mask >> 24)]
  }
}
