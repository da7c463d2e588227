import NameSimilarity
import TestSupport
import Testing

@testable import Linkage

@Suite struct ClusteringTests {
  private func cluster(
    _ size: [Int], _ logOdds: [[Double]], apart: Set<[Int]> = [], omitted: Set<[Int]> = [],
    from threshold: Double = 5
  ) -> [[Int]] {
    var clustering = Clustering(
      size: size, logOdds: { Bits(logOdds[$0][$1]) },
      areApart: { apart.contains([min($0, $1), max($0, $1)]) },
      contradictOmitted: { omitted.contains([min($0, $1), max($0, $1)]) })
    let edges = size.indices.flatMap { a in
      size.indices.filter { $0 > a }.map {
        Clustering.Edge(left: a, right: $0, logOdds: Bits(logOdds[a][$0]))
      }
    }
    clustering.agglomerate(edges, from: Bits(threshold))
    clustering.agglomerateSupported(edges, from: Bits(threshold))
    clustering.refine { _ in false }
    return clustering.clusters
  }

  @Test func aChainDoesNotJoinStrangers() {
    let clusters = cluster([1, 1, 1], [[0, 10, -20], [10, 0, 9], [-20, 9, 0]])
    #expect(clusters == [[0, 1], [2]])
  }

  /// The spelling that is furthest from another stays; who has another father's name goes, though a row without one
  /// agrees with both.
  @Test func contradictionInWhatRowsLeaveOutWeighsMore() {
    let logOdds: [[Double]] = [[0, 12, 10], [12, 0, -6], [10, -6, 0]]
    #expect(cluster([1, 1, 1], logOdds) == [[0, 1, 2]])
    #expect(cluster([1, 1, 1], logOdds, omitted: [[1, 2]]) == [[0, 1], [2]])
  }

