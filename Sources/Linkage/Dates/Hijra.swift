/// Years and dates that are counted from the Hijra.
enum Hijra {
  /// A date of the solar calendar of Iran and Afghanistan as one of the Gregorian; `nil` where the calendar has none such.
  /// Of a month or a year the Gregorian year comes back that it lies in, or the two.
  ///
  /// Leap years follow the cycle of 33 years, which is right from 1244 to 1531 (Heydari-Malayeri, "A concise review of the
  /// Iranian calendar", 2004).
  static func solar(_ year: Int, _ month: Int, _ day: Int) -> BirthDate? {
    guard (0...12).contains(month), month > 0 || day == 0, day >= 0,
      day <= longest(month, of: year)
    else { return nil }
    if day == 0 {
      switch month {
      case 0, 10: return BirthDate(years: year + 621...year + 622)
      default: return BirthDate(year: year + (month < 10 ? 621 : 622))
      }
    }
    let before = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
    return BirthDate(dayNumber: newYear(year) + before + day - 1)
  }

  /// The first six months have 31 days, the next five 30.
  private static func longest(_ month: Int, of year: Int) -> Int {
    month == 0 ? 0 : month <= 6 ? 31 : month <= 11 || isLeap(year) ? 30 : 29
  }

  private static func isLeap(_ year: Int) -> Bool { newYear(year + 1) - newYear(year) == 366 }

  /// The day number of 1 Farvardin; that of 1349 was 21 March 1970.
  private static func newYear(_ year: Int) -> Int {
    let leaps = year / 33 * leapYears.count + leapYears.count { $0 < year % 33 }
    return 227_200 + 365 * (year - 1) + leaps
  }

  /// Of the years of a cycle, from 0.
  private static let leapYears = [1, 5, 9, 13, 17, 22, 26, 30]

  /// The Gregorian years that a lunar year lies in: it has 354.367 days, and 1446 began on 7 July 2024.
  static func lunar(_ year: Int) -> BirthDate {
    let first = 227_319.5 + Double(year - 1) * 354.366_67
    let (start, end) = (BirthDate(dayNumber: Int(first)), BirthDate(dayNumber: Int(first + 354)))
    return BirthDate(years: start.year...end.year)
  }
}
