internal import NameIndex
internal import NameSimilarity

/// Pairs of rows that an equal full date of birth or an equal identifier vouches for. They show how often the names of
/// one person contradict each other in these lists: aliases, nicknames, errors.
struct NameWitnesses {
  /// A pair, and what it says beside its contradictions.
  private struct Witness: Sendable {
    var base: Bits
    /// `nil` where the names contradict each other in a way that has one price everywhere.
    var level: FieldLevel?
    var charge: Bits
    var areOfTwoGenders: Bool
    var count: UInt64
  }

  private let witnesses: [Witness]

  /// So many pairs show it well enough; of more a part is taken.
  private static let mostPairs = 50_000
  /// So many rows of one date are no people born on one day.
  private static let mostOfKey = 500

  init(_ scorer: PairScorer, _ blocking: Blocking, threads: Int) {
    let pairing = blocking.pairing
    let groups = blocking.keys.groups(scorer.table.fields).filter { $0.count <= Self.mostOfKey }
    let pairs = groups.reduce(0) { $0 + $1.count * ($1.count + 1) / 2 }
    let step = max(1, (pairs + Self.mostPairs - 1) / Self.mostPairs)
    let places = Array(stride(from: 0, to: groups.count, by: step))
    witnesses = parallelMap(
      count: places.count, part: 64, threads: threads, room: { NameScorer.Scratch() }
    ) { range, scratch in
      var witnesses: [Witness] = []
      for group in places[range].lazy.map({ groups[$0] }) {
        for (start, left) in group.enumerated() {
          for right in group[start...] where pairing.allows(left, right) {
            if let witness = Self.witness(scorer, left, right, &scratch) {
              witnesses.append(witness)
            }
          }
        }
      }
      return witnesses
    }.joinedParts()
  }

  /// The pair as a witness, `nil` where a surname, a father and a date of birth in common make twins of two given names.
  private static func witness(
    _ scorer: PairScorer, _ left: Int, _ right: Int, _ scratch: inout NameScorer.Scratch
  ) -> Witness? {
    let (a, b) = (scorer.table.profiles[left], scorer.table.profiles[right])
    let name = scorer.nameEvidence(a, b, &scratch)
    let fields = scorer.fieldEvidence(name ?? .none, a, b)
    let pair = ScoredPair(
      left: UInt32(left), right: UInt32(right), weight: .zero, fields: fields)
    var witness = Witness(
      base: scorer.table.fields.shares.weight(fields), level: .nameDiffers,
      charge: Comparison.nothingInCommon, areOfTwoGenders: false,
      count: min(4, scorer.table.pairCount(pair)))
    if let name {
      if name.findings.isSuperset(of: [.givenContradicts, .surnameAgrees, .patronymicAgrees]) {
        return nil
      }
      let others = name.findings.intersection(.contradictions).subtracting(.genderContradicts)
      witness.level = others.isEmpty ? .nameAgrees : name.contradiction
      witness.charge = name.charge
      witness.base += name.weight - name.charge
      witness.areOfTwoGenders = name.findings.contains(.genderContradicts)
      if witness.areOfTwoGenders { witness.base -= NameWeights.genderContradicts }
    }
    return witness
  }

  /// `shares` with those of names as these pairs show them, by expectation maximisation.
  ///
  /// Twins, and namesakes born on one day, look like one person whose names contradict each other: what they may
  /// account for is left out.
  func learned(_ shares: FieldShares, prior: Bits) -> FieldShares {
    var learned = shares
    var m = Self.guess
    for _ in 0..<Self.rounds {
      var expected = [UInt64](repeating: 0, count: FieldLevel.allCases.count)
      for witness in witnesses {
        let share = probability(of: witness, m, prior) * witness.count
        if let level = witness.level { expected[Int(level.rawValue)] += share }
        let gender: FieldLevel =
          witness.areOfTwoGenders ? .nameGenderContradicts : .nameGenderAgrees
        expected[Int(gender.rawValue)] += share
      }
      let total =
        expected[Int(FieldLevel.nameGenderAgrees.rawValue)]
        + expected[Int(FieldLevel.nameGenderContradicts.rawValue)]
      for level in m.keys {
        m[level] = Bits.log2(expected[Int(level.rawValue)] + 1, over: total + (1 << 16))
        let others = Self.others(level, total)
        let count = expected[Int(level.rawValue)]
        expected[Int(level.rawValue)] = count > others ? count - others : 0
      }
      learned = shares.corrected(FieldComparison.ofNames, by: expected)
    }
    return learned
  }

  /// That the pair is one person, in 1/2¹⁶.
  private func probability(of witness: Witness, _ m: [FieldLevel: Bits], _ prior: Bits) -> UInt64 {
    var weight = witness.base + prior
    if let level = witness.level, let learned = m[level] { weight += max(learned, witness.charge) }
    if witness.areOfTwoGenders { weight += m[.nameGenderContradicts]! }
    return weight.probabilityQ32 >> 16
  }

  private static let rounds = 20

  /// Where the search begins: far from the shipped prices, which few lists would be found to differ from.
  private static let guess: [FieldLevel: Bits] = [
    .givenContradicts: Bits(-5.5), .patronymicContradicts: Bits(-5.5),
    .surnameContradicts: Bits(-5.5), .partContradicts: Bits(-5.5), .nameDiffers: Bits(-7.5),
    .nameGenderContradicts: Bits(-6.5),
  ]

  /// How many of `total` pairs that look like one person may be relatives or strangers born on one day.
  private static func others(_ level: FieldLevel, _ total: UInt64) -> UInt64 {
    let isOfTwins = level == .givenContradicts || level == .nameGenderContradicts
    return total / (isOfTwins ? 33 : 100) + 3 << 16
  }
}
