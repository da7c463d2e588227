public import NameSimilarity

/// A person as the rows of all lists show them.
public struct Person: Sendable {
  /// A short hash of the member whose content hash is smallest: the same persons get the same ids in any order.
  public var id: String
  /// The rows, in the order they came in.
  public var records: [RecordID]
  /// For each of `records` the probability that it belongs with the rest; 1 for a person of one row.
  public var probabilities: [Double]
  /// The fullest spelling, ties broken by how often it occurs.
  public var name: String
  /// The other spellings, best attested first.
  public var otherNames: [String]
  /// Dates of birth as written in ISO 8601, best attested first.
  public var births: [String]
  /// Genders as written, best attested first.
  public var genders: [String]
  /// Places as written, best attested first.
  public var places: [String]
  /// In the order of their dates where there are any, each with its source.
  public var statuses: [String]
  /// The names of the lists, in the order they came in.
  public var sources: [String]
  /// `source:line` of every row.
  public var rows: [String]
  /// The weight of the weakest link that holds the person together, in bits without the prior; `nil` for one row.
  public var weakestWeight: Bits?
  /// Fields whose values contradict each other.
  public var conflicts: [String]
}
