internal import NameSimilarity
internal import NameText

/// The weights of what stands beside the name, after Fellegi and Sunter (1969): `log2(m/u)` of each level, with `u`
/// from how often the value occurs in the lists at hand.
///
/// The `m` are starting values set by reasoning; estimating them from the lists is the accuracy work's.
struct FieldModel: Sendable {
  /// How two dates of birth compare, best first.
  enum BirthLevel: Sendable, Hashable {
    /// The same full date.
    case exact(BirthDate)
    /// The same year, and one side knows no more.
    case year(Int)
    /// Full dates that differ in one place, or with day and month exchanged.
    case near
    /// The same year, another day and month.
    case sameYear
    /// Years that differ by one, where one side knows only the year.
    case nearYear
    /// Years that differ by two, in one digit, or by two digits exchanged.
    case slippedYear
    case different

    /// Whether the dates speak of two people, so that the best of names may be a namesake's.
    var contradicts: Bool { self == .slippedYear || self == .different }
  }

  private var dates: [BirthDate: UInt64] = [:]
  private var years: [Int: UInt64] = [:]
  private var datedCount: UInt64 = 0
  private var placeWords: [[UInt8]: UInt64] = [:]
  private var placeCount: UInt64 = 0
  private var identifiers: [String: UInt64] = [:]
  private var identifiedCount: UInt64 = 0

  static let near = Bits(4)
  static let sameYear = Bits(-1)
  static let nearYear = Bits(1)
  /// One true pair in a hundred has such a year, and a quarter of all others.
  static let slippedYear = Bits(-4.75)
  /// A date of birth is wrong altogether in one true pair of two hundred.
  static let differentBirth = Bits(-7.25)
  static let placeDiffers = Bits(-1.5)
  static let mostOfPlace = Bits(7)
  static let genderAgrees = Bits(0.75)
  static let genderDiffers = Bits(-6)
  /// What agreeing on a number that nobody else has is worth; less the more rows have it.
  static let mostOfIdentifier = Bits(20)
  /// People have several documents.
  static let identifierDiffers = Bits(-1)

  /// Counts the values, one for each distinct row.
  init(_ values: some Sequence<FieldValues>) {
    for value in values {
      for birth in value.births.prefix(1) {
        datedCount += 1
        years[birth.year, default: 0] += 1
        if birth.isFull { dates[birth, default: 0] += 1 }
      }
      if !value.identifiers.isEmpty {
        identifiedCount += 1
        for id in value.identifiers { identifiers[id, default: 0] += 1 }
      }
      if !value.place.isEmpty {
        placeCount += 1
        for word in value.place { placeWords[word, default: 0] += 1 }
      }
    }
  }

  /// `log2(m/u)` of agreeing on a value that `count` of `total` rows have, when unseen lists would have it at a rate
  /// of one in `spread`; the two rows compared are left out.
  private func rarity(count: UInt64, total: UInt64, spread: UInt64, m: Bits) -> Bits {
    let background: UInt64 = 100
    let others = (count > 2 ? count - 2 : 0) * spread + background
    let rest = ((total > 2 ? total - 2 : 0) + background) * spread
    return m + Bits.log2(rest, over: others)
  }

  func weight(_ level: BirthLevel) -> Bits {
    switch level {
    case .exact(let date):
      rarity(
        count: dates[date] ?? 0, total: datedCount, spread: date.isInformative ? 22_000 : 600,
        m: Bits(-0.25))
    case .year(let year):
      rarity(count: years[year] ?? 0, total: datedCount, spread: 60, m: Bits(-0.25))
    case .near: Self.near
    case .sameYear: Self.sameYear
    case .nearYear: Self.nearYear
    case .slippedYear: Self.slippedYear
    case .different: Self.differentBirth
    }
  }

  /// The level that speaks most for one person, over all dates of both sides; `nil` where a side has none.
  static func level(_ a: [BirthDate], _ b: [BirthDate]) -> BirthLevel? {
    var best: (rank: Int, level: BirthLevel)?
    for x in a {
      for y in b {
        let candidate = level(x, y)
        if best == nil || candidate.rank < best!.rank { best = candidate }
      }
    }
    return best?.level
  }

