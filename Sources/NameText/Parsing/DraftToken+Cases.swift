extension DraftToken {
  /// Finds out what the word is where it stands in an oblique case.
  mutating func consultTablesAboutCases() {
    obliques = CaseEndings.shared.readings(of: text, isSlavic: isDeclinable)
    if patronymic == nil { findObliquePatronymic() }
    if surname?.isStrong != true {
      // Кравава is a woman sooner than a man's genitive, as Иванова is.
      let least = surname?.gender == nil ? 0 : plainSurnameLength
      _ = findObliqueSurname(longerThan: least) { $0.isStrong }
    }
    if patronymic == nil, given == nil, surname?.isStrong != true { findObliqueGiven() }
    if given == nil, surname?.isStrong != true {
      // Кошкиной is Кошкина sooner than an adjective in -ой; Рауфине may be a given name as well.
      if findObliqueSurname(longerThan: plainSurnameLength, where: { _ in true }) {
        surname?.gender = nil
      }
    }
  }

  /// The readings of the word as an oblique case of a name that is `part`.
  func obliqueReadings(as part: CaseEndings.Part) -> [CaseEndings.Reading] {
    obliques.filter { $0.part == part }
  }

  /// Whether the nominative of `reading` is a given name of the tables that fits it: another one than the word
  /// itself, and of the reading's gender.
  func isKnownGiven(_ reading: CaseEndings.Reading) -> Bool {
    guard case .listed(let listed) = GivenNames.shared.evidence(reading.nominative),
      GivenNames.shared.key(reading.nominative) != GivenNames.shared.key(text)
    else { return false }
    return listed == nil || reading.gender == nil || listed == reading.gender
  }

  private mutating func findObliquePatronymic() {
    for reading in obliqueReadings(as: .patronymic) {
      guard let match = PatronymicAffixes.shared.match(reading.nominative),
        reading.family == .turkic || (match.family == .slavic && match.gender == reading.gender)
      else { continue }
      patronymic = match
      nominativePatronymic = reading.nominative
      return
    }
  }

  /// Takes the word for the oblique case with the longest ending whose nominative has a surname's ending
  /// as `condition` asks and is longer than `least` bytes, if there is one; the gender is open where two readings of one ending differ
  /// in it.
  private mutating func findObliqueSurname(
    longerThan least: Int, where condition: (SurnameSuffixes.Match) -> Bool
  ) -> Bool {
    var found: (match: SurnameSuffixes.Match, length: Int)?
    for reading in obliqueReadings(as: .surname) {
      if let found, reading.length < found.length { break }
      guard reading.length > least,
        var match = SurnameSuffixes.shared.match(reading.nominative), condition(match),
        match.isStrong || reading.family != .slavicListed
      else { continue }
      match.gender = reading.gender
      if let best = found {
        if best.match.gender != match.gender { found?.match.gender = nil }
      } else {
        found = (match, reading.length)
      }
    }
    guard let found else { return false }
    surname = found.match
    return true
  }

  private mutating func findObliqueGiven() {
    // Romance names end as Latin spellings of oblique cases do: Petru, Simone.
    for reading in obliqueReadings(as: .given)
    where reading.family == .turkic || script == .cyrillic {
      let evidence = GivenNames.shared.evidence(reading.nominative)
      let gender: Gender?
      switch evidence {
      case .listed(let listed) where isKnownGiven(reading): gender = listed
      case .element(.male) where reading.gender == .male: gender = .male
      case .element(let element) where reading.length >= text.shortestStem * 3 / 2: gender = element
      default: continue
      }
      // Карима is the genitive of Карим or a woman's name of its own.
      mayBeMansGenitive =
        reading.family != .turkic && (text.hasSuffix("а") || text.hasSuffix("a"))
      let ownGender = mayBeMansGenitive || isOfTwoGenders ? nil : gender
      if case .listed = evidence { given = .listed(ownGender) } else { given = .element(ownGender) }
      isObliqueGiven = true
      return
    }
  }

  /// Whether the word is an oblique case of a man's name and as soon of a woman's: lists have Замира in the dative sooner
  /// than Замир in the prepositional.
  private var isOfTwoGenders: Bool {
    guard text.hasSuffix("е") || text.hasSuffix("e") else { return false }
    let names = obliqueReadings(as: .given).filter(isKnownGiven)
      .map { GivenNames.shared.evidence($0.nominative) }
    return names.contains(.listed(.male)) && names.contains(.listed(.female))
  }

  /// Whether Russian, Ukrainian or Belarusian case endings can be looked for: not in a word with
  /// letters that none of them has.
  var isDeclinable: Bool {
    switch script {
    case .cyrillic:
      return text.withScalars { letters in
        // Behind the letters of Russian and its neighbours stands ґ.
        letters.indices.allSatisfy { letters[$0] < 0x490 || letters[$0] == 0x491 }
      }
    case .latin: return text.utf8.allSatisfy { $0 < 0x80 }
    case .other, .number: return false
    }
  }
}
