internal import NameTables
internal import Synchronization

/// The grapheme table, compiled when first needed.
enum Graphemes {
  /// As it stands for every word.
  static let plain = GraphemeTrie(common, alphabet: .shared)

  /// As a habit of writing has it, in the order of the habit table. Most habits are never asked for.
  static func trie(ofHabit habit: Int) -> GraphemeTrie { habits[habit].trie }

  private static let habits = Habits.shared.names.map { HabitTrie($0) }

  /// The trie of a habit, made by whoever asks first.
  private final class HabitTrie: Sendable {
    private let name: String
    private let made = AtomicLazyReference<GraphemeTrie>()

    init(_ name: String) { self.name = name }

    var trie: GraphemeTrie {
      if let made = made.load() { return made }
      var tree = common
      tree.insert(rules[name, default: []])
      // Of two threads that make it at once one is heard; both made the same.
      return made.storeIfNil(GraphemeTrie(tree, alphabet: .shared))
    }
  }

  private static let common: GraphemeTrie.Growing = {
    var tree = GraphemeTrie.Growing()
    tree.insert(rules["", default: []])
    return tree
  }()

  /// The rules of each habit; those of every word under the empty name.
  private static let rules: [String: [GraphemeTrie.Rule]] = {
    var rules: [String: [GraphemeTrie.Rule]] = [:]
    NameTable.graphemes.forEachRow { cells in
      guard let context = GraphemeTrie.Context(rawValue: String(cells[2])) else {
        preconditionFailure("The grapheme table names an unknown context: \(cells[2])")
      }
      rules[String(cells[1]), default: []].append(
        GraphemeTrie.Rule(
          grapheme: String(cells[0]), context: context,
          symbols: PhonemeAlphabet.shared.bytes(named: cells[3])))
    }
    return rules
  }()
}
