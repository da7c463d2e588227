/// How two dates of birth compare.
enum DateComparison {
  /// The level that speaks most for one person, over all dates of both sides, and the date it is of; `nil` where a
  /// side has none.
  static func level(_ a: [BirthDate], _ b: [BirthDate]) -> (level: FieldLevel, date: BirthDate)? {
    var best: (rank: Int, level: FieldLevel, date: BirthDate)?
    for x in a {
      for y in b {
        let level = level(x, y)
        let rank = order[Int(level.rawValue)]
        // Of two 1 January and a year the year is what is known.
        if best == nil || rank < best!.rank { best = (rank, level, x.isFull ? x : y) }
      }
    }
    return best.map { ($0.level, $0.date) }
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

  private static func level(_ x: BirthDate, _ y: BirthDate) -> FieldLevel {
    if x.isFull, y.isFull, x == y { return .birthExact }
    if x.isSpan || y.isSpan { return levelOfSpans(x, y) }
    if x.isInformative, y.isInformative {
      if x.year == y.year, x.month == y.day, x.day == y.month { return .birthSwapped }
      if differingDigits(x, y) == 1 { return .birthDigit }
      let equal =
        (x.year == y.year ? 1 : 0) + (x.month == y.month ? 1 : 0) + (x.day == y.day ? 1 : 0)
      if equal == 2 { return .birthNear }
      if x.year == y.year { return .birthSameYear }
      return isSlip(x.year, y.year) && equal == 1 ? .birthSlipped : .birthDiffers
    }
    if x.year == y.year { return .yearExact }
    if abs(x.year - y.year) == 1 { return .yearNear }
    return isSlip(x.year, y.year) ? .yearSlipped : .yearDiffers
  }

  /// Years of which only a span is known never agree for sure.
  private static func levelOfSpans(_ x: BirthDate, _ y: BirthDate) -> FieldLevel {
    switch max(x.year - y.lastYear, y.year - x.lastYear) {
    case ...0: .yearNear
    case 1...2: .yearSlipped
    default: .yearDiffers
    }
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
  private static func isSlip(_ a: Int, _ b: Int) -> Bool {
    if abs(a - b) <= 2 { return true }
    guard a / 100 == b / 100 else { return false }
    let (x, y) = (a % 100, b % 100)
    return x / 10 == y / 10 || x % 10 == y % 10 || (x / 10 == y % 10 && x % 10 == y / 10)
  }
}
