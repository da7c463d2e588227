internal import NameTables
internal import Synchronization

/// The grapheme table, compiled when first needed.
enum Graphemes {
  /// As it stands for every word.
  static let plain = GraphemeTrie(common, alphabet: .shared)

  /// What each habit of writing has of its own, in the order of the habit table.
  static let habits = Habits.shared.names.map { HabitGraphemes($0) }

  /// What a habit of writing has of its own.
  @safe final class HabitGraphemes: Sendable {
    /// The first letters of its rules: a word without them is spelled as `plain` has it.
    let letters: LetterSet
    private let name: TableCell
    /// The address of the trie, which is kept for good; 0 until it is made.
    ///
    /// `AtomicLazyReference` is not inlined, and took a fifth of the time that readings took.
    private let made = Atomic<UInt>(0)

    init(_ name: TableCell) {
      self.name = name
      var letters = LetterSet()
      for rule in rules[name, default: []] {
        letters.insert(rule.grapheme.withSpan { $0.scalar(at: 0).value })
      }
      self.letters = letters
    }

    /// The trie of the habit, made by whoever asks first. Most habits are never asked for.
    var trie: GraphemeTrie {
      let known = made.load(ordering: .acquiring)
      if known != 0 { return Self.trie(at: known) }
      let own = unsafe Unmanaged.passRetained(
        GraphemeTrie(common + rules[name, default: []], alphabet: .shared))
      // Of two threads that make it at once one is heard; both made the same.
      let (isFirst, first) = made.compareExchange(
        expected: 0, desired: UInt(bitPattern: unsafe own.toOpaque()),
        ordering: .acquiringAndReleasing)
      if isFirst { return unsafe own.takeUnretainedValue() }
      unsafe own.release()
      return Self.trie(at: first)
    }

    private static func trie(at address: UInt) -> GraphemeTrie {
      // Safety: the address of a trie that was retained and is never released. It is not 0.
      unsafe Unmanaged.fromOpaque(UnsafeRawPointer(bitPattern: address)!).takeUnretainedValue()
    }
  }

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
