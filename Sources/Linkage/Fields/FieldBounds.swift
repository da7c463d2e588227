internal import NameSimilarity

/// What the dates of birth of two profiles say, out of a few numbers for each: for deciding quickly which pairs are not
/// worth a comparison of all their fields.
struct FieldBounds: Sendable {
  private struct Row {
    var date = BirthDate(year: 0)
    /// What an equal date weighs.
    var exact = Bits.zero
    var has: Has = []
  }

  private struct Has: OptionSet {
    let rawValue: UInt8
    /// One informative date.
    static let date = Has(rawValue: 1)
    /// Several dates, or such as say less.
    static let otherDates = Has(rawValue: 2)
    static let place = Has(rawValue: 4)
    static let text = Has(rawValue: 8)
    static let identifier = Has(rawValue: 16)

    static let dates: Has = [.date, .otherDates]
    static let others: Has = [.place, .text, .identifier]
  }

  private let rows: [Row]
  /// What each level weighs, save that of equal dates.
  private let weights: [Bits]

  /// Bounds for all profiles of a table, under its shares.
  init(_ table: ProfileTable) {
    let fields = table.fields
    rows = table.profiles.map { profile in
      let values = profile.values
      var row = Row()
      if values.births.count == 1, values.births[0].isInformative {
        row.date = values.births[0]
        row.exact = fields.weight((.birthExact, fields.surprise(row.date)))
        row.has.insert(.date)
      } else if !values.births.isEmpty {
        row.has.insert(.otherDates)
      }
      if !values.places.isEmpty { row.has.insert(.place) }
      if !values.texts.isEmpty { row.has.insert(.text) }
      if !values.identifiers.isEmpty { row.has.insert(.identifier) }
      return row
    }
    weights = FieldLevel.allCases.map { fields.weight(($0, FieldModel.surprise($0))) }
  }

  /// The date of a profile that has one informative date of birth.
  func date(_ profile: Int) -> BirthDate? {
    rows[profile].has.contains(.date) ? rows[profile].date : nil
  }

  /// Whether a profile has several dates, or such as say less than a day.
  func hasOtherDates(_ profile: Int) -> Bool { rows[profile].has.contains(.otherDates) }

  /// Whether two profiles have dates of which neither is far from the other: the year is the same or the day of the year,
  /// or one has other dates.
  func areNear(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (rows[left], rows[right])
    if a.has.isDisjoint(with: .dates) || b.has.isDisjoint(with: .dates) { return false }
    if !a.has.contains(.date) || !b.has.contains(.date) { return true }
    return a.date.year == b.date.year
      || a.date.month == b.date.month && a.date.day == b.date.day
  }

  /// What the fields of two profiles weigh, genders left aside, and whether their dates contradict each other; `nil`
  /// where `FieldModel` must be asked.
  func weight(_ left: Int, _ right: Int) -> (weight: Bits, contradictsBirth: Bool)? {
    let (a, b) = (rows[left], rows[right])
    let both = a.has.intersection(b.has)
    if !both.isDisjoint(with: .others) { return nil }
    if both.contains(.date) {
      let level = DateComparison.level(a.date, b.date)
      let weight = level == .birthExact ? a.exact : weights[Int(level.rawValue)]
      return (weight, level.contradicts)
    }
    let haveDates = !a.has.isDisjoint(with: .dates) && !b.has.isDisjoint(with: .dates)
    return haveDates ? nil : (.zero, false)
  }
}
