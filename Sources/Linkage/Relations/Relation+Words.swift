internal import NameSimilarity

extension Relation {
  /// What shows it, in words; `nil` for `same` and `unrelated`, which the parts of a comparison explain.
  func reason(_ signs: FamilySigns) -> String? {
    let years = signs.yearsApart
    let shown: [String?] =
      switch self {
      case .same, .unrelated: []
      case .parentChild: [signs.fathersName, years.map { "\($0) apart" }]
      case .siblings:
        [
          "one surname",
          signs.patronymic == .agrees ? "one father's name" : "one initial of the father's name",
          years.map { "\($0) apart" },
        ]
      case .spouses:
        ["one surname", "a man and a woman of different fathers", years.map { "\($0) apart" }]
      case .kin:
        [
          signs.isExchanged ? "given name and surname are exchanged" : "one surname",
          years.map { "\($0) apart" },
        ]
      case .namesakes:
        [
          signs.given == .agrees ? "one name" : "one surname and one initial",
          signs.patronymic == .contradicts ? "fathers' names differ" : nil,
          signs.birthContradicts ? "dates of birth differ" : nil,
        ]
      }
    let words = shown.compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }
}

extension FamilySigns {
  /// How the name of the father shows itself in the child's.
  fileprivate var fathersName: String {
    if isExchanged { return "given name and surname are exchanged" }
    if leftIsFather == .agrees || rightIsFather == .agrees {
      return "the \(rightIsParent ? "right" : "left") one's given name is in the other's patronymic"
    }
    return "one surname; the initial of the father's name fits"
  }
}
