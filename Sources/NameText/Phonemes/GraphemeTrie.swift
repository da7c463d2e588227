internal import NameTables

/// A longest-match automaton from graphemes to phoneme symbols.
///
/// The first letter is looked up in a dense table, the few later ones by a scan of the node's children.
final class GraphemeTrie: Sendable {
  /// Where in a word a rule holds, in the order in which rules of one grapheme are asked: the first that holds is taken.
  enum Context: UInt8, Sendable {
    /// Behind a consonant or sign, and before another or the end.
    case noVowel
    case initial
    case final
    case betweenConsonants
    case beforeVowel
    case beforeFront
    case afterVowel
    case anywhere
  }

  struct Rule: Sendable {
    var grapheme: TableCell
    var context: Context
    var symbols: [UInt8]
  }

  private struct Node {
    var children: Range<Int32> = 0..<0
    var entries: Range<Int32> = 0..<0
    /// The letters of its children, since most letters that follow are none of them.
    var letters = LetterSet()
  }
  private struct Edge {
    var scalar: UInt32
    var node: Int32
  }
  private struct Entry {
    var context: Context
    var symbols: Range<Int32>
  }

  private let nodes: [Node]
  private let edges: [Edge]
  private let entries: [Entry]
  private let symbols: [UInt8]
  /// The node of each first letter below U+2000; 0 where no grapheme begins so. Of two bytes, as every habit has a table.
  private let roots: [UInt16]
  private let unknown: UInt8
  /// What letters of scripts that nobody reads are written with, two for each: no two of them are alike.
  private let unread: [UInt8]
  private let isVowel: [Bool]

  /// A trie of rules; a later one replaces an earlier one of the same grapheme and context.
  init(_ rules: [Rule], alphabet: PhonemeAlphabet) {
    var flat = Flattened(rules: Self.ordered(rules))
    flat.add(flat.rules.indices, at: 0, length: 0)
    nodes = flat.nodes
    edges = flat.edges
    entries = flat.entries
    symbols = flat.symbols
    unknown = alphabet.byte(named: "unknown")
    unread = alphabet.bytes(named: "k m s l t r p n f zh")
    isVowel = alphabet.classes.map { $0 == .vowel }
    var roots = [UInt16](repeating: 0, count: 0x2000)
    for edge in edges[Int(nodes[0].children.lowerBound)..<Int(nodes[0].children.upperBound)]
    where edge.scalar < 0x2000 {
      roots[Int(edge.scalar)] = UInt16(edge.node)
    }
    self.roots = roots
  }

  /// By letters, then in the order of contexts; of equal rules the last is left.
  private static func ordered(_ rules: [Rule]) -> [Rule] {
    // The rules of a habit are in order already, so that little but merging two runs is left to do. Sorting is stable.
    let sorted = rules.sorted { a, b in
      a.grapheme == b.grapheme
        ? a.context.rawValue < b.context.rawValue
        : a.grapheme.lexicographicallyPrecedes(b.grapheme)
    }
    return sorted.indices.filter { place in
      place + 1 == sorted.count || sorted[place].grapheme != sorted[place + 1].grapheme
        || sorted[place].context != sorted[place + 1].context
    }.map { sorted[$0] }
  }

  /// The trie in flat arrays.
  private struct Flattened {
    let rules: [Rule]
    var nodes = [Node()]
    var edges: [Edge] = []
    var entries: [Entry] = []
    var symbols: [UInt8] = []

    init(rules: [Rule]) { self.rules = rules }

    /// Adds rules whose graphemes have the first `length` bytes in common, which lead to `node`.
    mutating func add(_ range: Range<Int>, at node: Int, length: Int) {
      var rest = range
      let firstEntry = Int32(entries.count)
      while let place = rest.first, rules[place].grapheme.count == length {
        let start = Int32(symbols.count)
        symbols += rules[place].symbols
        entries.append(
          Entry(context: rules[place].context, symbols: start..<Int32(symbols.count)))
        rest.removeFirst()
      }
      nodes[node].entries = firstEntry..<Int32(entries.count)
      var children: [(rules: Range<Int>, length: Int)] = []
      let firstEdge = Int32(edges.count)
      while let place = rest.first {
        let (scalar, size) = scalar(of: place, at: length)
        let end = rest.first { self.scalar(of: $0, at: length).value != scalar } ?? rest.upperBound
        edges.append(Edge(scalar: scalar, node: Int32(nodes.count)))
        nodes[node].letters.insert(scalar)
        nodes.append(Node())
        children.append((place..<end, length + size))
        rest = end..<rest.upperBound
      }
      nodes[node].children = firstEdge..<Int32(edges.count)
      for (offset, child) in children.enumerated() {
        add(
          child.rules, at: Int(edges[Int(firstEdge) + offset].node), length: child.length)
      }
    }

    private func scalar(of place: Int, at length: Int) -> (value: UInt32, length: Int) {
      rules[place].grapheme.withSpan { $0.scalar(at: length) }
    }
  }

