public import NameSimilarity

/// All strings within a given alignment cost of a query, found without leaving one out.
///
/// The strings share their prefixes in a trie laid out in preorder; a walk keeps one row of the alignment table a
/// level and leaves a subtree as soon as no cell of the row, with what the rest must cost at least, is within the
/// limit. Nothing is lost: the walk gives exactly what comparing the query with every string gives.
///
/// `DESIGN.md` names n-grams for this place. With weighted moves a count filter cannot be exact and still filter:
/// moves cost as little as 2 bits, so a limit of 16 allows more edits than a name of eight sounds has n-grams.
/// - Complexity: O(nodes whose prefix is within the limit × query length) a query.
public struct AlignmentTrie: Sendable {
  /// A string found, with the cost of the cheapest alignment in 1/1024 bits.
  public struct Match: Sendable, Hashable {
    public var string: UInt32
    public var cost: Int32
  }

  private var symbol: [UInt8] = []
  private var depth: [UInt8] = []
  /// The first node behind the subtree.
  private var next: [UInt32] = []
  /// The string that ends at the node, or `UInt32.max`.
  private var string: [UInt32] = []
  /// The last string of the subtree.
  private var lastString: [UInt32] = []
  /// The groups of symbols that stand below a node in any of its strings, and in all of them.
  private var anyBelow: [UInt32] = []
  private var allBelow: [UInt32] = []
  private let aligner: Aligner
  private let groups: SymbolGroups

  /// Strings longer than this are cut, so that a pasted page cannot cost the square of its length.
  public static let longest = 48

  /// Builds the trie over `strings`; a string's number is its position there. An empty string is never found: nothing
  /// is known of how it sounds.
  /// - Precondition: the strings are distinct as cut to `longest`, and sorted in lexicographic order.
  public init(sorted strings: [[UInt8]], aligner: Aligner) {
    self.aligner = aligner
    groups = SymbolGroups(aligner.costs)
    var open: [UInt32] = []
    var previous: [UInt8] = []
    for (number, text) in strings.enumerated() {
      var shared = 0
      while shared < previous.count, shared < text.count, previous[shared] == text[shared] {
        shared += 1
      }
      while open.count > shared { close(open.removeLast(), before: number) }
      for level in shared..<text.count {
        open.append(UInt32(symbol.count))
        symbol.append(text[level])
        depth.append(UInt8(level + 1))
        next.append(0)
        string.append(.max)
        lastString.append(0)
      }
      if let last = open.last { string[Int(last)] = UInt32(number) }
      previous = text
    }
    while let node = open.popLast() { close(node, before: strings.count) }
    collectGroups()
  }

  /// Fills `anyBelow` and `allBelow` from the leaves up: in preorder every child stands behind its parent.
  private mutating func collectGroups() {
    anyBelow = [UInt32](repeating: 0, count: symbol.count)
    allBelow = [UInt32](repeating: .max, count: symbol.count)
    for node in symbol.indices.reversed() {
      var child = node + 1
      // A string that ends here has nothing below.
      if string[node] != .max { allBelow[node] = 0 }
      while child < Int(next[node]) {
        // A symbol that repeats the one before it goes for less, and vouches for nothing.
        let bit = symbol[child] == symbol[node] ? 0 : groups.bit[Int(symbol[child])]
        anyBelow[node] |= anyBelow[child] | groups.bit[Int(symbol[child])]
        allBelow[node] &= allBelow[child] | bit
        child = Int(next[child])
      }
    }
  }

  private mutating func close(_ node: UInt32, before string: Int) {
    next[Int(node)] = UInt32(symbol.count)
    lastString[Int(node)] = UInt32(string - 1)
  }

  /// Room for the rows of a walk; one for each thread, used again from query to query.
  public struct Scratch: Sendable {
    fileprivate var rows: [Int32] = []
    fileprivate var path = [UInt8](repeating: 0, count: AlignmentTrie.longest + 1)
    public init() {}
  }

  /// Calls `body` with every string from `first` on that is within `limit` of `query`, in lexicographic order.
  /// - Precondition: `query` is not longer than `longest`.
  public func forEachMatch(
    of query: [UInt8], from first: UInt32 = 0, limit: Int32, scratch: inout Scratch,
    _ body: (Match) -> Void
  ) {
    precondition(query.count <= Self.longest, "The query is cut to `longest` symbols")
    if scratch.rows.isEmpty {
      scratch.rows = [Int32](repeating: 0, count: (Self.longest + 1) * (Self.longest + 1))
    }
    let insertion = query.indices.map { aligner.indel(query[$0], after: $0 > 0 ? query[$0 - 1] : 0) }
    var present = [UInt32](repeating: 0, count: query.count + 1)
    var needed = present
    for j in query.indices.reversed() {
      let bit = groups.bit[Int(query[j])]
      present[j] = present[j + 1] | bit
      // A symbol that repeats the one before it goes for less, and needs nothing.
      needed[j] = needed[j + 1] | (j > 0 && query[j] == query[j - 1] ? 0 : bit)
    }
    var substitution: [Int32] = []
    substitution.reserveCapacity(AlignmentCosts.alphabetSize * query.count)
    for x in 0..<UInt8(AlignmentCosts.alphabetSize) {
      for y in query { substitution.append(aligner.costs.substituting(x, y)) }
    }
    let walk = Walk(
      query: query, insertion: insertion, substitution: substitution, present: present,
      needed: needed, first: first, limit: limit)
    self.walk(walk, &scratch, body)
  }

