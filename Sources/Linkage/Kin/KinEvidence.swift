internal import NameSimilarity
internal import NameText

/// What two persons share that speaks for one family, against chance.
///
/// The parts are taken for independent: the surname and the father's name by how rare they are, the place by how many
/// come from there. What differs counts nothing, but for the place: relatives are not in all alike.
struct KinEvidence: Sendable {
  let relation: Relation
  private(set) var weight = Bits.zero
  private(set) var words = ""
  /// The right one is the parent.
  let rightIsParent: Bool

  init(
    _ index: KinIndex, _ a: Profile, _ b: Profile, _ lines: [NamePartEvidence],
    _ signs: FamilySigns, _ relation: Relation
  ) {
    self.relation = relation
    rightIsParent = relation == .parentChild && signs.rightIsParent
    let scorer = index.scorer
    func text(_ part: IndexedName.Part) -> String {
      scorer.table.lexicon.tokens[Int(part.token)].token.text
    }
    func both(_ x: IndexedName.Part, _ y: IndexedName.Part) -> String {
      text(x) == text(y) ? text(x) : "\(text(x)), \(text(y))"
    }
    var parts: [(words: String, weight: Bits)] = []
    let names = [a, b].map { scorer.table.names[Int($0.name!)] }
    let slots = names.map { NameSlots($0, scorer.names.lexicon) }
    for line in lines where line.kind == .agrees || line.kind == .initial {
      guard let x = line.left, let y = line.right else { continue }
      switch (slots[0].slot(of: x), slots[1].slot(of: y)) {
      case (.surname, _), (_, .surname), (.unknown, .unknown):
        if signs.isExchanged {
          parts.append(("\(both(x, y)) exchanged", max(.zero, line.weight)))
        } else if signs.surname == .agrees {
          // Rows of a family, counted in the list, make its surname look common to the comparison of one row with
          // another; a household does not.
          let listed = min(x.information, y.information)
          let rare = min(
            index.information(ofSurname: x.token), index.information(ofSurname: y.token))
          parts.append(("one surname (\(both(x, y)))", max(.zero, line.weight - listed + rare)))
        }
      default: break
      }
    }
    if signs.patronymic == .mayAgree {
      parts.append(("the initial of the father's name", NameWeights.initialAgrees))
    } else if signs.patronymic == .agrees, let name = slots[0].commonFather(with: slots[1]) {
      parts.append(
        (
          "one father's name (\(both(name.father, name.patronymic)))",
          index.weight(of: name)
        ))
    }
    if relation == .parentChild,
      let name = slots[signs.rightIsParent ? 1 : 0]
        .fathersName(of: slots[signs.rightIsParent ? 0 : 1])
    {
      parts.append(
        (
          "the father's name \(text(name.father)) in \(text(name.patronymic))",
          index.weight(of: name)
        ))
    }
    let places = scorer.table.fields.places(a.values.places, b.values.places)
    if let weight = places.map(scorer.table.fields.weight).max() {
      parts.append((weight < .zero ? "another place" : "one place", weight))
    }
    parts = parts.reduce(into: []) { kept, part in
      if !kept.contains(where: { $0.words == part.words }) { kept.append(part) }
    }
    weight = parts.reduce(.zero) { $0 + $1.weight }
    words = parts.map { "\($0.words) \($0.weight.signed)" }.joined(separator: "; ")
    if let years = signs.yearsApart(.of(.english)) { words += "; \(years)" }
  }
}

extension KinIndex {
  /// How unlikely it is that a stranger's name agrees as this one does.
  fileprivate func weight(of name: NameSlots.FathersName) -> Bits {
    if name.isInitial { return NameWeights.initialAgrees }
    let rare = min(
      information(ofName: name.father.token), information(ofName: name.patronymic.token))
    return max(.zero, rare - NameWeights.cost(ofSpelling: name.cost))
  }
}
