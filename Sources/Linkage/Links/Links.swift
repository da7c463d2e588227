public import NameSimilarity

/// The pairs of rows across two lists, and what stands behind them.
public struct Links: Sendable {
  /// By the left row, the likeliest first, then by the right row.
  public private(set) var pairs: [Link]
  /// The log odds that a row of the left and a row of the right list are one person, as estimated or given.
  public let priorLogOdds: Bits
  /// How many of the decisions given named rows that are in these lists.
  public let decisionsApplied: Int

  /// How the rows of one person differ, as these lists show it or as it was given.
  public var levels: LevelModel { LevelModel(scorer.table.fields) }

  private let scorer: PairScorer
  private let costs: DecisionCosts
  private let language: ReasonLanguage
  private let profileOfLeft: [UInt32]
  private let profileOfRight: [UInt32]

  init(
    scorer: PairScorer, pairs scored: [ScoredPair], prior: Bits, costs: DecisionCosts,
    constraints: Constraints, keys: RowKeys, matching: Matching, language: ReasonLanguage
  ) {
    self.scorer = scorer
    self.language = language
    self.costs = costs
    priorLogOdds = prior
    decisionsApplied = constraints.applied
    let table = scorer.table
    profileOfLeft = table.profileOfRow(list: 0)
    profileOfRight = table.profileOfRow(list: 1)
    let decided = DecidedPairs(constraints)
    func link(_ left: RecordID, _ right: RecordID, _ weight: Bits, _ decision: Decision?) -> Link {
      Link(
        left: Int(left.row), right: Int(right.row), weight: weight,
        probability: (weight + prior).probability,
        decision: decision ?? costs.decision(logOdds: weight + prior))
    }

    var scratch = NameScorer.Scratch()
    pairs = []
    for (left, right) in decided.same {
      let profiles = [profileOfLeft[Int(left.row)], profileOfRight[Int(right.row)]]
        .map { table.profiles[Int($0)] }
      let weight = scorer.weight(profiles[0], profiles[1], &scratch) ?? Comparison.nothingInCommon
      pairs.append(link(left, right, weight, .same))
    }
    var open: [Link] = []
    for pair in scored {
      table.rowPairs(pair).visit { left, right in
        switch decided.decision(left, right) {
        case .same: break
        case .different: open.append(link(left, right, pair.weight, .different))
        default: open.append(link(left, right, pair.weight, nil))
        }
      }
    }
    if matching == .oneToOne { open = OneToOne(keys).choice(of: open, beside: pairs, prior: prior) }
    pairs += open
    pairs.sort { a, b in
      if a.left != b.left { return a.left < b.left }
      return a.weight != b.weight ? a.weight > b.weight : a.right < b.right
    }
  }

  /// The two rows compared part by part, with reasons.
  public func comparison(of link: Link) -> Comparison {
    let profiles = scorer.table.profiles
    return Comparison(
      scorer, profiles[Int(profileOfLeft[link.left])], profiles[Int(profileOfRight[link.right])],
      prior: priorLogOdds, costs: costs, decided: link.decision,
      language: language)
  }
}

extension ProfileTable {
  /// For each row of the list the number of its profile.
  fileprivate func profileOfRow(list: Int32) -> [UInt32] {
    var numbers: [UInt32] = []
    for (number, profile) in profiles.enumerated() {
      for record in profile.records where record.list == list {
        let missing = Int(record.row) + 1 - numbers.count
        if missing > 0 { numbers += repeatElement(0, count: missing) }
        numbers[Int(record.row)] = UInt32(number)
      }
    }
    return numbers
  }
}
