extension DraftToken {
  /// No token has more forms.
  static let mostForms = 6

  /// The other shapes under which the token may be the same name.
  func forms(in context: FormContext) -> [TokenForm] {
    var forms: [TokenForm] = []
    func add(_ text: String, _ kind: TokenForm.Kind, _ gender: Gender?) {
      let form = TokenForm(text: text, kind: kind, gender: gender)
      if forms.count < Self.mostForms, text != self.text || kind == .nominative,
        !text.isEmpty, !forms.contains(form),
        // Two readings of one text matter where they say different genders of a whole surname.
        (gender != nil && kind != .surnameStem)
          || !forms.contains(where: { $0.text == text && $0.kind == kind })
      {
        forms.append(form)
      }
    }
    switch role {
    case .patronymic:
      addPatronymicForms(add)
    case .given:
      for reading in nominatives(as: .given, in: context) {
        add(reading.nominative, .nominative, reading.gender)
      }
    case .surname, .unknown, .nickname:
      if patronymic != nil { addPatronymicForms(add) }
      addSurnameForms(in: context, add)
      if role == .unknown {
        for reading in nominatives(as: .given, in: context) {
          add(reading.nominative, .nominative, reading.gender)
        }
      }
    case .initial, .particle, .title:
      break
    }
    return forms
  }

  private func addPatronymicForms(_ add: (String, TokenForm.Kind, Gender?) -> Void) {
    guard let patronymic else { return }
    if let nominativePatronymic { add(nominativePatronymic, .nominative, patronymic.gender) }
    let word = nominativePatronymic ?? text
    for name in Self.names(endingIn: patronymic.stems, from: word, affix: patronymic.length) {
      add(name, .patronymicStem, patronymic.gender)
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

  private func addSurnameForms(
    in context: FormContext, _ add: (String, TokenForm.Kind, Gender?) -> Void
  ) {
    // A known given name whose end looks like a surname's (Марина) is not taken apart.
    if role == .unknown, isListed { return }
    let readings = nominatives(as: .surname, in: context)
    for reading in readings { add(reading.nominative, .nominative, reading.gender) }
    for word in [text] + readings.map(\.nominative) {
      guard let match = SurnameSuffixes.shared.match(word) else { continue }
      if let masculine = match.masculine {
        add(
          word.replacingEnding(ofLength: match.length, with: masculine), .masculineSurname, .female)
      }
      for name in Self.names(endingIn: match.stems, from: word, affix: match.length) {
        add(name, .surnameStem, match.gender)
      }
    }
  }

  /// The readings of the word as an oblique case, the unlikely ones left out.
  private func nominatives(
    as part: CaseEndings.Part, in context: FormContext
  ) -> [CaseEndings.Reading] {
    guard !context.isNominative, isDeclinable else { return [] }
    var readings = CaseEndings.shared.readings(of: text, as: part)
    readings.removeAll {
      context.contradicts($0.gender) || (context.excludesMale && $0.gender == .male)
    }
    switch part {
    case .given:
      let known = readings.filter { GivenNames.shared.contains($0.nominative) }
      if !known.isEmpty || isListed { return known }
    case .surname:
      let strong = readings.filter {
        SurnameSuffixes.shared.match($0.nominative)?.isStrong == true
      }
      if !strong.isEmpty { return strong }
    case .patronymic:
      break
    }
    return Array(readings.prefix(4))
  }
}
