internal import NameTables

/// Chinese, Korean, Vietnamese and Burmese names by their syllables: each system spells a syllable in its own way, so that hardly a
/// letter of a name may stay (Си Цзиньпин, Hsi Chin-p'ing, Xi Jinping), but there are few syllables.
///
/// A name is read so where all of it falls into syllables of one system, with a surname at its beginning or end, which
/// Burmese names do not have. Many a word happens to do that: what is found is one more form, beside the word as it stands.
struct SyllableSpelling: Sendable {
  static let shared = SyllableSpelling()

  /// In what a syllable is spelled; raw values are those of the table.
  enum System: String, Sendable {
    case palladius, korean, hangul, burmese
    case wadeGiles = "wade-giles"
    case koreanRussian = "korean-russian"
    case vietnameseRussian = "vietnamese-russian"
    case burmeseRussian = "burmese-russian"

    /// Of how many syllables a given name is at the most.
    fileprivate var mostSyllables: Int {
      switch self {
      case .vietnameseRussian: 3
      case .burmeseRussian: 4
      default: 2
      }
    }
    /// Whether each word is one syllable.
    fileprivate var partsSyllables: Bool { self == .vietnameseRussian || self == .burmeseRussian }
  }

  struct Reading {
    var system: System
    var isSurname: Bool
    var isGiven: Bool
    var brought: TableCell
    var isSign: Bool
  }

  /// The readings of each spelling stand together, the likeliest of a system first.
  private var readings: [Reading] = []
  private var rows = WordTable<Range<Int32>>(minimumCapacity: 2_400)
  private(set) var longest = 0

  private init() {
    readings.reserveCapacity(3_300)
    var (spelled, start): (TableCell, Int32) = ("", 0)
    NameTable.syllables.forEachRow { cells in
      if cells[0] != spelled {
        (spelled, start) = (cells[0], Int32(readings.count))
        longest = max(longest, spelled.count)
      }
      guard let system = System(rawValue: String(cells[1])) else {
        preconditionFailure("syllables: no system is called \(cells[1])")
      }
      readings.append(
        Reading(
          system: system, isSurname: cells[2] != "given", isGiven: cells[2] != "surname",
          brought: cells[3], isSign: cells[4] == "yes"))
      rows.set(start..<Int32(readings.count), of: spelled)
    }
  }

  // MARK: - Whole names

  /// No word has more forms by its syllables.
  static let mostForms = 4

  /// For each word of a name the spellings that its syllables are brought to, without the one that it has; empty where the
  /// name is of no such language.
  ///
  /// - Complexity: O(letters) for a name that cannot be one.
  static func forms(of words: [DraftToken]) -> [[String]] {
    if words.contains(where: { $0.script == .latin && hasVietnameseMarks($0.text) }) {
      return words.map { word in withoutMarks(word.text).map { [$0] } ?? [] }
    }
    let places = words.indices.filter { words[$0].role != .title }
    guard mayBeSyllables(places.map { words[$0] }) else { return [] }
    let found = shared.forms(of: places.map { words[$0] })
    if found.isEmpty { return [] }
    var forms = [[String]](repeating: [], count: words.count)
    for (place, texts) in zip(places, found) { forms[place] = texts }
    return forms
  }

  /// Whether the table has to be asked: two to five words of one script, few syllables, and each word ends as syllables do.
  private static func mayBeSyllables(_ words: [DraftToken]) -> Bool {
    guard 2...5 ~= words.count, let script = words.first?.script,
      script == .latin || script == .cyrillic
    else { return false }
    var syllables = 0
    for word in words {
      guard word.script == script, word.role != .patronymic, word.text.utf8.count <= 32,
        let last = word.text.unicodeScalars.last?.value,
        vowels.contains(last) || endings.contains(last)
      else { return false }
      syllables += vowelRuns(of: word.text)
      if syllables > 4 { return false }
    }
    return syllables > 1
  }

  /// How many syllables a word seems to have.
  static func vowelRuns(of word: String) -> Int {
    word.withScalars { letters in
      var runs = 0
      var isAfterVowel = false
      for place in letters.indices {
        let isVowel = vowels.contains(letters[place])
        if isVowel, !isAfterVowel { runs += 1 }
        isAfterVowel = isVowel
      }
      return runs
    }
  }

  private static let vowels = Set("aeiouyüŏŭаеёиоуыэюя".unicodeScalars.map(\.value))
  /// The consonants that a syllable may end in, й and ь among them.
  private static let endings = Set("bghklmnprtwйьгклмнпрт".unicodeScalars.map(\.value))

  private func forms(of words: [DraftToken]) -> [[String]] {
    let systems: [System] =
      words[0].script == .latin
      ? [.korean, .wadeGiles]
      : [.palladius, .koreanRussian, .vietnameseRussian, .burmeseRussian]
    var isRead = false
    var forms = [[String]](repeating: [], count: words.count)
    for system in systems {
      for surname in system == .burmeseRussian ? [nil] : [0, words.count - 1] {
        guard let found = self.forms(of: words, surname: surname, system) else { continue }
        isRead = true
        for (place, texts) in found.enumerated() {
          for text in texts where text != words[place].text && !forms[place].contains(text) {
            forms[place].append(text)
          }
        }
      }
    }
    return isRead ? forms.map { Array($0.prefix(Self.mostForms)) } : []
  }