  @inline(__always)
  private func child(of node: Int32, at scalar: UInt32) -> Int32 {
    if node == 0, scalar < 0x2000 { return Int32(roots[Int(scalar)]) }
    let parent = nodes[Int(node)]
    if !parent.letters.mayContain(scalar) { return 0 }
    for edge in Int(parent.children.lowerBound)..<Int(parent.children.upperBound)
    where edges[edge].scalar == scalar {
      return edges[edge].node
    }
    return 0
  }

  /// Whether some grapheme begins with a letter.
  func knows(_ letter: UInt32) -> Bool { child(of: 0, at: letter) != 0 }

  /// Appends the symbols of a folded word; a letter of no rule loses its accent, or is `unknown`.
  /// - Complexity: O(scalars of the word).
  func append(_ word: Span<UInt32>, to output: inout [UInt8]) {
    let start = output.count
    var position = 0
    while position < word.count {
      // The longest grapheme of which a rule holds here.
      var found = -1
      var end = position
      var cursor = position
      var node = child(of: 0, at: word[position])
      while node != 0 {
        cursor &+= 1
        var entry = Int(nodes[Int(node)].entries.lowerBound)
        let last = Int(nodes[Int(node)].entries.upperBound)
        while entry < last {
          let context = entries[entry].context
          if context == .anywhere
            || holds(
              context, word, position, cursor, output.count > start ? output.last : nil)
          {
            (found, end) = (entry, cursor)
            break
          }
          entry &+= 1
        }
        if cursor == word.count { break }
        node = child(of: node, at: word[cursor])
      }
      if found >= 0 {
        var symbol = Int(entries[found].symbols.lowerBound)
        let last = Int(entries[found].symbols.upperBound)
        while symbol < last {
          output.append(symbols[symbol])
          symbol &+= 1
        }
        position = end
      } else {
        appendStripped(position, in: word, to: &output)
        position &+= 1
      }
    }
  }

  /// Whether a rule holds for the letters from `start` to `end`, `last` being the symbol before them.
  private func holds(
    _ context: Context, _ word: Span<UInt32>, _ start: Int, _ end: Int, _ last: UInt8?
  ) -> Bool {
    switch context {
    case .anywhere: return true
    case .initial: return start == 0
    case .final: return end == word.count
    case .afterVowel: return last.map { isVowel[Int($0)] } ?? false
    case .beforeFront:
      guard end < word.count else { return false }
      switch Unicode.Scalar(word[end]) {
      case "e", "i", "y", "é", "è", "ë", "í": return true
      default: return false
      }
    case .beforeVowel: return nextIsVowel(word, end) == true
    case .betweenConsonants:
      guard let last, !isVowel[Int(last)] else { return false }
      return nextIsVowel(word, end) == false
    case .noVowel:
      guard let last, !isVowel[Int(last)] else { return false }
      return nextIsVowel(word, end) != true
    }
  }

  /// Whether the grapheme that begins at `position` is a vowel in itself; `nil` at the end of the word.
  private func nextIsVowel(_ word: Span<UInt32>, _ position: Int) -> Bool? {
    guard position < word.count else { return nil }
    let node = child(of: 0, at: word[position])
    guard node != 0, let plain = entries[entriesOf(node)].last, !plain.symbols.isEmpty else {
      return nil
    }
    return isVowel[Int(symbols[Int(plain.symbols.lowerBound)])]
  }

  private func entriesOf(_ node: Int32) -> Range<Int> {
    let range = nodes[Int(node)].entries
    return Int(range.lowerBound)..<Int(range.upperBound)
  }

  private static func staysUnread(_ letter: UInt32) -> Bool {
    guard letter >= 0x530, let scalar = Unicode.Scalar(letter) else { return false }
    return ScalarTable.shared.kind(of: scalar) == .otherLetter
  }

  private func appendStripped(_ position: Int, in word: Span<UInt32>, to output: inout [UInt8]) {
    let value = word[position]
    // A combining mark left over by NFC says nothing that a table could read.
    if (0x300...0x36F).contains(value) { return }
    if let scalar = Unicode.Scalar(value), let base = Normalizer.nfc?.base(of: scalar) {
      let node = child(of: 0, at: base.value)
      if node != 0, let plain = entries[entriesOf(node)].last {
        output += symbols[Int(plain.symbols.lowerBound)..<Int(plain.symbols.upperBound)]
        return
      }
    }
    // A letter of a word that is read otherwise, and one that lost its way through an encoding, may be any.
    guard word.indices.allSatisfy({ Self.staysUnread(word[$0]) }) else {
      output.append(unknown)
      return
    }
    // Those of a word that stays unread are like themselves and like nothing else.
    let first = Int(value / 9) % unread.count
    output.append(unread[first])
    output.append(unread[(first + 1 + Int(value % 9)) % unread.count])
  }
}
