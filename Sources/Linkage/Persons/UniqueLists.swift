internal import NameSimilarity

/// Lists that have each person once. Of their rows at most one is the person of a row elsewhere, so that what speaks
/// for one of them speaks against the others.
struct UniqueLists {
  /// For each node the lists that have each person once in which it has rows.
  private let listsOfNode: [[Int32]]

  init(_ lists: Set<Int>, records: [[RecordID]]) {
    listsOfNode =
      lists.isEmpty
      ? []
      : records.map { rows in Set(rows.map(\.list)).filter { lists.contains(Int($0)) }.sorted() }
  }

  /// A node that wants to be one person with a row of a list.
  private struct Seat: Hashable {
    var node: Int
    var list: Int32
  }

  /// The likeliest two of those who could be meant.
  private struct Rivals {
    var best: (node: Int, logOdds: Bits)
    var second: Bits?

    mutating func add(_ node: Int, _ logOdds: Bits) {
      if node == best.node { best.logOdds = max(best.logOdds, logOdds) }
      if node == best.node || logOdds <= best.logOdds {
        if node != best.node { second = max(second ?? logOdds, logOdds) }
        return
      }
      second = best.logOdds
      best = (node, logOdds)
    }

    func strongest(against node: Int) -> Bits? { node == best.node ? second : best.logOdds }
  }

  /// The edges with what their rivals take from them: `log2(1 + odds)` of the strongest.
  func competing(_ edges: [Clustering.Edge]) -> [Clustering.Edge] {
    if listsOfNode.isEmpty { return edges }
    var rivals: [Seat: Rivals] = [:]
    for edge in edges {
      forEachSeat(edge) { seat, other in
        if rivals[seat]?.add(other, edge.logOdds) == nil {
          rivals[seat] = Rivals(best: (other, edge.logOdds))
        }
      }
    }
    return edges.map { edge in
      var strongest: Bits?
      forEachSeat(edge) { seat, other in
        guard let rival = rivals[seat]?.strongest(against: other) else { return }
        strongest = max(strongest ?? rival, rival)
      }
      guard let strongest else { return edge }
      var edge = edge
      edge.logOdds -= Bits.log2OfSum(.zero, strongest)
      return edge
    }
  }

  /// Each end that asks for a row of a list in which it has none itself.
  private func forEachSeat(_ edge: Clustering.Edge, _ body: (Seat, _ other: Int) -> Void) {
    for (node, other) in [(edge.left, edge.right), (edge.right, edge.left)] {
      for list in listsOfNode[other] where !listsOfNode[node].contains(list) {
        body(Seat(node: node, list: list), other)
      }
    }
  }
}
