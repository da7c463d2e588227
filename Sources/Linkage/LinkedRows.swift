internal import NameSimilarity
internal import NameText

/// Rows put together: the clusters, what holds them, and the pairs left for a person.
struct LinkedRows {
  let scorer: PairScorer
  let prior: Bits
  let constraints: Constraints
  let weights: WeightCache
  /// Clusters of rows.
  private(set) var clusters: [[RecordID]] = []
  /// Uncertain pairs of rows in different clusters, one for each pair of clusters, most valuable first.
  private(set) var questions: [Question] = []
  /// How many more uncertain pairs there are than are asked.
  private(set) var unasked = 0

  struct Question {
    var left: RecordID
    var right: RecordID
    /// Of the pair of rows, without the prior.
    var weight: Bits
    /// That the two persons are one, what contradicts it taken into account.
    var logOdds: Bits
    var value: Double
  }

  /// By list and row.
  private var profileOfRow: [[UInt32]]

  /// A node of the clustering: all rows of a profile, or one row where a profile's rows may be several people's.
  private struct Node {
    var profile: UInt32
    var records: [RecordID]
  }

  init(
    scorer: PairScorer, pairs: [ScoredPair], prior: Bits, costs: DecisionCosts,
    constraints: Constraints, keys: RowKeys
  ) {
    self.scorer = scorer
    self.prior = prior
    self.constraints = constraints
    weights = WeightCache(scorer, pairs)
    let profiles = scorer.table.profiles
    profileOfRow = keys.rowCounts.map { [UInt32](repeating: 0, count: $0) }
    for number in profiles.indices {
      for record in profiles[number].records {
        profileOfRow[Int(record.list)][Int(record.row)] = UInt32(number)
      }
    }

    let sameFrom = Bits(logOddsOf: costs.sameFrom)
    var whole = Set<UInt32>()
    for pair in pairs where pair.left == pair.right && pair.weight + prior >= sameFrom {
      whole.insert(pair.left)
    }
    var nodes: [Node] = []
    var nodesOfProfile: [Range<Int>] = []
    let decided = constraints.decidedRows
    for number in profiles.indices {
      let start = nodes.count
      defer { nodesOfProfile.append(start..<nodes.count) }
      var records = profiles[number].records
      if records.count == 1 {
        nodes.append(Node(profile: UInt32(number), records: records))
        continue
      }
      // Copies of a row stand in the order of their keys, so that the order of the lists is nothing.
      records.sort { keys[$0] < keys[$1] }
      if whole.contains(UInt32(number)), !constraints.areApart(within: records),
        !records.contains(where: decided.contains)
      {
        nodes.append(Node(profile: UInt32(number), records: records))
      } else {
        for record in records {
          nodes.append(Node(profile: UInt32(number), records: [record]))
        }
      }
    }

    // Every edge between nodes that a pair of profiles stands for.
    var edges: [Clustering.Edge] = []
    for pair in pairs {
      let logOdds = pair.weight + prior
      if logOdds < Bits(logOddsOf: costs.differentUpTo) { continue }
      // Nodes of one profile are as good as each other: where nothing can be merged, a few of them ask for all.
      let most = logOdds < sameFrom ? Self.mostQuestionsPerPerson : .max
      let lefts = nodesOfProfile[Int(pair.left)].prefix(most)
      let rights = nodesOfProfile[Int(pair.right)].prefix(most)
      for left in lefts {
        for right in rights where pair.left != pair.right || right > left {
          edges.append(Clustering.Edge(left: left, right: right, logOdds: logOdds))
        }
      }
    }

    let weights = self.weights
    let areApart = { (a: Int, b: Int) in
      constraints.hasApart
        && nodes[a].records.contains { x in
          nodes[b].records.contains { constraints.areApart(x, $0) }
        }
    }
    let rivals = InitialRivals(
      hasInitial: { weights.hasInitial(nodes[$0].profile) },
      agreeByInitial: { weights.agreeByInitial(nodes[$0].profile, nodes[$1].profile) },
      contradict: {
        weights.logOdds(nodes[$0].profile, nodes[$1].profile, prior: prior) < sameFrom
          && weights.contradictOmitted(nodes[$0].profile, nodes[$1].profile)
      },
      areApart: areApart)
    let unique = UniqueLists(constraints.uniqueLists, records: nodes.map { $0.records })
    edges = zip(rivals.competing(edges), unique.competing(edges)).map {
      $0.logOdds < $1.logOdds ? $0 : $1
    }

    var rootNode: [RecordID: Int] = [:]
    var fixed = Set<Int>()
    var clustering = Clustering(
      size: nodes.map { $0.records.count },
      logOdds: { weights.logOdds(nodes[$0].profile, nodes[$1].profile, prior: prior) },
      areApart: areApart,
      contradictOmitted: { weights.contradictOmitted(nodes[$0].profile, nodes[$1].profile) })
    for number in decided.isEmpty ? 0..<0 : nodes.indices {
      for record in nodes[number].records where decided.contains(record) {
        let root = constraints.root(record)
        if let first = rootNode[root] {
          clustering.join(first, number)
          fixed.formUnion([first, number])
        } else {
          rootNode[root] = number
        }
      }
    }
    clustering.agglomerate(edges, from: sameFrom)
    clustering.agglomerateSupported(edges, from: sameFrom)
    clustering.refine { fixed.contains($0) }
    clusters = clustering.clusters.map { $0.flatMap { nodes[$0].records }.sorted() }
    ask(edges, nodes, clustering, from: Bits(logOddsOf: costs.differentUpTo))
  }

