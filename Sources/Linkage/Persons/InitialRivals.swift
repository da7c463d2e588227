internal import NameSimilarity

/// Rows that give a part of a name by its initial. Such a row agrees with two brothers at once, of whom at most one is
/// meant, so that what speaks for one of them speaks against the other: each has the odds of the other against it.
struct InitialRivals {
  private let hasInitial: (Int) -> Bool
  private let agreeByInitial: (Int, Int) -> Bool
  private let contradict: (Int, Int) -> Bool
  private let areApart: (Int, Int) -> Bool

  /// Of this many who are the nearest to a row, each is a rival of all.
  private static let mostRivals = 10

  /// - Parameters:
  ///   - hasInitial: whether a node has a part that is an initial.
  ///   - agreeByInitial: whether two nodes agree in a part that one of them gives by its initial.
  ///   - contradict: whether two nodes contradict each other in a part that others leave out, and are not surely one
  ///     person all the same.
  ///   - areApart: whether it is known of two nodes that they are two people: who is not meant is no rival.
  init(
    hasInitial: @escaping (Int) -> Bool, agreeByInitial: @escaping (Int, Int) -> Bool,
    contradict: @escaping (Int, Int) -> Bool, areApart: @escaping (Int, Int) -> Bool
  ) {
    self.hasInitial = hasInitial
    self.agreeByInitial = agreeByInitial
    self.contradict = contradict
    self.areApart = areApart
  }

  /// The edges with what their strongest rivals take from them.
  func competing(_ edges: [Clustering.Edge]) -> [Clustering.Edge] {
    var edgesOfNode: [Int: [Int]] = [:]
    for (number, edge) in edges.enumerated() {
      if areApart(edge.left, edge.right) { continue }
      for node in [edge.left, edge.right] where hasInitial(node) {
        edgesOfNode[node, default: []].append(number)
      }
    }
    var left = edges
    for (node, numbers) in edgesOfNode where numbers.count > 1 {
      let nearest = numbers.sorted { precedes(edges[$0], edges[$1]) }
      for number in nearest {
        let other = edges[number].end(besides: node)
        guard agreeByInitial(node, other) else { continue }
        let rival = nearest.prefix(Self.mostRivals).first {
          $0 != number && contradict(other, edges[$0].end(besides: node))
        }
        guard let rival else { continue }
        left[number].logOdds = min(
          left[number].logOdds,
          edges[number].logOdds - Bits.log2OfSum(.zero, edges[rival].logOdds))
      }
    }
    return left
  }

  private func precedes(_ a: Clustering.Edge, _ b: Clustering.Edge) -> Bool {
    a.logOdds != b.logOdds ? a.logOdds > b.logOdds : (a.left, a.right) < (b.left, b.right)
  }
}
