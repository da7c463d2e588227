/// The outcomes of comparing the fields of two rows: the levels of Fellegi and Sunter (1969).
enum FieldLevel: UInt8, Sendable, Hashable, CaseIterable {
  /// Two full dates of birth.
  case birthExact
  /// One digit differs.
  case birthDigit
  /// Day and month are exchanged.
  case birthSwapped
  /// Two of day, month and year agree.
  case birthNear
  case birthSameYear
  /// Years that differ by two, in one digit, or by two digits exchanged.
  case birthSlipped
  case birthDiffers
  /// Dates of which one is a year, or 1 January, as registries write one.
  case yearExact, yearNear, yearSlipped, yearDiffers
  case placeAgrees
  /// A word of one place is nearly a word of the other, or part of it.
  case placeNear
  case placeDiffers
  case textAgrees, textDiffers
  case genderAgrees, genderDiffers
  case identifierAgrees, identifierDiffers

  /// Whether the dates speak of two people, so that the best of names may be a namesake's.
  var contradicts: Bool {
    switch self {
    case .birthSlipped, .birthDiffers, .yearSlipped, .yearDiffers: true
    default: false
    }
  }
}

/// What is compared: the levels of one comparison exclude each other.
enum FieldComparison: CaseIterable {
  case birth, year, place, text, gender, identifier

  /// Its levels with the share of true pairs that come out so: starting values, which lists with enough true pairs
  /// correct.
  var levels: [(level: FieldLevel, m: Double)] {
    switch self {
    // One date in ten has an error, half of them a wrong key; one in ninety is another date altogether.
    case .birth:
      [
        (.birthExact, 0.90), (.birthDigit, 0.035), (.birthSwapped, 0.01), (.birthNear, 0.018),
        (.birthSameYear, 0.012), (.birthSlipped, 0.012), (.birthDiffers, 0.013),
      ]
    case .year:
      [(.yearExact, 0.90), (.yearNear, 0.06), (.yearSlipped, 0.02), (.yearDiffers, 0.02)]
    // People move, and lists name the village, the district or the region.
    case .place: [(.placeAgrees, 0.70), (.placeNear, 0.05), (.placeDiffers, 0.25)]
    // Notes are everybody's own.
    case .text: [(.textAgrees, 0.3), (.textDiffers, 0.7)]
    case .gender: [(.genderAgrees, 0.985), (.genderDiffers, 0.015)]
    // People have several documents.
    case .identifier: [(.identifierAgrees, 0.5), (.identifierDiffers, 0.5)]
    }
  }

  /// How many true pairs the starting values count for when they are corrected.
  var strength: UInt64 {
    switch self {
    case .birth, .year, .gender: 100
    case .place, .identifier: 50
    case .text: 20
    }
  }
}
