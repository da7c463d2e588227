internal import NameIndex
public import NameSimilarity
internal import NameText

/// Answers who on a list a name could be.
///
/// How rare a name is follows from the list alone, so that an answer does not depend on what else is asked.
public struct NameSearch: Sendable {
  /// A row of the list that could be the one asked for.
  public struct Answer: Sendable, Hashable {
    /// The row of the list.
    public var row: Int
    /// In bits, without the prior.
    public var weight: Bits
    /// The probability of being the one asked for.
    public var probability: Double
    /// What follows from the probability and the costs.
    public var decision: Decision
  }

  private let scorer: PairScorer
  private let prior: Bits
  private let options: LinkOptions
  private let profileOfQuery: [UInt32]
  private let namesOfToken: Postings
  private let profilesOfName: [[UInt32]]

  /// Prepares `list` for the rows of `queries`.
  public init(list: RecordList, queries: RecordList, options: LinkOptions = LinkOptions()) {
    self.options = options
    let table = ProfileTable(
      lists: [list, queries], countedLists: 1, asksOthers: true, model: options.model,
      threads: options.threads)
    scorer = PairScorer(table, rows: list.count)
    prior =
      options.prior.map { Bits(logOddsOf: $0) }
      ?? PriorEstimate.logOdds(linksPerRow: 1, among: list.count)
    var profileOfQuery = [UInt32](repeating: 0, count: queries.count)
    var profilesOfName = [[UInt32]](repeating: [], count: table.names.count)
    for (number, profile) in table.profiles.enumerated() {
      for record in profile.records where record.list == 1 {
        profileOfQuery[Int(record.row)] = UInt32(number)
      }
      if profile.records.contains(where: { $0.list == 0 }) {
        for name in profile.names { profilesOfName[Int(name)].append(UInt32(number)) }
      }
    }
    self.profileOfQuery = profileOfQuery
    self.profilesOfName = profilesOfName
    namesOfToken = table.namesOfToken { !profilesOfName[$0].isEmpty }
  }

  /// The best answers to each query, best first; equal ones in the order of the list.
  ///
  /// - Parameters:
  ///   - top: at most so many.
  ///   - leastProbability: leave out what is less probable; `nil` keeps all that have any part of the name in common.
  public func answers(top: Int = 10, leastProbability: Double? = nil) -> [[Answer]] {
    parallelMap(count: profileOfQuery.count, part: 16, threads: options.threads) { queries in
      var scratch = NameScorer.Scratch()
      return queries.map { answer(profileOfQuery[$0], top, leastProbability, &scratch) }
    }.flatMap { $0 }
  }

  private func answer(
    _ query: UInt32, _ top: Int, _ leastProbability: Double?, _ scratch: inout NameScorer.Scratch
  ) -> [Answer] {
    let table = scorer.table
    let asked = table.profiles[Int(query)]
    var found: [Answer] = []
    let least = leastProbability.map { Bits(logOddsOf: $0) }
    func add(_ evidence: NameEvidence, _ profile: Profile) {
      let weight = scorer.weight(evidence, asked, profile)
      let logOdds = weight + prior
      if let least, logOdds < least { return }
      for record in profile.records where record.list == 0 {
        found.append(
          Answer(
            row: Int(record.row), weight: weight, probability: logOdds.probability,
            decision: options.costs.decision(logOdds: logOdds)))
      }
    }
    // Where either side has several names, all of them are looked at together.
    var withSeveral = Set<UInt32>()
    for other in namesMet(by: asked.names) {
      let isAlone = { (profile: UInt32) in
        asked.others.isEmpty && table.profiles[Int(profile)].others.isEmpty
      }
      withSeveral.formUnion(profilesOfName[Int(other)].lazy.filter { !isAlone($0) })
      guard let name = asked.name, profilesOfName[Int(other)].contains(where: isAlone),
        let evidence = scorer.names.evidence(
          table.names[Int(name)], table.names[Int(other)], &scratch)
      else { continue }
      for profile in profilesOfName[Int(other)] where isAlone(profile) {
        add(evidence, table.profiles[Int(profile)])
      }
    }
    for profile in withSeveral.lazy.map({ table.profiles[Int($0)] }) {
      if let evidence = scorer.nameEvidence(asked, profile, &scratch) { add(evidence, profile) }
    }
    found.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.row < $1.row }
    return Array(found.prefix(top))
  }

  /// The names on the list that have a part like a part of any of `names`.
  private func namesMet(by names: [UInt32]) -> Set<UInt32> {
    var met = Set<UInt32>()
    for name in names.lazy.map({ scorer.table.names[Int($0)] }) {
      for part in name.parts + name.joined {
        for neighbour in scorer.table.lexicon.neighbours(of: part.token) {
          met.formUnion(namesOfToken[neighbour.token])
        }
      }
    }
    return met
  }
}
