import NameSimilarity
import TestSupport
import Testing

@testable import Linkage

@Suite struct ClusteringTests {
  private func cluster(
    _ size: [Int], _ logOdds: [[Double]], apart: Set<[Int]> = [], from threshold: Double = 5
  ) -> [[Int]] {
    var clustering = Clustering(
      size: size, logOdds: { Bits(logOdds[$0][$1]) },
      areApart: { apart.contains([min($0, $1), max($0, $1)]) })
    let edges = size.indices.flatMap { a in
      size.indices.filter { $0 > a }.map {
        Clustering.Edge(left: a, right: $0, logOdds: Bits(logOdds[a][$0]))
      }
    }
    clustering.agglomerate(edges, from: Bits(threshold))
    clustering.refine { _ in false }
    return clustering.clusters
  }

  @Test func aChainDoesNotJoinStrangers() {
    let clusters = cluster([1, 1, 1], [[0, 10, -20], [10, 0, 9], [-20, 9, 0]])
    #expect(clusters == [[0, 1], [2]])
  }

  @Test func oneDoubtAmongFriendsDoesNotPart() {
    let clusters = cluster(
      [1, 1, 1, 1], [[0, 10, 10, -3], [10, 0, 10, 10], [10, 10, 0, 10], [-3, 10, 10, 0]])
    #expect(clusters == [[0, 1, 2, 3]])
  }

  @Test func whatIsApartStaysApart() {
    let near = [[0, 30.0, 30], [30, 0, 30], [30, 30, 0]]
    #expect(cluster([1, 1, 1], near) == [[0, 1, 2]])
    #expect(cluster([1, 1, 1], near, apart: [[0, 2]]).count == 2)
    #expect(cluster([1, 1, 1], near, apart: [[0, 1], [0, 2], [1, 2]]) == [[0], [1], [2]])
  }

  @Test(arguments: 0..<300)
  func noMemberSpeaksAgainstItsCluster(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 2...9, using: &random)
    var logOdds = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    var apart = Set<[Int]>()
    for a in 0..<count {
      for b in (a + 1)..<max(count, a + 1) {
        logOdds[a][b] = Double(Int.random(in: -20...20, using: &random))
        logOdds[b][a] = logOdds[a][b]
        if random.oneIn(8) { apart.insert([a, b]) }
      }
    }
    let size = (0..<count).map { _ in Int.random(in: 1...3, using: &random) }
    let clusters = cluster(size, logOdds, apart: apart)
    #expect(clusters.flatMap { $0 }.sorted() == Array(0..<count))
    for cluster in clusters where cluster.count > 1 {
      for node in cluster {
        let others = cluster.filter { $0 != node }
        #expect(!others.contains { apart.contains([min(node, $0), max(node, $0)]) }, "\(clusters)")
        let sum = others.reduce(0.0) { sum, other in
          sum + max(-12, min(12, logOdds[node][other])) * Double(size[other])
        }
        #expect(sum >= 0, "\(node) does not belong to \(cluster): \(sum)")
      }
    }
  }

  /// The initial fits both, but they are two brothers.
  @Test func anInitialDoesNotJoinBrothers() throws {
    let list = RecordList(names: [
      "Тажимуратов Даулетмурат Полатович", "Тажимуратов Д. П.", "Тажимуратов Дамир Полатович",
    ])
    var options = LinkOptions()
    options.prior = 0.2
    let roll = try Linker([list], options: options).merge()
    #expect(roll.person(ofList: 0, row: 0).person.id != roll.person(ofList: 0, row: 2).person.id)
  }
}
