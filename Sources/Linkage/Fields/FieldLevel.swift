internal import NameSimilarity

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
  /// One lies in the other, or both in one region.
  case placeInRegion
  case placeDiffers
  case textAgrees
  /// One has a slip in it, or goes on where the other ends.
  case textNear
  case textDiffers
  case genderAgrees, genderDiffers
  case identifierAgrees, identifierDiffers
  /// The first contradiction of two names, or that there is none.
  case nameAgrees, givenContradicts, patronymicContradicts, surnameContradicts, partContradicts
  /// No part of one name is like a part of the other.
  case nameDiffers
  /// The names are a man's and a woman's, or not.
  case nameGenderAgrees, nameGenderContradicts

  /// Whether the dates speak of two people, so that the best of names may be a namesake's.
  var contradicts: Bool {
    switch self {
    case .birthSameYear, .birthSlipped, .birthDiffers, .yearSlipped, .yearDiffers: true
    default: false
    }
  }
}

/// What is compared: the levels of one comparison exclude each other.
enum FieldComparison: CaseIterable {
  case birth, year, place, text, gender, identifier, name, nameGender

  /// Those of what stands beside the name.
  static let ofFields: [FieldComparison] = [.birth, .year, .place, .text, .gender, .identifier]
  /// Those of names, which are learned apart.
  static let ofNames: [FieldComparison] = [.name, .nameGender]

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
    case .place:
      [(.placeAgrees, 0.65), (.placeNear, 0.05), (.placeInRegion, 0.10), (.placeDiffers, 0.20)]
    // Notes are everybody's own.
    case .text: [(.textAgrees, 0.3), (.textNear, 0.07), (.textDiffers, 0.63)]
    case .gender: [(.genderAgrees, 0.985), (.genderDiffers, 0.015)]
    // People have several documents.
    case .identifier: [(.identifierAgrees, 0.5), (.identifierDiffers, 0.5)]
    // What names say has its prices in `NameWeights`.
    case .name:
      Self.besides(
        .nameAgrees,
        [
          (.givenContradicts, NameWeights.givenContradicts),
          (.patronymicContradicts, NameWeights.patronymicContradicts),
          (.surnameContradicts, NameWeights.surnameContradicts),
          (.partContradicts, NameWeights.partContradicts),
          (.nameDiffers, Comparison.nothingInCommon),
        ])
    case .nameGender:
      Self.besides(
        .nameGenderAgrees, [(.nameGenderContradicts, NameWeights.genderContradicts)])
    }
  }

  /// Levels that strangers are sure to meet, so that their price is `log2 m`, and before them the one that is left.
  private static func besides(_ other: FieldLevel, _ prices: [(level: FieldLevel, price: Bits)])
    -> [(level: FieldLevel, m: Double)]
  {
    let levels = prices.map { (level: $0.level, m: Double($0.price.exp2Q32) / 4_294_967_296) }
    return [(other, 1 - levels.reduce(0) { $0 + $1.m })] + levels
  }

  /// How many true pairs the starting values count for when they are corrected.
  var strength: UInt64 {
    switch self {
    case .birth, .year, .gender, .name, .nameGender: 100
    case .place, .identifier: 50
    case .text: 20
    }
  }
}
