internal import NameIndex
internal import NameText

/// By what rows are brought together to be compared ("blocking" in record linkage): names by their tokens and dates of
/// birth, rows by equal dates and identifiers. It stays the same from one look at a table to the next.
struct Blocking: Sendable {
  let pairing: Pairing
  /// The names that may answer and hold a token, on its own or joined with its neighbour.
  let namesOfToken: DatedPostings
  let profilesOfName: [Range<Int>]
  /// The profiles that have a name beside their first; `nil` where none has several, as in most lists.
  let profilesOfOtherName: Postings?
  /// The dates of birth of a name's rows.
  let birthsOfName: FlatRows<BirthCode>
  let initialsOfName: [Int32]
  let keys: KeyGroups

  /// Brings together all rows, or those that `pairing` allows.
  init(_ table: ProfileTable, _ pairing: Pairing? = nil) {
    let pairing = pairing ?? .all(table)
    self.pairing = pairing
    let initials = table.names.map { name in Int32(name.parts.count { $0.role == .initial }) }
    initialsOfName = initials
    var ranges = [Range<Int>](repeating: 0..<0, count: table.names.count)
    for number in table.profiles.indices {
      guard let name = table.profiles[number].name.map(Int.init) else { continue }
      let start = ranges[name].isEmpty ? number : ranges[name].lowerBound
      ranges[name] = start..<(number + 1)
    }
    profilesOfName = ranges
    let others = table.profiles.indices.filter { !table.profiles[$0].others.isEmpty }
    let profilesOfOtherName =
      others.isEmpty
      ? nil
      : Postings(keyCount: table.names.count) { yield in
        for number in others {
          for name in table.profiles[number].others { yield(name, UInt32(number)) }
        }
      }
    self.profilesOfOtherName = profilesOfOtherName
    let births = FlatRows(
      ranges.enumerated().lazy.map { name, profiles in
        let others = profilesOfOtherName?[UInt32(name)].map(Int.init) ?? []
        return Self.births(Array(profiles) + others, table)
      })
    birthsOfName = births
    namesOfToken = DatedPostings(
      table.namesOfToken(pairing.mayAnswer), tokenCount: table.lexicon.tokens.count,
      births: births, hasInitial: initials.map { $0 > 0 })
    keys = KeyGroups(table.profiles)
  }

  /// The distinct dates of birth of a name's rows; many are not told apart.
  private static func births(_ profiles: [Int], _ table: ProfileTable) -> [BirthCode] {
    var births: [BirthCode] = []
    for profile in profiles {
      let birth = BirthCode(table.profiles[profile].values)
      if !births.contains(birth) { births.append(birth) }
    }
    if births.count <= mostBirths { return births }
    return births.contains(.missing) ? [.open, .missing] : [.open]
  }

  private static let mostBirths = 4
}

/// Profiles with a name that have a full date of birth or an identifier in common.
struct KeyGroups: Sendable {
  private var ofDates: [(date: BirthDate, profiles: [Int])] = []
  private var ofIdentifiers: [(identifier: String, profiles: [Int])] = []

  init(_ profiles: [Profile]) {
    var dates: [BirthDate: Int] = [:]
    var identifiers: [String: Int] = [:]
    for number in profiles.indices where profiles[number].name != nil {
      for date in profiles[number].values.births where date.isInformative {
        let group = dates[date] ?? ofDates.count
        if group == ofDates.count {
          dates[date] = group
          ofDates.append((date, []))
        }
        ofDates[group].profiles.append(number)
      }
      for identifier in profiles[number].values.identifiers {
        let group = identifiers[identifier] ?? ofIdentifiers.count
        if group == ofIdentifiers.count {
          identifiers[identifier] = group
          ofIdentifiers.append((identifier, []))
        }
        ofIdentifiers[group].profiles.append(number)
      }
    }
    ofDates.sort { $0.date < $1.date }
    ofIdentifiers.sort { $0.identifier < $1.identifier }
  }

  /// Those whose key says more than finding rows by their names allows for; by date, then by identifier, the numbers in
  /// each ascending.
  func groups(_ fields: FieldModel) -> [[Int]] {
    ofDates.filter { fields.isKey($0.date) }.map(\.profiles)
      + ofIdentifiers.filter { fields.isKey(identifier: $0.identifier) }.map(\.profiles)
  }
}
