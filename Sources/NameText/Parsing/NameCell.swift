/// The first look at the words of a name: what is no part of it, initials, standing affixes.
struct NameCell {
  var drafts: [DraftToken] = []
  /// The gender of titles that left no token: г-жа, Mr.
  private(set) var titleGender: Gender?

  let words: [Word]
  private var commas = 0
  /// The word that the last unsettled draft was made of.
  private var lastDraftWord: Int?
  /// The word before was a number, or a note at one.
  private var isAfterNumber = false

  init(_ words: [Word]) {
    self.words = words
    var index = 0
    while index < words.count {
      index += read(at: index)
    }
    splitInitialPairs()
    settleTitles()
    for index in drafts.indices where !drafts[index].isSettled || drafts[index].role == .nickname {
      drafts[index].consultTables()
    }
    settleAbbreviations()
    releaseNameTitles()
  }

  /// Reads the word at `index` and answers how many words that took.
  private mutating func read(at index: Int) -> Int {
    let word = words[index]
    if word.separator == .comma { commas += 1 }
    if word.script == .number {
      isAfterNumber = true
      return 1
    }
    if let note = CellWords.shared.entry(for: word.text, .year),
      isAfterNumber || (note.position == .any && isNumber(at: index + 1))
    {
      return 1
    }
    isAfterNumber = false
    if word.enclosure != .none {
      if CellWords.shared.entry(for: word.text, .alias) == nil, !isMaidenNote(word) {
        drafts.append(.settled(word, at: index, as: .nickname, commas: commas))
      }
      return 1
    }
    if index > 0, index + 1 < words.count, isMaidenNote(word) {
      drafts.append(.settled(words[index + 1], at: index + 1, as: .nickname, commas: commas))
      return 2
    }
    if let title = hyphenatedTitle(at: index) {
      titleGender = title.gender ?? titleGender
      return 2
    }
    if isUncapitalisedTitle(word) { return 1 }
    if Self.isInitial(word) {
      drafts.append(.settled(word, at: index, as: .initial, commas: commas))
    } else if isParticle(at: index) {
      drafts.append(.settled(word, at: index, as: .particle, commas: commas))
    } else if index == 0 || lastDraftWord != index - 1
      || !(joinAffix(word, at: index) || joinPatronymic(word, at: index))
    {
      var draft = DraftToken(word, at: index, commas: commas)
      draft.followsOpening = followsOpening(word)
      drafts.append(draft)
      lastDraftWord = index
    }
    return 1
  }

  /// Whether `word` belongs to the Abd or Abdul before it: Abdul Karim, but not Abdul Karimov.
  private func followsOpening(_ word: Word) -> Bool {
    guard let before = drafts.last(where: { $0.role != .particle }), !before.isSettled,
      before.commas == commas, CompoundWords.shared.isOpening(before.text)
    else { return false }
    return SurnameSuffixes.shared.match(word.text)?.isStrong != true
  }

  private func isNumber(at index: Int) -> Bool {
    index < words.count && words[index].script == .number
  }

  private func isMaidenNote(_ word: Word) -> Bool {
    CellWords.shared.entry(for: word.text, .maiden) != nil
  }

  /// г-н, гр-ка: two words to the splitter.
  private func hyphenatedTitle(at index: Int) -> CellWords.Entry? {
    guard words[index].text.utf8.count <= 4, index + 1 < words.count,
      words[index + 1].separator == .hyphen
    else { return nil }
    return CellWords.shared.entry(for: words[index].text + "-" + words[index + 1].text, .title)
  }

  /// `г.` before a name is a title where names have capitals; `Г.` is an initial.
  private func isUncapitalisedTitle(_ word: Word) -> Bool {
    guard !word.isCapitalised, drafts.isEmpty, word.text.unicodeScalars.count == 1,
      CellWords.shared.entry(for: word.text, .title) != nil
    else { return false }
    return words.contains { $0.isCapitalised && $0.text.unicodeScalars.count > 1 }
  }

  private static func isInitial(_ word: Word) -> Bool {
    var letters = word.text.unicodeScalars.lazy.filter { $0 != "\u{2BC}" }.makeIterator()
    guard letters.next() != nil else { return false }
    guard letters.next() != nil else { return true }
    return word.endsWithPeriod && digraphs.contains(word.text)
  }

  /// Letters that together stand for one sound, and so for one initial.
  private static let digraphs: Set<String> = [
    "дж", "дз", "sh", "ch", "kh", "zh", "gh", "yu", "ya", "ye", "yo", "iu", "ia", "ju", "ja", "ts",
    "dj", "oʼ", "gʼ", "dzh", "sch",
  ]

