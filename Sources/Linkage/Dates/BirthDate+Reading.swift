internal import NameText

/// Reads the dates of birth that a cell holds.
struct DateReader {
  private enum Piece {
    case number(value: Int, digits: Int)
    case word(DateWord?)
    case mark(Unicode.Scalar)
  }

  /// The day on which an age was true; only its year counts.
  private let reference: BirthDate?
  private let style: DateStyle
  private var pieces: [Piece] = []

  // What the pieces are, without their marks.
  private var numbers: [(value: Int, digits: Int)] = []
  private var month = 0
  private var words: Set<DateWord> = []

  /// Reads a part of a cell that holds one date, or a few years.
  static func dates(in part: Substring, asOf reference: BirthDate?, _ style: DateStyle)
    -> [BirthDate]
  {
    var reader = DateReader(reference: reference, style: style)
    reader.split(part)
    return reader.dates()
  }

  /// The numbers of a cell, with how many digits they have; in digits of any script that lists use.
  static func numbers(in cell: String) -> [(value: Int, digits: Int)] {
    var reader = DateReader(reference: nil, style: DateStyle())
    reader.split(cell[...])
    return reader.numbers
  }

  private init(reference: BirthDate?, style: DateStyle) {
    self.reference = reference
    self.style = style
  }

  // MARK: Pieces

  private mutating func split(_ part: Substring) {
    var word = ""
    var value = 0
    var digits = 0
    // A date has three numbers with a mark between them.
    pieces.reserveCapacity(5)
    numbers.reserveCapacity(3)
    func isInWord(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isLetter
        || !word.isEmpty
          && ("'`’‘ʻʼ".unicodeScalars.contains(scalar) || scalar.properties.isDiacritic)
    }
    for scalar in part.unicodeScalars {
      if let digit = scalar.decimalDigit {
        take(&word)
        if digits < 9 { (value, digits) = (value * 10 + digit, digits + 1) }
        continue
      }
      if digits > 0 { take(value, digits) }
      (value, digits) = (0, 0)
      if isInWord(scalar) {
        word.unicodeScalars.append(scalar)
      } else {
        take(&word)
        if !scalar.isBlank { pieces.append(.mark(scalar)) }
      }
    }
    take(&word)
    if digits > 0 { take(value, digits) }
  }

  private mutating func take(_ value: Int, _ digits: Int) {
    pieces.append(.number(value: value, digits: digits))
    numbers.append((value, digits))
  }

  private mutating func take(_ word: inout String) {
    if word.isEmpty { return }
    defer { word = "" }
    let meaning = DateWord(word)
    pieces.append(.word(meaning))
    guard let meaning else { return }
    words.insert(meaning)
    if month == 0, case .month(let number) = meaning { month = number }
  }

  // MARK: Dates

  private func dates() -> [BirthDate] {
    if numbers.isEmpty { return [] }
    if numbers.count == 1 { return lone(numbers[0].value, numbers[0].digits) }
    if numbers.count == 2, numbers[0].digits == 5, pieces.count == 3 {
      return lone(numbers[0].value, 5)  // a spreadsheet's day with a time: 28640.5
    }
    let years = numbers.indices.filter { isYear(numbers[$0]) }
    guard let first = years.first else { return withoutWholeYear() }
    if let span = span(of: years) { return [span] }
    if years.count > 1, years.count == numbers.count {
      return separateYears
        ? years.map { date(numbers[$0].value, 0, 0) ?? loose(numbers[$0].value) }
        : [loose(numbers[0].value)]
    }
    return [date(yearAt: first)]
  }

  /// A cell of a single number.
  private func lone(_ value: Int, _ digits: Int) -> [BirthDate] {
    if digits == 8 {
      return [
        date(value / 10_000, value / 100 % 100, value % 100)
          ?? date(dayAndMonth: value / 1_000_000, value / 10_000 % 100, of: value % 10_000)
      ].compactMap { $0 }
    }
    if digits == 5 {
      return value <= Self.lastDay ? BirthDate(spreadsheetDay: value).map { [$0] } ?? [] : []
    }
    if digits == 4, BirthDate.isYear(value) {
      if words.contains(.bound) || isUpperBound { return [] }
      if month > 0 { return [date(value, month, 0)].compactMap { $0 } }
      return [loose(value)]
    }
    // `34 года` is an age, `84 года рождения` and `84 г.` are years.
    if words.contains(.age) || words.contains(.ageOrYear) && !words.contains(.year) {
      return age(value)
    }
    if digits == 2, words.contains(.decade) {
      return value % 10 == 0 ? [BirthDate(years: fullYear(value)...fullYear(value) + 9)] : []
    }
    if digits == 2, words.contains(.year) { return [loose(fullYear(value))] }
    return []
  }

