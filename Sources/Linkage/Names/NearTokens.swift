/// The neighbours of all words of one name, by token, so that the name is compared with one after another: a look-up for
/// each word of the other name takes the place of one for each pair of words.
struct NearTokens: Sendable {
  private struct Entry: Sendable {
    var likeness: LikenessMatrix.Cell
    var word: UInt8
    /// The place behind that of the next entry of the token; 0 where there is none.
    var next: UInt32
  }

  /// For each token the place behind that of its first entry; 0 where the name has nothing like it.
  private var first: [UInt32] = []
  private var entries: [Entry] = []
  private var touched: [UInt32] = []

  /// Takes up a name in the place of the one before it.
  /// - Complexity: O(neighbours of its words).
  mutating func open(_ name: IndexedName, _ lexicon: Lexicon) {
    for token in touched { first[Int(token)] = 0 }
    touched.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    if first.count < lexicon.tokens.count {
      first = [UInt32](repeating: 0, count: lexicon.tokens.count)
    }
    for word in 0..<name.words.count {
      for neighbour in lexicon.neighbours(of: name.words[word].token) {
        let token = Int(neighbour.token)
        entries.append(
          Entry(likeness: .init(neighbour), word: UInt8(word), next: first[token]))
        if first[token] == 0 { touched.append(neighbour.token) }
        first[token] = UInt32(entries.count)
      }
    }
  }

  /// Fills the matrix of the name and another one.
  /// - Complexity: O(words + pairs of words that are alike).
  func fill(_ matrix: inout LikenessMatrix, _ name: IndexedName, _ other: IndexedName) {
    matrix.reset(rows: name.words.count, columns: other.words.count)
    other.words.withSpan { words in
      for column in words.indices {
        var next = first[Int(words[column].token)]
        while next != 0 {
          let entry = entries[Int(next) - 1]
          matrix[Int(entry.word), column] = entry.likeness
          next = entry.next
        }
      }
    }
  }
}
