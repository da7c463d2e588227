public import NameSimilarity

/// How the rows of one person differ: for each level of each comparison its m, the share of true pairs that come out
/// so, and its u, the share of pairs of strangers (Fellegi and Sunter 1969).
///
/// A run finds it in its own lists. Written down, it judges other lists alike: m is taken from it, and u, which is
/// how common values are, from the lists at hand.
public struct LevelModel: Sendable, Hashable {
  /// An outcome of a comparison.
  public struct Level: Sendable, Hashable {
    /// `birth`, `place`, `name` …
    public var comparison: String
    /// `same-day`, `contradicts` …
    public var name: String
    /// The share of true pairs; more than 0, at most 1.
    public var m: Double
    /// The share of pairs of strangers in the lists it was found in.
    public var u: Double
    /// How many true pairs of the comparison it was found in; 0 where the starting value stands.
    public var pairs: Int

    /// A level with all that is known of it.
    public init(comparison: String, name: String, m: Double, u: Double, pairs: Int) {
      self.comparison = comparison
      self.name = name
      self.m = m
      self.u = u
      self.pairs = pairs
    }

    /// `log2(m/u)`.
    public var weight: Bits { LevelModel.log2(m) - LevelModel.log2(u) }
  }

  /// Why levels are no model.
  @nonexhaustive
  public enum Fault: Error, Hashable, Sendable {
    /// At a level of those given.
    case unknownLevel(at: Int)
    case levelTwice(at: Int)
    case notAShare(at: Int)
    /// A comparison lacks a level.
    case missingLevel(comparison: String, name: String)
    /// The shares of a comparison's levels do not add up to 1.
    case sum(comparison: String, sum: Double)
  }

  /// All levels, comparison by comparison.
  public let levels: [Level]
  let shares: FieldShares

  /// The starting values that come with the program.
  public static let standard = LevelModel(FieldModel([]))

  /// What the lists of a run show.
  init(_ fields: FieldModel) {
    shares = fields.shares
    levels = FieldComparison.allCases.flatMap { comparison in
      let pairs = comparison.levels.reduce(0) { $0 + fields.shares.pairs[Int($1.level.rawValue)] }
      return comparison.levels.map { level, _ in
        Level(
          comparison: comparison.name, name: level.name, m: Self.exp2(fields.shares[level]),
          u: Self.exp2(-fields.typicalSurprise(level)), pairs: Int(pairs >> 16))
      }
    }
  }

  /// A model from all its levels, in any order.
  public init(_ levels: [Level]) throws(Fault) {
    var shares = FieldShares.standard
    var logarithms = shares.logarithms
    var pairs = shares.pairs
    var known = Set<FieldLevel>()
    for (place, level) in levels.enumerated() {
      guard
        let found = FieldComparison.allCases.first(where: { $0.name == level.comparison })?.levels
          .first(where: { $0.level.name == level.name })?.level
      else { throw .unknownLevel(at: place) }
      guard known.insert(found).inserted else { throw .levelTwice(at: place) }
      guard level.m > 0, level.m <= 1, level.u > 0, level.u <= 1, level.pairs >= 0 else {
        throw .notAShare(at: place)
      }
      logarithms[Int(found.rawValue)] = Self.log2(level.m)
      // A row of the model says how many pairs its comparison has.
      let isFirst = FieldComparison.allCases.contains { $0.levels.first?.level == found }
      pairs[Int(found.rawValue)] = isFirst ? UInt64(level.pairs) << 16 : 0
    }
    for comparison in FieldComparison.allCases {
      for (level, _) in comparison.levels where !known.contains(level) {
        throw .missingLevel(comparison: comparison.name, name: level.name)
      }
      let sum = levels.reduce(0) { $0 + ($1.comparison == comparison.name ? $1.m : 0) }
      if abs(sum - 1) > Self.tolerance { throw .sum(comparison: comparison.name, sum: sum) }
    }
    shares = FieldShares(logarithms: logarithms, pairs: pairs)
    self.levels = levels
    self.shares = shares
  }

  /// Shares are rounded where they are written.
  private static let tolerance = 0.02

  /// The comparisons in which the lists could not show anything, so that the starting values stand.
  public var comparisonsAtStart: [String] {
    FieldComparison.allCases.map(\.name).filter { name in
      levels.contains { $0.comparison == name && $0.pairs == 0 }
    }
  }

  // MARK: Shares and bits

  /// Exact to the last place of `Bits`, by integers.
  fileprivate static func log2(_ share: Double) -> Bits {
    Bits.log2(UInt64(max(1, (share * 0x1p53).rounded())), over: 1 << 53)
  }

  private static func exp2(_ bits: Bits) -> Double {
    let whole = Int32(bits.raw >> 10)
    let fraction = Bits(raw: bits.raw - whole << 10 - 1024)  // in −1…0
    return Double(fraction.exp2Q32) / 4_294_967_296
      * Double(sign: .plus, exponent: Int(whole) + 1, significand: 1)
  }
}
