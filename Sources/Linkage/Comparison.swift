public import NameSimilarity
internal import NameText

/// Two rows compared, part by part, with reasons that an analyst can read out.
public struct Comparison: Sendable {
  /// One part of the evidence.
  public struct Part: Sendable, Hashable {
    /// `surname`, `given name`, `patronymic`, `name`, `initial`, `gender`, `birth`, `place`, `identifier`, `family` …, in
    /// the language of the reasons.
    public var label: String
    /// What stands on each side; `nil` where there is nothing.
    public var left: String?
    public var right: String?
    /// What it says for one person, or against, in bits.
    public var weight: Bits
    /// In words.
    public var reason: String
  }

  /// The parts of the evidence, in the order in which they are shown.
  public let parts: [Part]
  /// In bits, without the prior.
  public let weight: Bits
  /// The log odds of a pair before anything is known of it.
  public let priorLogOdds: Bits
  /// What follows from the probability and the costs.
  public let decision: Decision
  /// What the two are to each other, as far as the parts tell.
  public let relation: Relation
  /// What shows the relation, in words; `nil` where the parts say it: for `same` and `unrelated`.
  public let relationReason: String?
  /// What else the pair could be.
  public let alternatives: [Relation]

  /// The probability of being one person.
  public var probability: Double { (weight + priorLogOdds).probability }

  /// A weight for pairs that have no part of a name in common.
  static let nothingInCommon = Bits(-30)

  private let words: ReasonWords

  /// - Parameters:
  ///   - decided: what a person has said of the pair, which goes before what the weight says.
  ///   - isCounted: whether the lists show how common names are.
  ///   - rival: what somebody else, whom one of the rows may mean as well, takes from the weight.
  init(
    _ scorer: PairScorer, _ a: Profile, _ b: Profile, prior: Bits, costs: DecisionCosts,
    decided: Decision? = nil, language: ReasonLanguage, isCounted: Bool = true, rival: Bits = .zero
  ) {
    words = .of(language)
    var scratch = NameScorer.Scratch.forOnePair
    let table = scorer.table
    var evidence: NameEvidence?
    let best = scorer.bestNames(a, b, &scratch)
    // The weight of another pair is worked out in its own room: the lines are this one's.
    var other = NameScorer.Scratch.forOnePair
    let own = scorer.weight(a, b, &other) ?? Self.nothingInCommon
    weight = own - rival
    var (a, b) = (a, b)
    if let best {
      // What is said from here on is said of the two names that fit best.
      (a, b) = (a.named(best.left), b.named(best.right))
      _ = scorer.names.evidence(
        table.names[Int(best.left)], table.names[Int(best.right)], explain: true, &scratch)
      evidence = best.evidence
    }
    priorLogOdds = prior
    decision = decided ?? costs.decision(logOdds: weight + prior)
    let signs = FamilySigns(scorer, a, b, scratch.lines, evidence?.findings ?? [])
    relation = Relation(signs, evidence, decision)
    relationReason = relation.reason(signs, words)
    alternatives = relation.alternatives(signs, decision)
    parts = ReasonWriter(scorer, a, b, words, isCounted: isCounted)
      .parts(
        scratch.lines, evidence, priceOfChoice: best?.price ?? .zero, total: own, rival: rival)
  }

  /// The parts in one line, and what shows the relation: `surname +11.4 (j stands for ж); patronymic 0.0`.
  public var summary: String {
    let shown = parts.map { part in
      "\(part.label) \(part.weight.signed)\(part.reason.isEmpty ? "" : " (\(part.reason))")"
    }
    return
      (shown + (relationReason.map { ["\(words["relation.\(relation.rawValue)"]): \($0)"] } ?? []))
      .joined(separator: "; ")
  }
}
