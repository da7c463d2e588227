internal import NameTables

/// The affixes that make a patronymic of a father's name: -ович, -қызы, oʻgʻli.
struct PatronymicAffixes: Sendable {
  enum Family: Sendable {
    /// -ович, -овна: surnames end in -ович too, and seldom in anything else of these.
    case slavic
    /// -ұлы, ўғли, оглу: stands as a surname just as well.
    case turkic
  }

  struct Match: Sendable {
    var gender: Gender?
    var family: Family
    /// Bytes of the affix.
    var length: Int
    /// The row of the table.
    fileprivate var row: Int
    /// The affix was a word of its own: Вали ўғли.
    var isStanding = false
    /// No surname ends so: -овна, Ильич.
    var isCertain = false
    /// Women bear it as a surname as well: Azerbaijani and Turkish -oğlu.
    var isSurnameOfBoth = false

    /// What takes the affix's place to give the father's name.
    var stems: [String] {
      isStanding ? [""] : PatronymicAffixes.shared.rows[row].stems.alternatives
    }
  }

  private struct Row {
    var joins: Bool
    var stands: Bool
    var isWhole: Bool
    var blocks: Bool
    var gender: Gender?
    var family: Family
    var isCertain: Bool
    var isSurnameOfBoth: Bool
    /// Made strings of when they are needed, which few of them are.
    var stems: TableCell
  }

  static let shared = PatronymicAffixes()

  private var rows: [Row] = []
  private var trie = EndingTrie()

  private init() {
    NameTable.patronymicAffixes.forEachRow { cells in
      let attachment = cells[1]
      let isSlavic = cells[3] == "OVICH" || cells[3] == "OVNA" || cells[3] == "ICH"
      trie.insert(cells[0], row: rows.count)
      rows.append(
        Row(
          joins: attachment == "joined" || attachment == "joined+separate",
          stands: attachment == "separate" || attachment == "joined+separate",
          isWhole: attachment == "whole", blocks: attachment == "none", gender: Gender(cells[2]),
          family: isSlavic ? .slavic : .turkic,
          isCertain: cells[3] == "OVNA" || cells[3] == "ICH",
          isSurnameOfBoth: cells[3] == "OGLU",
          stems: cells[4]))
    }
  }

  /// The longest affix joined to `word`, or nil.
  func match(_ word: String) -> Match? {
    let shortestStem = word.shortestStem
    let size = word.utf8.count
    var found: Match?
    trie.forEachEnding(of: word) { candidates, length in
      for index in candidates {
        let row = rows[index]
        if row.blocks {
          found = nil
        } else if row.isWhole ? length == size : row.joins && size - length >= shortestStem {
          found = Match(
            gender: row.gender, family: row.family, length: length, row: index,
            isCertain: row.isCertain, isSurnameOfBoth: row.isSurnameOfBoth)
        }
      }
    }
    return found
  }

  /// What `word` says where it is a whole affix standing by itself: улы, oʻgʻli.
  func standing(_ word: String) -> Match? {
    let size = word.utf8.count
    var found: Match?
    trie.forEachEnding(of: word) { candidates, length in
      guard length == size else { return }
      for index in candidates where rows[index].stands {
        found = Match(
          gender: rows[index].gender, family: rows[index].family, length: length, row: index,
          isStanding: true)
      }
    }
    return found
  }
}

extension Gender {
  /// `m`, `f`, or nil for anything else in a table's cell.
  init?(_ cell: TableCell) {
    switch cell {
    case "m": self = .male
    case "f": self = .female
    default: return nil
    }
  }
}
