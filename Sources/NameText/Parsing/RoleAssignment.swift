/// Gives roles to the words of one cell from affixes, capitals, commas, places and known names.
struct RoleAssignment {
  /// Words that bear one role: Касым-Жомарт, Римский-Корсаков, Abd al-Rahman.
  struct Unit {
    var range: Range<Int>
    var commas: Int
    var isUpperCase: Bool
    var score: Int
    var isListed: Bool
    var listedGender: Gender?
    var patronymic: PatronymicAffixes.Match?
    var hasStrongSurname: Bool
    var role: Role = .unknown

    var looksLikeSurname: Bool { score < 0 }
  }

  private(set) var drafts: [DraftToken]
  private(set) var units: [Unit] = []
  private let initialCount: Int

  init(_ drafts: [DraftToken]) {
    self.drafts = drafts
    initialCount = drafts.count { $0.role == .initial }
    for index in drafts.indices where !drafts[index].isSettled {
      let start = units.last?.range.upperBound ?? 0
      let isContinued = drafts[index].isHyphenated && start == index
      // Between Abd and the name behind it there may be an article.
      if isContinued || drafts[index].followsOpening, start > 0 {
        extendLastUnit(with: drafts[index], at: index)
      } else {
        units.append(Self.unit(drafts[index], at: index))
      }
    }
  }

  private static func unit(_ draft: DraftToken, at index: Int) -> Unit {
    var gender: Gender?
    if case .listed(let listed) = draft.given { gender = listed }
    return Unit(
      range: index..<index + 1, commas: draft.commas, isUpperCase: draft.isUpperCase,
      score: draft.givenScore, isListed: draft.isListed, listedGender: gender,
      patronymic: draft.patronymic,
      hasStrongSurname: draft.surname?.isStrong == true && !draft.isListed)
  }

  private mutating func extendLastUnit(with draft: DraftToken, at index: Int) {
    let next = Self.unit(draft, at: index)
    let last = units.count - 1
    units[last].range = units[last].range.lowerBound..<index + 1
    units[last].isUpperCase = units[last].isUpperCase && next.isUpperCase
    // The stronger opinion of the two counts.
    if abs(next.score) > abs(units[last].score) { units[last].score = next.score }
    units[last].isListed = units[last].isListed || next.isListed
    units[last].patronymic = next.patronymic
    units[last].hasStrongSurname = units[last].hasStrongSurname || next.hasStrongSurname
  }

  /// The drafts with their roles.
  mutating func assign(column: Role?) -> [DraftToken] {
    if let column, column != .unknown {
      assignColumn(column)
    } else if !assignByComma() {
      assignWhole(Array(units.indices))
    }
    for unit in units {
      for index in unit.range where !drafts[index].isSettled { drafts[index].role = unit.role }
    }
    return drafts
  }

  // MARK: Columns

  private mutating func assignColumn(_ column: Role) {
    let count = units.count
    switch column {
    case .given:
      for index in units.indices {
        units[index].role = index > 0 && units[index].patronymic != nil ? .patronymic : .given
      }
    case .surname where count > 1 && holdsWholeName:
      assignWhole(Array(units.indices))
    default:
      for index in units.indices { units[index].role = column }
    }
  }

  /// Whether a column of surnames holds a given name or a patronymic as well.
  private var holdsWholeName: Bool {
    let hasPatronymic = units.indices.contains { index in
      guard let patronymic = units[index].patronymic else { return false }
      return patronymic.isStanding || patronymic.gender == .female || index > 0
    }
    return hasPatronymic
      || units.contains { $0.isListed && !$0.looksLikeSurname }
        && units.contains { $0.hasStrongSurname }
  }

  // MARK: Commas

  /// Reads `SURNAME, Given Patronymic`; false where there is no such comma.
  private mutating func assignByComma() -> Bool {
    guard let first = units.first else { return true }
    let before = units.indices.filter { units[$0].commas == first.commas }
    let after = units.indices.filter { units[$0].commas > first.commas }
    let hasInitialAfter = drafts.contains { $0.role == .initial && $0.commas > first.commas }
    // A stray comma does not outweigh capitals: Sviatlana, Anatoleuna LYUBETSKAYA.
    if after.contains(where: { units[$0].isUpperCase }),
      !before.contains(where: { units[$0].isUpperCase })
    {
      return false
    }
    guard !after.isEmpty || hasInitialAfter, first.commas == 0 else { return false }
    // `Иванов Иван Иванович, Ташкент`: the name was whole before the comma.
    let isWhole =
      before.count > 1
      && (before.contains { units[$0].patronymic != nil && $0 > 0 }
        || before.contains { units[$0].isListed && !units[$0].looksLikeSurname }
          && before.contains { units[$0].hasStrongSurname })
    if isWhole {
      assignWhole(before)
      return true
    }
    for index in before { units[index].role = .surname }
    assignBesideSurname(after, patronymic: choosePatronymic(among: after, besideSurname: true))
    return true
  }

  // MARK: Whole names