  /// Days of spreadsheets beyond 2050 are some other number.
  private static let lastDay = 54_788

  private func age(_ years: Int) -> [BirthDate] {
    guard let reference, years <= BirthDate.oldest else { return [] }
    return [BirthDate(age: years, on: reference)]
  }

  /// The year as written, or some years about it.
  private func loose(_ year: Int) -> BirthDate {
    if words.contains(.decade), year % 10 == 0 { return BirthDate(years: year...year + 9) }
    let plain = date(year, 0, 0) ?? BirthDate(year: year)
    return isAbout ? BirthDate(years: plain.year - 2...plain.lastYear + 2) : plain
  }

  private var isAbout: Bool {
    words.contains(.about) || hasMark("~") || hasMark("≈") || hasMark("?")
  }

  /// `до 1980`, `<1980`: no year of birth.
  private var isUpperBound: Bool {
    if hasMark("<") || hasMark(">") { return true }
    guard case .word(.span)? = pieces.first else { return false }
    return true
  }

  private func hasMark(_ mark: Unicode.Scalar) -> Bool {
    pieces.contains { if case .mark(mark) = $0 { true } else { false } }
  }

  /// Years of a list or a choice, not of a span: `1978, 1980`, `1978 или 1980`.
  private var separateYears: Bool { words.contains(.or) || hasMark(",") }

  // MARK: Spans

  /// `1978–1980`, `1978/79`, `между 1978 и 1980`. What is longer is a life, which begins with the birth.
  private func span(of years: [Int]) -> BirthDate? {
    guard numbers.count == 2, years.first == 0, month == 0 || years.count == 2,
      !words.contains(.or), words.contains(.span) || isDashBetweenNumbers
    else { return nil }
    let (from, second) = (numbers[0].value, numbers[1])
    let to = second.digits == 2 ? from / 100 * 100 + second.value : second.value
    // `1978-05` may be a month.
    if second.digits != 4, second.digits != 2 || second.value <= max(12, from % 100) { return nil }
    guard BirthDate.isYear(to) else { return nil }
    guard let first = date(from, 0, 0), let last = date(to, 0, 0) else { return nil }
    if to <= from || to - from > Self.longestSpan { return first }
    return BirthDate(years: first.year...last.lastYear)
  }

  private static let longestSpan = 15

  private var isDashBetweenNumbers: Bool {
    for (place, piece) in pieces.enumerated().dropLast() {
      guard case .number = piece else { continue }
      // `1978 г. – 1980 г.`
      return pieces[(place + 1)...].contains {
        if case .mark(let mark) = $0 { "-–—−/‑".unicodeScalars.contains(mark) } else { false }
      }
    }
    return false
  }

  // MARK: Full dates

  private func date(yearAt place: Int) -> BirthDate {
    let year = numbers[place].value
    let others = numbers.indices.filter { $0 != place && numbers[$0].digits <= 2 }.map {
      numbers[$0].value
    }
    if month != 0 {
      let day = others.first ?? 0
      return date(year, month, day) ?? date(year, month, 0) ?? loose(year)
    }
    if place == 0, numbers.count >= 3, others.count >= 2 {
      return date(year, others[0], others[1]) ?? loose(year)
    }
    if place == 2, others.count >= 2 {
      return date(dayAndMonth: others[0], others[1], of: year) ?? loose(year)
    }
    // `05.1978`; of `1978-05` no order is sure.
    if place == 1, numbers.count == 2, others.count == 1,
      words.isSubset(of: [.year, .ageOrYear]), (1...12).contains(others[0]),
      let date = date(year, others[0], 0)
    {
      return date
    }
    return loose(year)
  }

  /// The date in the column's calendar as one of ours, `nil` where it has none such.
  private func date(_ year: Int, _ month: Int, _ day: Int) -> BirthDate? {
    if !DateStyle.yearsOfHijra.contains(year) { return BirthDate(valid: year, month, day) }
    switch style.calendar {
    case .gregorian: return BirthDate(valid: year, month, day)
    case .solar: return Hijra.solar(year, month, day)
    case .lunar: return Hijra.lunar(year)
    }
  }

