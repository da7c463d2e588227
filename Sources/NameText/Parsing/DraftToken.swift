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
  /// Behind Abd or Abdul: both are one given name.
  var followsOpening = false
  /// Commas before it in the cell.
  var commas: Int
  /// A title's gender.
  var titleGender: Gender?

  var patronymic: PatronymicAffixes.Match?
  /// The patronymic in the nominative, where the cell has it in an oblique case.
  var nominativePatronymic: String?
  var surname: SurnameSuffixes.Match?
  /// Bytes of the surname's ending that the word has as it stands, in no oblique case.
  private(set) var plainSurnameLength = 0
  var given: GivenNames.Evidence?
  /// What the word is the oblique case of, if it stands in one.
  var obliques: [CaseEndings.Reading] = []
  /// The given name was recognised in an oblique case.
  var isObliqueGiven = false
  /// The man's genitive in -а that a woman's name may be as well: Даулетмурата.
  var mayBeMansGenitive = false

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
    plainSurnameLength = surname?.length ?? 0
    consultTablesAboutCases()
  }

  /// How much likelier the word is a given name than a surname, by its own look.
  var givenScore: Int {
    var score = 0
    switch given {
    case .listed: score += 3
    case .element: score += CompoundWords.shared.endsInClosing(text) ? 3 : 1
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
