public import NameSimilarity

/// All strings within a given alignment cost of a query, found without leaving one out.
///
/// The strings share their prefixes in a trie laid out in preorder; a walk keeps one row of the alignment table a
/// level and leaves a subtree as soon as no cell of the row, with what the rest must cost at least, is within the
/// limit. Nothing is lost: the walk gives exactly what comparing the query with every string gives.
///
/// Not n-grams, as is usual: with weighted moves a count filter cannot be exact and still filter, since
/// moves cost as little as 2 bits, and a limit of 16 allows more edits than a name of eight sounds has n-grams.
/// - Complexity: O(nodes whose prefix is within the limit × query length) a query.
public struct AlignmentTrie: Sendable {
  /// A string found, with the cost of the cheapest alignment in 1/1024 bits.
  public struct Match: Sendable, Hashable {
    /// The position among the strings of the trie.
    public var string: UInt32
    /// The cost of the cheapest alignment, in 1/1024 bits.
    public var cost: Int32
  }

  /// A prefix of some strings; its children follow it.
  private struct Node {
    /// The first node behind the subtree.
    var next: UInt32 = 0
    /// The string that ends here, or `UInt32.max`.
    var string: UInt32 = .max
    /// The last string of the subtree.
    var last: UInt32 = 0
    /// The groups of symbols that stand below in any string, and in all of them.
    var any: UInt32 = 0
    var all: UInt32 = .max
    var symbol: UInt8
    var depth: UInt8
  }

  private var nodes: [Node] = []
  private let aligner: Aligner
  private let groups: SymbolGroups

  /// Strings longer than this are cut, so that a pasted page cannot cost the square of its length.
  public static let longest = 48

  /// Builds the trie over `strings`; a string's number is its position there.
  /// - Precondition: the strings are distinct as cut to `longest`, not empty, and sorted in lexicographic order.
  public init(sorted strings: [[UInt8]], aligner: Aligner) {
    self.aligner = aligner
    groups = SymbolGroups(aligner.costs)
    var open: [Int] = []
    var previous: [UInt8] = []
    func close(_ node: Int, before string: Int) {
      nodes[node].next = UInt32(nodes.count)
      nodes[node].last = UInt32(string - 1)
    }
    for (number, text) in strings.enumerated() {
      var shared = 0
      while shared < previous.count, shared < text.count, previous[shared] == text[shared] {
        shared += 1
      }
      while open.count > shared { close(open.removeLast(), before: number) }
      for level in shared..<text.count {
        open.append(nodes.count)
        nodes.append(Node(symbol: text[level], depth: UInt8(level + 1)))
      }
      if let last = open.last { nodes[last].string = UInt32(number) }
      previous = text
    }
    while let node = open.popLast() { close(node, before: strings.count) }
    collectGroups()
  }

  /// Fills `any` and `all` from the leaves up: in preorder every child stands behind its parent.
  private mutating func collectGroups() {
    for node in nodes.indices.reversed() {
      var child = node + 1
      // A string that ends here has nothing below.
      if nodes[node].string != .max { nodes[node].all = 0 }
      while child < Int(nodes[node].next) {
        let symbol = nodes[child].symbol
        nodes[node].any |= nodes[child].any | groups.offered[Int(symbol)]
        // A symbol that repeats the one before it goes for less, and vouches for nothing.
        nodes[node].all &=
          nodes[child].all | (symbol == nodes[node].symbol ? 0 : groups.needed[Int(symbol)])
        child = Int(nodes[child].next)
      }
    }
  }

  /// Room for the rows of a walk; one for each thread, used again from query to query.
  public struct Scratch: Sendable {
    fileprivate var rows: [Int32] = []
    fileprivate var levels = [Level](repeating: Level(), count: AlignmentTrie.longest + 2)
    /// Room for one walk at a time.
    public init() {}
  }

  /// What a walk knows of a level: the symbol that stands there, and the row's cells within the limit.
  fileprivate struct Level {
    var symbol: UInt8 = 0
    var band = TrieQuery.Band.none
  }

  /// Calls `body` with every string from `first` on that is within `limit` of `query`, in lexicographic order.
  /// - Precondition: `query` is not longer than `longest`.
  public func forEachMatch(
    of query: [UInt8], from first: UInt32 = 0, limit: Int32, scratch: inout Scratch,
    _ body: (Match) -> Void
  ) {
    precondition(query.count <= Self.longest, "The query is cut to `longest` symbols")
    let width = query.count + 1
    if scratch.rows.isEmpty {
      scratch.rows = [Int32](repeating: 0, count: (Self.longest + 1) * (Self.longest + 1))
    }
    let asked = TrieQuery(query, aligner: aligner, groups: groups)
    // Spans of two arrays at once need two variables of their own.
    var (rowStore, levelStore) = (scratch.rows, scratch.levels)
    (scratch.rows, scratch.levels) = ([], [])
    defer { (scratch.rows, scratch.levels) = (rowStore, levelStore) }
    var rows = rowStore.mutableSpan
    var levels = levelStore.mutableSpan
    let nodes = self.nodes.span
    // Level 0 is that of no string read, and one more stands before it, so that every level has two above.
    levels[0] = Level()
    levels[1] = Level(symbol: 0, band: asked.fillFirstRow(limit: limit, &rows))
    var number = 0
    while number < nodes.count {
      let node = nodes[number]
      if node.last < first {
        number = Int(node.next)
        continue
      }
      let level = Int(node.depth)
      let (two, above) = (levels[level &- 1], levels[level])
      let band = asked.fillRow(
        level, node.symbol, after: above.symbol,
        drop: aligner.indel(node.symbol, after: above.symbol), limit: limit, above: above.band,
        two: two.band, &rows)
      levels[level &+ 1] = Level(symbol: node.symbol, band: band)
      if asked.bound(level, any: node.any, all: node.all, band, rows) > limit,
        asked.skipping(level, node.symbol, any: node.any, above: above.band, rows) > limit
      {
        number = Int(node.next)
        continue
      }
      if band.high == query.count, node.string != .max, node.string >= first {
        body(Match(string: node.string, cost: rows[level &* width &+ query.count]))
      }
      number &+= 1
    }
  }
}