  /// What a walk asks for.
  private struct Walk {
    let query: [UInt8]
    /// The cost of each symbol of the query standing alone.
    let insertion: [Int32]
    /// The cost of each symbol of the alphabet for each of the query's: `substitution[x * query.count + j]`.
    let substitution: [Int32]
    /// The groups of the query's symbols from each place on.
    let present: [UInt32]
    /// The same without symbols that only repeat the one before.
    let needed: [UInt32]
    let first: UInt32
    let limit: Int32
  }

  private func walk(_ walk: Walk, _ scratch: inout Scratch, _ body: (Match) -> Void) {
    let limit = walk.limit
    // Spans of two arrays at once need two variables of their own.
    var (rowStore, pathStore) = (scratch.rows, scratch.path)
    (scratch.rows, scratch.path) = ([], [])
    defer { (scratch.rows, scratch.path) = (rowStore, pathStore) }
    var rows = rowStore.mutableSpan
    var path = pathStore.mutableSpan
    let query = walk.query.span
    let insertion = walk.insertion.span
    let substitution = walk.substitution.span
    rows[0] = 0
    for j in 0..<query.count { rows[j &+ 1] = rows[j] &+ insertion[j] }
    var node = 0
    while node < symbol.count {
      if lastString[node] < walk.first {
        node = Int(next[node])
        continue
      }
      let level = Int(depth[node])
      path[level] = symbol[node]
      fillRow(level, query, insertion, substitution, path, &rows)
      if bound(node, walk, path, rows) > limit {
        node = Int(next[node])
        continue
      }
      let total = rows[level &* (query.count &+ 1) &+ query.count]
      if total <= limit, string[node] != .max, string[node] >= walk.first {
        body(Match(string: string[node], cost: total))
      }
      node &+= 1
    }
  }

  /// Fills the row of a level, whose symbol is the last of `path`.
  private func fillRow(
    _ level: Int, _ query: Span<UInt8>, _ insertion: Span<Int32>, _ substitution: Span<Int32>,
    _ path: borrowing MutableSpan<UInt8>, _ rows: inout MutableSpan<Int32>
  ) {
    let x = path[level]
    let previous = level > 1 ? path[level &- 1] : 0
    let drop = aligner.indel(x, after: previous)
    let width = query.count &+ 1
    let above = (level &- 1) &* width
    let row = level &* width
    let costs = Int(x) &* query.count
    var left = rows[above] &+ drop
    var diagonal = rows[above]
    rows[row] = left
    for j in 0..<query.count {
      let up = rows[above &+ j &+ 1]
      var best = min(diagonal &+ substitution[costs &+ j], min(up &+ drop, left &+ insertion[j]))
      if query[j] == previous, j > 0, level > 1, query[j &- 1] == x, x != previous {
        best = min(best, rows[above &- width &+ j &- 1] &+ aligner.costs.transposition)
      }
      rows[row &+ j &+ 1] = best
      diagonal = up
      left = best
    }
  }

  /// A bound on the cost of any alignment with a string of the node's subtree, its row being filled.
  private func bound(
    _ node: Int, _ walk: Walk, _ path: borrowing MutableSpan<UInt8>,
    _ rows: borrowing MutableSpan<Int32>
  ) -> Int32 {
    let level = Int(depth[node])
    let width = walk.query.count &+ 1
    let row = level &* width
    let (most, sure) = (anyBelow[node], allBelow[node])
    var bound = Int32.max
    for j in 0..<width where rows[row &+ j] < min(bound, walk.limit &+ 1) {
      let rest = max(
        groups.sum(walk.needed[j] & ~most), groups.sum(sure & ~walk.present[j]))
      bound = min(bound, rows[row &+ j] &+ rest)
    }
    if bound <= walk.limit { return bound }
    // An exchange that has its first symbol here skips this row.
    for j in 1..<max(1, walk.query.count) where walk.query[j] == path[level] {
      bound = min(bound, rows[row &- width &+ j &- 1] &+ aligner.costs.transposition)
    }
    return bound
  }
}
