/// What must be seen of two people for a relation between them; what a rule does not name may be anything.
struct RelationRule: Sendable {
  typealias Sign = FamilySigns.Sign

  var relation: Relation
  var given: Set<Sign>?
  var surname: Set<Sign>?
  var patronymic: Set<Sign>?
  var gender: Set<Sign>?
  /// Of the left or the right one being the other's father.
  var father: Set<Sign>?
  var isExchanged = false
  /// How many years the second is younger than the first; where a date is missing the rule holds as well.
  var years: ClosedRange<Int>?
  var first = First.either
  /// The dates must be there and show it.
  var needsYears = false

  /// From whom the years are counted.
  enum First: Sendable { case either, father, husband }

  /// A parent is fourteen to seventy years older.
  static let generation = 14...70
  static let siblings = -30...30
  /// A woman who is more than fifteen years older is sooner the mother or an aunt.
  static let spouses = -15...40

  private static let differs: Set<Sign> = [.contradicts, .mayAgree, .unknown]

  /// In this order: the first that holds is the relation.
  static let all: [RelationRule] = [
    // The father's name in the patronymic: Полат Кутлымуратович, Даулетмурат Полатович.
    RelationRule(
      relation: .parentChild, given: differs, surname: [.agrees, .unknown],
      patronymic: [.contradicts, .unknown], father: [.agrees], years: generation, first: .father),
    // Ислам Тимуров, Тимур Исламов.
    RelationRule(relation: .parentChild, isExchanged: true, years: generation),
    // Initials fit and so do the years: Полат, 1950, and Д. П., 1984.
    RelationRule(
      relation: .parentChild, given: differs, surname: [.agrees],
      patronymic: [.contradicts, .unknown], father: [.mayAgree], years: generation, first: .father,
      needsYears: true),
    RelationRule(
      relation: .siblings, given: [.contradicts], surname: [.agrees],
      patronymic: [.agrees, .mayAgree], years: siblings),
    // The father's name stands for the surname: Асанбек кызы Бегимай, Асанбек уулу Темирлан.
    RelationRule(
      relation: .siblings, given: [.contradicts], surname: [.unknown], patronymic: [.agrees],
      years: siblings),
    // Азиз and Азиза, whose given names are nearly one.
    RelationRule(
      relation: .siblings, surname: [.agrees], patronymic: [.agrees, .mayAgree],
      gender: [.contradicts], years: siblings),
    RelationRule(
      relation: .spouses, surname: [.agrees], patronymic: [.contradicts], gender: [.contradicts],
      years: spouses, first: .husband),
    RelationRule(
      relation: .namesakes, given: [.agrees, .mayAgree], surname: [.agrees],
      gender: [.agrees, .unknown]),
    // One of them has no surname.
    RelationRule(
      relation: .namesakes, given: [.agrees], surname: [.unknown],
      patronymic: [.agrees, .mayAgree, .unknown], gender: [.agrees, .unknown]),
    RelationRule(relation: .kin, surname: [.agrees]),
    // A father and a son whose years do not fit are of one family all the same.
    RelationRule(relation: .kin, isExchanged: true),
  ]

  /// Whether the rule holds.
  func holds(_ signs: FamilySigns) -> Bool { matches(signs) { $0?.contains($1) ?? true } }

  /// Whether the rule would hold if what a side leaves out were written and fitted.
  func couldHold(_ signs: FamilySigns) -> Bool {
    matches(signs) { wanted, sign in
      sign == .unknown || sign == .mayAgree || wanted?.contains(sign) ?? true
    }
  }

  private func matches(_ signs: FamilySigns, _ admits: (Set<Sign>?, Sign) -> Bool) -> Bool {
    guard admits(given, signs.given), admits(surname, signs.surname),
      admits(patronymic, signs.patronymic), admits(gender, signs.gender),
      isExchanged == signs.isExchanged
    else { return false }
    let leftIsFirst: Bool
    let rightIsFirst: Bool
    switch first {
    case .father:
      leftIsFirst = admits(father, signs.leftIsFather)
      rightIsFirst = admits(father, signs.rightIsFather)
    case .husband:
      (leftIsFirst, rightIsFirst) = (!signs.leftIsWoman, !signs.rightIsWoman)
    case .either:
      (leftIsFirst, rightIsFirst) = (true, true)
    }
    return leftIsFirst && fits(signs.yearsYounger)
      || rightIsFirst && fits(signs.yearsYounger.map { -$0 })
  }

  private func fits(_ yearsYounger: [Int]) -> Bool {
    guard let years else { return true }
    return yearsYounger.isEmpty ? !needsYears : yearsYounger.contains { years.contains($0) }
  }
}
