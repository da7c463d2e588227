/// How two people, as their names and dates show them, may stand to each other.
public enum Relation: String, Sendable, Hashable, CaseIterable {
  /// One person.
  case same
  case parentChild = "parent-child"
  case siblings, spouses
  /// Of one family, it cannot be said how.
  case kin
  /// Two people of one name.
  case namesakes
  case unrelated

  var isOfOneFamily: Bool {
    switch self {
    case .parentChild, .siblings, .spouses, .kin: true
    case .same, .namesakes, .unrelated: false
    }
  }
}

extension Relation {
  /// The relation that the signs fit best between two people who are not one.
  init(_ signs: FamilySigns) {
    self = RelationRule.all.first { $0.holds(signs) }?.relation ?? .unrelated
  }

  /// The relation of two rows, `decision` being what is said of identity.
  ///
  /// Two rows that nothing keeps apart and that are too uncertain to merge are the same sooner than namesakes.
  init(_ signs: FamilySigns, _ evidence: NameEvidence?, _ decision: Decision) {
    let isOpen =
      decision == .review && evidence?.isContradicted == false && !signs.birthContradicts
    self = decision == .same || isOpen ? .same : Relation(signs)
  }

  /// What else the two could be, if what a side leaves out were known.
  func alternatives(_ signs: FamilySigns, _ decision: Decision) -> [Relation] {
    if decision == .same { return [] }
    var others: [Relation] = decision == .review ? [.same] : []
    if self == .same || self == .kin {
      for rule in RelationRule.all
      where signs.surname != .unknown && rule.couldHold(signs) && !others.contains(rule.relation) {
        others.append(rule.relation)
      }
    }
    if self == .unrelated, signs.isNamedAfterOther, signs.areGenerationApart {
      others.append(.parentChild)
    }
    if self == .kin { others.removeAll { $0 == .namesakes } }
    return others.filter { $0 != self }
  }
}
