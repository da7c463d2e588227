/// What the whole name says of the grammatical case that its words stand in.
struct FormContext {
  /// Some word can only be a nominative, so that all are.
  private(set) var isNominative = false
  /// The given name ends as no man's does in an oblique case: Каримова Айгуль is no genitive.
  private(set) var excludesMale = false
  /// The gender of a patronymic or a given name that stands in an oblique case, so that all words do.
  private(set) var obliqueGender: Gender?
  /// The given name is a man's in the genitive or a woman's: Даулетмурата; what a surname in -ова says of
  /// gender is open with it.
  private(set) var mayBeMansGenitive = false
  /// Some surname in Latin letters stands in an oblique case or may do so.
  private(set) var mayHaveObliqueSurname = false
  /// A known woman's name beside a woman's surname: Касымова Азиза is hardly Касымов Азиз in the genitive.
  private(set) var suggestsWoman = false

  /// The patronymic stands in an oblique case, so that all words do.
  private(set) var isOblique = false
  /// Two words or more end as men's names do in Lithuanian and Latvian, and the others in -a, which needs no ending:
  /// Mustafa Kemalis Atatiurkas.
  let hasBalticEndings: Bool
  /// What the syllables of each word are brought to; empty where the name is not read by them.
  let syllables: [[String]]

  init(_ drafts: [DraftToken]) {
    syllables = SyllableSpelling.forms(of: drafts)
    let names = drafts.filter { $0.role == .given || $0.role == .surname || $0.role == .unknown }
    let endings =
      names.count == drafts.count ? names.count { BalticEndings.stem(of: $0.text) != nil } : 0
    hasBalticEndings =
      endings > 1 && endings + names.count { $0.text.hasSuffix("a") } == names.count
    for draft in drafts where draft.role == .patronymic && draft.patronymic != nil {
      if draft.nominativePatronymic == nil {
        isNominative = true
        return
      }
      obliqueGender = draft.patronymic?.gender
      isOblique = true
      return
    }
    isNominative = drafts.contains { draft in
      // -ов and -ский end no oblique case; -ова ends two.
      draft.role == .surname && draft.surname?.isStrong == true && draft.surname?.gender == .male
        && SurnameSuffixes.shared.match(draft.text)?.gender == .male
    }
    mayHaveObliqueSurname = drafts.contains {
      $0.script == .latin && ($0.role == .surname || $0.role == .unknown)
        && $0.surname?.gender != .male
        && $0.obliqueReadings(as: .surname).contains { reading in
          SurnameSuffixes.shared.match(reading.nominative)?.isStrong == true
        }
    }
    let hasWomansSurname = drafts.contains {
      $0.role == .surname && $0.surname?.gender == .female
    }
    for draft in drafts where draft.role == .given && !isNominative {
      consider(draft, besideWomansSurname: hasWomansSurname)
    }
  }

  private mutating func consider(_ given: DraftToken, besideWomansSurname: Bool) {
    if given.isObliqueGiven {
      mayBeMansGenitive = mayBeMansGenitive || given.mayBeMansGenitive
      if case .listed(let gender?) = given.given { obliqueGender = gender }
      return
    }
    guard given.isDeclinable, let last = given.text.unicodeScalars.last else { return }
    let readings = given.obliqueReadings(as: .given)
    if given.script == .latin, given.given == nil, mayHaveObliqueSurname,
      readings.contains(where: { $0.gender == .male && given.isKnownGiven($0) })
    {
      mayBeMansGenitive = true
    }
    let isWoman = given.given == .listed(.female) && "аяa".unicodeScalars.contains(last)
    if readings.contains(where: given.isKnownGiven) {
      suggestsWoman = suggestsWoman || (isWoman && besideWomansSurname)
      return
    }
    let endsInVowel = last.isVowelOfCases
    if isWoman || (given.given == .listed(.male) && !endsInVowel) {
      isNominative = true
    } else if readings.isEmpty {
      excludesMale = excludesMale || !endsInVowel
    }
  }

  /// Whether an ending that says `gender` is only the case of a name of the other one: Иванова
  /// beside Ивановича is the man's genitive.
  func contradicts(_ gender: Gender?) -> Bool {
    gender != nil && obliqueGender != nil && gender != obliqueGender
  }
}