  /// The forms of each word where the one at `surname` is a surname and the others are the syllables of a given name.
  private func forms(of words: [DraftToken], surname: Int?, _ system: System) -> [[String]]? {
    let surnames =
      surname.map { readings(of: words[$0].text, system).filter(\.isSurname) } ?? []
    if surname != nil, surnames.isEmpty { return nil }
    var hasSign = surnames.contains(where: \.isSign)
    var count = 0
    var forms: [[String]] = []
    for (place, word) in words.enumerated() {
      if place == surname {
        forms.append(surnames.map { String($0.brought) })
        continue
      }
      let parted = syllables(of: word.text, system)
      guard let first = parted.first else { return nil }
      count += first.count
      if count > system.mostSyllables { return nil }
      hasSign =
        hasSign || (word.isHyphenated && place - 1 != surname)
        || first.contains { $0.contains(where: \.isSign) }
      forms.append(word.role == .initial ? [] : Self.joined(parted))
    }
    // Of Wade-Giles pinyin has many syllables as well, in another meaning; but it has no hyphens.
    return system != .wadeGiles || hasSign ? forms : nil
  }

  func readings(of text: String, _ system: System) -> [Reading] {
    readings(of: text.utf8Span.span, system)
  }

  func readings(of letters: Span<UInt8>, _ system: System) -> [Reading] {
    guard letters.count <= longest, let range = rows[letters] else { return [] }
    return readings[Int(range.lowerBound)..<Int(range.upperBound)].filter { $0.system == system }
  }

  /// The ways to part a word into one syllable or two, each syllable by its readings. Where a consonant may end the first
  /// syllable or begin the second, it begins the second sooner.
  private func syllables(of text: String, _ system: System) -> [[[Reading]]] {
    let letters = text.utf8Span.span
    let whole = readings(of: letters, system).filter(\.isGiven)
    var parted = whole.isEmpty ? [] : [[whole]]
    if system.partsSyllables { return parted }
    for end in letters.indices.dropFirst() where letters[end] & 0xC0 != 0x80 {
      let first = readings(of: letters.extracting(..<end), system).filter(\.isGiven)
      if first.isEmpty { continue }
      let start = end + Self.mark(at: end, in: letters)
      let second = readings(of: letters.extracting(start...), system).filter(\.isGiven)
      if !second.isEmpty { parted.append([first, second]) }
    }
    return parted
  }

  /// The bytes of an ъ or apostrophe that keeps two syllables apart: Чанъань.
  private static func mark(at place: Int, in letters: Span<UInt8>) -> Int {
    guard place + 2 < letters.count else { return 0 }
    return switch (letters[place], letters[place + 1]) {
    case (0xD1, 0x8A), (0xCA, 0xBC): 2
    default: 0
    }
  }

  /// The spellings that a word's syllables are brought to, the likeliest first.
  private static func joined(_ parted: [[[Reading]]]) -> [String] {
    var texts: [String] = []
    for syllables in parted {
      let first = syllables[0].map { String($0.brought) }
      let spelled =
        syllables.count == 1 ? first : pairs(first, syllables[1].map { String($0.brought) })
      for text in spelled where !texts.contains(text) { texts.append(text) }
    }
    return Array(texts.prefix(mostForms))
  }

  /// Every text of one list with every one of the other behind it, those first that stand nearest to the beginnings.
  private static func pairs(_ first: [String], _ second: [String]) -> [String] {
    (0..<first.count + second.count).flatMap { sum in
      first.indices.lazy.filter { second.indices.contains(sum - $0) }
        .map { first[$0] + second[sum - $0] }
    }
  }

  // MARK: - Two words as one

  /// Both words may be of two languages, which nothing tells apart here.
  private static let mostJoinedForms = 12

  /// What two neighbouring words that are read by their syllables are brought to as one.
  static func joinedForms(_ first: NameToken, _ second: NameToken) -> [String] {
    guard first.hasSyllables || second.hasSyllables else { return [] }
    let (before, behind) = (spellings(of: first), spellings(of: second))
    let text = first.text + second.text
    return Array(pairs(before, behind).filter { $0 != text }.prefix(mostJoinedForms))
  }

  /// The word as it stands may be spelled as all are brought to, but in Cyrillic.
  private static func spellings(of token: NameToken) -> [String] {
    let forms = token.forms.filter { $0.kind == .syllables }.map(\.text)
    return token.script == .cyrillic ? forms : forms + [token.text]
  }
}

extension NameToken {
  fileprivate var hasSyllables: Bool { forms.contains { $0.kind == .syllables } }
}
