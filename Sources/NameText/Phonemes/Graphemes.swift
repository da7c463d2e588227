internal import NameTables

/// The grapheme table, compiled when first needed.
enum Graphemes {
  /// As it stands for every word.
  static let plain = GraphemeTrie(common, alphabet: .shared)

  /// As a habit of writing has it, in the order of the habit table. Most habits are never asked for.
  static func trie(ofHabit habit: Int) -> GraphemeTrie { habits[habit].value }

  private static let habits = Habits.shared.names.map { name in
    MadeOnce { GraphemeTrie(common + rules[name, default: []], alphabet: .shared) }
  }

  /// The symbols, a bit for each, that a word may begin with whose first letter is this, whoever writes it; all where a
  /// rule has no symbol, or none may hold.
  static func openings(of letter: UInt32) -> UInt64 { openings[letter] ?? .max }

  private static let openings: [UInt32: UInt64] = {
    var openings: [UInt32: UInt64] = [:]
    for rule in rules.values.joined() {
      openings[rule.firstLetter, default: 0] |= rule.symbols.first.map { 1 << UInt64($0) } ?? .max
    }
    let alwaysRead = Set(
      common.lazy.filter { $0.context == .anywhere && $0.isOfOneLetter }.map(\.firstLetter))
    return openings.filter { alwaysRead.contains($0.key) }
  }()

  /// The habits, a bit for each, that may have a rule of their own for something in a word; all others spell it as
  /// `plain` does. All, where a letter of no rule loses its accent.
  /// - Complexity: O(letters of the word).
  static func habitsWithRules(for word: Span<UInt32>) -> UInt64 {
    let (plain, owners) = (plain, owners)
    var found: UInt64 = 0
    for place in word.indices {
      if !plain.knows(word[place]) { return .max }
      found |= owners[PairList.of(word[place], nil)]
      if place + 1 < word.count { found |= owners[PairList.of(word[place], word[place + 1])] }
    }
    return found
  }

  /// The habits by the first two letters of their rules.
  private static let owners: [UInt64] = {
    var owners = [UInt64](repeating: 0, count: PairList.count)
    for (habit, name) in Habits.shared.names.enumerated() {
      for rule in rules[name, default: []] {
        owners[rule.grapheme.withSpan { PairList.ofBeginning(of: $0) }] |= 1 << UInt64(habit)
      }
    }
    return owners
  }()

  private static let common = rules["", default: []]

  /// The rules of each habit; those of every word under the empty name.
  private static let rules: [TableCell: [GraphemeTrie.Rule]] = {
    var rules: [TableCell: [GraphemeTrie.Rule]] = [:]
    NameTable.graphemes.forEachRow { cells in
      guard let context = GraphemeTrie.Context(named: cells[2]) else {
        preconditionFailure("The grapheme table names an unknown context: \(cells[2])")
      }
      rules[cells[1], default: []].append(
        GraphemeTrie.Rule(
          grapheme: cells[0], context: context,
          symbols: PhonemeAlphabet.shared.bytes(named: cells[3])))
    }
    return rules
  }()
}

extension GraphemeTrie.Rule {
  fileprivate var firstLetter: UInt32 { grapheme.withSpan { $0.scalar(at: 0).value } }
  fileprivate var isOfOneLetter: Bool {
    grapheme.withSpan { $0.scalar(at: 0).length == $0.count }
  }
}

extension GraphemeTrie.Context {
  fileprivate init?(named name: TableCell) {
    switch name {
    case "": self = .anywhere
    case "initial": self = .initial
    case "final": self = .final
    case "after-vowel": self = .afterVowel
    case "before-front": self = .beforeFront
    case "before-vowel": self = .beforeVowel
    case "between-consonants": self = .betweenConsonants
    case "no-vowel": self = .noVowel
    default: return nil
    }
  }
}
