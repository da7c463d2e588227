/// How the dates of birth of two rows stand to each other, in the order of how much the names must say beside them.
enum BirthRelation: Int, Sendable {
  /// The year is the same or the day of the year, or one side has several dates or such as say less than a day.
  case near
  /// One side has none.
  case missing
  /// The year may have been slipped in: `FieldLevel.birthSlipped`.
  case slipped
  case distant

  static let count = 4
}

/// The dates of birth of a row in one word, so that a long list of rows is gone through quickly.
struct BirthCode: Sendable, Hashable {
  private let raw: UInt32

  private static let dayBits: UInt32 = 5
  private static let dayOfYearBits: UInt32 = 9
  private static let day: UInt32 = 1 << dayBits - 1
  private static let inYear: UInt32 = 1 << dayOfYearBits - 1
  private static let isMissing: UInt32 = 1 << 30
  private static let isOpen: UInt32 = 1 << 31

  /// No date.
  static let missing = BirthCode(raw: isMissing)
  /// Several dates, or such as say less than a day.
  static let open = BirthCode(raw: isOpen)

  private init(raw: UInt32) { self.raw = raw }

  /// One informative date.
  init(_ date: BirthDate) {
    raw =
      UInt32(date.year) << Self.dayOfYearBits | UInt32(date.month) << Self.dayBits
      | UInt32(date.day)
  }

  /// The dates of a row.
  init(_ values: FieldValues) {
    if values.births.count == 1, values.births[0].isInformative {
      self.init(values.births[0])
    } else {
      self = values.births.isEmpty ? .missing : .open
    }
  }

  /// Whether it is one informative date.
  var isDate: Bool { raw < Self.isMissing }

  var year: UInt16 { UInt16(truncatingIfNeeded: raw >> Self.dayOfYearBits) }
  /// Month and day.
  var dayOfYear: UInt16 { UInt16(truncatingIfNeeded: raw & Self.inYear) }

  func relation(to other: BirthCode) -> BirthRelation {
    if !isDate || !other.isDate {
      return self == .missing || other == .missing ? .missing : .near
    }
    let differing = raw ^ other.raw
    if differing <= Self.inYear || differing & Self.inYear == 0 { return .near }
    return hasDayOrMonth(of: other) && DateComparison.isSlip(Int(year), Int(other.year))
      ? .slipped : .distant
  }

  private func hasDayOrMonth(of other: BirthCode) -> Bool {
    let differing = raw ^ other.raw
    return differing & Self.day == 0 || differing & (Self.inYear - Self.day) == 0
  }

  /// The level of two dates.
  /// - Precondition: both are dates.
  func level(with other: BirthCode) -> FieldLevel {
    switch relation(to: other) {
    case .near, .missing: DateComparison.level(date, other.date)
    case .slipped: .birthSlipped
    case .distant: .birthDiffers
    }
  }

  private var date: BirthDate {
    BirthDate(
      year: Int(year), month: Int(dayOfYear >> Self.dayBits), day: Int(raw & Self.day))
  }
}
