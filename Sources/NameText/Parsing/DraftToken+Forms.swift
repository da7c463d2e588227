extension DraftToken {
  /// No token has more forms.
  static let mostForms = 6

  /// The other shapes under which the token may be the same name.
  ///
  /// - Parameters:
  ///   - before: the word before it.
  ///   - syllables: what its syllables are brought to.
  func forms(
    in context: FormContext, behind before: DraftToken? = nil, syllables: [String] = []
  ) -> [TokenForm] {
    var forms: [TokenForm] = []
    func add(
      _ text: String, _ kind: TokenForm.Kind, _ gender: Gender?, _ grammaticalCase: TokenForm.Case
    ) {
      let form = TokenForm(text: text, kind: kind, gender: gender, case: grammaticalCase)
      if forms.count < Self.mostForms, text != self.text || kind == .nominative,
        !text.isEmpty,
        !forms.contains(where: { $0.text == text && $0.kind == kind && $0.gender == gender }),
        // Two readings of one text matter where they say different genders of a whole surname.
        (gender != nil && kind != .surnameStem)
          || !forms.contains(where: { $0.text == text && $0.kind == kind })
      {
        forms.append(form)
      }
    }
    for text in syllables { add(text, .syllables, nil, .nominative) }
    switch role {
    case .patronymic:
      addPatronymicForms(add)
    case .given:
      addGivenForms(in: context, add)
      addCompoundForms(add)
      addBalticForm(in: context, add)
      addLatinForm(add)
      addRussianForm(add)
    case .surname, .unknown, .nickname:
      if patronymic != nil { addPatronymicForms(add) }
      addCompoundForms(add)
      addSurnameForms(in: context, add)
      if role == .unknown {
        addGivenForms(in: context, add)
      }
      addBalticForm(in: context, add)
      addLatinForm(add)
      addRussianForm(add)
    case .initial, .particle, .title:
      break
    }
    if let before { addJoinedForm(behind: before, add) }
    return forms
  }

  private typealias Adding = (String, TokenForm.Kind, Gender?, TokenForm.Case) -> Void

  private func addGivenForms(in context: FormContext, _ add: Adding) {
    for reading in nominatives(as: .given, in: context) {
      add(reading.nominative, .nominative, reading.gender, likelihood(of: reading, in: context))
    }
    if patronymic == nil {
      for name in DiminutiveEndings.shared.names(of: text) {
        add(name, .diminutive, nil, .nominative)
      }
    }
  }

  private func addBalticForm(in context: FormContext, _ add: Adding) {
    guard context.hasBalticEndings, let stem = BalticEndings.stem(of: text) else { return }
    add(stem, .nominative, .male, .balticEnding)
  }

  private func addLatinForm(_ add: Adding) {
    guard script == .latin, let stem = LatinEndings.stem(of: text) else { return }
    add(stem, .nominative, .male, .latinEnding)
  }

  private func addRussianForm(_ add: Adding) {
    guard let russian = RussianSpelling.shared.russian(text) else { return }
    add(russian, .russianSpelling, nil, .nominative)
  }

  /// The word as it is where the Arabic article before it, or Abu and Umm, are written with it: al-Khatib, Альхатиб.
  private func addJoinedForm(behind before: DraftToken, _ add: Adding) {
    let compounds = CompoundWords.shared
    guard before.role == .particle, before.script == script, !followsOpening,
      role == .surname || role == .given || role == .unknown,
      compounds.isArticle(before.text) || compounds.isKunya(before.text)
    else { return }
    add(before.text + text, .compound, nil, .nominative)
  }

  private func addCompoundForms(_ add: Adding) {
    for form in CompoundWords.shared.forms(of: text) { add(form, .compound, .male, .nominative) }
    if let name = CompoundWords.shared.nameBehindKunya(text) {
      add(name, .kunyaName, nil, .nominative)
    }
  }

  private func addPatronymicForms(_ add: Adding) {
    guard let patronymic else { return }
    if let nominativePatronymic {
      add(nominativePatronymic, .nominative, patronymic.gender, .oblique)
    }
    let word = nominativePatronymic ?? text
    for name in Self.names(endingIn: patronymic.stems, from: word, affix: patronymic.length) {
      add(name, .patronymicStem, patronymic.gender, .nominative)
    }
  }

  /// The names that `word` may have been made from; of several the known ones only: Мусаевич comes
  /// from Муса, not from Мусай.
  private static func names(
    endingIn stems: [String], from word: String, affix length: Int
  ) -> [String] {
    let names = stems.map { word.replacingEnding(ofLength: length, with: $0) }
    let known = names.count > 1 ? names.filter(GivenNames.shared.contains) : []
    return known.isEmpty ? names : known
  }

  private func addSurnameForms(in context: FormContext, _ add: Adding) {
    // A known given name whose end looks like a surname's (Марина) is not taken apart.
    if role == .unknown, isListed { return }
    let readings = nominatives(as: .surname, in: context)
    let words =
      [(text, TokenForm.Case.nominative)]
      + readings.map { ($0.nominative, likelihood(of: $0, in: context)) }
    for (reading, word) in zip(readings, words.dropFirst()) {
      add(word.0, .nominative, reading.gender, word.1)
    }
    for (word, grammaticalCase) in words {
      guard let match = SurnameSuffixes.shared.match(word) else { continue }
      if let masculine = match.masculine {
        add(
          word.replacingEnding(ofLength: match.length, with: masculine), .masculineSurname,
          match.gender, grammaticalCase)
      }
      for ending in match.reformed {
        add(
          word.replacingEnding(ofLength: match.length, with: ending), .reformedSurname, nil,
          grammaticalCase)
      }
      for name in Self.names(endingIn: match.stems, from: word, affix: match.length) {
        add(name, .surnameStem, match.gender, grammaticalCase)
      }
    }
  }

  /// How likely the word stands in the case that `reading` takes it for.
  private func likelihood(
    of reading: CaseEndings.Reading, in context: FormContext
  ) -> TokenForm.Case {
    if context.suggestsWoman, reading.gender == .male { return .unlikelyOblique }
    if context.isOblique, reading.family != .turkic { return .oblique }
    switch reading.part {
    case .patronymic: return .oblique
    case .given:
      let isSure = isObliqueGiven && !mayBeMansGenitive
      // A man's -е is the prepositional, which lists have no use for; a woman's the dative as well.
      let isPrepositional =
        reading.gender == .male && reading.family != .turkic
        && (text.hasSuffix("е") || text.hasSuffix("e"))
      if isPrepositional { return isSure ? .possiblyOblique : .unlikelyOblique }
      return isSure ? .oblique : .possiblyOblique
    case .surname:
      // Three letters at least, and no such ending of a nominative: -овой, but not -ова or -ской.
      let isLong = reading.length * 2 >= text.shortestStem * 3
      return isLong && reading.length > plainSurnameLength ? .oblique : .possiblyOblique
    }
  }

  /// The readings of the word as an oblique case, the unlikely ones left out.
  private func nominatives(
    as part: CaseEndings.Part, in context: FormContext
  ) -> [CaseEndings.Reading] {
    var readings = obliqueReadings(as: part)
    readings.removeAll {
      $0.family != .turkic
        && (context.isNominative || context.contradicts($0.gender)
          || (context.excludesMale && $0.gender == .male)
          || (part == .given && script == .latin && !context.mayHaveObliqueSurname))
    }
    switch part {
    case .given:
      let known = readings.filter(isKnownGiven)
      if !known.isEmpty || isListed { return known }
      readings.removeAll { $0.family == .slavicListed || ($0.family == .turkic && !isObliqueGiven) }
    case .surname:
      let strong = readings.filter {
        SurnameSuffixes.shared.match($0.nominative)?.isStrong == true
      }
      if !strong.isEmpty { return strong }
      readings.removeAll { $0.family == .slavicListed }
    case .patronymic:
      break
    }
    return Array(readings.prefix(4))
  }
}
