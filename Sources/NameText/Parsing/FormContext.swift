/// What the whole name says of the grammatical case that its words stand in.
struct FormContext {
  /// Some word can only be a nominative, so that all are.
  private(set) var isNominative = false
  /// The given name ends as no man's does in an oblique case: Каримова Айгуль is no genitive.
  private(set) var excludesMale = false
  /// The gender of a patronymic that stands in an oblique case, so that all words do.
  private(set) var obliqueGender: Gender?

  init(_ drafts: [DraftToken]) {
    for draft in drafts where draft.role == .patronymic && draft.patronymic != nil {
      if draft.nominativePatronymic == nil {
        isNominative = true
        return
      }
      obliqueGender = draft.patronymic?.gender
      return
    }
    isNominative = drafts.contains { draft in
      // -ов and -ский end no oblique case; -ова ends two.
      draft.role == .surname && draft.surname?.isStrong == true && draft.surname?.gender == .male
        && SurnameSuffixes.shared.match(draft.text)?.gender == .male
    }
    for draft in drafts where draft.role == .given && !isNominative { consider(draft) }
  }

  private mutating func consider(_ given: DraftToken) {
    guard given.isDeclinable, !given.isObliqueGiven, let last = given.text.unicodeScalars.last
    else { return }
    let readings = CaseEndings.shared.readings(of: given.text, as: .given)
    guard !readings.contains(where: { GivenNames.shared.contains($0.nominative) }) else { return }
    let endsInVowel = "аеёиоуыэюяіїєaeiouy".unicodeScalars.contains(last)
    switch given.given {
    case .listed(.male) where !endsInVowel,
      .listed(.female) where "аяa".unicodeScalars.contains(last):
      isNominative = true
    default:
      if readings.isEmpty { excludesMale = excludesMale || !endsInVowel }
    }
  }

  /// Whether an ending that says `gender` is only the case of a name of the other one: Иванова
  /// beside Ивановича is the man's genitive.
  func contradicts(_ gender: Gender?) -> Bool {
    gender != nil && obliqueGender != nil && gender != obliqueGender
  }
}
