internal import NameSimilarity

/// Somebody else whom a row may mean.
enum Rival {
  /// What a rival takes from the log odds of a pair, of which at most one can be right: `log2(1 + odds)` of the rival.
  static func cost(_ logOdds: Bits) -> Bits {
    let one: UInt64 = 1 << 32
    return max(.zero, logOdds) + Bits.log2(one + Bits(raw: -abs(logOdds.raw)).exp2Q32, over: one)
  }
}
