internal import NameSimilarity
internal import NameText

/// The weight of a pair of distinct rows: what the names say and what stands beside them.
struct PairScorer: Sendable {
  let table: ProfileTable
  let names: NameScorer
  /// What names say at the most where the dates of birth contradict each other.
  let nameCeilingWhenBirthDiffers: Bits
  /// Somebody picked the pairs, and not a comparison of all with all.
  private let isAsked: Bool

  /// A scorer for pairs out of lists of `rows` rows in all, or for pairs that somebody asks about.
  init(_ table: ProfileTable, rows: Int, isAsked: Bool = false) {
    self.table = table
    self.isAsked = isAsked
    names = NameScorer(lexicon: table.lexicon, rows: rows, isAsked: isAsked)
    nameCeilingWhenBirthDiffers = NameCeilings(rows: rows).contradicted()
  }

  /// The evidence of the names of two profiles, or `nil` where they have no part in common or one has no name. Where a
  /// row has several names, that of the two which fit best.
  func nameEvidence(_ a: Profile, _ b: Profile, _ scratch: inout NameScorer.Scratch)
    -> NameEvidence?
  {
    if a.others.isEmpty, b.others.isEmpty {
      guard let x = a.name, let y = b.name else { return nil }
      return names.evidence(table.names[Int(x)], table.names[Int(y)], &scratch)
    }
    return bestNames(a, b, &scratch)?.evidence
  }

  /// The two names, of all that both sides have, which fit best, and what they say.
  ///
  /// Of k pairs of names some pair agrees by chance k times as often at the most: that is their price.
  func bestNames(_ a: Profile, _ b: Profile, _ scratch: inout NameScorer.Scratch) -> BestNames? {
    let (lefts, rights) = (a.names, b.names)
    var best: BestNames?
    for x in lefts {
      for y in rights {
        guard let found = names.evidence(table.names[Int(x)], table.names[Int(y)], &scratch) else {
          continue
        }
        let candidate = BestNames(left: x, right: y, price: .zero, evidence: found)
        if best.map({ candidate.precedes($0) }) ?? true { best = candidate }
      }
    }
    if let found = best {
      let price = Bits.log2(UInt64(lefts.count * rights.count))
      best?.price = price
      best?.evidence.weight = found.evidence.weight - price
    }
    return best
  }

  /// Which of several names two rows are compared by.
  struct BestNames {
    var left: UInt32
    var right: UInt32
    /// What the choice among several takes from the weight.
    var price: Bits
    var evidence: NameEvidence

    /// Whether it fits better; of equals the one with the smaller numbers, whichever side they are on.
    fileprivate func precedes(_ other: BestNames) -> Bool {
      if evidence.weight != other.evidence.weight { return evidence.weight > other.evidence.weight }
      return (min(left, right), max(left, right))
        < (min(other.left, other.right), max(other.left, other.right))
    }
  }

  /// The whole weight in bits, without the prior, given what the names say.
  func weight(_ name: NameEvidence, _ a: Profile, _ b: Profile) -> Bits {
    weight(name, fieldEvidence(name, a, b))
  }

  /// What the names and the fields come to; of a pair that is asked about no less than that one of the two may go by
  /// another name.
  func weight(_ name: NameEvidence, _ fields: FieldEvidence) -> Bits {
    let sum = sum(name, fields)
    return isAsked ? NameCeilings.hold(sum, above: NameWeights.floorWhenAsked) : sum
  }

  /// The names' weight, held down where the dates contradict, and that of the fields.
  func sum(_ name: NameEvidence, _ fields: FieldEvidence) -> Bits {
    let shares = table.fields.shares
    let weight = weight(ofNames: name)
    let held = fields.contradictsBirth ? min(weight, nameCeilingWhenBirthDiffers) : weight
    return held + shares.weight(fields)
  }

  /// What names weigh in these lists, whose people's names may often contradict each other.
  func weight(ofNames name: NameEvidence) -> Bits {
    name.weight + table.fields.shares.relief(name)
  }

  /// What the fields weigh, genders left aside, and whether the dates of birth contradict each other.
  func fieldBound(_ a: Profile, _ b: Profile) -> (weight: Bits, contradictsBirth: Bool) {
    let fields = table.fields.evidence(a.values, b.values, genders: (nil, nil))
    return (table.fields.shares.weight(fields), fields.contradictsBirth)
  }

  /// What stands beside the names. Genders say nothing further where the names themselves are a man's and a woman's.
  func fieldEvidence(_ name: NameEvidence, _ a: Profile, _ b: Profile) -> FieldEvidence {
    let isSaid = name.findings.contains(.genderContradicts)
    return table.fields.evidence(
      a.values, b.values, genders: isSaid ? (nil, nil) : (gender(a), gender(b)))
  }

  /// The whole weight; `nil` where the names have no part in common and these lists do not show that one person's
  /// names may have none.
  func weight(_ a: Profile, _ b: Profile, _ scratch: inout NameScorer.Scratch) -> Bits? {
    scored(a, b, &scratch)?.weight
  }

  /// Two profiles by their numbers, the smaller first; `nil` as for their weight.
  func scored(_ left: Int, _ right: Int, _ scratch: inout NameScorer.Scratch) -> ScoredPair? {
    scored(table.profiles[left], table.profiles[right], &scratch).map {
      ScoredPair(
        left: UInt32(left), right: UInt32(right), weight: $0.weight, fields: $0.fields)
    }
  }

  private func scored(_ a: Profile, _ b: Profile, _ scratch: inout NameScorer.Scratch) -> (
    weight: Bits, fields: FieldEvidence
  )? {
    guard let name = nameEvidence(a, b, &scratch) else { return unlike(a, b) }
    let fields = fieldEvidence(name, a, b)
    return (weight(name, fields), fields)
  }

  /// What two rows weigh whose names are compared and say so little that they may as well have no part in common; `nil` as
  /// for their weight.
  func weightOfUnlike(_ left: Int, _ right: Int) -> Bits? {
    if table.fields.shares.relief(.nameDiffers) <= .zero { return nil }
    return unlike(table.profiles[left], table.profiles[right])?.weight
  }

  /// Two rows whose names have no part in common. Only an equal date of birth or an equal identifier can make one
  /// person of them, and only in lists that show it of others.
  private func unlike(_ a: Profile, _ b: Profile) -> (weight: Bits, fields: FieldEvidence)? {
    let shares = table.fields.shares
    guard a.name != nil, b.name != nil, shares.relief(.nameDiffers) > .zero else { return nil }
    let fields = fieldEvidence(.none, a, b)
    let weight = shares[.nameDiffers] + shares.weight(fields)
    return (fields.hasKey ? weight : min(weight, Self.mostWithoutKey), fields)
  }

  /// Below any weight from which a pair is looked at.
  private static let mostWithoutKey = Bits(-12)

  /// What the row says of gender, else its name.
  func gender(_ profile: Profile) -> Gender? { gender(profile.values, profile.name) }

  /// The same of a row with such values and a name.
  func gender(_ values: FieldValues, _ name: UInt32?) -> Gender? {
    values.gender ?? name.flatMap { table.names[Int($0)].gender }
  }
}
