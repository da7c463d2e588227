internal import NameTables

/// What the tables of given names say of a word.
struct GivenNames: Sendable {
  enum Evidence: Sendable, Equatable {
    /// A given name in the table; the gender is nil where both bear it.
    case listed(Gender?)
    /// Ends in an element of given names: -бек, -gul.
    case element(Gender?)
  }

  static let shared = GivenNames()

  private var listed = SpellingTable<Gender?>(minimumCapacity: 1 << 13)
  private var elements: [Gender?] = []
  private var trie = EndingTrie()

  private init() {
    NameTable.givenNames.forEachRow { cells in add(RoughSpelling(cells[0]), Gender(cells[1])) }
    for row in NameEquivalents.rows { add(row.spelling, row.gender) }
    NameTable.nameElements.forEachRow { cells in
      trie.insert(cells[0], row: elements.count)
      elements.append(Gender(cells[1]))
    }
  }

  private mutating func add(_ spelling: RoughSpelling, _ gender: Gender?) {
    let isOfBoth = listed[spelling].map { $0 != gender } ?? false
    listed.set(isOfBoth ? nil : gender, of: spelling)
  }

  /// The evidence that `word` is a given name, or nil.
  func evidence(_ word: String) -> Evidence? {
    if let gender = listed[RoughSpelling(word)] { return .listed(gender) }
    let shortestStem = word.shortestStem
    let size = word.utf8.count
    var found: Evidence?
    trie.forEachEnding(of: word) { candidates, length in
      if size - length >= shortestStem, let index = candidates.first {
        found = .element(elements[index])
      }
    }
    return found
  }

  /// Whether `word` is a given name in the table.
  func contains(_ word: String) -> Bool { listed[RoughSpelling(word)] != nil }

  /// What all spellings of a listed name have in common; nil for a word that is not in the table.
  func key(_ word: String) -> UInt64? {
    let spelling = RoughSpelling(word)
    return listed[spelling] == nil ? nil : spelling.hash
  }
}
