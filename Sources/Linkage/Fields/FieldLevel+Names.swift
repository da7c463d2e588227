/// What levels and comparisons are called in files.
extension FieldLevel {
  var name: String {
    switch self {
    case .birthExact: "same-day"
    case .birthDigit: "one-digit"
    case .birthSwapped: "day-and-month-exchanged"
    case .birthNear: "two-of-three"
    case .birthSameYear: "same-year"
    case .birthSlipped, .yearSlipped: "year-slipped"
    case .yearExact: "same-year"
    case .yearNear: "next-year"
    case .placeNear, .textNear: "near"
    case .placeInRegion: "region"
    case .placeAgrees, .textAgrees, .genderAgrees, .identifierAgrees: "same"
    case .birthDiffers, .yearDiffers, .placeDiffers, .textDiffers, .genderDiffers,
      .identifierDiffers:
      "other"
    case .nameAgrees, .nameGenderAgrees: "not-contradicted"
    case .givenContradicts: "given-contradicts"
    case .patronymicContradicts: "patronymic-contradicts"
    case .surnameContradicts: "surname-contradicts"
    case .partContradicts: "part-contradicts"
    case .nameDiffers: "nothing-in-common"
    case .nameGenderContradicts: "contradicts"
    }
  }
}

extension FieldComparison {
  var name: String {
    switch self {
    case .birth: "birth"
    case .year: "birth-year"
    case .place: "place"
    case .text: "text"
    case .gender: "gender"
    case .identifier: "identifier"
    case .name: "name"
    case .nameGender: "gender-of-name"
    }
  }
}
