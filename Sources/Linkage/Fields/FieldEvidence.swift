internal import NameSimilarity

/// How the fields of two rows compare: the levels met, and how unlikely strangers are to meet them.
struct FieldEvidence: Sendable, Hashable {
  /// `−log2 u` of all levels together.
  private(set) var surprise = Bits.zero
  /// How often each level was met, three bits each.
  private var counts: UInt64 = 0

  /// Notes a level that strangers reach with probability 2^−`surprise`.
  mutating func add(_ level: FieldLevel, surprise: Bits) {
    if count(of: level) == Self.most { return }
    counts += 1 << Self.shift(level)
    self.surprise += surprise
  }

  /// Whether the dates of birth speak of two people.
  var contradictsBirth: Bool {
    counts & Self.contradictingDates != 0
  }

  /// Whether an equal date of birth or identifier vouches for the pair.
  var hasKey: Bool { counts & Self.keys != 0 }

  /// At most seven.
  func count(of level: FieldLevel) -> UInt64 { counts >> Self.shift(level) & Self.most }

  /// The levels met, each as often as it was.
  func forEachLevel(_ body: (FieldLevel, UInt64) -> Void) {
    var rest = counts
    while rest != 0 {
      let place = rest.trailingZeroBitCount / 3
      let count = counts >> UInt64(place * 3) & Self.most
      body(FieldLevel(rawValue: UInt8(place))!, count)
      rest &= ~(Self.most << UInt64(place * 3))
    }
  }

  private static let most: UInt64 = 7
  private static let contradictingDates: UInt64 = FieldLevel.allCases.filter(\.contradicts)
    .reduce(0) { $0 | most << shift($1) }
  private static let keys = most << shift(.birthExact) | most << shift(.identifierAgrees)
  private static func shift(_ level: FieldLevel) -> UInt64 { UInt64(level.rawValue) * 3 }
}
