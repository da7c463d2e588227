internal import NameSimilarity

/// Puts nodes into clusters by the sum of evidence over all pairs inside, so that no chain of likenesses joins
/// strangers (correlation clustering, Bansal, Blum and Chawla 2004): agglomeration from the strongest pair down,
/// then local moves.
struct Clustering {
  /// A pair of nodes that may be joined, with its log odds.
  struct Edge: Sendable, Hashable {
    var left: Int
    var right: Int
    var logOdds: Bits

    func end(besides node: Int) -> Int { node == left ? right : left }
  }

  private(set) var clusterOfNode: [Int]
  private var members: [[Int]]
  private let logOdds: (Int, Int) -> Bits
  private let areApart: (Int, Int) -> Bool
  private let contradictOmitted: (Int, Int) -> Bool
  private let size: [Int]

  /// No single pair counts for or against more than this, so that one coincidence does not decide for many.
  private static let most = Bits(12)
  /// A pair that speaks for counts so often, in halves.
  private static let agreementShare: Int64 = 2
  /// A pair that speaks against: one of many spellings is the furthest from the others, and is no other person for it.
  private static let contradictionShare: Int64 = 3
  /// The same where a part contradicts that other rows leave out or cut down to an initial: those agree with two people
  /// at once, and the one row that says it must outweigh them.
  private static let omittedContradictionShare: Int64 = 4
  /// Many pairs that are nearly good enough make up for no more than this.
  private static let mostSupport = Bits(3)

  /// - Parameters:
  ///   - size: the number of rows of each node.
  ///   - logOdds: of any two nodes being one person, candidates or not.
  ///   - areApart: whether two nodes may never be together.
  ///   - contradictOmitted: whether two nodes that speak against each other do so in a part that other rows leave out.
  init(
    size: [Int], logOdds: @escaping (Int, Int) -> Bits, areApart: @escaping (Int, Int) -> Bool,
    contradictOmitted: @escaping (Int, Int) -> Bool
  ) {
    self.size = size
    clusterOfNode = Array(size.indices)
    members = size.indices.map { [$0] }
    self.logOdds = logOdds
    self.areApart = areApart
    self.contradictOmitted = contradictOmitted
  }

  /// Joins two nodes' clusters without asking.
  mutating func join(_ a: Int, _ b: Int) {
    let (x, y) = (clusterOfNode[a], clusterOfNode[b])
    if x == y { return }
    let (keep, drop) = (min(x, y), max(x, y))
    for node in members[drop] { clusterOfNode[node] = keep }
    members[keep] += members[drop]
    members[drop] = []
  }

  /// Joins along edges of at least `threshold`, strongest first, where all pairs between the two clusters together
  /// speak for it.
  mutating func agglomerate(_ edges: [Edge], from threshold: Bits) {
    let strong = edges.filter { $0.logOdds >= threshold }.sorted {
      $0.logOdds != $1.logOdds ? $0.logOdds > $1.logOdds : ($0.left, $0.right) < ($1.left, $1.right)
    }
    for edge in strong {
      let (x, y) = (clusterOfNode[edge.left], clusterOfNode[edge.right])
      if x != y, mayJoin(members[x], members[y]) { join(edge.left, edge.right) }
    }
  }

  /// Joins along edges that are somewhat weaker than `threshold`, strongest first, where many pairs of the two clusters
  /// are as good and none speaks against it: that a row is near to one spelling of a name may be chance, that it is near
  /// to all of them is not.
  mutating func agglomerateSupported(_ edges: [Edge], from threshold: Bits) {
    let least = threshold - Self.mostSupport
    let near = edges.filter { $0.logOdds >= least }.sorted {
      $0.logOdds != $1.logOdds ? $0.logOdds > $1.logOdds : ($0.left, $0.right) < ($1.left, $1.right)
    }
    for edge in near {
      let (x, y) = (clusterOfNode[edge.left], clusterOfNode[edge.right])
      guard x != y, let support = support(members[x], members[y], from: least),
        edge.logOdds + support >= threshold, mayJoin(members[x], members[y])
      else { continue }
      join(edge.left, edge.right)
    }
  }

  /// What the number of pairs between two clusters adds to the best of them, of those of at least `least`: its
  /// logarithm, since they are not independent; `nil` where one speaks against it.
  private func support(_ a: [Int], _ b: [Int], from least: Bits) -> Bits? {
    var supporters: UInt64 = 0
    for x in a {
      for y in b {
        let odds = logOdds(x, y)
        if odds < .zero { return nil }
        if odds >= least { supporters += 1 }
      }
    }
    return supporters == 0 ? nil : min(Self.mostSupport, Bits.log2(supporters))
  }

  private func mayJoin(_ a: [Int], _ b: [Int]) -> Bool {
    var sum: Int64 = 0
    for x in a {
      for y in b {
        if areApart(x, y) { return false }
        sum += weight(x, y)
      }
    }
    return sum > 0
  }

  private func weight(_ x: Int, _ y: Int) -> Int64 {
    let held = min(Self.most, max(-Self.most, logOdds(x, y)))
    let share =
      held >= .zero
      ? Self.agreementShare
      : contradictOmitted(x, y) ? Self.omittedContradictionShare : Self.contradictionShare
    return share * Int64(held.raw) * Int64(size[x]) * Int64(size[y])
  }

  /// Takes nodes out of clusters whose members together speak against them, weakest first, until none is left.
  ///
  /// `isFixed` nodes stay where they were put.
  mutating func refine(isFixed: (Int) -> Bool) {
    for cluster in members.indices where members[cluster].count > 2 {
      while members[cluster].count > 2 {
        var worst: (node: Int, sum: Int64)?
        for node in members[cluster] where !isFixed(node) {
          let sum = members[cluster].reduce(Int64(0)) { $1 == node ? $0 : $0 + weight(node, $1) }
          if sum < worst?.sum ?? 0 { worst = (node, sum) }
        }
        guard let worst else { break }
        members[cluster].removeAll { $0 == worst.node }
        clusterOfNode[worst.node] = members.count
        members.append([worst.node])
      }
    }
  }

  /// The nodes of a cluster.
  func members(of cluster: Int) -> [Int] { members[cluster] }

  /// The clusters, each ascending, in the order of their first members.
  var clusters: [[Int]] {
    members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }
}
