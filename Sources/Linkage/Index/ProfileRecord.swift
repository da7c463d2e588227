internal import NameText

/// A distinct row of an index: which names it gives its person, what stands beside them, and the rows that say so.
struct ProfileRecord: Sendable {
  /// A name as it stands in the row.
  struct Name: Sendable, Hashable {
    var number: UInt32
    /// The words that a hyphen joins to the one before, a bit each: they part rows and change no comparison.
    var hyphens: UInt64 = 0
  }

  var name: Name?
  /// In the order of the row.
  var others: [Name] = []
  var values = FieldValues()
  /// The numbers of its rows in the index, ascending.
  var rows: [Int] = []
}

extension RecordWriter {
  mutating func append(_ profile: ProfileRecord) {
    varint(profile.name.map { Int($0.number) + 1 } ?? 0)
    let values = profile.values
    let hasValues =
      !(values.births.isEmpty && values.places.isEmpty && values.texts.isEmpty
      && values.identifiers.isEmpty)
    let hyphens = profile.name?.hyphens ?? 0
    byte(
      (hyphens == 0 ? 0 : 1) | (profile.others.isEmpty ? 0 : 2) | (hasValues ? 4 : 0)
        | Self.code(of: values.gender) << 3)
    varint(profile.rows.count)
    var last = 0
    for row in profile.rows {
      varint(row - last)
      last = row
    }
    if hyphens != 0 { number(hyphens) }
    if !profile.others.isEmpty {
      varint(profile.others.count)
      for other in profile.others {
        varint(Int(other.number))
        number(other.hyphens)
      }
    }
    if hasValues { append(values) }
  }

  private mutating func append(_ values: FieldValues) {
    varint(values.births.count)
    for birth in values.births { append(birth) }
    varint(values.places.count)
    for place in values.places {
      varint(place.count)
      for word in place { string(word) }
    }
    varint(values.texts.count)
    for text in values.texts { string(text.utf8) }
    varint(values.identifiers.count)
    for identifier in values.identifiers { string(identifier.utf8) }
  }

  mutating func append(_ date: BirthDate) {
    // Years before Christ are no years of birth; a list says what it says.
    for number in [date.year, date.month, date.day, date.lastYear] {
      self.number(Int32(truncatingIfNeeded: number))
    }
  }
}

extension ByteReader {
  mutating func profile() throws(IndexError) -> ProfileRecord {
    var profile = ProfileRecord()
    let name = try varint()
    if name > 0 {
      guard let number = UInt32(exactly: name - 1) else { throw .damaged }
      profile.name = ProfileRecord.Name(number: number)
    }
    let head = try byte()
    let count = try varint()
    guard count <= rest else { throw .damaged }
    var row = 0
    for _ in 0..<count {
      row += try varint()
      profile.rows.append(row)
    }
    if head & 1 != 0 { profile.name?.hyphens = try number(UInt64.self) }
    if head & 2 != 0 {
      for _ in 0..<(try varint()) {
        profile.others.append(
          ProfileRecord.Name(number: try varint32(), hyphens: try number(UInt64.self)))
      }
    }
    if head & 4 != 0 { profile.values = try values() }
    profile.values.gender = try Self.gender(head >> 3 & 3)
    return profile
  }

  private mutating func values() throws(IndexError) -> FieldValues {
    var values = FieldValues()
    for _ in 0..<(try varint()) { values.births.append(try date()) }
    for _ in 0..<(try varint()) {
      var place: [[UInt8]] = []
      for _ in 0..<(try varint()) { place.append(try string()) }
      values.places.append(place)
    }
    for _ in 0..<(try varint()) { values.texts.append(try text()) }
    for _ in 0..<(try varint()) { values.identifiers.append(try text()) }
    return values
  }

  mutating func date() throws(IndexError) -> BirthDate {
    var date = BirthDate(
      year: Int(try number(Int32.self)), month: Int(try number(Int32.self)),
      day: Int(try number(Int32.self)))
    date.lastYear = Int(try number(Int32.self))
    // A span is looked through year by year.
    guard (0...9999).contains(date.year), (date.year...date.year + 999).contains(date.lastYear)
    else { throw .damaged }
    return date
  }
}
