/// A word of the name on its way to become a token, with what the tables say of it.
struct DraftToken: Sendable {
  var text: String
  /// Which words of the cell it was made of.
  var words: Range<Int>
  var script: Script
  var role: Role = .unknown
  /// Title, particle, initial or nickname: known from the cell alone, not from the other words.
  var isSettled = false
  var isUpperCase: Bool
  var isHyphenated: Bool
  /// Commas before it in the cell.
  var commas: Int
  /// A title's gender.
  var titleGender: Gender?

  var patronymic: PatronymicAffixes.Match?
  /// The patronymic in the nominative, where the cell has it in an oblique case.
  var nominativePatronymic: String?
  var surname: SurnameSuffixes.Match?
  var given: GivenNames.Evidence?
  /// The given name was recognised in an oblique case.
  var isObliqueGiven = false

  init(_ word: Word, at index: Int, commas: Int) {
    text = word.text
    words = index..<index + 1
    script = word.script
    isUpperCase = word.isUpperCase
    isHyphenated = word.separator == .hyphen
    self.commas = commas
  }

  static func settled(_ word: Word, at index: Int, as role: Role, commas: Int) -> DraftToken {
    var draft = DraftToken(word, at: index, commas: commas)
    draft.role = role
    draft.isSettled = true
    return draft
  }

  /// Asks the tables about the word.
  mutating func consultTables() {
    surname = SurnameSuffixes.shared.match(text)
    given = GivenNames.shared.evidence(text)
    // A standing affix has already been joined to the father's name.
    if patronymic == nil { patronymic = PatronymicAffixes.shared.match(text) }
    if isDeclinable { consultTablesAboutCases() }
  }

  /// What the word is where it stands in an oblique case.
  private mutating func consultTablesAboutCases() {
    let cases = CaseEndings.shared
    if patronymic == nil {
      for reading in cases.readings(of: text, as: .patronymic) {
        guard let match = PatronymicAffixes.shared.match(reading.nominative),
          match.family == .slavic, match.gender == reading.gender
        else { continue }
        patronymic = match
        nominativePatronymic = reading.nominative
        return
      }
    }
    if surname?.isStrong != true {
      // Ивановой is Иванова sooner than an adjective in -ой.
      let oblique = cases.readings(of: text, as: .surname).lazy
        .compactMap { reading in
          SurnameSuffixes.shared.match(reading.nominative).map { match in
            var match = match
            match.gender = reading.gender
            return match
          }
        }
        .first { $0.isStrong }
      surname = oblique ?? surname
    }
    if given == nil, patronymic == nil, surname == nil {
      for reading in cases.readings(of: text, as: .given) {
        guard case .listed(let gender) = GivenNames.shared.evidence(reading.nominative) else {
          continue
        }
        // Карима is the genitive of Карим or a woman's name of its own.
        given = .listed(text.hasSuffix("а") || text.hasSuffix("a") ? nil : gender)
        isObliqueGiven = true
        return
      }
    }
  }

  /// Whether Russian, Ukrainian or Belarusian case endings can be looked for: not in a word with
  /// letters that none of them has.
  var isDeclinable: Bool {
    switch script {
    case .cyrillic: return !text.unicodeScalars.contains { $0.value >= 0x490 && $0 != "ґ" }
    case .latin: return text.utf8.allSatisfy { $0 < 0x80 }
    case .other, .number: return false
    }
  }

  /// How much likelier the word is a given name than a surname, by its own look.
  var givenScore: Int {
    var score = 0
    switch given {
    case .listed: score += 3
    case .element: score += 1
    case nil: break
    }
    if let surname {
      // Мартин, Марина: a known given name with a surname's ending is the given name still.
      score -= surname.isStrong ? 4 : isListed ? 1 : 2
    } else if patronymic != nil {
      score -= 2
    }
    return score
  }

  /// Whether the patronymic, if it is one, comes from a name in the tables.
  var hasKnownFather: Bool {
    guard let patronymic else { return false }
    let word = nominativePatronymic ?? text
    return patronymic.stems.contains {
      GivenNames.shared.evidence(word.replacingEnding(ofLength: patronymic.length, with: $0)) != nil
    }
  }

  var isListed: Bool {
    if case .listed = given { return true }
    return false
  }
}
