internal import NameTables

/// The grapheme table, compiled when first needed.
enum Graphemes {
  /// As it stands for every word.
  static let plain = GraphemeTrie(common, alphabet: .shared)

  /// For each habit of writing, in the order of the habit table.
  static let habits = Habits.shared.names.map { name in
    GraphemeTrie(common + rules[name, default: []], alphabet: .shared)
  }

  private static let common = rules["", default: []]

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
