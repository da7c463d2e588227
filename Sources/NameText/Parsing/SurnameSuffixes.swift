internal import NameTables

/// The endings of surnames: -ов, -ова, -ский, -енко, with their romanisations.
struct SurnameSuffixes: Sendable {
  struct Match: Sendable {
    var gender: Gender?
    /// The ending of the man's form, where this one is a woman's or a Baltic man's.
    var masculine: String?
    /// What stays in the name that the surname was made from.
    var stems: [String]
    /// The endings of the same surname before or after a law changed them: -ов for -зода.
    var reformed: [String]
    /// Hardly any given name ends so.
    var isStrong: Bool
    /// Bytes of the ending.
    var length: Int
    /// Given names end so, and no surnames: Мухиддин.
    var isNone: Bool
  }

  static let shared = SurnameSuffixes()

  private var rows: [Match] = []
  private var trie = EndingTrie()

  private init() {
    NameTable.surnameSuffixes.forEachRow { cells in
      trie.insert(cells[0], row: rows.count)
      let gender = Gender(cells[1])
      rows.append(
        Match(
          gender: gender,
          masculine: cells[2] != "-" ? String(cells[2]) : gender == .female ? "" : nil,
          stems: cells[3] == "none" ? [] : cells[3].alternatives,
          reformed: cells[5] == "-" ? [] : cells[5].alternatives,
          isStrong: cells[4] == "strong", length: cells[0].count, isNone: cells[4] == "none"))
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
