/// How the dates of a column are written, which a single cell often leaves open.
public struct DateStyle: Sendable, Hashable {
  /// What `3/8/1982` means.
  public enum Order: String, Sendable, Hashable {
    /// 3 August, as in all countries of these lists.
    case dayFirst = "day first"
    /// 8 March, as in the United States.
    case monthFirst = "month first"
  }

  /// By which calendar years below 1450 are counted.
  public enum Calendar: String, Sendable, Hashable {
    case gregorian
    /// The solar years of Iran and Afghanistan: 1363 began in March 1984.
    case solar
    /// The lunar years of the Hijra: 1405 began in September 1984.
    case lunar
  }

  /// The order of day and month in dates of numbers alone.
  public var order: Order
  /// The calendar of years that no living person was born in.
  public var calendar: Calendar

  /// Day before month, years as they are.
  public init(order: Order = .dayFirst, calendar: Calendar = .gregorian) {
    self.order = order
    self.calendar = calendar
  }

  /// Years that are counted from the Hijra where a column has hardly others.
  static let yearsOfHijra = 1250...1450
  /// Who was born later by the sun is a child of ten at the most (2016 and later): where such years are many, they count
  /// by the moon (1975 and later).
  private static let lastSolarYear = 1395
}

extension DateStyle {
  /// The style that the cells of a column betray: months come first where some of its dates have a second number that is no
  /// month, and hardly any a first one; years are counted from the Hijra where most of them would lie in the Middle Ages
  /// else, by the moon where more than one in ten would be a small child's by the sun.
  /// - Complexity: O(bytes of the cells).
  init(of cells: some Sequence<ArraySlice<UInt8>>) {
    var (monthFirst, dayFirst) = (0, 0)
    var (years, ofHijra, ofMoon) = (0, 0, 0)
    for cell in cells {
      let numbers = DateReader.numbers(in: String(decoding: cell, as: UTF8.self))
      guard let year = numbers.first(where: { $0.digits == 4 })?.value else { continue }
      years += 1
      if Self.yearsOfHijra.contains(year) { ofHijra += 1 }
      if Self.yearsOfHijra.contains(year), year > Self.lastSolarYear { ofMoon += 1 }
      guard numbers.count == 3, numbers[2].value == year else { continue }
      let (first, second) = (numbers[0].value, numbers[1].value)
      if first <= 12, (13...31).contains(second) { monthFirst += 1 }
      if second <= 12, (13...31).contains(first) { dayFirst += 1 }
    }
    let isMonthFirst = monthFirst >= Self.fewest && dayFirst * Self.rareness <= monthFirst
    order = isMonthFirst ? .monthFirst : .dayFirst
    let isOfHijra = ofHijra >= Self.fewest && ofHijra * 2 > years
    let isOfMoon = ofMoon >= Self.fewest && ofMoon * Self.rareness > ofHijra
    calendar = !isOfHijra ? .gregorian : isOfMoon ? .lunar : .solar
  }

  /// One cell may be a slip.
  private static let fewest = 2
  /// Of cells of the other kind one in so many may be a slip.
  private static let rareness = 10
}
