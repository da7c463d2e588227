extension Relation {
  /// What shows it, in words; `nil` for `same` and `unrelated`, which the parts of a comparison explain.
  func reason(_ signs: FamilySigns, _ words: ReasonWords) -> String? {
    let years = signs.yearsApart(words)
    let shown: [String?] =
      switch self {
      case .same, .unrelated: []
      case .parentChild: [words[signs.fathersName], years]
      case .siblings:
        [
          words["kin.surname"],
          words[signs.patronymic == .agrees ? "kin.father" : "kin.fathers-initial"], years,
        ]
      case .spouses: [words["kin.surname"], words["kin.fathers-differ"], years]
      case .kin: [words[signs.isExchanged ? "kin.exchanged" : "kin.surname"], years]
      case .namesakes:
        [
          words[signs.given == .agrees ? "kin.name" : "kin.surname-and-initial"],
          signs.patronymic == .contradicts ? words["kin.other-father"] : nil,
          signs.birthContradicts ? words["kin.other-birth"] : nil,
          signs.generationContradicts ? words["kin.other-generation"] : nil,
        ]
      }
    let said = shown.compactMap { $0 }
    return said.isEmpty ? nil : said.joined(separator: "; ")
  }
}

extension FamilySigns {
  /// `34 years apart`, `24 to 25 years apart`; `nil` where a date is missing.
  func yearsApart(_ words: ReasonWords) -> String? {
    yearsApart.map { years in
      switch (years.lowerBound, years.upperBound) {
      case (1, 1): words["apart.one"]
      case (let least, let most) where least == most: words["apart.many", "\(least)"]
      case (let least, let most): words["apart.range", "\(least)", "\(most)"]
      }
    }
  }

  /// How the name of the father shows itself in the child's.
  fileprivate var fathersName: String {
    if isExchanged { return "kin.exchanged" }
    if leftIsFather == .agrees || rightIsFather == .agrees {
      return rightIsParent ? "kin.right-is-father" : "kin.left-is-father"
    }
    return "kin.initial-fits"
  }
}