  private func isParticle(at index: Int) -> Bool {
    // Al. is short for Alexander.
    let isCutShort = words[index].endsWithPeriod && words[index].isCapitalised
    guard index + 1 < words.count, !isCutShort, words[index + 1].separator != .comma,
      words[index + 1].script != .number, !isHalfOfPatronymic(words[index + 1], at: index + 1)
    else { return false }
    return CellWords.shared.entry(for: words[index].text, .particle) != nil
      || (CompoundWords.shared.isArticle(words[index].text) && isBesideCompound(at: index))
  }

  /// Whether the article at `index` is joined to the word behind it or stands behind Abd: ar-Rahman, Abd ur Rahman.
  private func isBesideCompound(at index: Int) -> Bool {
    words[index + 1].separator == .hyphen
      || (index > 0 && CompoundWords.shared.isOpening(words[index - 1].text))
  }

  /// Joins `улы`, `oʻgʻli` and the like to the father's name before it, as they are written joined.
  private mutating func joinAffix(_ word: Word, at index: Int) -> Bool {
    guard let last = drafts.last, !last.isSettled, last.patronymic == nil,
      word.separator != .comma, let affix = PatronymicAffixes.shared.standing(word.text)
    else { return false }
    drafts[drafts.count - 1].text += word.text
    drafts[drafts.count - 1].words = drafts[drafts.count - 1].words.lowerBound..<index + 1
    drafts[drafts.count - 1].patronymic = affix
    return true
  }

  /// Joins the halves of a patronymic whose father has a name of two: Абу-Бакарович is Абубакарович.
  private mutating func joinPatronymic(_ word: Word, at index: Int) -> Bool {
    guard isHalfOfPatronymic(word, at: index), let last = drafts.last, !last.isSettled,
      GivenNames.shared.evidence(last.text) != .listed(.female)
    else { return false }
    drafts[drafts.count - 1].text += word.text
    drafts[drafts.count - 1].words = last.words.lowerBound..<index + 1
    return true
  }

  private func isHalfOfPatronymic(_ word: Word, at index: Int) -> Bool {
    guard word.separator == .hyphen else { return false }
    var half = DraftToken(word, at: index, commas: commas)
    half.consultTables()
    return half.patronymic?.family == .slavic
  }

  /// Takes two capitals beside a longer word for two initials: `Каримов ДА`.
  private mutating func splitInitialPairs() {
    guard
      let index = drafts.firstIndex(where: {
        !$0.isSettled && $0.isUpperCase && $0.text.unicodeScalars.count == 2
          && CellWords.shared.entry(for: $0.text, .title) == nil
      })
    else { return }
    let names = drafts.filter { !$0.isSettled && $0.text.unicodeScalars.count > 2 }
    guard names.count == 1, !names[0].isUpperCase,
      SurnameSuffixes.shared.match(names[0].text) != nil
    else { return }
    let initials = drafts[index].text.unicodeScalars.map { scalar in
      var initial = drafts[index]
      initial.text = String(Character(scalar))
      initial.role = .initial
      initial.isSettled = true
      return initial
    }
    drafts.replaceSubrange(index...index, with: initials)
  }

  private mutating func settleTitles() {
    let isTitle = drafts.map { draft in
      !draft.isSettled && CellWords.shared.entry(for: draft.text, .title) != nil
    }
    guard isTitle.contains(true),
      let first = drafts.indices.first(where: { !isTitle[$0] && !drafts[$0].isSettled })
    else { return }
    let last = drafts.indices.last { !isTitle[$0] && !drafts[$0].isSettled } ?? first
    for index in drafts.indices.reversed() where isTitle[index] {
      guard let title = CellWords.shared.entry(for: drafts[index].text, .title) else { continue }
      let isInPlace =
        switch title.position {
        case .initial: index < first
        case .final: index > first
        case .any: index < first || index > last || title.policy != .weak
        }
      // Хаджи-Мурад is one name.
      let beginsName =
        title.policy == .weak && index + 1 < drafts.count && drafts[index + 1].isHyphenated
      guard isInPlace, !beginsName else { continue }
      if title.policy == .drop {
        titleGender = title.gender ?? titleGender
        drafts.remove(at: index)
      } else {
        drafts[index].role = .title
        drafts[index].isSettled = true
        drafts[index].titleGender = title.gender
      }
    }
  }

  /// Makes a weak title a name again where fewer than a given name and a surname are left.
  private mutating func releaseNameTitles() {
    let names = drafts.count { !$0.isSettled && $0.patronymic == nil }
    guard names < 2 else { return }
    for index in drafts.indices where drafts[index].role == .title {
      guard CellWords.shared.entry(for: drafts[index].text, .title)?.policy == .weak else {
        continue
      }
      drafts[index].role = .unknown
      drafts[index].isSettled = false
      drafts[index].titleGender = nil
      drafts[index].consultTables()
    }
  }
}