  /// A person stands in no more questions than this: who could be anybody is no question to ask.
  private static let mostQuestionsPerPerson = 10

  /// One question for each pair of clusters that may be one person: the likeliest pair of rows.
  private mutating func ask(
    _ edges: [Clustering.Edge], _ nodes: [Node], _ clustering: Clustering, from reviewFrom: Bits
  ) {
    struct Between: Hashable {
      var left: Int
      var right: Int
    }
    var best: [Between: Clustering.Edge] = [:]
    for edge in edges {
      let (x, y) = (clustering.clusterOfNode[edge.left], clustering.clusterOfNode[edge.right])
      if x == y { continue }
      let between = Between(left: min(x, y), right: max(x, y))
      if let old = best[between], old.logOdds >= edge.logOdds { continue }
      best[between] = edge
    }
    var found: [(between: Between, question: Question)] = []
    for (between, edge) in best {
      let left = clustering.members(of: between.left).map { nodes[$0] }
      let right = clustering.members(of: between.right).map { nodes[$0] }
      if areKeptApart(left, right) { continue }
      let logOdds = edge.logOdds + contradiction(left, right)
      if logOdds < reviewFrom { continue }
      let pair = [nodes[edge.left].records[0], nodes[edge.right].records[0]].sorted()
      let rows = [left, right].map { $0.reduce(0) { $0 + $1.records.count } }
      found.append(
        (
          between,
          Question(
            left: pair[0], right: pair[1], weight: edge.logOdds - prior, logOdds: logOdds,
            value: logOdds.probability * Double(rows[0] * rows[1]))
        ))
    }
    found.sort { a, b in
      a.question.value != b.question.value
        ? a.question.value > b.question.value
        : (a.between.left, a.between.right) < (b.between.left, b.between.right)
    }
    var asked: [Int: Int] = [:]
    for (between, question) in found {
      if max(asked[between.left] ?? 0, asked[between.right] ?? 0) >= Self.mostQuestionsPerPerson {
        unasked += 1
        continue
      }
      asked[between.left, default: 0] += 1
      asked[between.right, default: 0] += 1
      questions.append(question)
    }
  }

  /// What the pair between two clusters that speaks most against it says; zero where none does.
  private func contradiction(_ left: [Node], _ right: [Node]) -> Bits {
    var worst = Bits.zero
    for a in left {
      for b in right {
        worst = min(worst, (weights.weight(a.profile, b.profile) ?? Bits(-40)) + prior)
      }
    }
    return worst
  }

