public import NameSimilarity

/// What is to be done with a pair.
public enum Decision: String, Sendable, Hashable, CaseIterable {
  case same, different, review
}

/// What mistakes cost, in any one unit; the three answers follow from them.
public struct DecisionCosts: Sendable, Hashable {
  /// Two people made one.
  public var wrongMerge = 20.0
  /// One person left as two.
  public var missedLink = 1.0
  /// A question to a person.
  public var review = 0.2

  /// Costs of errors and of a question, in any unit.
  public init(wrongMerge: Double = 20, missedLink: Double = 1, review: Double = 0.2) {
    self.wrongMerge = wrongMerge
    self.missedLink = missedLink
    self.review = review
  }

  /// The probability from which merging is cheapest.
  public var sameFrom: Double {
    max(1 - review / wrongMerge, wrongMerge / (wrongMerge + missedLink))
  }

  /// The probability up to which leaving apart is cheapest.
  public var differentUpTo: Double {
    min(review / missedLink, wrongMerge / (wrongMerge + missedLink))
  }

  /// The cheapest answer at these log odds.
  public func decision(logOdds: Bits) -> Decision {
    if logOdds >= Bits(logOddsOf: sameFrom) { return .same }
    return logOdds < Bits(logOddsOf: differentUpTo) ? .different : .review
  }
}