  private mutating func assignWhole(_ indices: [Int]) {
    let marked = markByCapitals(indices)
    for index in marked { units[index].role = .surname }
    let free = indices.filter { !marked.contains($0) }
    let patronymic = choosePatronymic(among: free, besideSurname: !marked.isEmpty)
    if !marked.isEmpty {
      assignBesideSurname(free, patronymic: patronymic)
    } else if let patronymic {
      assign(free.filter { $0 != patronymic }, around: patronymic)
    } else {
      assignWithoutPatronymic(free)
    }
  }

  /// The words in capitals where others are not.
  private func markByCapitals(_ indices: [Int]) -> [Int] {
    let upper = indices.filter { units[$0].isUpperCase }
    guard !upper.isEmpty, upper.count <= 2, upper.count < indices.count else { return [] }
    // Capitals on a given name beside an evident surname are emphasis of another kind.
    let contradicts =
      upper.contains { units[$0].isListed && !units[$0].looksLikeSurname }
      && indices.contains { !upper.contains($0) && units[$0].hasStrongSurname }
    return contradicts ? [] : upper
  }

  /// Roles for the words of `free` where the surname is known from elsewhere.
  private mutating func assignBesideSurname(_ free: [Int], patronymic: Int?) {
    if let patronymic { units[patronymic].role = .patronymic }
    let names = free.filter { $0 != patronymic }
    for (place, index) in names.enumerated() {
      let isGiven = place == 0 || (units[index].isListed && !units[index].looksLikeSurname)
      units[index].role = isGiven ? .given : .unknown
    }
  }

  /// Roles for `names` beside the patronymic: the given name stands before it.
  private mutating func assign(_ names: [Int], around patronymic: Int) {
    units[patronymic].role = .patronymic
    guard names.count > 1 else {
      guard let only = names.first else { return }
      let unit = units[only]
      if unit.looksLikeSurname && !unit.isListed {
        units[only].role = .surname
      } else if unit.isListed || only < patronymic
        || units[patronymic].patronymic?.isStanding == true
      {
        units[only].role = initialCount > 0 && !unit.isListed ? .surname : .given
      }
      return
    }
    func score(_ index: Int) -> Int { units[index].score + (index == patronymic - 1 ? 2 : 0) }
    let best = names.map(score).max() ?? 0
    let given =
      names.first { $0 == patronymic - 1 && score($0) == best }
      ?? names.first { score($0) == best } ?? names[0]
    units[given].role = .given
    let others = names.filter { $0 != given }
    for index in others {
      // Каримова Гулнора Бону Азизовна: a second given name, where the surname is another word.
      let isSecondGiven =
        (units[index].isListed || (given < index && index < patronymic))
        && !units[index].looksLikeSurname
        && others.contains { $0 != index && units[$0].looksLikeSurname }
      units[index].role = isSecondGiven ? .given : .surname
    }
  }

  private mutating func assignWithoutPatronymic(_ names: [Int]) {
    switch names.count {
    case 0: break
    case 1: assignSingle(names[0])
    case 2: assignPair(names[0], names[1])
    default: assignMany(names)
    }
  }

  private mutating func assignSingle(_ index: Int) {
    let unit = units[index]
    if unit.isListed && !unit.looksLikeSurname {
      units[index].role = .given
    } else if initialCount > 0 {
      units[index].role = .surname
    } else if unit.looksLikeSurname && unit.patronymic == nil {
      units[index].role = .surname
    }
  }

  private mutating func assignPair(_ first: Int, _ second: Int) {
    let difference = units[first].score - units[second].score
    guard abs(difference) >= 2 else { return }
    let (given, other) = difference > 0 ? (first, second) : (second, first)
    guard units[other].looksLikeSurname || (units[given].isListed && units[other].score == 0)
    else { return }
    units[given].role = .given
    // Роман Абрамович or Иван Петрович: after a man's name -ович is either, where the stem is a
    // name (Малькевич is none).
    let isAmbiguous =
      other > given && units[other].patronymic?.family == .slavic
      && units[given].listedGender != .female
      && drafts[units[other].range.upperBound - 1].hasKnownFather
    units[other].role = isAmbiguous ? .unknown : .surname
  }

  private mutating func assignMany(_ names: [Int]) {
    let surnames = names.filter { units[$0].looksLikeSurname }
    let others = names.filter { !units[$0].looksLikeSurname }
    guard let best = others.map({ units[$0].score }).max() else { return }
    let given = others.first { units[$0].score == best } ?? others[0]
    if surnames.isEmpty {
      // Three bare names, as Kazakh law allows: known given names tell something where not all are, the first of them.
      let listed = others.count { units[$0].isListed }
      if best == 3, listed < others.count { units[given].role = .given }
      return
    }
    units[given].role = .given
    if others.count == 1, given != names[0] {
      for index in surnames { units[index].role = .surname }
    } else if let surname = names[0] == surnames[0] ? surnames.first : surnames.last {
      // Георги Велков Колев: what stands between may be a father's name.
      units[surname].role = .surname
    }
  }
}
