internal import NameTables

/// The words of which Arabic given names are put together, however they are split: Abd al-Rahman,
/// Abdul Rahman and Abdurrahman are one name.
struct CompoundWords: Sendable {
  static let shared = CompoundWords()

  private enum Part {
    /// Abd, Abdul, Габд: with the word behind it one given name. The value is the opening without
    /// linking vowel and article.
    case opening(String)
    /// Abu, Umm: the rest is a name by itself.
    case kunya
    case article
  }

  private var parts = WordTable<Part>(minimumCapacity: 256)
  /// The first letters of kunyas.
  private var kunyaLetters = LetterSet()
  /// What stands for -uddin, -ullah and the like in all their spellings.
  private var closings: [String] = []
  private var closingTrie = EndingTrie()

  private init() {
    NameTable.compoundWords.forEachRow { cells in
      switch cells[1] {
      case "opening": parts.set(.opening(String(cells[2])), of: cells[0])
      case "kunya":
        parts.set(.kunya, of: cells[0])
        kunyaLetters.insert(cells[0].withSpan { $0.scalar(at: 0).value })
      case "article": parts.set(.article, of: cells[0])
      case "closing":
        closingTrie.insert(cells[0], row: closings.count)
        closings.append(String(cells[2]))
      default: preconditionFailure("compound-words: no part is called \(cells[1])")
      }
    }
  }

  func isArticle(_ word: String) -> Bool {
    if case .article? = parts[word] { true } else { false }
  }
  /// Abu, Umm.
  func isKunya(_ word: String) -> Bool {
    if case .kunya? = parts[word] { true } else { false }
  }
  func isOpening(_ word: String) -> Bool {
    if case .opening? = parts[word] { true } else { false }
  }

  /// `word` without linking vowel and article: абдазиз and абдлазиз for Абдулазиз, нурдин for
  /// Нуриддин. Empty for words that are no such compound.
  func forms(of word: String) -> [String] {
    guard let (prefix, opening) = longestOpening(of: word) else {
      return withoutArticleAtTheEnd(word).map { [$0] } ?? []
    }
    var ends = [prefix.endIndex]
    // The l may be the article's or the name's: Абдулатиф is Абду-Латиф.
    if let last = prefix.unicodeScalars.last, last == "л" || last == "l" {
      ends.append(prefix.unicodeScalars.index(before: prefix.endIndex))
    }
    return ends.compactMap { end in
      let rest = Self.withoutDoubling(word[end...])
      return rest.unicodeScalars.count < 2 ? nil : opening + rest
    }
  }

  private func withoutArticleAtTheEnd(_ word: String) -> String? {
    closing(of: word).map { word.replacingEnding(ofLength: $0.length, with: closings[$0.row]) }
  }

  /// The longest closing of a word that leaves three letters, and its bytes.
  private func closing(of word: String) -> (row: Int, length: Int)? {
    let least = word.shortestStem / 2 * 3
    let size = word.utf8.count
    var found: (row: Int, length: Int)?
    closingTrie.forEachEnding(of: word) { rows, length in
      if size - length >= least, let row = rows.first { found = (row, length) }
    }
    return found
  }

  /// Whether a word ends as only given names do: Мухиддин, Асадулла.
  func endsInClosing(_ word: String) -> Bool { closing(of: word) != nil }

  /// The name behind Abu- or Umm- in a word that begins so, or nil.
  func nameBehindKunya(_ word: String) -> String? {
    let bytes = word.utf8Span.span
    var end = 0
    for letter in 1...5 where end < bytes.count {
      let (value, length) = bytes.scalar(at: end)
      if letter == 1, !kunyaLetters.mayContain(value) { return nil }
      end += length
      if letter >= 3, case .kunya? = parts[bytes.extracting(0..<end)] {
        let name = Substring(word.utf8.dropFirst(end))
        if name.unicodeScalars.count >= 4 { return String(name) }
      }
    }
    return nil
  }

  private func longestOpening(of word: String) -> (prefix: Substring, opening: String)? {
    let isPossible = word.withScalars { letters in
      // All openings have a b in the second or third place; few other words do.
      (1..<3).contains { $0 < letters.count && (letters[$0] == 0x62 || letters[$0] == 0x431) }
    }
    guard isPossible else { return nil }
    let scalars = word.unicodeScalars
    var found: (Substring, String)?
    for length in 3...6 {
      guard
        let end = scalars.index(
          scalars.startIndex, offsetBy: length, limitedBy: scalars.endIndex)
      else { break }
      if case .opening(let opening)? = parts[String(scalars[..<end])] {
        found = (word[..<end], opening)
      }
    }
    return found
  }

  /// The rest behind the opening without an apostrophe or an open vowel and the consonant that the article doubled:
  /// Абдуррахман, عبدالرحیم.
  private static func withoutDoubling(_ rest: Substring) -> String {
    var scalars = rest.unicodeScalars
    while scalars.first == "\u{2BC}" || scalars.first == "\u{1D4A}" { scalars.removeFirst() }
    if let first = scalars.first, scalars.dropFirst().first == first { scalars.removeFirst() }
    if scalars.starts(with: "shsh".unicodeScalars) { scalars.removeFirst(2) }
    let name = String(Substring(scalars))
    // Abdullah, Абдулла.
    let isAllah = ["lah", "лах", "лаҳ", "loh", "лоҳ"].contains(name)
    return isAllah ? String(name.unicodeScalars.dropLast()) : name
  }
}
