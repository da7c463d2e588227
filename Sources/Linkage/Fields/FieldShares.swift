internal import NameSimilarity

/// The m of Fellegi and Sunter: the share of true pairs that reach each level of a comparison.
struct FieldShares: Sendable, Hashable {
  /// `log2 m` by the level's number.
  private(set) var logarithms: [Bits]
  /// How many true pairs were met at each level, in 1/2¹⁶; none where the starting values stand.
  private(set) var pairs: [UInt64]

  /// The starting values.
  static let standard = FieldShares(
    expected: [UInt64](repeating: 0, count: FieldLevel.allCases.count))

  /// The starting values corrected by how many true pairs are expected at each level, in 1/2¹⁶ pairs.
  init(expected: [UInt64]) {
    logarithms = [Bits](repeating: .zero, count: FieldLevel.allCases.count)
    pairs = [UInt64](repeating: 0, count: FieldLevel.allCases.count)
    correct(FieldComparison.allCases, by: expected)
  }

  /// Shares found before, with the pairs they were found in.
  init(logarithms: [Bits], pairs: [UInt64]) {
    self.logarithms = logarithms
    self.pairs = pairs
  }

  /// The same with the shares of `comparisons` as the starting values and the pairs expected make them.
  func corrected(_ comparisons: [FieldComparison], by expected: [UInt64]) -> FieldShares {
    var shares = self
    shares.correct(comparisons, by: expected)
    return shares
  }

  private mutating func correct(_ comparisons: [FieldComparison], by expected: [UInt64]) {
    for comparison in comparisons {
      let levels = comparison.levels
      let strength = Double(comparison.strength)
      let met = levels.reduce(0) { $0 + expected[Int($1.level.rawValue)] }
      let isEnough = met >= Self.fewestPairs << 16
      let total = comparison.strength << 16 + (isEnough ? met : 0)
      for (level, m) in levels {
        let count = isEnough ? expected[Int(level.rawValue)] : 0
        // Names contradict each other at rates of one in a thousand million: ten more binary places.
        let start = UInt64((m * strength * Self.one).rounded())
        logarithms[Int(level.rawValue)] = Bits.log2(
          max(1, start + count << Self.places), over: total << Self.places)
        pairs[Int(level.rawValue)] = count
      }
    }
  }

  /// Fewer true pairs show nothing: the starting values stand.
  private static let fewestPairs: UInt64 = 5

  private static let places: UInt64 = 10
  private static let one = Double(UInt64(1) << (16 + places))

  subscript(_ level: FieldLevel) -> Bits { logarithms[Int(level.rawValue)] }

  /// The weight in bits: `log2 m/u` of all levels met.
  func weight(_ evidence: FieldEvidence) -> Bits {
    var weight = evidence.surprise
    evidence.forEachLevel { level, count in
      weight += Bits(raw: self[level].raw * Int32(count))
    }
    return weight
  }

  // MARK: Names

  /// Whether contradictions of names tell much less than before.
  func forgiveMore(than before: FieldShares) -> Bool {
    FieldComparison.name.levels.contains { self[$0.level] - before[$0.level] > Bits(3) }
  }

  /// What a level of names tells less, or more, than its shipped price.
  func relief(_ level: FieldLevel) -> Bits { self[level] - Self.standard[level] }

  /// The most that `relief` of two names can be.
  var mostOfRelief: Bits {
    let contradictions: [FieldLevel] = [
      .givenContradicts, .patronymicContradicts, .surnameContradicts, .partContradicts,
    ]
    let most = contradictions.reduce(max(.zero, relief(.nameAgrees))) { max($0, relief($1)) }
    return most + max(.zero, relief(.nameGenderContradicts))
  }

  /// By how much the contradictions of two names tell less than they were charged, since the names of one person
  /// contradict each other more often in these lists.
  func relief(_ name: NameEvidence) -> Bits {
    var sum = relief(.nameAgrees)
    if let level = name.contradiction {
      sum = max(.zero, NameWeights.price(level) + relief(level) - name.charge)
    }
    if name.findings.contains(.genderContradicts) { sum += relief(.nameGenderContradicts) }
    return sum
  }
}
