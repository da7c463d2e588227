/// A spreadsheet's number for a moment: days since its epoch, the time of day as a fraction.
struct SerialDate {
  /// Days of 1904's system begin there; Macintosh workbooks have it.
  var isFrom1904 = false

  private static let secondsOfDay = 86_400

  /// The moment as ISO 8601 writes it, as far as `parts` show it; `nil` where no date can be meant.
  ///
  /// Day 60 of the usual system is 29 February 1900, a day that never was and that spreadsheets have; before it, days
  /// are off by one. Days before the epoch are LibreOffice's, which counts on backwards.
  func text(_ serial: Double, showing parts: NumberFormat.DateParts) -> String? {
    guard serial.isFinite, abs(serial) < 4_000_000 else { return nil }
    var day = Int(serial.rounded(.down))
    var seconds = Int(((serial - Double(day)) * Double(Self.secondsOfDay)).rounded())
    if seconds == Self.secondsOfDay { (day, seconds) = (day + 1, 0) }
    let time = parts.contains(.time) && (seconds > 0 || !parts.showsDate) ? Self.time(seconds) : nil
    guard parts.showsDate, isFrom1904 || day != 0 else { return time }
    guard let date = date(day, showing: parts) else { return nil }
    return time.map { "\(date) \($0)" } ?? date
  }

  /// A length of time, whose hours go on past 24.
  func duration(_ serial: Double) -> String? {
    guard serial.isFinite, 0..<1_000_000 ~= serial else { return nil }
    let seconds = Int((serial * Double(Self.secondsOfDay)).rounded())
    return Self.time(seconds)
  }

  private func date(_ day: Int, showing parts: NumberFormat.DateParts) -> String? {
    if !isFrom1904, day == 60 { return Self.iso(1900, 2, 29, showing: parts) }
    // Days since 1 March of the year 0, the calendar of today counted backwards.
    let epoch = isFrom1904 ? 695_361 : 0 < day && day < 60 ? 693_900 : 693_899
    var days = day + epoch
    guard days >= 0 else { return nil }
    // Years begin in March, so that the day of a leap year is the last of one.
    let (era, yearOfEra) = (days / 146_097, Self.year(ofEra: days % 146_097))
    days = days % 146_097 - Self.days(before: yearOfEra)
    let month = (days * 5 + 2) / 153
    let dayOfMonth = days - (month * 153 + 2) / 5 + 1
    let year = era * 400 + yearOfEra + (month >= 10 ? 1 : 0)
    guard 1...9999 ~= year else { return nil }
    return Self.iso(year, month < 10 ? month + 3 : month - 9, dayOfMonth, showing: parts)
  }

  private static func year(ofEra day: Int) -> Int {
    (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
  }

  private static func days(before year: Int) -> Int { year * 365 + year / 4 - year / 100 }

  private static func iso(
    _ year: Int, _ month: Int, _ day: Int, showing parts: NumberFormat.DateParts
  ) -> String {
    let digits = String(year)
    let text = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    // A format without days says that none is known; one without a year cannot say so in ISO 8601.
    if parts.contains(.day) || !parts.contains(.year) { return "\(text)-\(two(month))-\(two(day))" }
    return parts.contains(.month) ? "\(text)-\(two(month))" : text
  }

  private static func time(_ seconds: Int) -> String {
    let text = "\(two(seconds / 3600)):\(two(seconds / 60 % 60))"
    return seconds % 60 == 0 ? text : "\(text):\(two(seconds % 60))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