  @Test func manyThatAreNearlyGoodEnoughJoin() {
    // Four spellings of one person, and a fifth that is near to each of them, or only to one.
    let near = (0..<5).map { a in (0..<5).map { a == 4 || $0 == 4 ? 4.0 : 20 } }
    #expect(cluster([1, 1, 1, 1, 1], near) == [[0, 1, 2, 3, 4]])
    var once = near
    for other in 1..<4 { (once[4][other], once[other][4]) = (0.5, 0.5) }
    #expect(cluster([1, 1, 1, 1, 1], once) == [[0, 1, 2, 3], [4]])
    var against = near
    (against[4][2], against[2][4]) = (-1, -1)
    #expect(cluster([1, 1, 1, 1, 1], against) == [[0, 1, 2, 3], [4]])
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
  func everyMemberIsHeldAndNobodyApartIsTogether(seed: Int) {
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
        #expect(others.contains { logOdds[node][$0] > 0 }, "nothing holds \(node) in \(cluster)")
      }
    }
  }

  /// The initial fits both, but they are two brothers: among the rows of a roll, the year of birth beside it or not.
  @Test(arguments: ["", "1984"])
  func anInitialDoesNotJoinBrothers(year: String) throws {
    var list = RecordList(
      name: "brothers",
      columns: [.init(name: "name", kind: .name), .init(name: "born", kind: .birth)])
    for (row, name) in [
      "Нурлыбаев Даулетмурат Полатович", "Нурлыбаев Д. П.", "Нурлыбаев Дамир Полатович",
    ].enumerated() {
      list.append(cell: name.utf8)
      list.append(cell: year.utf8)
      list.endRow(line: row + 2)
    }
    let roll = try Linker([list] + Demonstration.lists()).merge()
    #expect(roll.person(ofList: 0, row: 0).person.id != roll.person(ofList: 0, row: 2).person.id)
  }

  /// Nor where their year and town make two brothers likely to be one in a short list: that is asked, and answers for the
  /// initial as well.
  @Test func anInitialDoesNotJoinWhoAreAskedAbout() throws {
    let rows = [
      "Нурлыбаев Д.;1984;Нукус", "Nurlybaev Dauletmurat;1984;Nukus", "Nurlybaev Damir;1984;Nukus",
      "Сейтқали Ернұр Бауыржанұлы;1991-03-12;Қызылорда", "Seitkali, Yernur;1991-03-12;Kyzylorda",
      "Сейткали Елнур Бауржанович;1993-03-12;Кызылорда",
      "Seytqali Elnur Bauyrzhanuly;1993;Kyzylorda",
      "Оразбаева Жәнерке;1988;Тараз", "Orazbayeva Zhanerke;1988-02-14;Taraz",
      "Қосымов Ғайрат;1979-11-05;Тошкент", "Kasymov Gayrat;1979-11-05;Tashkent",
      "Мамедов Эльнур Гусейн оглы;1985-07-01;Баку", "Mammadov Elnur Huseyn oglu;1985-07-01;Baku",
    ]
    var list = RecordList(
      name: "towns",
      columns: [
        .init(name: "name", kind: .name), .init(name: "born", kind: .birth),
        .init(name: "town", kind: .place),
      ])
    for (number, row) in rows.enumerated() {
      for cell in row.split(separator: ";") { list.append(cell: cell.utf8) }
      list.endRow(line: number + 2)
    }
    let roll = try Linker([list]).merge()
    #expect(Set((0..<3).map { roll.person(ofList: 0, row: $0).person.id }).count == 3)
    let asked = Set(
      roll.questions.map { [$0.left.row, $0.right.row].sorted() }.filter { $0[1] < 3 })
    #expect(asked == [[0, 1], [0, 2], [1, 2]])
    #expect(roll.persons.count == 8)
  }

  /// In a list of a few rows, too, where next to nothing speaks against two brothers being one: the one with initials
  /// is neither of them by itself, and each is asked about at even odds.
  @Test(arguments: ["", "1984"])
  func anInitialBetweenBrothersIsAsked(year: String) throws {
    var list = RecordList(
      name: "brothers",
      columns: [.init(name: "name", kind: .name), .init(name: "born", kind: .birth)])
    let names = [
      "Нурлыбаев Даулетмурат Полатович", "Nurlybaev D. P.", "Нурлыбаев Дамир Полатович",
      "Утепов Бахыт", "Utepov Bakhyt", "Сейтов Арслан", "Каллыханова Айгуль",
    ]
    for (row, name) in names.enumerated() {
      list.append(cell: name.utf8)
      list.append(cell: year.utf8)
      list.endRow(line: row + 2)
    }
    let roll = try Linker([list]).merge()
    let persons = (0..<3).map { roll.person(ofList: 0, row: $0).person.id }
    #expect(Set(persons).count == 3)
    #expect(roll.person(ofList: 0, row: 3).person.id == roll.person(ofList: 0, row: 4).person.id)
    let asked = roll.questions.filter { [$0.left.row, $0.right.row].contains(1) }
    #expect(Set(asked.flatMap { [$0.left.row, $0.right.row] }) == [0, 1, 2])
    #expect(asked.count == 2)
    for question in asked {
      #expect(abs(question.probability - 0.5) < 0.01)
      #expect(question.reasons.contains("another row agrees as well"))
    }

    // One answer is enough: who is not meant is no rival.
    var options = LinkOptions()
    options.decisions = asked.prefix(1).map {
      PersonDecision(
        leftKey: $0.leftKey, rightKey: $0.rightKey, decision: .different, origin: "review.csv:2")
    }
    let answered = try Linker([list], options: options).merge()
    let refused = asked[0].left.row == 1 ? asked[0].right.row : asked[0].left.row
    #expect(answered.questions.allSatisfy { ![$0.left.row, $0.right.row].contains(1) })
    for row in [0, 2] {
      let isOne =
        answered.person(ofList: 0, row: row).person.id
        == answered.person(ofList: 0, row: 1).person.id
      #expect(isOne == (Int32(row) != refused))
    }
  }

  private func competing(
    _ logOdds: [Double], initials: Set<Int>, contradict: Set<[Int]>, apart: Set<[Int]> = []
  ) -> [Double] {
    let edges = logOdds.indices.map {
      Clustering.Edge(left: 0, right: $0 + 1, logOdds: Bits(logOdds[$0]))
    }
    return InitialRivals(
      hasInitial: { initials.contains($0) }, agreeByInitial: { _, _ in true },
      contradict: { contradict.contains([min($0, $1), max($0, $1)]) },
      areApart: { apart.contains([min($0, $1), max($0, $1)]) }
    ).competing(edges).map { Double($0.logOdds.raw) / Double(Bits(1).raw) }
  }

  @Test func onlyWhoContradictsIsARival() {
    // Node 0 fits 1, 2 and 3; 1 and 2 are spellings of one person, 3 is another.
    let two: Set<[Int]> = [[1, 3], [2, 3]]
    let left = competing([10, 8, 4], initials: [0], contradict: two)
    #expect(abs(left[0] - (10 - 4.09)) < 0.02)
    #expect(abs(left[1] - (8 - 4.09)) < 0.02)
    #expect(abs(left[2] - (4 - 10)) < 0.02)
    #expect(competing([10, 8, 4], initials: [], contradict: two) == [10, 8, 4])
    #expect(competing([10, 8, 4], initials: [0], contradict: []) == [10, 8, 4])
    #expect(competing([10, 8, 4], initials: [0], contradict: two, apart: [[0, 3]]) == [10, 8, 4])
  }
}
