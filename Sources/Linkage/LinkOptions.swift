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
  /// The bytes of memory that linking may take; lists that are expected to take more are refused before anything is done.
  /// Any amount where `nil`.
  public var memory: Int?
  /// The numbers of the lists that promise each person once.
  public var uniqueLists: Set<Int> = []
  /// How the rows of one person differ, as found before; learned from the lists where `nil`.
  public var levels: LevelModel?
  /// The language of the reasons that are given.
  public var language = ReasonLanguage.english
  /// What is known of names before a list is seen.
  public var model = NameModel.standard

  /// The options that suit most lists.
  public init() {}
}
