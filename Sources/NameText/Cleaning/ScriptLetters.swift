internal import NameTables

/// Words of Georgian, Armenian, Greek, Hebrew and Arabic script in Latin letters, by a table of ours: ICU gives marks
/// and letters that no list of names has (`pʻasinyan`), and no vowels where the script writes none.
struct ScriptLetters: Sendable {
  /// Stands for a vowel that the script leaves out.
  static let unwrittenVowel: Unicode.Scalar = "\u{1D4A}"

  /// The first that holds is taken.
  private enum Place: String, CaseIterable {
    case whole, initial
    case finalAfterBare = "final-after-bare"
    case final
    case beforeVowel = "before-vowel"
    case afterBare = "after-bare"
    case anywhere = ""
  }

  private enum Kind: String {
    case vowel, consonant, mark, article
    /// A consonant of a script that leaves vowels out.
    case bare
  }

  private struct Rule {
    var place: Place
    var kind: Kind
    var latin: String
  }

  private var rules: [[Unicode.Scalar]: [Rule]] = [:]
  private var longest = 0

  static let shared = ScriptLetters()

  private init() {
    NameTable.scripts.forEachRow { cells in
      guard let place = Place(rawValue: String(cells[1])),
        let kind = Kind(rawValue: String(cells[2]))
      else { preconditionFailure("A row of the table of scripts cannot be read: \(cells)") }
      let letters = Array(String(cells[0]).unicodeScalars)
      longest = max(longest, letters.count)
      rules[letters, default: []].append(
        Rule(place: place, kind: kind, latin: String(cells[3])))
    }
    let order = Place.allCases
    for letters in rules.keys {
      rules[letters]!.sort { order.firstIndex(of: $0.place)! < order.firstIndex(of: $1.place)! }
    }
  }

  /// `word`, in lower case, as Latin words (an article is one of its own); `nil` where a letter is of no table.
  /// - Complexity: O(scalars of the word).
  func romanised(_ word: String) -> [String]? {
    let letters = Array(word.unicodeScalars)
    var words: [String] = []
    var latin = String.UnicodeScalarView()
    var last: Kind?
    var position = 0
    while position < letters.count {
      guard let (rule, end) = match(in: letters, at: position, after: last) else { return nil }
      if rule.kind == .article {
        words.append(rule.latin)
      } else {
        if rule.kind == .bare, last == .bare { latin.append(Self.unwrittenVowel) }
        latin.append(contentsOf: rule.latin.unicodeScalars)
        if rule.kind != .mark { last = rule.kind }
      }
      position = end
    }
    if !latin.isEmpty { words.append(String(latin)) }
    return words
  }

  /// The rule of the longest grapheme at `position` that holds there, and where that grapheme ends.
  private func match(
    in letters: [Unicode.Scalar], at position: Int, after last: Kind?
  ) -> (rule: Rule, end: Int)? {
    for end in stride(from: min(letters.count, position + longest), to: position, by: -1) {
      guard let candidates = rules[Array(letters[position..<end])] else { continue }
      if let rule = candidates.first(where: { holds($0, letters, position, end, last) }) {
        return (rule, end)
      }
    }
    return nil
  }

  private func holds(
    _ rule: Rule, _ letters: [Unicode.Scalar], _ start: Int, _ end: Int, _ last: Kind?
  ) -> Bool {
    switch rule.place {
    case .whole: return start == 0 && end == letters.count
    // An article stands before a word, which has three letters at least.
    case .initial: return start == 0 && (rule.kind != .article || letters.count - end >= 3)
    case .finalAfterBare: return end == letters.count && last == .bare
    case .final: return end == letters.count && start > 0
    case .beforeVowel:
      guard end < letters.count, let next = rules[[letters[end]]]?.last else { return false }
      return next.place == .anywhere && next.kind == .vowel
    case .afterBare: return last == .bare
    case .anywhere: return true
    }
  }
}
