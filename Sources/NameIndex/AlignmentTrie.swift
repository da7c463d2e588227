public import NameSimilarity

/// All strings within a given alignment cost of a query, found without leaving one out.
///
/// The strings share their prefixes in a trie laid out in preorder; a walk keeps one row of the alignment table a
/// level and leaves a subtree as soon as the row's least value is over the limit. Since a row's least value never
/// falls further down, nothing is lost: the walk gives exactly what comparing the query with every string gives.
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
  private let aligner: Aligner

  /// Strings longer than this are cut, so that a pasted page cannot cost the square of its length.
  public static let longest = 48

  /// Builds the trie over `strings`; a string's number is its position there. An empty string is never found: nothing
  /// is known of how it sounds.
  /// - Precondition: the strings are distinct as cut to `longest`, and sorted in lexicographic order.
  public init(sorted strings: [[UInt8]], aligner: Aligner) {
    self.aligner = aligner
    var open: [UInt32] = []
    var previous: [UInt8] = []
    for (number, text) in strings.enumerated() {
      var shared = 0
      while shared < previous.count, shared < text.count, previous[shared] == text[shared] {
        shared += 1
      }
      while open.count > shared { next[Int(open.removeLast())] = UInt32(symbol.count) }
      for level in shared..<text.count {
        open.append(UInt32(symbol.count))
        symbol.append(text[level])
        depth.append(UInt8(level + 1))
        next.append(0)
        string.append(.max)
      }
      if let last = open.last { string[Int(last)] = UInt32(number) }
      previous = text
    }
    while let node = open.popLast() { next[Int(node)] = UInt32(symbol.count) }
  }

  /// Room for the rows of a walk; one for each thread, used again from query to query.
  public struct Scratch: Sendable {
    fileprivate var rows: [Int32] = []
    fileprivate var path = [UInt8](repeating: 0, count: AlignmentTrie.longest + 1)
    /// The least value of the row of each level.
    fileprivate var least = [Int32](repeating: 0, count: AlignmentTrie.longest + 1)
    public init() {}
  }

  /// Calls `body` with every string within `limit` of `query`, in lexicographic order.
  /// - Precondition: `query` is not longer than `longest`.
  public func forEachMatch(
    of query: [UInt8], limit: Int32, scratch: inout Scratch, _ body: (Match) -> Void
  ) {
    precondition(query.count <= Self.longest, "The query is cut to `longest` symbols")
    if scratch.rows.isEmpty {
      scratch.rows = [Int32](repeating: 0, count: (Self.longest + 1) * (Self.longest + 1))
    }
    let insertion = query.indices.map { aligner.indel(query[$0], after: $0 > 0 ? query[$0 - 1] : 0) }
    walk(query.span, limit, insertion.span, &scratch, body)
  }

  private func walk(
    _ query: Span<UInt8>, _ limit: Int32, _ insertion: Span<Int32>, _ scratch: inout Scratch,
    _ body: (Match) -> Void
  ) {
    let width = query.count + 1
    // Spans of three arrays at once need three variables of their own.
    var (rowStore, pathStore, leastStore) = (scratch.rows, scratch.path, scratch.least)
    (scratch.rows, scratch.path, scratch.least) = ([], [], [])
    defer { (scratch.rows, scratch.path, scratch.least) = (rowStore, pathStore, leastStore) }
    var rows = rowStore.mutableSpan
    var path = pathStore.mutableSpan
    var least = leastStore.mutableSpan
    least[0] = 0
    rows[0] = 0
    for j in 0..<query.count { rows[j &+ 1] = rows[j] &+ insertion[j] }
    var node = 0
    while node < symbol.count {
      let level = Int(depth[node])
      path[level] = symbol[node]
      least[level] = fillRow(level, width, query, insertion, path, &rows)
      // An exchange skips a row, so that the row above counts as well, with its price.
      if min(least[level], least[level &- 1] &+ aligner.costs.transposition) > limit {
        node = Int(next[node])
        continue
      }
      let total = rows[level &* width &+ query.count]
      if total <= limit, string[node] != .max {
        body(Match(string: string[node], cost: total))
      }
      node &+= 1
    }
  }

  /// Fills the row of the node that `path` leads to; its least value.
  private func fillRow(
    _ level: Int, _ width: Int, _ query: Span<UInt8>, _ insertion: Span<Int32>,
    _ path: borrowing MutableSpan<UInt8>, _ rows: inout MutableSpan<Int32>
  ) -> Int32 {
    let x = path[level]
    let previous = level > 1 ? path[level &- 1] : 0
    let drop = aligner.indel(x, after: previous)
    let above = (level &- 1) &* width
    let row = level &* width
    rows[row] = rows[above] &+ drop
    var least = rows[row]
    for j in 0..<query.count {
      let y = query[j]
      var best = min(
        rows[above &+ j] &+ aligner.costs.substituting(x, y),
        min(rows[above &+ j &+ 1] &+ drop, rows[row &+ j] &+ insertion[j]))
      if y == previous, j > 0, level > 1, query[j &- 1] == x, x != y {
        best = min(best, rows[above &- width &+ j &- 1] &+ aligner.costs.transposition)
      }
      rows[row &+ j &+ 1] = best
      least = min(least, best)
    }
    return least
  }
}
