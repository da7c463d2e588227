/// How lists are linked.
public struct LinkOptions: Sendable {
  /// What errors and questions cost; decisions follow from it.
  public var costs = DecisionCosts()
  /// What a person has decided before.
  public var decisions: [PersonDecision] = []
  /// The probability that two rows drawn at random are one person; estimated from the lists where `nil`.
  public var prior: Double?
  /// The result does not depend on it.
  public var threads = 2
  /// What is known of names before a list is seen.
  public var model = NameModel.standard

  /// The options that suit most lists.
  public init() {}
}
