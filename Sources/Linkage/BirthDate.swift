/// A date of birth as far as it is known: some years, a year, a year and month, or a full date.
public struct BirthDate: Sendable, Hashable, Comparable {
  /// The year; 0 where unknown.
  public var year: Int
  /// 1 to 12; 0 where unknown.
  public var month: Int
  /// 1 to 31; 0 where unknown.
  public var day: Int
  /// The last year that is possible; `year` itself where only one is.
  public var lastYear: Int

  /// A date, a month of a year, or a year alone.
  public init(year: Int, month: Int = 0, day: Int = 0) {
    self.year = year
    self.month = month
    self.day = day
    lastYear = year
  }

  /// One of some years.
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

  /// A full date that says more than its year. Registries write 1 January where only the year is known.
  var isInformative: Bool { isFull && !(month == 1 && day == 1) }

  public static func < (a: BirthDate, b: BirthDate) -> Bool {
    (a.year, a.month, a.day, a.lastYear) < (b.year, b.month, b.day, b.lastYear)
  }

  /// ISO 8601: `1978`, `1978-05`, `1978-05-30`, `1977/1978`.
  public var description: String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    var text = String(year)
    if month != 0 { text += "-" + two(month) }
    if isFull { text += "-" + two(day) }
    if lastYear != year { text += "/\(lastYear)" }
    return text
  }
}

extension BirthDate {
  /// The dates a cell holds, ascending, each once: several may be written in one cell (`1938; 1936`), in the usual
  /// orders (`1978-05-30`, `30.5.1978`, `30/05/1978`, `19780530`, `30 May 1978`, `30 мая 1978`), as a year alone, or as
  /// two years between which it lies (`1960-1965`).
  ///
  /// Day before month, as in all countries of these lists, unless only the other order is a date.
  public static func dates(in cell: String) -> [BirthDate] {
    var found: [BirthDate] = []
    for part in cell.split(whereSeparator: { $0 == ";" || $0 == "|" }) {
      if let date = date(in: part), !found.contains(date) { found.append(date) }
    }
    return found.sorted()
  }

  private static func date(in part: Substring) -> BirthDate? {
    var numbers: [(value: Int, digits: Int)] = []
    var month = 0
    var word = ""
    func closeWord() {
      if month == 0, !word.isEmpty { month = monthNumber(of: word) }
      word = ""
    }
    var value = 0
    var digits = 0
    func closeNumber() {
      if digits > 0 { numbers.append((value, digits)) }
      value = 0
      digits = 0
    }
    for scalar in part.unicodeScalars {
      if let digit = scalar.properties.numericType == .decimal
        ? scalar.properties.numericValue : nil
      {
        closeWord()
        if digits < 9 {
          value = value * 10 + Int(digit)
          digits += 1
        }
      } else {
        closeNumber()
        if scalar.properties.isAlphabetic {
          word.unicodeScalars.append(scalar)
        } else {
          closeWord()
        }
      }
    }
    closeWord()
    closeNumber()
    if numbers.count == 1, numbers[0].digits == 8 {
      let n = numbers[0].value
      return valid(n / 10000, n / 100 % 100, n % 100)
        ?? valid(n % 10000, n / 10000 % 100, n / 1_000_000)
    }
    guard let yearIndex = numbers.firstIndex(where: { $0.digits == 4 && isYear($0.value) }) else {
      return nil
    }
    let year = numbers[yearIndex].value
    if let years = range(numbers.map(\.value)), !part.contains(",") {
      return BirthDate(years: years)
    }
    if month != 0 {
      let day = numbers.first { $0.digits <= 2 }?.value ?? 0
      return valid(year, month, day) ?? BirthDate(year: year, month: month)
    }
    if yearIndex == 0, numbers.count >= 3, numbers[1].digits <= 2, numbers[2].digits <= 2 {
      return valid(year, numbers[1].value, numbers[2].value) ?? BirthDate(year: year)
    }
    if yearIndex == 2, numbers[0].digits <= 2, numbers[1].digits <= 2 {
      return valid(year, numbers[1].value, numbers[0].value)
        ?? valid(year, numbers[0].value, numbers[1].value) ?? BirthDate(year: year)
    }
    return BirthDate(year: year)
  }

  /// From one year to another. Those further apart are the years of a life.
  private static func range(_ numbers: [Int]) -> ClosedRange<Int>? {
    guard numbers.count == 2, numbers.allSatisfy(isYear), numbers[0] < numbers[1],
      numbers[1] - numbers[0] <= longestRange
    else { return nil }
    return numbers[0]...numbers[1]
  }

  private static let longestRange = 15

  /// The first number of a cell, where it can be somebody's age.
  static func age(in cell: String) -> Int? {
    let digits = cell.unicodeScalars.drop { $0.properties.numericType != .decimal }
      .prefix { $0.properties.numericType == .decimal }
    if digits.isEmpty || digits.count > 3 { return nil }
    let age = digits.reduce(0) { $0 * 10 + Int($1.properties.numericValue!) }
    return age <= oldest ? age : nil
  }

  private static let oldest = 120

  private static func isYear(_ n: Int) -> Bool { (1000...2200).contains(n) }

  private static func valid(_ year: Int, _ month: Int, _ day: Int) -> BirthDate? {
    guard isYear(year), (0...12).contains(month), month > 0 || day == 0,
      day <= longest(month, of: year)
    else { return nil }
    return BirthDate(year: year, month: month, day: month == 0 ? 0 : day)
  }

  /// The number of days of a month in the Gregorian calendar; 31 for an unknown one.
  private static func longest(_ month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, 31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month]
  }

  /// The month whose English or Russian name (any case, or an abbreviation) the word is; 0 where it is none.
  private static func monthNumber(of word: String) -> Int {
    let stems: [[String]] = [
      ["jan", "янв"], ["feb", "фев"], ["mar", "мар"], ["apr", "апр"], ["may", "мая", "май"],
      ["jun", "июн"], ["jul", "июл"], ["aug", "авг"], ["sep", "сен"], ["oct", "окт"],
      ["nov", "ноя"], ["dec", "дек"],
    ]
    let folded = word.lowercased()
    return (stems.firstIndex { $0.contains { folded.hasPrefix($0) } } ?? -1) + 1
  }
}
