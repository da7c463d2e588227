internal import NameTables

/// The endings of diminutives and of polite address: Настенька, Алижон.
struct DiminutiveEndings: Sendable {
  static let shared = DiminutiveEndings()

  private var names: [String] = []
  private var trie = EndingTrie()

  private init() {
    NameTable.diminutiveEndings.forEachRow { cells in
      trie.insert(cells[0], row: names.count)
      names.append(cells[1] == "-" ? "" : String(cells[1]))
    }
  }

  /// The given names of the tables that `word` is a diminutive of: настя for настенька; none for
  /// most words.
  func names(of word: String) -> [String] {
    let shortestStem = word.shortestStem
    let size = word.utf8.count
    var found: [String] = []
    trie.forEachEnding(of: word) { rows, length in
      guard size - length >= shortestStem else { return }
      for row in rows {
        let name = word.replacingEnding(ofLength: length, with: names[row])
        if GivenNames.shared.contains(name) { found.append(name) }
      }
    }
    return found
  }
}
