internal import NameSimilarity
internal import NameText

/// The weights of what stands beside the name, after Fellegi and Sunter (1969): `log2(m/u)` of each level, with `u`
/// from how often the value occurs in the lists at hand and `m` from `shares`.
struct FieldModel: Sendable {
  private(set) var dates: [BirthDate: UInt64] = [:]
  private(set) var years: [Int: UInt64] = [:]
  private(set) var datedCount: UInt64 = 0
  private(set) var placeWords: [[UInt8]: UInt64] = [:]
  private(set) var placeCount: UInt64 = 0
  private(set) var texts: [String: UInt64] = [:]
  private(set) var textCount: UInt64 = 0
  private(set) var identifiers: [String: UInt64] = [:]
  private(set) var identifiedCount: UInt64 = 0
  /// The share of true pairs that reach each level.
  var shares = FieldShares.standard

  /// What agreeing on a place can say at the most: neighbours are kin.
  static let mostOfPlace = Bits(7.5)
  /// A word that is nearly another: so many words are a letter away.
  static let nearPlace = Bits(2)
  static let mostOfText = Bits(5)
  /// Few texts are a slip away from another.
  static let nearText = Bits(0.5)
  /// What agreeing on a number that nobody else has is worth; less the more rows have it.
  static let mostOfIdentifier = Bits(21)

  /// Counts the values, one for each distinct row.
  init(_ values: some Sequence<FieldValues>) {
    for value in values {
      for birth in value.births.prefix(1) where birth.years.count == 1 {
        datedCount += 1
        years[birth.year, default: 0] += 1
        if birth.isFull { dates[birth, default: 0] += 1 }
      }
      if !value.identifiers.isEmpty {
        identifiedCount += 1
        for id in value.identifiers { identifiers[id, default: 0] += 1 }
      }
      if !value.places.isEmpty {
        placeCount += 1
        for word in Set(value.places.joined()) { placeWords[word, default: 0] += 1 }
      }
      if !value.texts.isEmpty {
        textCount += 1
        for text in value.texts { texts[text, default: 0] += 1 }
      }
    }
  }

  /// How often some values occur, as an index has counted them; others count for none.
  init(_ counts: FieldCounts) {
    (dates, years, datedCount) = (counts.dates, counts.years, counts.datedCount)
    (placeWords, placeCount) = (counts.placeWords, counts.placeCount)
    (texts, textCount) = (counts.texts, counts.textCount)
    (identifiers, identifiedCount) = (counts.identifiers, counts.identifiedCount)
  }

  // MARK: How unlikely strangers are to agree

  /// `−log2 u` of a value that `count` of `total` rows have, when unseen lists would have it at a rate of one in
  /// `spread`; the two rows compared are left out.
  private func surprise(count: UInt64, total: UInt64, spread: UInt64) -> Bits {
    let background: UInt64 = 100
    let others = (count > 2 ? count - 2 : 0) * spread + background
    let rest = ((total > 2 ? total - 2 : 0) + background) * spread
    return Bits.log2(rest, over: others)
  }

  /// A day is no rarer than its year has days, however few of the lists' rows bear it.
  func surprise(_ date: BirthDate) -> Bits {
    let counted = surprise(
      count: dates[date] ?? 0, total: datedCount, spread: date.isInformative ? 22_000 : 600)
    return date.isInformative
      ? min(counted, surprise(years: date.years) + Self.dayOfYear) : counted
  }

  private static let dayOfYear = Bits(8.5)

  func surprise(years range: ClosedRange<Int>) -> Bits {
    surprise(
      count: range.reduce(0) { $0 + (years[$1] ?? 0) }, total: datedCount,
      spread: max(1, 60 / UInt64(range.count)))
  }

