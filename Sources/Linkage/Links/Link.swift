public import NameSimilarity

/// A row of one list and a row of another that may be one person.
public struct Link: Sendable, Hashable {
  /// The row of the left list.
  public var left: Int
  /// The row of the right list.
  public var right: Int
  /// In bits, without the prior.
  public var weight: Bits
  /// As the evidence has it, whatever a person has decided.
  public var probability: Double
  /// What a person has decided, else what the costs say.
  public var decision: Decision
}

/// How many partners a row may have.
public enum Matching: Sendable, Hashable {
  case manyToMany
  /// At most one: of all choices the one under which the evidence is likeliest.
  case oneToOne
}
