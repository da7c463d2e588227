internal import NameTables

/// The endings of surnames: -ов, -ова, -ский, -енко, with their romanisations.
struct SurnameSuffixes: Sendable {
  struct Match: Sendable {
    var gender: Gender?
    /// Hardly any given name ends so.
    var isStrong: Bool
    /// Bytes of the ending.
    var length: Int
    /// Given names end so, and no surnames: Мухиддин.
    var isNone: Bool
    /// The row of the table: words of a name are copied often, and lists of endings with them would take their time.
    fileprivate var row: Int

    /// The ending of the man's form, where this one is a woman's or a Baltic man's.
    var masculine: String? { SurnameSuffixes.shared.endings[row].masculine }
    /// What stays in the name that the surname was made from.
    var stems: [String] { SurnameSuffixes.shared.endings[row].stems }
    /// The endings of the same surname before or after a law changed them: -ов for -зода.
    var reformed: [String] { SurnameSuffixes.shared.endings[row].reformed }
  }

  /// What may take an ending's place.
  private struct Endings {
    var masculine: String?
    var stems: [String]
    var reformed: [String]
  }

  static let shared = SurnameSuffixes()

  private var rows: [Match] = []
  private var endings: [Endings] = []
  private var trie = EndingTrie()

  private init() {
    NameTable.surnameSuffixes.forEachRow { cells in
      trie.insert(cells[0], row: rows.count)
      let gender = Gender(cells[1])
      rows.append(
        Match(
          gender: gender, isStrong: cells[4] == "strong", length: cells[0].count,
          isNone: cells[4] == "none", row: rows.count))
      endings.append(
        Endings(
          masculine: cells[2] != "-" ? String(cells[2]) : gender == .female ? "" : nil,
          stems: cells[3] == "none" ? [] : cells[3].alternatives,
          reformed: cells[5] == "-" ? [] : cells[5].alternatives))
    }
  }

  /// The longest ending of a surname that `word` has after two letters or more, or nil.
  func match(_ word: String) -> Match? {
    let shortestStem = word.shortestStem
    let size = word.utf8.count
    var found: Match?
    trie.forEachEnding(of: word) { candidates, length in
      if size - length >= shortestStem, let index = candidates.first { found = rows[index] }
    }
    return found?.isNone == true ? nil : found
  }
}