  /// Of the levels that are no agreement on a value: from calendars in which sixty years, twelve months and thirty
  /// days are equally likely.
  static func surprise(_ level: FieldLevel) -> Bits {
    switch level {
    case .birthDigit: Bits(9)  // one pair in 500
    case .birthSwapped: Bits(13.5)  // the same year and two numbers, the day below 13
    case .birthNear: Bits(8.25)
    case .birthSameYear: Bits(6.25)
    case .birthSlipped: Bits(6)
    case .birthDiffers: Bits(0.1)
    case .yearNear: Bits(5)
    case .yearSlipped: Bits(2)
    case .yearDiffers: Bits(0.5)
    case .placeDiffers: Bits(0.15)
    case .textDiffers, .identifierDiffers: .zero
    case .genderAgrees: Bits(0.775)
    case .genderDiffers: Bits(1.25)
    case .birthExact, .yearExact, .placeAgrees, .placeNear, .placeInRegion, .textAgrees,
      .textNear, .identifierAgrees:
      .zero
    case .nameAgrees, .givenContradicts, .patronymicContradicts, .surnameContradicts,
      .partContradicts, .nameDiffers, .nameGenderAgrees, .nameGenderContradicts:
      .zero
    }
  }

  private func surprise(placeWord word: [UInt8]) -> Bits {
    min(
      Self.mostOfPlace, surprise(count: placeWords[word] ?? 0, total: placeCount, spread: 200))
  }

  private func surprise(text: String) -> Bits {
    min(Self.mostOfText, surprise(count: texts[text] ?? 0, total: textCount, spread: 200))
  }

  /// Nothing where many rows have it, as they have `000000`.
  func surprise(identifier: String) -> Bits {
    min(
      Self.mostOfIdentifier,
      surprise(
        count: identifiers[identifier] ?? 0, total: identifiedCount, spread: 1 << 20))
  }

  // MARK: Two rows

  /// How the fields of two rows compare; `genders` are those of the rows or, where they say none, of their names.
  func evidence(_ a: FieldValues, _ b: FieldValues, genders: (Gender?, Gender?)) -> FieldEvidence {
    var evidence = FieldEvidence()
    if let birth = birth(a, b) { evidence.add(birth.level, surprise: birth.surprise) }
    for place in places(a.places, b.places) {
      evidence.add(place.level, surprise: place.surprise)
    }
    if let text = text(a, b) { evidence.add(text.level, surprise: text.surprise) }
    if let gender = Self.gender(genders) { evidence.add(gender.level, surprise: gender.surprise) }
    if let id = identifier(a, b) { evidence.add(id.level, surprise: id.surprise) }
    return evidence
  }

  typealias Outcome = (level: FieldLevel, surprise: Bits)

  func birth(_ a: FieldValues, _ b: FieldValues) -> Outcome? {
    guard let (level, dates) = DateComparison.level(a.births, b.births) else { return nil }
    switch level {
    case .birthExact:
      return (
        dates.0.isInformative ? level : .yearExact,
        max(.zero, surprise(dates.0) - Self.choice(a.births, b.births))
      )
    case .yearExact: return (level, surprise(years: dates.1.years))
    default: return (level, Self.surprise(level))
    }
  }

  /// Of several dates on both sides strangers have one in common so much more easily; the more are, the less.
  private static func choice(_ a: [BirthDate], _ b: [BirthDate]) -> Bits {
    if a.count == 1, b.count == 1 { return .zero }
    let common = UInt64(a.count { b.contains($0) })
    return max(.zero, Bits.log2(UInt64(a.count * b.count), over: common * common))
  }

  /// Each place of the row with fewer places against its best partner.
  func places(_ a: [[[UInt8]]], _ b: [[[UInt8]]]) -> [Outcome] {
    if a.isEmpty || b.isEmpty { return [] }
    var outcomes: [Outcome] = []
    var left = Array(a.indices)
    var right = Array(b.indices)
    while !left.isEmpty, !right.isEmpty {
      var best: (i: Int, j: Int, outcome: Outcome)?
      for i in left.indices {
        for j in right.indices {
          guard
            let shared = PlaceComparison.shared(
              a[left[i]], b[right[j]], surprise: surprise(placeWord:))
          else { continue }
          let outcome: Outcome =
            switch shared.level {
            case .placeNear: (.placeNear, max(.zero, shared.surprise - Self.nearPlace))
            case let level: (level, shared.surprise)
            }
          if best == nil
            || outcome.surprise + shares[outcome.level]
              > best!.outcome.surprise + shares[best!.outcome.level]
          {
            best = (i, j, outcome)
          }
        }
      }
      guard let best else { break }
      outcomes.append(best.outcome)
      left.remove(at: best.i)
      right.remove(at: best.j)
    }
    for _ in 0..<min(left.count, right.count) {
      outcomes.append((.placeDiffers, Self.surprise(.placeDiffers)))
    }
    return outcomes
  }

