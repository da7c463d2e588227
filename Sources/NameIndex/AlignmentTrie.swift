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

  /// Builds the trie over `strings`; a string's number is its position there.
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
    fileprivate var insertion: [Int32] = []
    public init() {}
  }

  /// Calls `body` with every string within `limit` of `query`, in lexicographic order.
  public func forEachMatch(
    of query: [UInt8], limit: Int32, scratch: inout Scratch, _ body: (Match) -> Void
  ) {
    let width = query.count + 1
    if scratch.rows.count < width * (Self.longest + 1) {
      scratch.rows = [Int32](repeating: 0, count: width * (Self.longest + 1))
    }
    scratch.insertion.removeAll(keepingCapacity: true)
    for j in query.indices {
      let cost = aligner.indel(query[j], after: j > 0 ? query[j - 1] : 0)
      scratch.insertion.append(cost)
      scratch.rows[j + 1] = scratch.rows[j] + cost
    }
    scratch.rows[0] = 0
    for j in query.indices { scratch.rows[j + 1] = scratch.rows[j] + scratch.insertion[j] }
    let costs = aligner.costs
    query.withUnsafeBufferPointer { query in
      unsafe scratch.rows.withUnsafeMutableBufferPointer { rows in
        unsafe scratch.insertion.withUnsafeBufferPointer { insertion in
          unsafe scratch.path.withUnsafeMutableBufferPointer { path in
            unsafe costs.substitution.withUnsafeBufferPointer { substitution in
              var node = 0
              while node < symbol.count {
                let level = Int(depth[node])
                let x = symbol[node]
                unsafe path[level] = x
                let drop = unsafe aligner.indel(x, after: level > 1 ? path[level - 1] : 0)
                let above = (level - 1) &* width
                let row = level &* width
                let cost = Int(x) &* AlignmentCosts.alphabetSize
                // Safety: level <= longest (strings are cut by the caller), rows has longest + 1 rows of
                // `width`; symbols are below 64.
                unsafe rows[row] = rows[above] &+ drop
                var least = unsafe rows[row]
                for j in 0..<query.count {
                  let best = unsafe min(
                    rows[above &+ j] &+ substitution[cost &+ Int(query[j])],
                    min(rows[above &+ j &+ 1] &+ drop, rows[row &+ j] &+ insertion[j]))
                  unsafe rows[row &+ j &+ 1] = best
                  least = min(least, best)
                }
                if least > limit {
                  node = Int(next[node])
                  continue
                }
                let total = unsafe rows[row &+ query.count]
                if total <= limit, string[node] != .max {
                  body(Match(string: string[node], cost: total))
                }
                node &+= 1
              }
            }
          }
        }
      }
    }
  }
}
