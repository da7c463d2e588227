extension DraftToken {
  /// What the token says of the bearer's gender, and how weighty that is.
  func bearerGender(in context: FormContext) -> (gender: Gender, weight: Int)? {
    switch role {
    case .title:
      return titleGender.map { ($0, 2) }
    case .patronymic:
      return patronymic?.gender.map { ($0, 3) }
    // Of Аньин the ending says nothing, nor does the An of An Ying that women bear elsewhere.
    case .surname where !context.syllables.isEmpty: return nil
    case .given, .unknown:
      if !context.syllables.isEmpty, SyllableSpelling.vowelRuns(of: text) < 2 { return nil }
      switch given {
      case .listed(let gender):
        return context.contradicts(gender) ? nil : gender.map { ($0, 2) }
      case .element(let gender):
        if let gender { return (gender, CompoundWords.shared.endsInClosing(text) ? 2 : 1) }
      case nil: break
      }
      return role == .unknown ? surname?.gender.map { ($0, 1) } : nil
    case .surname:
      if context.contradicts(surname?.gender) { return nil }
      if context.mayBeMansGenitive, surname?.gender == .female { return nil }
      if let patronymic, patronymic.family == .turkic {
        return patronymic.isSurnameOfBoth ? nil : patronymic.gender.map { ($0, 2) }
      }
      // Women abroad keep -ов: the man's ending says less than the woman's.
      return surname?.gender.map { ($0, $0 == .female ? 2 : 1) }
    case .initial, .particle, .nickname:
      return nil
    }
  }
}