  func text(_ a: FieldValues, _ b: FieldValues) -> Outcome? {
    if a.texts.isEmpty || b.texts.isEmpty { return nil }
    if let agrees = a.texts.filter({ b.texts.contains($0) }).map(surprise(text:)).max() {
      return (.textAgrees, agrees)
    }
    var near: Bits?
    for x in a.texts {
      for y in b.texts where TextComparison.isNear(x, y) {
        let found = min(surprise(text: x), surprise(text: y)) - Self.nearText
        near = max(near ?? .zero, found)
      }
    }
    return near.map { (.textNear, $0) } ?? (.textDiffers, Self.surprise(.textDiffers))
  }

  static func gender(_ genders: (Gender?, Gender?)) -> Outcome? {
    guard let a = genders.0, let b = genders.1 else { return nil }
    let level: FieldLevel = a == b ? .genderAgrees : .genderDiffers
    return (level, surprise(level))
  }

  func identifier(_ a: FieldValues, _ b: FieldValues) -> Outcome? {
    if a.identifiers.isEmpty || b.identifiers.isEmpty { return nil }
    return a.identifiers.filter { b.identifiers.contains($0) }.map(surprise(identifier:)).max()
      .map { (.identifierAgrees, $0) }
      ?? (.identifierDiffers, Self.surprise(.identifierDiffers))
  }

  func weight(_ outcome: Outcome) -> Bits { outcome.surprise + shares[outcome.level] }

  // MARK: Bounds

  /// Whether equal dates say more than `mostWithoutKeys` allows for, so that they must bring rows together themselves.
  func isKey(_ date: BirthDate) -> Bool {
    date.isInformative
      && weight((.birthExact, surprise(date))) > mostOfBirth(date.years)
  }

  /// Whether an equal identifier says something.
  func isKey(identifier: String) -> Bool {
    weight((.identifierAgrees, surprise(identifier: identifier))) > .zero
  }

  private func mostOfBirth(_ years: ClosedRange<Int>) -> Bits {
    let slips: [FieldLevel] = [.birthDigit, .birthSwapped, .birthNear, .birthSameYear, .yearNear]
    return slips.reduce(weight((.yearExact, surprise(years: years)))) {
      max($0, weight(($1, Self.surprise($1))))
    }
  }

  /// The most that genders can add.
  var mostOfGender: Bits {
    max(.zero, weight((.genderAgrees, Self.surprise(.genderAgrees))))
  }

  /// The most that the fields of a row can add, an equal informative date of birth and an equal identifier left
  /// aside: those pairs are found through the values themselves.
  func mostWithoutKeys(_ values: FieldValues) -> Bits {
    var birth = Bits.zero
    for date in values.births {
      birth = max(birth, mostOfBirth(date.years))
      if date.isFull, !date.isInformative {
        birth = max(birth, weight((.yearExact, surprise(date))))
      }
    }
    return mostBesideBirth(values) + birth
  }

  /// The most that all but birth and identifiers can add.
  func mostBesideBirth(_ values: FieldValues) -> Bits {
    var most = mostOfGender
    for place in values.places {
      let word = place.map(surprise(placeWord:)).max() ?? .zero
      most += max(
        .zero, weight((.placeAgrees, word)), weight((.placeInRegion, word)),
        weight((.placeNear, Self.mostOfPlace - Self.nearPlace)))
    }
    if let text = values.texts.map(surprise(text:)).max() {
      most += max(
        .zero, weight((.textAgrees, text)),
        weight((.textNear, max(.zero, text - Self.nearText))))
    }
    return most
  }
}