  /// The date of a year with its two other numbers in the column's order, or in the other one where only that is a date.
  private func date(dayAndMonth first: Int, _ second: Int, of year: Int) -> BirthDate? {
    style.order == .monthFirst
      ? date(year, first, second) ?? date(year, second, first)
      : date(year, second, first) ?? date(year, first, second)
  }

  /// `05.03.84`, `5 мая 84`, `84-03-05`.
  private func withoutWholeYear() -> [BirthDate] {
    guard numbers.allSatisfy({ $0.digits <= 2 }) else { return [] }
    let values = numbers.map(\.value)
    if month != 0, values.count == 2 {
      return [BirthDate(valid: fullYear(values[1]), month, values[0])].compactMap { $0 }
    }
    guard values.count == 3, month == 0 else {
      return words.contains(.age) && month == 0 ? age(values[0]) : []
    }
    let (first, second) =
      style.order == .monthFirst ? (values[0], values[1]) : (values[1], values[0])
    let found =
      BirthDate(valid: fullYear(values[2]), first, second)
      ?? BirthDate(valid: fullYear(values[0]), values[1], values[2])
      ?? BirthDate(valid: fullYear(values[2]), second, first)
    return found.map { $0.month > 0 && $0.day > 0 ? [$0] : [] } ?? []
  }

  /// The year of two digits: of this century up to 29, unless that lies behind the reference date.
  private func fullYear(_ digits: Int) -> Int {
    let year = digits < 30 ? 2000 + digits : 1900 + digits
    if let reference, year > reference.year { return year - 100 }
    return year
  }

  private func isYear(_ number: (value: Int, digits: Int)) -> Bool {
    number.digits == 4 && BirthDate.isYear(number.value)
  }
}

extension BirthDate {
  /// The dates a cell holds, ascending, each once: several may be written in one cell (`1938; 1936`), in the usual
  /// orders (`1978-05-30`, `30.5.1978`, `30/05/78`, `19780530`, `30 May 1978`, `30 мая 1978`, the day numbers of
  /// spreadsheets), as a year alone, or as a span of years (`1978–1980`, `около 1980`, `34 года`).
  ///
  /// - Parameters:
  ///   - reference: the day on which an age was true; without it an age says nothing.
  ///   - style: how the dates of the column are written. Day and month come in the order that it gives, unless only the
  ///     other is a date; what its calendar dates comes back as dates of the Gregorian one.
  public static func dates(
    in cell: String, asOf reference: BirthDate? = nil, style: DateStyle = DateStyle()
  ) -> [BirthDate] {
    // Most cells hold one.
    if !cell.utf8.contains(where: { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "|") }) {
      let dates = DateReader.dates(in: cell[...], asOf: reference, style)
      return dates.count < 2 ? dates : Array(Set(dates)).sorted()
    }
    var found: [BirthDate] = []
    for part in cell.split(whereSeparator: { $0 == ";" || $0 == "|" }) {
      for date in DateReader.dates(in: part, asOf: reference, style) where !found.contains(date) {
        found.append(date)
      }
    }
    return found.sorted()
  }
}

extension BirthDate {
  /// The first number of a cell, where it can be somebody's age.
  static func age(in cell: String) -> Int? {
    let digits = cell.unicodeScalars.drop { $0.decimalDigit == nil }.prefix {
      $0.decimalDigit != nil
    }
    if digits.isEmpty || digits.count > 3 { return nil }
    let age = digits.reduce(0) { $0 * 10 + ($1.decimalDigit ?? 0) }
    return age <= oldest ? age : nil
  }

  fileprivate static let oldest = 120
}

extension Unicode.Scalar {
  /// The digit in any script.
  fileprivate var decimalDigit: Int? {
    if isASCII { return (48...57).contains(value) ? Int(value) - 48 : nil }
    return properties.numericType == .decimal ? properties.numericValue.map { Int($0) } : nil
  }

  /// Whether it is a letter; of ASCII nothing has to be looked up.
  fileprivate var isLetter: Bool {
    isASCII ? (65...90).contains(value & 0xDF) : properties.isAlphabetic
  }
}
