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
    var weight = name.weight
    if let level = FieldModel.level(a.values.births, b.values.births) {
      if level.contradicts { weight = min(weight, nameCeilingWhenBirthDiffers) }
      weight += table.fields.weight(level)
    }
    weight += table.fields.placeWeight(a.values.place, b.values.place) ?? .zero
    if !name.findings.contains(.genderContradicts) {
      weight += table.fields.genderWeight(gender(a), gender(b)) ?? .zero
    }
    weight += table.fields.identifierWeight(a.values.identifiers, b.values.identifiers) ?? .zero
    return weight
  }

  /// The whole weight; `nil` where the names have no part in common: such a pair is never one person.
  func weight(_ a: Profile, _ b: Profile, _ scratch: inout NameScorer.Scratch) -> Bits? {
    nameEvidence(a, b, &scratch).map { weight($0, a, b) }
  }

  /// What the row says of gender, else its name.
  func gender(_ profile: Profile) -> Gender? {
    profile.values.gender ?? profile.name.flatMap { table.names[Int($0)].gender }
  }
}
