internal import NameSimilarity

/// How a row of an index is answered for: which names are scored, and in what order.
struct Question: Sendable {
  private let rowCount: Int
  private let prior: Bits
  private let costs: DecisionCosts
  private let top: Int
  /// What is less is left out, the prior included.
  private let leastLogOdds: Bits?

  init(_ tables: IndexTables, _ options: LinkOptions, top: Int, leastProbability: Double?) {
    rowCount = Int(tables.figures.rowCount)
    prior =
      options.prior.map { Bits(logOddsOf: $0) }
      ?? PriorEstimate.logOdds(linksPerRow: 1, among: rowCount)
    costs = options.costs
    self.top = top
    leastLogOdds = leastProbability.map { Bits(logOddsOf: $0) }
  }

  private struct Found {
    var answer: SearchIndex.Answer
    /// Of answers to a single word that weigh the same the one that is spelled more alike comes first; 0 in answers to whole
    /// names, which keep the order of the lists, as users put those that they trust first.
    var distance: Int32

    static func precedes(_ a: Found, _ b: Found) -> Bool {
      if a.answer.weight != b.answer.weight { return a.answer.weight > b.answer.weight }
      return a.distance != b.distance ? a.distance < b.distance : a.answer.row < b.answer.row
    }
  }

  /// So many names are scored first; then ever more at a time.
  private static let firstNames = 16
  private static let mostNames = 512

  /// The best answers to a row.
  ///
  /// Names are scored from that on which can say most, until no other can come among the best.
  func answer(
    _ row: AskedRow, _ comparing: TokenComparer.Costs, _ room: inout SearchRoom
  ) throws(IndexError) -> [SearchIndex.Answer] {
    if top < 1 || row.names.isEmpty { return [] }
    let fields = try IndexedFields(row.values, room.tables)
    let target = leastLogOdds.map { $0 - prior - fields.most }
    var met = try room.namesMet(by: row.names[0], target: target)
    for name in row.names.dropFirst() { met += try room.namesMet(by: name, target: target) }
    met.sort { $0.most != $1.most ? $0.most > $1.most : $0.name < $1.name }

    var best: [Found] = []
    var seen = Set<UInt32>()
    var seenRows = Set<Int32>()
    var place = 0
    var count = Self.firstNames
    while place < met.count {
      // What cannot be above the last of the best, nor equal to it, is of no use.
      if best.count >= top, met[place].most + fields.most < best[best.count - 1].answer.weight {
        break
      }
      var names: [UInt32] = []
      while place < met.count, names.count < count {
        if seen.insert(met[place].name).inserted { names.append(met[place].name) }
        place += 1
      }
      count = min(count * 2, Self.mostNames)
      let local = try LocalTable(row, names, fields, comparing, &room)
      score(local, &room.scratch, &seenRows, &best)
      best.sort(by: Found.precedes)
      if best.count > top { best.removeLast(best.count - top) }
    }
    return best.map(\.answer)
  }

  /// Adds the rows of a table to the answers; `seen` knows those with several names, which come with each of them.
  private func score(
    _ local: LocalTable, _ scratch: inout NameScorer.Scratch, _ seen: inout Set<Int32>,
    _ best: inout [Found]
  ) {
    let scorer = PairScorer(local.table, rows: rowCount)
    scratch.costs = CostMemory(bits: 8)
    let asked = local.asked
    func add(_ evidence: NameEvidence, _ profile: Profile) {
      let weight = scorer.weight(evidence, asked, profile)
      let logOdds = weight + prior
      if let leastLogOdds, logOdds < leastLogOdds { return }
      let distance = distance(of: profile, from: asked, local.table)
      for record in profile.records {
        let answer = SearchIndex.Answer(
          row: Int(record.row), weight: weight, probability: logOdds.probability,
          decision: costs.decision(logOdds: logOdds))
        best.append(Found(answer: answer, distance: distance))
      }
    }
    for profile in local.table.profiles {
      if !profile.others.isEmpty, !seen.insert(profile.records[0].row).inserted { continue }
      if let evidence = scorer.nameEvidence(asked, profile, &scratch) { add(evidence, profile) }
    }
  }

  /// That of the name which is spelled most like the single word that is asked for.
  private func distance(of profile: Profile, from asked: Profile, _ table: ProfileTable) -> Int32 {
    guard let name = asked.name, asked.others.isEmpty, table.names[Int(name)].partCount == 1
    else { return 0 }
    let distances = profile.names.map {
      table.lexicon.spellingDistance(table.names[Int(name)].words[0], table.names[Int($0)])
    }
    return distances.min() ?? 0
  }
}