  private func areKeptApart(_ left: [Node], _ right: [Node]) -> Bool {
    guard constraints.hasApart else { return false }
    return left.contains { a in
      right.contains { b in
        a.records.contains { x in b.records.contains { constraints.areApart(x, $0) } }
      }
    }
  }

  func profile(of record: RecordID) -> Profile {
    scorer.table.profiles[Int(profileNumber(of: record))]
  }

  /// The profiles of the rows of each cluster.
  var profilesOfClusters: [[UInt32]] {
    clusters.map { $0.map { profileNumber(of: $0) } }
  }

  func profileNumber(of record: RecordID) -> UInt32 {
    profileOfRow[Int(record.list)][Int(record.row)]
  }
}

/// Weights of pairs of profiles: those of candidates as found, others scored when asked for.
final class WeightCache {
  private let scorer: PairScorer
  private var known: [UInt64: Bits?] = [:]
  private var omitted: [UInt64: Bool] = [:]
  private var scratch = NameScorer.Scratch()

  init(_ scorer: PairScorer, _ pairs: [ScoredPair] = []) {
    self.scorer = scorer
    known.reserveCapacity(pairs.count)
    for pair in pairs { known[UInt64(pair.left) << 32 | UInt64(pair.right)] = .some(pair.weight) }
  }

  /// The log odds of two rows of a cluster being one person's. Rows that contradict each other nowhere do not speak
  /// against each other, however little they say for it: another row may have brought them together.
  func logOdds(_ a: UInt32, _ b: UInt32, prior: Bits) -> Bits {
    guard let weight = weight(a, b) else { return Self.nothingInCommon }
    let odds = weight + prior
    if odds >= .zero || isContradicted(a, b) { return odds }
    return min(.zero, weight)
  }

  private static let nothingInCommon = Bits(-50)

  /// Whether two rows contradict each other in what lists often leave out or cut down to an initial: the father's name,
  /// the mark of a generation, the date of birth, the given name where the family is one.
  func contradictOmitted(_ a: UInt32, _ b: UInt32) -> Bool {
    let key = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    if let known = omitted[key] { return known }
    let (x, y) = pair(a, b)
    let contradict = scorer.nameEvidence(x, y, &scratch).map {
      let isOfFamily = !$0.findings.isDisjoint(with: [.surnameAgrees, .patronymicAgrees])
      return $0.findings.contains(.patronymicContradicts)
        || $0.findings.contains(.generationContradicts)
        || ($0.findings.contains(.givenContradicts) && isOfFamily)
        || scorer.fieldEvidence($0, x, y).contradictsBirth
    }
    omitted[key] = contradict ?? false
    return contradict ?? false
  }

  /// Whether a name of the row has an initial.
  func hasInitial(_ a: UInt32) -> Bool {
    scorer.table.profiles[Int(a)].names.contains {
      scorer.table.names[Int($0)].hasInitial
    }
  }

  /// Whether two rows agree in a part that one of them gives by its initial.
  func agreeByInitial(_ a: UInt32, _ b: UInt32) -> Bool {
    let (x, y) = pair(a, b)
    return scorer.nameEvidence(x, y, &scratch)?.findings.contains(.initialAgrees) ?? false
  }

  private func isContradicted(_ a: UInt32, _ b: UInt32) -> Bool {
    let (x, y) = pair(a, b)
    guard let name = scorer.nameEvidence(x, y, &scratch) else { return true }
    return name.isContradicted || scorer.fieldEvidence(name, x, y).contradictsBirth
  }

  /// Two profiles in one order.
  private func pair(_ a: UInt32, _ b: UInt32) -> (Profile, Profile) {
    let profiles = scorer.table.profiles
    return (profiles[Int(min(a, b))], profiles[Int(max(a, b))])
  }

  /// The weight in bits without the prior; `nil` where the names have no part in common.
  func weight(_ a: UInt32, _ b: UInt32) -> Bits? {
    let key = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    if let weight = known[key] { return weight }
    let (x, y) = pair(a, b)
    let weight = scorer.weight(x, y, &scratch)
    known[key] = .some(weight)
    return weight
  }
}
