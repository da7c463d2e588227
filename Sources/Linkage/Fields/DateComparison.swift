/// How two dates of birth compare.
enum DateComparison {
  /// The level that speaks most for one person, over all dates of both sides, and the dates it is of, the one that
  /// says less last; `nil` where a side has none.
  static func level(_ a: [BirthDate], _ b: [BirthDate]) -> (
    level: FieldLevel, dates: (BirthDate, BirthDate)
  )? {
    var best: (rank: Int, level: FieldLevel, dates: (BirthDate, BirthDate))?
    for x in a {
      for y in b {
        let level = level(x, y)
        let rank = order[Int(level.rawValue)]
        if best == nil || rank < best!.rank {
          best = (rank, level, x.isFull || x.years.count < y.years.count ? (x, y) : (y, x))
        }
      }
    }
    return best.map { ($0.level, $0.dates) }
  }

  /// What speaks most for one person first.
  private static let order: [Int] = {
    let levels: [FieldLevel] = [
      .birthExact, .birthSwapped, .yearExact, .birthDigit, .birthNear, .birthSameYear, .yearNear,
      .birthSlipped, .yearSlipped, .birthDiffers, .yearDiffers,
    ]
    var order = [Int](repeating: levels.count, count: FieldLevel.allCases.count)
    for (rank, level) in levels.enumerated() { order[Int(level.rawValue)] = rank }
    return order
  }()

  /// The level of two dates.
  static func level(_ x: BirthDate, _ y: BirthDate) -> FieldLevel {
    if x.isFull, y.isFull, x == y { return .birthExact }
    if x.isInformative, y.isInformative {
      let equal =
        (x.year == y.year ? 1 : 0) + (x.month == y.month ? 1 : 0) + (x.day == y.day ? 1 : 0)
      // A digit stands in one of the three numbers, so that the other two agree.
      if equal == 2 { return differingDigits(x, y) == 1 ? .birthDigit : .birthNear }
      if x.year == y.year {
        return x.month == y.day && x.day == y.month ? .birthSwapped : .birthSameYear
      }
      return equal == 1 && isSlip(x.year, y.year) ? .birthSlipped : .birthDiffers
    }
    if x.years.overlaps(y.years) { return .yearExact }
    if x.lastYear + 1 == y.year || y.lastYear + 1 == x.year { return .yearNear }
    let isRange = x.years.count > 1 || y.years.count > 1
    return !isRange && isSlip(x.year, y.year) ? .yearSlipped : .yearDiffers
  }

  private static func differingDigits(_ x: BirthDate, _ y: BirthDate) -> Int {
    differingDigits(x.year, y.year) + differingDigits(x.month, y.month)
      + differingDigits(x.day, y.day)
  }

  private static func differingDigits(_ a: Int, _ b: Int) -> Int {
    var (a, b, count) = (a, b, 0)
    while a != 0 || b != 0 {
      if a % 10 != b % 10 { count += 1 }
      a /= 10
      b /= 10
    }
    return count
  }

  /// Whether two years differ by two, in one of their last two digits, or by these exchanged.
  static func isSlip(_ a: Int, _ b: Int) -> Bool {
    if abs(a - b) <= 2 { return true }
    guard a / 100 == b / 100 else { return false }
    let (x, y) = (a % 100, b % 100)
    return x / 10 == y / 10 || x % 10 == y % 10 || (x / 10 == y % 10 && x % 10 == y / 10)
  }
}
