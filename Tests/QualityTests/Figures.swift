import Linkage
import LinkageIO
import NameSimilarity
import TestSupport

/// A figure of quality, by name.
struct Figure: Sendable {
  enum Direction: String, Sendable {
    case higher, lower
  }

  var name: String
  var value: Double
  /// Which way is better.
  var direction: Direction

  init(_ name: String, _ value: Double, _ direction: Direction = .higher) {
    self.name = name
    self.value = value
    self.direction = direction
  }

  /// By how much this is worse than `baseline`; negative where it is better.
  func loss(against baseline: Double) -> Double {
    direction == .higher ? baseline - value : value - baseline
  }
}

/// The figures on the corpora, each computed through the library.
enum Figures {
  static func all() throws -> [Figure] { try demonstration() + spellings() + families() + febrl() }

  // MARK: The four lists of the demonstration

  private static func demonstration() throws -> [Figure] {
    let lists = try ["memorial-en.csv", "svodka-ru.csv", "dizim-kaa.tsv", "royxat-uz.csv"].map {
      try RecordList(readingFrom: TestFiles.path("corpora/demo/\($0)"))
    }
    let people = try TestFiles.records("corpora/demo/people.tsv")
    let family = Dictionary(uniqueKeysWithValues: people.map { ($0["person"]!, $0["family"]!) })
    var person: [String: String] = [:]
    for row in try TestFiles.records("corpora/demo/truth.tsv") {
      person["\(row["source"]!):\(row["line"]!)"] = row["person"]
    }
    let truth = lists.map { list in
      (0..<list.count).map { person["\(list.name):\(list.line(ofRow: $0))"]! }
    }

    let roll = try Linker(lists).merge()
    let clusters = evaluation(roll, truth)
    let merged = roll.persons.filter { cluster in
      let members = Set(cluster.records.map { truth[Int($0.list)][Int($0.row)] })
      let families = members.map { family[$0]! }.filter { $0 != "-" }
      return families.count > Set(families).count
    }
    let rows = lists.reduce(0) { $0 + $1.count }
    let asked = Set(roll.questions.flatMap { [$0.left, $0.right] }).count

    var options = LinkOptions()
    options.decisions = roll.questions.enumerated().map { number, question in
      let (left, right) = (question.left, question.right)
      let isSame = truth[Int(left.list)][Int(left.row)] == truth[Int(right.list)][Int(right.row)]
      return PersonDecision(
        leftKey: question.leftKey, rightKey: question.rightKey,
        decision: isSame ? .same : .different,
        origin: "review:\(number + 2)")
    }
    let answered = evaluation(try Linker(lists, options: options).merge(), truth)
    return [
      Figure("demo precision", clusters.pairwise.precision),
      Figure("demo recall", clusters.pairwise.recall),
      Figure("demo families merged", Double(merged.count), .lower),
      Figure("demo rows in review", Double(asked) / Double(rows), .lower),
      Figure("demo precision after review", answered.pairwise.precision),
      Figure("demo recall after review", answered.pairwise.recall),
    ]
  }

  private static func evaluation(_ roll: Roll, _ truth: [[String]]) -> ClusterEvaluation {
    var predicted: [String] = []
    for (list, rows) in truth.enumerated() {
      for row in rows.indices { predicted.append(roll.person(ofList: list, row: row).person.id) }
    }
    return ClusterEvaluation(predicted: predicted, truth: truth.flatMap { $0 })
  }

  // MARK: Pairs of spellings

  private static let relatives: Set = [
    "siblings", "parent-child", "inversion", "spouses", "cousins", "gender",
  ]

  private static func spellings() throws -> [Figure] {
    try figures(of: "spellings") { relatives.contains($0["category"]!) }
  }

  // MARK: Families

  private static func families() throws -> [Figure] { try figures(of: "families") { _ in true } }

  /// What comparing the pairs of a corpus shows; `isRelated` says which of the false pairs are relatives.
  private static func figures(of corpus: String, isRelated: ([String: String]) -> Bool) throws
    -> [Figure]
  {
    let pairs = try TestFiles.records("corpora/\(corpus)/pairs.tsv")
    func list(_ side: String) -> RecordList {
      var list = RecordList(name: side, columns: [.init(name: "name", kind: .name)])
      for (row, pair) in pairs.enumerated() {
        list.append(cell: pair[side]!.utf8)
        list.endRow(line: row + 2)
      }
      return list
    }
    let comparer = PairComparer(list("left"), list("right"))
    var relativesMerged = 0
    let judged = pairs.enumerated().map { row, pair in
      let comparison = comparer[row]
      let isSame = pair["label"] == "1"
      if comparison.decision == .same, !isSame, isRelated(pair) { relativesMerged += 1 }
      return PairEvaluation.Pair(
        weight: comparison.weight.value, verdict: .init(rawValue: comparison.decision.rawValue)!,
        isSame: isSame)
    }
    let result = PairEvaluation(judged)
    return [
      Figure("\(corpus) precision", result.decided.precision),
      Figure("\(corpus) recall", result.decided.recall),
      Figure("\(corpus) missed", result.missed, .lower),
      Figure("\(corpus) review", result.review, .lower),
      Figure("\(corpus) average precision", result.averagePrecision),
      Figure("\(corpus) relatives called same", Double(relativesMerged), .lower),
    ]
  }

  // MARK: Generated records in English

  private static func febrl() throws -> [Figure] {
    let path = "corpora/public/records-febrl-dataset2.tsv"
    var options = ReadOptions()
    options.quoting = .raw
    options.kinds = [
      ("record_id", .id), ("entity_id", .ignore), ("given_name", .given), ("surname", .surname),
      ("suburb", .place), ("date_of_birth", .birth),
    ]
    let list = try RecordList(readingFrom: TestFiles.path(path), options: options)
    let entity = list.columns.firstIndex { $0.name == "entity_id" }!
    let truth = (0..<list.count).map { list.text(row: $0, column: entity) }
    let result = evaluation(try Linker([list]).merge(), [truth])
    return [
      Figure("febrl2 precision", result.pairwise.precision),
      Figure("febrl2 recall", result.pairwise.recall),
      Figure("febrl2 f1", result.pairwise.f1),
    ]
  }
}
