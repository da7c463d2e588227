internal import NameSimilarity
internal import NameText

/// The weight of a pair of distinct rows: what the names say and what stands beside them.
struct PairScorer: Sendable {
  let table: ProfileTable
  let names: NameScorer
  private let nameCeilingWhenBirthDiffers: Bits

  /// A scorer for pairs out of lists of `rows` rows in all.
  init(_ table: ProfileTable, rows: Int) {
    self.table = table
    names = NameScorer(lexicon: table.lexicon, rows: rows)
    nameCeilingWhenBirthDiffers = NameCeilings(rows: rows).contradicted
  }

  /// The evidence of the names of two profiles, or `nil` where they have no part in common or one has no name.
  func nameEvidence(_ a: Profile, _ b: Profile, _ scratch: inout NameScorer.Scratch)
    -> NameEvidence?
  {
    guard let x = a.name, let y = b.name else { return nil }
    return names.evidence(table.names[Int(x)], table.names[Int(y)], &scratch)
  }

  /// The whole weight in bits, without the prior, given what the names say.
  func weight(_ name: NameEvidence, _ a: Profile, _ b: Profile) -> Bits {
    weight(name, fieldEvidence(name, a, b))
  }

  /// The names' weight, held down where the dates contradict, and that of the fields.
  func weight(_ name: NameEvidence, _ fields: FieldEvidence) -> Bits {
    let held = fields.contradictsBirth ? min(name.weight, nameCeilingWhenBirthDiffers) : name.weight
    return held + table.fields.shares.weight(fields)
  }

  /// The most that two profiles can weigh whose names say no more than `name`.
  func most(_ name: Bits, _ a: Profile, _ b: Profile) -> Bits {
    let fields = table.fields.evidence(a.values, b.values, genders: (nil, nil))
    let held = fields.contradictsBirth ? min(name, nameCeilingWhenBirthDiffers) : name
    return held + table.fields.shares.weight(fields) + table.fields.mostOfGender
  }

  /// What stands beside the names. Genders say nothing further where the names themselves are a man's and a woman's.
  func fieldEvidence(_ name: NameEvidence, _ a: Profile, _ b: Profile) -> FieldEvidence {
    let isSaid = name.findings.contains(.genderContradicts)
    return table.fields.evidence(
      a.values, b.values, genders: isSaid ? (nil, nil) : (gender(a), gender(b)))
  }

  /// The whole weight; `nil` where the names have no part in common: such a pair is never one person.
  func weight(_ a: Profile, _ b: Profile, _ scratch: inout NameScorer.Scratch) -> Bits? {
    nameEvidence(a, b, &scratch).map { weight($0, a, b) }
  }

  /// Two profiles by their numbers, the smaller first; `nil` where the names have no part in common.
  func scored(_ left: Int, _ right: Int, _ scratch: inout NameScorer.Scratch) -> ScoredPair? {
    let (a, b) = (table.profiles[left], table.profiles[right])
    return nameEvidence(a, b, &scratch).map { name in
      let fields = fieldEvidence(name, a, b)
      return ScoredPair(
        left: UInt32(left), right: UInt32(right), weight: weight(name, fields), fields: fields)
    }
  }

  /// What the row says of gender, else its name.
  func gender(_ profile: Profile) -> Gender? {
    profile.values.gender ?? profile.name.flatMap { table.names[Int($0)].gender }
  }
}
