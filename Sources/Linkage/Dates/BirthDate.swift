/// A date of birth as far as it is known: a full date, a month of a year, a year, or a span of years.
public struct BirthDate: Sendable, Hashable, Comparable {
  /// The year, the first of a span; 0 where unknown.
  public var year: Int
  /// 1 to 12; 0 where unknown.
  public var month: Int
  /// 1 to 31; 0 where unknown.
  public var day: Int
  /// The last year that is meant: later than `year` only where no more than a span is known, as of `около 1980`.
  public var lastYear: Int

  /// A date, a month of a year, or a year alone.
  public init(year: Int, month: Int = 0, day: Int = 0) {
    self.year = year
    self.month = month
    self.day = day
    lastYear = year
  }

  /// Some year of `years`, which one is not known.
  public init(years: ClosedRange<Int>) {
    self.init(year: years.lowerBound)
    lastYear = years.upperBound
  }

  /// When somebody was born who was `age` years old on `date`: this or the year before.
  public init(age: Int, on date: BirthDate) {
    self.init(years: date.year - age - 1...date.lastYear - age)
  }

  /// The years that are possible.
  public var years: ClosedRange<Int> { year...lastYear }

  /// Whether month and day are known.
  public var isFull: Bool { month != 0 && day != 0 }

  /// Whether not even the year is known, only a span of years.
  public var isSpan: Bool { lastYear > year }

  /// A full date that says more than its year. Registries write 1 January where only the year is known.
  var isInformative: Bool { isFull && !(month == 1 && day == 1) }

  public static func < (a: BirthDate, b: BirthDate) -> Bool {
    (a.year, a.month, a.day, a.lastYear) < (b.year, b.month, b.day, b.lastYear)
  }

  /// ISO 8601: `1978`, `1978-05`, `1978-05-30`, and `1978/1982` for a span.
  public var description: String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    var text = String(year)
    if month != 0 { text += "-" + two(month) }
    if isFull { text += "-" + two(day) }
    if isSpan { text += "/" + String(lastYear) }
    return text
  }
}

extension BirthDate {
  /// The day with this number in a spreadsheet, which counts from 1 January 1900 (and takes 1900 for a leap year):
  /// 28640 is 30 May 1978. `nil` before March 1900.
  public init?(spreadsheetDay number: Int) {
    guard (61...200_000).contains(number) else { return nil }
    self.init(dayNumber: number - 25_569 + 719_468)
  }

  /// The day that is so many days after 1 March 0000, counted in eras of 400 years (Hinnant, "chrono-compatible low-level
  /// date algorithms", 2013).
  init(dayNumber days: Int) {
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.init(
      year: days / 146_097 * 400 + yearOfEra + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// The date, `nil` where the calendar has none such.
  init?(valid year: Int, _ month: Int, _ day: Int) {
    guard Self.isYear(year), (0...12).contains(month), month > 0 || day == 0,
      (0...Self.longest(month, of: year)).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: month == 0 ? 0 : day)
  }

  static func isYear(_ n: Int) -> Bool { (1000...2200).contains(n) }

  /// The number of days of a month in the Gregorian calendar; 31 for an unknown one.
  private static func longest(_ month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, 31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month]
  }
}
