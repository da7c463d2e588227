internal import NameIndex
public import NameSimilarity

/// Every person of some lists once, what each row became, and what is left for a person to decide.
public struct Roll: Sendable {
  /// The lists that were linked.
  public let lists: [RecordList]
  /// In the order of each person's first row.
  public private(set) var persons: [Person] = []
  /// The uncertain pairs, the most valuable question first.
  public private(set) var questions: [ReviewQuestion] = []
  /// Further uncertain pairs of persons who stand in many questions already.
  public let unaskedQuestions: Int
  /// The log odds that two rows drawn at random are one person, as estimated or given.
  public let priorLogOdds: Bits
  /// How many of the decisions given named rows that are in these lists.
  public let decisionsApplied: Int
  /// How the rows of one person differ, as these lists show it or as it was given.
  public var levels: LevelModel { LevelModel(scorer.table.fields) }
  private let personOfRow: [[Int32]]
  private let probabilityOfRow: [[Double]]
  let scorer: PairScorer
  let costs: DecisionCosts

  /// The person of a row, and the probability that the row belongs to the rest of that person.
  public func person(ofList list: Int, row: Int) -> (person: Person, probability: Double) {
    (persons[Int(personOfRow[list][row])], probabilityOfRow[list][row])
  }

  /// The best name of the person that a row belongs to.
  public func personName(of record: RecordID) -> String { persons[personNumber(of: record)].name }

  func personNumber(of record: RecordID) -> Int {
    Int(personOfRow[Int(record.list)][Int(record.row)])
  }

  init(
    lists: [RecordList], linked: LinkedRows, keys: RowKeys, costs: DecisionCosts,
    language: ReasonLanguage, threads: Int
  ) {
    self.lists = lists
    self.costs = costs
    scorer = linked.scorer
    priorLogOdds = linked.prior
    unaskedQuestions = linked.unasked
    decisionsApplied = linked.constraints.applied
    let ids = PersonIDs(linked.clusters, keys: keys)
    let (weights, prior) = (linked.weights, linked.prior)
    let clusters = linked.clusters
    let belongings = linked.profilesOfClusters.map { Belonging($0, weights, prior: prior) }
    persons = parallelMap(count: clusters.count, part: 512, threads: threads) { range in
      range.map {
        PersonBuilder(lists: lists, records: clusters[$0]).person(
          id: ids[$0], belonging: belongings[$0])
      }
    }.joinedParts()
    var personOfRow = lists.map { [Int32](repeating: 0, count: $0.count) }
    var probabilityOfRow = lists.map { [Double](repeating: 1, count: $0.count) }
    for (number, person) in persons.enumerated() {
      for (record, probability) in zip(person.records, person.probabilities) {
        personOfRow[Int(record.list)][Int(record.row)] = Int32(number)
        probabilityOfRow[Int(record.list)][Int(record.row)] = probability
      }
    }
    self.personOfRow = personOfRow
    self.probabilityOfRow = probabilityOfRow
    let asked = linked.questions.map {
      ($0.value, ReviewQuestion($0, linked, keys: keys, costs: costs, language: language))
    }
    questions = asked.sorted { a, b in
      a.0 != b.0 ? a.0 > b.0 : (a.1.leftKey, a.1.rightKey) < (b.1.leftKey, b.1.rightKey)
    }.map(\.1)
    precondition(
      persons.reduce(0) { $0 + $1.records.count } == lists.reduce(0) { $0 + $1.count },
      "A row was lost")
  }
}

/// A pair that is too likely to leave apart and too uncertain to merge.
public struct ReviewQuestion: Sendable {
  /// One row of the pair.
  public var left: RecordID
  /// The other row.
  public var right: RecordID
  /// The content key by which the row is known again.
  public var leftKey: String
  /// The content key of the other row.
  public var rightKey: String
  /// In bits, without the prior.
  public var weight: Bits
  /// The probability of being one person.
  public var probability: Double
  /// What the two may be to each other.
  public var relation: Relation
  /// What speaks for and against, in words.
  public var reasons: String

  init(
    _ question: LinkedRows.Question, _ linked: LinkedRows, keys: RowKeys, costs: DecisionCosts,
    language: ReasonLanguage
  ) {
    // The row with the smaller key stands left, whatever the order of the lists.
    let isOrdered = keys[question.left] <= keys[question.right]
    left = isOrdered ? question.left : question.right
    right = isOrdered ? question.right : question.left
    leftKey = RowKeys.text(keys[left])
    rightKey = RowKeys.text(keys[right])
    weight = question.weight
    probability = question.logOdds.probability
    let alone = linked.weights.weight(
      linked.profileNumber(of: question.left), linked.profileNumber(of: question.right))
    let comparison = Comparison(
      linked.scorer, linked.profile(of: left), linked.profile(of: right), prior: linked.prior,
      costs: costs, language: language,
      rival: max(.zero, (alone ?? Comparison.nothingInCommon) - question.weight))
    relation = comparison.relation
    reasons = comparison.summary
  }
}

/// The ids of clusters: hashes of their smallest member's key.
private struct PersonIDs {
  private var ids: [String]

  init(_ clusters: [[RecordID]], keys: RowKeys) {
    ids = clusters.map { cluster in
      var hash = ContentHash()
      hash.update(cluster.map { keys[$0] }.min()!)
      // A letter in front, so that no spreadsheet takes an id for a number.
      return "p" + hash.finish().hex.prefix(12)
    }
  }

  subscript(_ cluster: Int) -> String { ids[cluster] }
}
