/// Takes the words of a name for what they are: given name, surname, patronymic, initial, title.
public enum NameParser {
  /// The name that `words` spell, every word a token with a role, in the order of the cell.
  ///
  /// A role is given where there is evidence for it: an affix, capitals, a comma, the place beside
  /// a patronymic, a known given name. Where there is none it is `unknown`: in `Ербол Серік` both
  /// words are given names, and either may be the surname. Numbers and words such as г-н, ИП and
  /// Dr leave no token, nor do marks of a generation (ст., Jr.); a standing affix is joined to the father's name
  /// (`Вали ўғли` is one token).
  ///
  /// - Parameters:
  ///   - words: the words of one cell, cleaned.
  ///   - column: the role that the list's column gives to its words; nil for a whole name. Such a
  ///     column may still hold more than it promises: a patronymic in the column of given names,
  ///     a whole name in that of surnames.
  /// - Complexity: O(letters), for the few words that names have.
  public static func parse(_ words: [Word], column: Role? = nil) -> PersonName {
    parse(unread: [(words, column)])
  }

  /// The name whose parts stand in columns of their own, tokens in the order of `parts`. Parts that say that they are
  /// not known are left out.
  public static func parse(parts: [(words: [Word], column: Role)]) -> PersonName {
    parse(
      unread: parts.filter { !Placeholder.isMade(of: $0.words) }
        .map { ($0.words, Optional($0.column)) })
  }

  /// The name whose parts stand in columns of their own beside the cell of the whole name, whose words come first.
  package static func parse(whole: CellReading?, parts: [(words: [Word], column: Role)])
    -> PersonName
  {
    var cells: [(words: [Word], column: Role?)] = []
    if let whole { cells.append((whole.words, nil)) }
    if let whole, whole.hasFather { cells.append((whole.fathers, .patronymic)) }
    var marks = [whole?.generation]
    for part in parts where !Placeholder.isMade(of: part.words) {
      let marked = GenerationMarks.removed(from: part.words)
      marks.append(marked.generation)
      cells.append((marked.words, part.column))
    }
    return parse(parts: cells, generation: Generation.common(marks))
  }

  /// The forms of a given name of several words written as one: Abd al-Rahman is абдрахман, as
  /// Абдурахман is; empty for other words.
  public static func compoundForms(of text: String) -> [TokenForm] {
    CompoundWords.shared.forms(of: text).map { TokenForm(text: $0, kind: .compound, gender: .male) }
  }

  /// The forms of two neighbouring words of a Chinese or Korean name written as one: Tse-tung is zedong, as Цзэдун is.
  public static func joinedForms(_ first: NameToken, _ second: NameToken) -> [TokenForm] {
    SyllableSpelling.joinedForms(first, second).map {
      TokenForm(text: $0, kind: .syllables, gender: nil)
    }
  }

  /// Whether `text` is Abd, Abdul or the like by itself, which one Arabic given name in a dozen begins with.
  public static func isCompoundOpening(_ text: String) -> Bool {
    CompoundWords.shared.isOpening(text)
  }

  /// The same of cells that no ``CellReading`` has taken apart: marks of a generation are looked for here.
  private static func parse(unread parts: [(words: [Word], column: Role?)]) -> PersonName {
    let marked = parts.map { GenerationMarks.removed(from: $0.words) }
    return parse(
      parts: zip(parts, marked).map { ($1.words, $0.column) },
      generation: Generation.common(marked.map(\.generation)))
  }

  private static func parse(parts: [(words: [Word], column: Role?)], generation: Generation?)
    -> PersonName
  {
    var name = name(of: drafts(of: parts))
    name.generation = generation
    return name
  }

  /// The words of a name's cells on their way, and what the cells say besides.
  struct Drafts: Sendable {
    /// One list for each cell.
    var parts: [[DraftToken]] = []
    /// The gender of titles that left no token.
    var titleGender: Gender?
  }

  static func drafts(of parts: [(words: [Word], column: Role?)]) -> Drafts {
    var drafts = Drafts()
    for part in parts {
      let cell = NameCell(part.words)
      drafts.titleGender = drafts.titleGender ?? cell.titleGender
      var assignment = RoleAssignment(cell.drafts)
      var part = assignment.assign(column: part.column)
      // The van of Ван Цзин and the an of Mao An-ying are none.
      if part.contains(where: { $0.role == .particle }), !SyllableSpelling.forms(of: part).isEmpty {
        for place in part.indices where part[place].role == .particle {
          part[place].role = place == 0 ? .surname : .given
        }
      }
      drafts.parts.append(part)
    }
    return drafts
  }

  static func name(of read: Drafts) -> PersonName {
    let drafts = read.parts.flatMap { $0 }
    let context = FormContext(drafts)
    return PersonName(
      tokens: drafts.indices.map { index in
        let draft = drafts[index]
        return NameToken(
          text: draft.text, script: draft.script, role: draft.role,
          gender: draft.bearerGender(in: context)?.gender, isHyphenated: draft.isHyphenated,
          forms: draft.forms(
            in: context, behind: index > 0 ? drafts[index - 1] : nil,
            syllables: context.syllables.isEmpty ? [] : context.syllables[index]))
      },
      gender: gender(of: drafts, titleGender: read.titleGender, in: context))
  }

  /// The bearer's gender by all the evidence, nil where there is none or it contradicts itself.
  private static func gender(
    of drafts: [DraftToken], titleGender: Gender?, in context: FormContext
  ) -> Gender? {
    var weights = (male: 0, female: 0)
    func count(_ gender: Gender?, _ weight: Int) {
      switch gender {
      case .male: weights.male += weight
      case .female: weights.female += weight
      case nil: break
      }
    }
    count(titleGender, 2)
    for draft in drafts {
      if let evidence = draft.bearerGender(in: context) { count(evidence.gender, evidence.weight) }
    }
    // Against any contradiction a patronymic and a given name together prevail over a surname
    // without its ending, as women abroad bear it; less does not.
    if weights.male > 0, weights.female > 0, abs(weights.male - weights.female) < 3 { return nil }
    if weights.male == weights.female { return nil }
    return weights.male > weights.female ? .male : .female
  }
}