  private static func level(_ x: BirthDate, _ y: BirthDate) -> (rank: Int, level: BirthLevel) {
    if x.isFull, y.isFull {
      if x == y { return (0, .exact(x)) }
      if x.isInformative && y.isInformative {
        let swapped = x.year == y.year && x.month == y.day && x.day == y.month
        let equal =
          (x.year == y.year ? 1 : 0) + (x.month == y.month ? 1 : 0) + (x.day == y.day ? 1 : 0)
        if swapped || equal == 2 { return (2, .near) }
        return x.year == y.year ? (3, .sameYear) : (6, .different)
      }
    }
    if x.year == y.year { return (1, .year(x.year)) }
    if abs(x.year - y.year) == 1 { return (4, .nearYear) }
    return isSlip(x.year, y.year) ? (5, .slippedYear) : (6, .different)
  }

  /// Whether two years differ by two, in one of their last two digits, or by these exchanged.
  private static func isSlip(_ a: Int, _ b: Int) -> Bool {
    if abs(a - b) == 2 { return true }
    guard a / 100 == b / 100 else { return false }
    let (x, y) = (a % 100, b % 100)
    return x / 10 == y / 10 || x % 10 == y % 10 || (x / 10 == y % 10 && x % 10 == y / 10)
  }

  /// The rarest word that both places share decides: Нукус weighs less than a village.
  func placeWeight(_ a: [[UInt8]], _ b: [[UInt8]]) -> Bits? {
    if a.isEmpty || b.isEmpty { return nil }
    var best: Bits?
    var i = 0
    var j = 0
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        let weight = placeWordWeight(a[i])
        best = best.map { max($0, weight) } ?? weight
        i += 1
        j += 1
      } else if a[i].lexicographicallyPrecedes(b[j]) {
        i += 1
      } else {
        j += 1
      }
    }
    return best.map { max($0, .zero) } ?? Self.placeDiffers
  }

  private func placeWordWeight(_ word: [UInt8]) -> Bits {
    min(
      Self.mostOfPlace,
      rarity(count: placeWords[word] ?? 0, total: placeCount, spread: 200, m: Bits(-0.5)))
  }

  func genderWeight(_ a: Gender?, _ b: Gender?) -> Bits? {
    guard let a, let b else { return nil }
    return a == b ? Self.genderAgrees : Self.genderDiffers
  }

  func identifierWeight(_ a: [String], _ b: [String]) -> Bits? {
    if a.isEmpty || b.isEmpty { return nil }
    return a.filter { b.contains($0) }.map(weight(ofIdentifier:)).max() ?? Self.identifierDiffers
  }

  /// What agreeing on the number says: nothing where many rows have it, as they have `000000`.
  func weight(ofIdentifier id: String) -> Bits {
    max(
      .zero,
      min(
        Self.mostOfIdentifier,
        rarity(
          count: identifiers[id] ?? 0, total: identifiedCount, spread: 1 << 20, m: Bits(-0.25))))
  }

  /// Whether equal dates say more than `mostWithoutKeys` allows for, so that they must bring rows together themselves.
  func isKey(_ date: BirthDate) -> Bool {
    date.isInformative
      && weight(.exact(date)) > max(Self.near, weight(.year(date.year)))
  }

  /// The most that the fields of a row can add, an equal informative date of birth and an equal identifier left
  /// aside: those pairs are found through the values themselves.
  func mostWithoutKeys(_ values: FieldValues) -> Bits {
    var most = Self.genderAgrees
    if !values.births.isEmpty {
      var birth = values.births.contains(where: \.isInformative) ? Self.near : Self.nearYear
      for date in values.births {
        birth = max(birth, weight(.year(date.year)))
        if date.isFull, !date.isInformative { birth = max(birth, weight(.exact(date))) }
      }
      most += birth
    }
    if let place = values.place.map({ placeWordWeight($0) }).max() { most += max(place, .zero) }
    return most
  }
}
