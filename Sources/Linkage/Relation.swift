internal import NameSimilarity
internal import NameText

/// How two people, as their names and dates show them, may stand to each other.
public enum Relation: String, Sendable, Hashable, CaseIterable {
  case same, siblings, spouses, kin, namesakes, unrelated
  case parentChild = "parent-child"
}

extension PairScorer {
  /// The relation that the parts fit best, `decision` being what the weight says of identity.
  func relation(_ a: Profile, _ b: Profile, _ evidence: NameEvidence?, _ decision: Decision)
    -> Relation
  {
    if decision == .same { return .same }
    guard let evidence, let x = a.name, let y = b.name else { return .unrelated }
    let (left, right) = (table.names[Int(x)], table.names[Int(y)])
    let found = evidence.findings
    if found.contains(.inversion) { return .parentChild }
    let sharesFamily =
      found.contains(.surnameAgrees)
      || (found.contains(.partAgrees) && !found.contains(.surnameContradicts))
    if isFather(left, of: right) || isFather(right, of: left),
      sharesFamily || found.contains(.surnameAgrees)
    {
      return .parentChild
    }
    if decision == .review, !evidence.isContradicted { return .same }
    let givenDiffers =
      found.contains(.givenContradicts) || found.contains(.partContradicts)
      || found.contains(.initialContradicts)
    if sharesFamily, givenDiffers {
      if found.contains(.patronymicAgrees) { return .siblings }
      if found.contains(.genderContradicts), found.contains(.patronymicContradicts) {
        return .spouses
      }
      return .kin
    }
    if found.contains(.patronymicAgrees), givenDiffers {
      // The father's name stands for the surname: Асанбек кызы Бегимай, Асанбек уулу Темирлан.
      let hasSurname = (left.parts + right.parts).contains { $0.role == .surname }
      return hasSurname ? .unrelated : .siblings
    }
    if found.contains(.givenAgrees) || found.contains(.partAgrees)
      || found.contains(.initialAgrees),
      sharesFamily
    {
      return found.contains(.genderContradicts) ? .kin : .namesakes
    }
    return .unrelated
  }

  /// Whether a given name of `father` is the name in the patronymic of `child`.
  private func isFather(_ father: IndexedName, of child: IndexedName) -> Bool {
    child.parts.contains { patronymic in
      guard patronymic.role == .patronymic else { return false }
      return father.parts.contains { part in
        part.role != .surname && part.role != .patronymic && part.role != .initial
          && names.isStem(part.token, ofPatronymic: patronymic.token)
      }
    }
  }
}

extension NameScorer {
  /// Whether `name` spells the father's name that `patronymic` is made of.
  func isStem(_ name: UInt32, ofPatronymic patronymic: UInt32) -> Bool {
    let spelled = lexicon.tokens[Int(name)].symbols
    return lexicon.tokens[Int(patronymic)].forms.contains { form in
      guard form.kind == .patronymicStem else { return false }
      let stem = lexicon.string(form.string).dropLast()
      return lexicon.aligner.cost(spelled, stem, limit: Lexicon.limit(symbolCount: stem.count) / 2)
        != nil
    }
  }
}
