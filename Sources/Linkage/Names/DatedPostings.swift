internal import NameIndex

/// The names that hold a token by the dates of birth of their rows: of a common name only those need to be met whose
/// dates are near.
///
/// Only tokens of many names are sorted so; the others are gone through.
struct DatedPostings: Sendable {
  /// So many names are gone through as quickly as looked up.
  private static let longFrom = 48

  private let names: Postings
  /// For each token its number among those of many names, or −1.
  private var numbers: [Int32]
  private var byYear: [Dated] = []
  private var byDay: [Dated] = []
  /// Names with rows that have several dates, or such as say less than a day.
  private var others: [UInt32] = []
  /// Where each of them begins, in `byYear` and `byDay`, and in `others`.
  private var datedStarts: [Int] = [0]
  private var otherStarts: [Int] = [0]

  /// A name, and the year or the day of the year of one of its rows.
  private struct Dated: Sendable {
    var key: UInt16
    var name: UInt32
  }

  /// `names` by the dates of their profiles, `profilesOfName`; those that stand beside another name, whose rows are not
  /// among these, are met from everywhere.
  /// - Complexity: O(postings × log postings).
  init(
    _ names: Postings, tokenCount: Int, profilesOfName: [Range<Int>], bounds: FieldBounds,
    isOtherName: (UInt32) -> Bool
  ) {
    self.names = names
    numbers = [Int32](repeating: -1, count: tokenCount)
    for token in 0..<UInt32(tokenCount) where names[token].count >= Self.longFrom {
      numbers[Int(token)] = Int32(datedStarts.count - 1)
      for name in names[token] {
        var hasOthers = isOtherName(name)
        for profile in profilesOfName[Int(name)] {
          if let date = bounds.date(profile) {
            byYear.append(Dated(key: UInt16(date.year), name: name))
            byDay.append(Dated(key: Self.day(date), name: name))
          } else if bounds.hasOtherDates(profile) {
            hasOthers = true
          }
        }
        if hasOthers { others.append(name) }
      }
      let own = datedStarts.last!..<byYear.count
      byYear[own].sort { ($0.key, $0.name) < ($1.key, $1.name) }
      byDay[own].sort { ($0.key, $0.name) < ($1.key, $1.name) }
      datedStarts.append(byYear.count)
      otherStarts.append(others.count)
    }
  }

  private static func day(_ date: BirthDate) -> UInt16 { UInt16(date.month * 32 + date.day) }

  /// Calls `body` with every name that holds the token and has a row with a date near to one of `dates`, and with some
  /// others; with a name once for each row at the most twice.
  func forEachName(of token: UInt32, near dates: [BirthDate], _ body: (UInt32) -> Void) {
    let number = Int(numbers[Int(token)])
    if number < 0 { return names[token].forEach(body) }
    let range = datedStarts[number]..<datedStarts[number + 1]
    for date in dates {
      Self.forEach(byYear, range, UInt16(date.year), body)
      Self.forEach(byDay, range, Self.day(date), body)
    }
    for place in otherStarts[number]..<otherStarts[number + 1] { body(others[place]) }
  }

  private static func forEach(
    _ dated: [Dated], _ range: Range<Int>, _ key: UInt16, _ body: (UInt32) -> Void
  ) {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if dated[middle].key < key { low = middle + 1 } else { high = middle }
    }
    while low < range.upperBound, dated[low].key == key {
      body(dated[low].name)
      low += 1
    }
  }
}
