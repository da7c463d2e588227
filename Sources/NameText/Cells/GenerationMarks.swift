/// Where words say which of two people of one name is meant: Иванов Иван Иванович ст., Smith, Jr., John.
///
/// Such words are names, ranks, notes and initials as well: Ст. is Степан, `ст. лейтенант` a rank, `ст. 228` an article of
/// a law, I. an initial, Сын and Jun are names in Korea. So a mark stands behind a name and nothing of its own follows it;
/// and what may be a name has brackets, a comma, small letters or a father's name before it that show that it is none.
struct GenerationMarks: Sendable {
  /// The places of the words that are marks, ascending.
  private(set) var places: [Int] = []
  /// What they say; `nil` where there are none or they contradict each other.
  private(set) var generation: Generation?

  init(_ words: [Word]) {
    guard words.count > 1 else { return }
    var marks: [(places: Range<Int>, generation: Generation)] = []
    var cell: MarkedCell?
    for index in words.indices {
      guard let entry = GenerationWords.shared[words[index].text] else { continue }
      let read = cell ?? MarkedCell(words)
      cell = read
      if let mark = read.mark(at: index, entry) { marks.append(mark) }
    }
    places = marks.flatMap { Array($0.places) }
    generation = Generation.common(marks.map(\.generation))
  }

  /// `words` without the marks. A comma before a mark parts what stands around it: `Smith, Jr. John`.
  static func removed(from words: [Word]) -> (words: [Word], places: [Int], generation: Generation?)
  {
    let marks = GenerationMarks(words)
    let kept = words.indices.filter { !marks.places.contains($0) }
    if marks.places.isEmpty { return (words, kept, nil) }
    let rest = kept.map { index in
      var word = words[index]
      if index == kept.first { word.separator = .start }
      if index > 0, marks.places.contains(index - 1), words[index - 1].separator == .comma {
        word.separator = .comma
      }
      return word
    }
    return (rest, kept, marks.generation)
  }
}

/// A cell in which a word may be a mark.
private struct MarkedCell {
  private let words: [Word]
  /// Words are written with capitals and without.
  private let hasCapitals: Bool

  init(_ words: [Word]) {
    self.words = words
    hasCapitals = words.contains {
      $0.script != .number && $0.isCapitalised && !$0.isUpperCase
        && $0.text.unicodeScalars.count > 1
    }
  }

  /// The mark at `index`, where the word is one.
  func mark(at index: Int, _ entry: GenerationWords.Entry) -> (
    places: Range<Int>, generation: Generation
  )? {
    var places = index..<index + 1
    var generation = entry.generation
    if words[index].enclosure == .quotes || index == 0 && entry.kind != .leading { return nil }
    switch entry.kind {
    case .short: if !isShort(index) || !endsOrGoesOn(index) { return nil }
    case .last: if !isShort(index) || !ends(index) { return nil }
    case .dotted:
      if !isSmall(index) || !words[index].endsWithPeriod || !ends(index) || names(before: index) < 1
      {
        return nil
      }
    case .adjective: if !isAdjective(index) || !endsOrGoesOn(index) { return nil }
    case .doubtful: if !isAloneInBrackets(index), !isNoName(index) { return nil }
    case .kin: if !isAloneInBrackets(index), !isBearersKin(index) { return nil }
    case .pair:
      guard isSmall(index), index + 1 < words.count, ends(index + 1), names(before: index) > 0
      else { return nil }
      generation = GenerationWords.shared[words[index].text, words[index + 1].text]
      places = index..<index + 2
    case .leading:
      // A name of three words at least, the mark among them.
      guard index == 0, words.count > 2, words[0].endsWithPeriod || words[0].text.utf8.count > 4,
        words[1].isCapitalised, words[1].separator == .space
      else { return nil }
    case .numeral:
      guard words[index].isUpperCase, ends(index), words[index - 1].script != .number,
        isAloneInBrackets(index) || names(before: index) > 1
      else { return nil }
    case .single:
      guard words[index].isCapitalised, !words[index].endsWithPeriod, ends(index),
        isFathersName(index - 1) || isAloneInBrackets(index) && names(before: index) > 1
      else { return nil }
    case .ending:
      guard index > 1, words[index - 1].script == .number, isJoined(index), ends(index),
        !isJoined(index - 1), names(before: index - 1) > 0
      else { return nil }
      generation = Generation(number: words[index - 1].text)
      places = index - 1..<index + 1
    }
    if entry.kind != .leading, names(before: places.lowerBound) == 0 { return nil }
    return generation.map { (places, $0) }
  }

  // MARK: What the word is

