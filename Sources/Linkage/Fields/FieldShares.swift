internal import NameSimilarity

/// The m of Fellegi and Sunter: the share of true pairs that reach each level of a comparison.
struct FieldShares: Sendable, Hashable {
  /// `log2 m` by the level's number.
  private(set) var logarithms: [Bits]

  /// The starting values.
  static let standard = FieldShares(
    expected: [UInt64](repeating: 0, count: FieldLevel.allCases.count))

  /// The starting values corrected by how many true pairs are expected at each level, in 1/2¹⁶ pairs.
  init(expected: [UInt64]) {
    logarithms = [Bits](repeating: .zero, count: FieldLevel.allCases.count)
    for comparison in FieldComparison.allCases {
      let strength = comparison.strength << 16
      let total = comparison.levels.reduce(strength) { $0 + expected[Int($1.level.rawValue)] }
      for (level, m) in comparison.levels {
        let start = UInt64((m * 65536).rounded()) * comparison.strength
        logarithms[Int(level.rawValue)] = Bits.log2(
          start + expected[Int(level.rawValue)], over: total)
      }
    }
  }

  subscript(_ level: FieldLevel) -> Bits { logarithms[Int(level.rawValue)] }

  /// The weight in bits: `log2 m/u` of all levels met.
  func weight(_ evidence: FieldEvidence) -> Bits {
    var weight = evidence.surprise
    evidence.forEachLevel { level, count in
      weight += Bits(raw: self[level].raw * Int32(count))
    }
    return weight
  }
}
