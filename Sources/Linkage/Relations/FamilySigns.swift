internal import NameSimilarity
internal import NameText

/// What two rows show of how two people stand to each other, apart from how likely they are to be one.
struct FamilySigns: Sendable, Hashable {
  /// What the two sides say of one thing.
  enum Sign: Sendable, Hashable {
    case agrees
    /// Initials agree, no more is written.
    case mayAgree
    case contradicts
    /// A side says nothing of it.
    case unknown
  }

  var given = Sign.unknown
  var surname = Sign.unknown
  var patronymic = Sign.unknown
  /// Given name and surname are exchanged: Ислам Тимуров and Тимур Исламов.
  var isExchanged = false
  /// Whether the left one's given name is in the right one's patronymic.
  var leftIsFather = Sign.unknown
  var rightIsFather = Sign.unknown
  var gender = Sign.unknown
  /// A surname is the other's given name or made of it: Карим Назаров, Рустам Каримзода. It may be the father's, and it
  /// may be anybody's.
  var isNamedAfterOther = false
  /// Whether the left one and the right one are known to be a woman.
  var leftIsWoman = false
  var rightIsWoman = false
  /// By how many years the right one is younger, for each two dates of the sides; empty where a side has none.
  var yearsYounger: [Int] = []
  var birthContradicts = false
  /// Marks beside one name say that the one is the elder.
  var generationContradicts = false

  init() {}

  /// The signs of two profiles; `lines` and `findings` are those of the comparison of their names.
  init(
    _ scorer: PairScorer, _ a: Profile, _ b: Profile, _ lines: [NamePartEvidence],
    _ findings: NameEvidence.Findings
  ) {
    readValues(scorer, a, b)
    isExchanged = findings.contains(.inversion)
    generationContradicts = findings.contains(.generationContradicts)
    guard let x = a.name, let y = b.name else { return }
    let (left, right) = (
      NameSlots(scorer.table.names[Int(x)], scorer.names.lexicon),
      NameSlots(scorer.table.names[Int(y)], scorer.names.lexicon)
    )
    var crossed = 0
    for line in lines { read(line, left, right, &crossed) }
    // Both names in the other order, without an ending that would tell a father from a son.
    if crossed > 1, !isExchanged { (given, surname) = (.agrees, .agrees) }
    // What both write out and no line brought together differs.
    if given == .unknown, left.hasGiven, right.hasGiven { given = .contradicts }
    if surname == .unknown, left.hasSurname, right.hasSurname { surname = .contradicts }
    let haveOneFather = left.commonFather(with: right) != nil
    if haveOneFather {
      // Whatever the affixes of a man's and a woman's patronymic made of it.
      patronymic = .agrees
    } else if patronymic == .unknown, left.hasPatronymic, right.hasPatronymic {
      patronymic = .contradicts
    }
    isNamedAfterOther = left.isNamed(after: right) || right.isNamed(after: left)
    leftIsFather = leftIsWoman ? .contradicts : left.isFather(of: right)
    rightIsFather = rightIsWoman ? .contradicts : right.isFather(of: left)
    // A father's name in the surname's place is no family's name, but brothers have it in common.
    if haveOneFather, left.bearsFathersName, right.bearsFathersName { surname = .agrees }
    if leftIsFather == .agrees && right.bearsFathersName
      || rightIsFather == .agrees && left.bearsFathersName, surname == .contradicts
    {
      surname = .unknown
    }
  }

  private mutating func readValues(_ scorer: PairScorer, _ a: Profile, _ b: Profile) {
    let genders = (scorer.gender(a), scorer.gender(b))
    if let x = genders.0, let y = genders.1 { gender = x == y ? .agrees : .contradicts }
    leftIsWoman = genders.0 == .female
    rightIsWoman = genders.1 == .female
    yearsYounger = a.values.births.flatMap { x in b.values.births.map { $0.year - x.year } }
    birthContradicts =
      DateComparison.level(a.values.births, b.values.births)?.level.contradicts ?? false
  }

  private mutating func read(
    _ line: NamePartEvidence, _ left: NameSlots, _ right: NameSlots, _ crossed: inout Int
  ) {
    guard let x = line.left, let y = line.right else { return }
    let sign: Sign =
      switch line.kind {
      case .agrees: .agrees
      case .initial: .mayAgree
      case .contradicts, .missing: .contradicts
      }
    switch (left.slot(of: x), right.slot(of: y)) {
    case (.given, .given), (.given, .unknown), (.unknown, .given): note(sign, ofGiven: true)
    case (.surname, .surname), (.surname, .unknown), (.unknown, .surname):
      note(sign, ofGiven: false)
    case (.patronymic, .patronymic):
      patronymic = Self.weaker(patronymic, sign)
    case (.unknown, .unknown):
      // Which of the two it is cannot be told: what agrees is taken for the family's.
      note(sign, ofGiven: sign == .contradicts && given == .unknown)
    case (.given, .surname), (.surname, .given):
      if sign == .agrees { crossed += 1 }
    default: break
    }
  }

  /// Of several given names each must agree; of several surnames one is enough.
  private mutating func note(_ sign: Sign, ofGiven: Bool) {
    if ofGiven {
      given = Self.weaker(given, sign)
    } else if surname != .agrees {
      surname = sign
    }
  }

  private static func weaker(_ a: Sign, _ b: Sign) -> Sign {
    for sign in [Sign.contradicts, .mayAgree, .agrees] where a == sign || b == sign { return sign }
    return .unknown
  }
}

extension FamilySigns {
  /// Of a parent and a child, whether the right one is the parent.
  var rightIsParent: Bool {
    if leftIsFather == rightIsFather { return yearsYounger.contains { $0 < 0 } }
    return rightIsFather == .agrees || rightIsFather == .mayAgree && leftIsFather != .agrees
  }

  /// Whether a parent's age lies between the two, or nothing is known of it.
  var areGenerationApart: Bool {
    yearsYounger.isEmpty || yearsYounger.contains { RelationRule.generation.contains(abs($0)) }
  }

  /// The years between the two, the fewest and the most; `nil` where a date is missing.
  var yearsApart: ClosedRange<Int>? {
    let years = yearsYounger.map(abs)
    guard let least = years.min(), let most = years.max() else { return nil }
    return least...most
  }
}
