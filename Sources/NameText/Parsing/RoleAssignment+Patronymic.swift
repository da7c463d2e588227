extension RoleAssignment {
  /// The word among `free` that is the patronymic, or nil where none is or it cannot be told.
  func choosePatronymic(among free: [Int], besideSurname: Bool) -> Int? {
    let candidates = free.filter { units[$0].patronymic != nil }
    guard let last = candidates.last, let patronymic = units[last].patronymic else { return nil }
    if let standing = candidates.last(where: { units[$0].patronymic?.isStanding == true }) {
      return standing
    }
    if let certain = candidates.last(where: { units[$0].patronymic?.isCertain == true }) {
      return certain
    }
    if candidates.count > 1 {
      return candidates.count == 2 && free.count > 2 && candidates[0] > free[0]
        && !units[free[0]].hasStrongSurname
        // Роман Аркадьевич Абрамович
        ? candidates[0]
        // Абрамович Роман Аркадьевич
        : last
    }
    if besideSurname { return last }
    let others = free.filter { $0 != last }
    switch others.count {
    case 0:
      return nil
    case 1:
      // Иванов Петрович; but Генжебек Арзымбетулы, Роман Абрамович.
      return units[others[0]].hasStrongSurname ? last : nil
    default:
      let hasSurname = others.contains { units[$0].looksLikeSurname }
      if last == free[0] { return hasSurname && patronymic.family == .slavic ? last : nil }
      let isWoman = others.contains { $0 == last - 1 && units[$0].listedGender == .female }
      // Женя Петрович bears her husband's surname, which no woman declines: Петровича is a father's name.
      let isDeclined = drafts[units[last].range.upperBound - 1].nominativePatronymic != nil
      return isWoman && patronymic.gender == .male && !hasSurname && !isDeclined ? nil : last
    }
  }
}