  /// Whether a word is no name cut short and no two initials: Иванов Ст. is Степан, Smith JR has two names.
  private func isShort(_ index: Int) -> Bool {
    let word = words[index]
    if names(before: index) == 0 { return false }
    if !hasCapitals || !word.isCapitalised || word.separator == .hyphen { return true }
    if isAloneInBrackets(index) || names(before: index) > 1 || isInitial(index - 1) { return true }
    return word.script == .latin && !word.isUpperCase
  }

  /// Whether a word is no surname: Иван Старший, `Santos, Junior`.
  private func isAdjective(_ index: Int) -> Bool {
    if !hasCapitals || !words[index].isCapitalised || isAloneInBrackets(index) { return true }
    return names(before: index) > 1
      || words[index].separator != .comma && !GivenNames.shared.contains(words[index - 1].text)
  }

  /// Whether a word that may be a name is none, since it stands in small letters where names have capitals, or behind a
  /// name that is whole.
  private func isNoName(_ index: Int) -> Bool {
    ends(index) && (isSmall(index) && isName(index - 1) || isFathersName(index - 1))
  }

  /// Whether the father or son is the one whose name it is: `, сын`, but not `его сын`, `сын Ислам`, and not Петров сын,
  /// which was a patronymic.
  private func isBearersKin(_ index: Int) -> Bool {
    if !ends(index) { return false }
    if isFathersName(index - 1) { return true }
    return begins(index) && names(before: index) > 1 && (isSmall(index) || !hasCapitals)
  }

  // MARK: What stands around it

  /// Whether the word is the last of its segment.
  private func ends(_ index: Int) -> Bool {
    guard index + 1 < words.count else { return true }
    let next = words[index + 1]
    if next.enclosure != words[index].enclosure { return true }
    // The blank is left out sooner than a mark stands before a small word: ст.л-т, мл.сержант.
    if next.separator == .other, words[index].endsWithPeriod, isSmall(index + 1),
      GenerationWords.shared[next.text] == nil
    {
      return false
    }
    return next.separator == .comma || next.separator == .other && next.script != .number
      || isYear(index + 1)
  }

  /// Whether it is, or the name goes on behind it: Иванов ст. Иван Иванович. Anything else it may belong to: ст. лейтенант.
  private func endsOrGoesOn(_ index: Int) -> Bool {
    if ends(index) { return true }
    if words[index].separator == .comma { return false }
    return isInitial(index + 1) || GivenNames.shared.contains(words[index + 1].text)
      || isFathersName(index + 1)
  }

  /// A year, or what stands beside one: 1950, г.р.
  private func isYear(_ index: Int) -> Bool {
    let word = words[index]
    if word.script == .number {
      return word.text.utf8.count == 4 && ["18", "19", "20"].contains(word.text.prefix(2))
    }
    return DateWord(word.text) == .year || CellCues.shared[word.text] == .event
  }

  private func begins(_ index: Int) -> Bool {
    words[index].separator == .comma || words[index].separator == .other
      || words[index - 1].enclosure != words[index].enclosure
  }

  private func isAloneInBrackets(_ index: Int) -> Bool {
    words[index].enclosure == .brackets && begins(index) && ends(index) && names(before: index) > 0
  }

  /// How many words of names stand before a place, initials and numbers left out.
  private func names(before index: Int) -> Int { words[..<index].indices.count { isName($0) } }

  private func isName(_ index: Int) -> Bool {
    guard index >= 0 else { return false }
    let word = words[index]
    return word.script != .number && word.enclosure == .none && !isSmall(index)
      && word.text.unicodeScalars.count > 1
  }

  private func isSmall(_ index: Int) -> Bool { hasCapitals && !words[index].isCapitalised }

  /// `И.`, but not the л. of ст. л-т.
  private func isInitial(_ index: Int) -> Bool {
    guard index >= 0, words[index].text.unicodeScalars.count == 1, words[index].endsWithPeriod
    else { return false }
    return !hasCapitals || words[index].isCapitalised
  }

  private func isFathersName(_ index: Int) -> Bool {
    guard index > 0, words[index].enclosure == .none else { return false }
    let text = words[index].text
    if PatronymicAffixes.shared.standing(text) != nil { return true }
    // Петрович alone may be a surname.
    return PatronymicAffixes.shared.match(text) != nil
      && (index > 1 || GivenNames.shared.contains(words[0].text))
  }

  /// Whether the word is written as one with the one before it: 2nd, 2-й.
  private func isJoined(_ index: Int) -> Bool {
    words[index].separator == .hyphen || words[index].separator == .other
  }
}
