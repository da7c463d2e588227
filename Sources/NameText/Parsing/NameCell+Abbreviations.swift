/// Given names and patronymics that are cut short: `Бобров Ив. Петр.`, `Сидоров Александр Влад.`, and words that a
/// narrow column cut off: `Каллыханова Гулжа...`
extension NameCell {
  /// Takes words that are cut short for the initials that they are.
  mutating func settleAbbreviations() {
    let short = drafts.indices.filter { mayBeCutShort($0) }
    guard !short.isEmpty, drafts.count(where: { !$0.isSettled }) > short.count else { return }
    // Петр. is a whole name unless the word beside it is cut short as well, or it stands in the patronymic's place.
    let isSure =
      short.count > 1 || isInPlaceOfPatronymic(short[0])
      || !drafts[short[0]].isKnownName && !endsSentence(short[0])
    for index in short where isSure || isCutOff(drafts[index]) {
      drafts[index].role = .initial
      drafts[index].isSettled = true
    }
  }

  private func isCutOff(_ draft: DraftToken) -> Bool { words[draft.words.lowerBound].isCutOff }

  /// Whether a word with a full stop behind it has the look of a beginning: few letters, the last one a consonant, no ending
  /// of a surname or patronymic. Where dots say that letters are missing, any letter may be the last of a word that is no
  /// name yet, and in a patronymic's place of one that is: Gulnaz Mara...
  private func mayBeCutShort(_ index: Int) -> Bool {
    let draft = drafts[index]
    guard !draft.isSettled, !draft.isHyphenated, draft.words.count == 1,
      draft.surname == nil, draft.patronymic == nil,
      2...10 ~= draft.text.unicodeScalars.count, let last = draft.text.unicodeScalars.last
    else { return false }
    if isCutOff(draft) { return !draft.isKnownName || isInPlaceOfPatronymic(index) }
    guard words[draft.words.lowerBound].endsWithPeriod else { return false }
    return !Self.vowels.contains(last)
  }

  private static let vowels = Set("аеёиоуыэюяәөүұіїєaeiouyäöüəıáéíóú".unicodeScalars)

  /// Whether the full stop may be that of a sentence: behind the last of two words of which neither is surely a surname.
  private func endsSentence(_ index: Int) -> Bool {
    let names = namePlaces
    return index == names.last && names.count < 3 && names.allSatisfy { drafts[$0].surname == nil }
  }

  /// Whether the last word stands behind a surname and a given name or its initial.
  private func isInPlaceOfPatronymic(_ index: Int) -> Bool {
    let names = namePlaces
    return names.count == 3 && names.last == index && drafts[names[0]].surname != nil
      && (drafts[names[1]].isListed || drafts[names[1]].role == .initial)
  }

  private var namePlaces: [Int] {
    drafts.indices.filter { !drafts[$0].isSettled || drafts[$0].role == .initial }
  }
}

extension DraftToken {
  /// Whether tables know the word as a name, or as another way to write one: Md. is Muhammad.
  fileprivate var isKnownName: Bool { isListed || !NameEquivalents.groups(of: text).isEmpty }
}
