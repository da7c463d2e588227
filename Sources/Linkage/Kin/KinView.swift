public import NameSimilarity

/// Who on a roll may be related to whom: a view beside the roll, which decides nothing.
public struct KinView: Sendable {
  /// Two persons of one family.
  public struct Pair: Sendable, Hashable {
    /// Places in `Roll.persons`; where one is a parent, it stands left.
    public var left: Int
    public var right: Int
    public var relation: Relation
    /// How unlikely it is, in bits, that two people who are not related share what these share.
    public var weight: Bits
    /// What they share, in words.
    public var evidence: String
    /// Names the family: all persons that pairs connect.
    public var household: String
  }

  /// Household by household, the largest first; within one the strongest pair first.
  public let pairs: [Pair]
  /// The weight from which a pair is listed.
  public let least: Bits
  /// Pairs of one surname, or of father and child by their names, that are compared and share too little.
  public let tooWeak: Int
  /// Further pairs of persons who stand in `mostPairsOfPerson` already.
  public let leftOut: Int

  /// Nobody stands in more pairs: whole clans are seen by their household.
  public static let mostPairsOfPerson = 20

  /// What a pair must weigh beyond the size of the roll: among so many people one would meet a stranger who shares as
  /// much by chance with a probability of one in eight.
  static let aboveSize = Bits(3)
}

extension Roll {
  /// The kin on the roll.
  ///
  /// - Complexity: O(n log n) and the pairs of persons whose surname, father's name and place could together reach the
  ///   bar; of a surname that is too common for that nobody is looked at.
  public func kin(threads: Int = 2) -> KinView {
    KinFinder(KinIndex(self)).view(threads: threads)
  }
}
