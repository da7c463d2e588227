internal import NameSimilarity
internal import NameText

/// What the fields of two profiles say, out of a few numbers for each: most pairs of rows have nothing but dates of birth
/// and genders to compare.
struct FieldBounds: Sendable {
  /// What is compared of a row in sixteen bytes.
  struct Row {
    fileprivate(set) var birth = BirthCode.missing
    /// How unlikely strangers are to have the same date, and what it weighs.
    fileprivate var surprise = Bits.zero
    fileprivate var exact = Bits.zero
    /// What the row says of it, else its name.
    fileprivate var gender: Gender?
    fileprivate var has: Has = []
  }

  fileprivate struct Has: OptionSet {
    let rawValue: UInt8
    static let place = Has(rawValue: 1)
    static let text = Has(rawValue: 2)
    static let identifier = Has(rawValue: 4)
  }

  private let rows: [Row]
  /// What each level weighs, save that of equal dates.
  private let weights: [Bits]

  /// Bounds for all profiles of a table, under its shares.
  init(_ scorer: PairScorer) {
    let table = scorer.table
    let fields = table.fields
    // By number, since a profile is not copied then.
    rows = table.profiles.indices.map { number in
      let values = table.profiles[number].values
      var row = Row(
        birth: BirthCode(values), gender: scorer.gender(values, table.profiles[number].name))
      if row.birth.isDate {
        row.surprise = fields.surprise(values.births[0])
        row.exact = fields.weight((.birthExact, row.surprise))
      }
      if !values.places.isEmpty { row.has.insert(.place) }
      if !values.texts.isEmpty { row.has.insert(.text) }
      if !values.identifiers.isEmpty { row.has.insert(.identifier) }
      return row
    }
    weights = FieldLevel.allCases.map { fields.weight(($0, FieldModel.surprise($0))) }
  }

  /// What is compared of a profile.
  subscript(profile: Int) -> Row { rows[profile] }

  /// What dates weigh that contradict each other so.
  func weight(_ level: FieldLevel) -> Bits { weights[Int(level.rawValue)] }

  /// What the fields of two profiles weigh, genders left aside, and whether their dates contradict each other; `nil`
  /// where `FieldModel` must be asked.
  func weight(_ a: Row, _ b: Row) -> (weight: Bits, contradictsBirth: Bool)? {
    switch Self.births(a, b) {
    case .open: return nil
    case .missing: return (.zero, false)
    case .level(let level):
      let weight = level == .birthExact ? a.exact : weights[Int(level.rawValue)]
      return (weight, level.contradicts)
    }
  }

  /// How the fields of two profiles compare, as `PairScorer.fieldEvidence` says; `nil` where it must be asked.
  func evidence(_ left: Int, _ right: Int, _ name: NameEvidence) -> FieldEvidence? {
    let (a, b) = (rows[left], rows[right])
    var evidence = FieldEvidence()
    switch Self.births(a, b) {
    case .open: return nil
    case .missing: break
    case .level(let level):
      evidence.add(level, surprise: level == .birthExact ? a.surprise : FieldModel.surprise(level))
    }
    if !name.findings.contains(.genderContradicts),
      let gender = FieldModel.gender((a.gender, b.gender))
    {
      evidence.add(gender.level, surprise: gender.surprise)
    }
    return evidence
  }

  /// What there is to compare beside genders.
  private enum Births {
    /// Two dates of which each is one.
    case level(FieldLevel)
    /// One side has no date.
    case missing
    /// Other dates, or other fields that both have.
    case open
  }

  private static func births(_ a: Row, _ b: Row) -> Births {
    if !a.has.isDisjoint(with: b.has) { return .open }
    if a.birth.isDate, b.birth.isDate { return .level(a.birth.level(with: b.birth)) }
    return a.birth == .missing || b.birth == .missing ? .missing : .open
  }
}
