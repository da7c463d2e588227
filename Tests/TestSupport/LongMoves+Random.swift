public import NameSimilarity

extension LongMoves.Move {
  /// A move of one or two of `symbols` on each side, two on one of them.
  public static func random(of symbols: [UInt8], _ random: inout SeededGenerator) -> Self {
    func side(_ count: Int) -> [UInt8] {
      (0..<count).map { _ in symbols.randomElement(using: &random)! }
    }
    let left = side(2)
    return LongMoves.Move(
      left: left, right: side(random.oneIn(2) ? 1 : 2), cost: .random(in: 0...5_000, using: &random)
    )
  }
}
