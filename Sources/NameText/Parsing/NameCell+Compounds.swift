extension NameCell {
  /// A given name that the cell has in several words: Abd al-Rahman, Nur ad-Din.
  struct Compound {
    /// How many words it takes.
    var length: Int
    /// All of them as one.
    var word: Word
    /// Abd- without linking vowel and article, with the name behind it; nil for other compounds.
    var core: String?
  }

  /// The compound that begins at `index` of `words`, or nil.
  static func compound(in words: [Word], at index: Int) -> Compound? {
    let table = CompoundWords.shared
    let opening = table.opening(words[index].text)
    var last = index + 1
    while last < words.count, table.isArticle(words[last].text), words[last].continuesName {
      last += 1
    }
    guard last < words.count, last - index <= 3, words[last].continuesName,
      words[last].script == words[index].script, words[last].text.utf8.count > 2
    else { return nil }
    if opening != nil {
      // Abdul Karimov is given name and surname; a third word makes Abdul Karim Ahmedov.
      let others = words.indices.contains {
        ($0 < index || $0 > last) && words[$0].script != .number && words[$0].text.utf8.count > 2
      }
      guard others || SurnameSuffixes.shared.match(words[last].text)?.isStrong != true else {
        return nil
      }
    } else {
      guard last > index + 1, table.isClosing(words[last].text), words[index].text.utf8.count > 2
      else { return nil }
    }
    var word = words[index]
    for next in words[index + 1...last] {
      word.text += next.text
      word.isUpperCase = word.isUpperCase && next.isUpperCase
    }
    return Compound(
      length: last - index + 1, word: word, core: opening.map { $0 + words[last].text })
  }
}

extension Word {
  /// Whether the word can belong to one name with the word before it.
  fileprivate var continuesName: Bool {
    script != .number && enclosure == .none && separator != .comma && separator != .start
  }
}
