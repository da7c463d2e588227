/// The entries of long lists by year and by day of the year, so that those near to a date are looked up.
struct DaysOfPostings: Sendable {
  /// So many entries are gone through as quickly as looked up.
  static let longFrom = 256

  private struct Dated: Sendable {
    /// The year, or the day of the year.
    var key: UInt16
    var place: UInt32
  }

  /// For each token its number among those that have long lists, or −1.
  private var numbers: [Int32]
  private var byYear: [Dated] = []
  private var byDay: [Dated] = []
  /// Those without one date.
  private var others: [UInt32] = []
  /// Where each list begins.
  private var datedStarts: [Int] = [0]
  private var otherStarts: [Int] = [0]

  init(tokenCount: Int) { numbers = [Int32](repeating: -1, count: tokenCount) }

  /// Adds the list of a token.
  mutating func append(
    of token: UInt32, _ places: some Sequence<UInt32>, birth: (UInt32) -> BirthCode
  ) {
    numbers[Int(token)] = Int32(datedStarts.count - 1)
    for place in places {
      let birth = birth(place)
      if birth.isDate {
        byYear.append(Dated(key: birth.year, place: place))
        byDay.append(Dated(key: birth.dayOfYear, place: place))
      } else {
        others.append(place)
      }
    }
    let own = datedStarts.last!..<byYear.count
    byYear[own].sort { ($0.key, $0.place) < ($1.key, $1.place) }
    byDay[own].sort { ($0.key, $0.place) < ($1.key, $1.place) }
    datedStarts.append(byYear.count)
    otherStarts.append(others.count)
  }

  /// Calls `body` with the entries whose dates are near to `birth`, with those without one date and, with `slips`, with
  /// those of years that may be slips for its own; says whether the token has a long list.
  func forEachNear(
    _ birth: BirthCode, slips: Bool, of token: UInt32, _ body: (UInt32) -> Void
  ) -> Bool {
    let number = Int(numbers[Int(token)])
    if number < 0 { return false }
    let range = datedStarts[number]..<datedStarts[number + 1]
    let year = Self.find(byYear, range, birth.year)
    for place in year { body(byYear[place].place) }
    for place in Self.find(byDay, range, birth.dayOfYear) {
      let entry = byDay[place].place
      // Those of the same date are among those of the year, ascending.
      if !Self.contains(byYear, year, entry) { body(entry) }
    }
    for place in otherStarts[number]..<otherStarts[number + 1] { body(others[place]) }
    guard slips, !range.isEmpty else { return true }
    let years = byYear[range.lowerBound].key...byYear[range.upperBound - 1].key
    for other in years
    where other != birth.year && DateComparison.isSlip(Int(birth.year), Int(other)) {
      for place in Self.find(byYear, range, other) { body(byYear[place].place) }
    }
    return true
  }

  /// Where the entries of a key stand.
  private static func find(_ dated: [Dated], _ range: Range<Int>, _ key: UInt16) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if dated[middle].key < key { low = middle + 1 } else { high = middle }
    }
    let start = low
    while low < range.upperBound, dated[low].key == key { low += 1 }
    return start..<low
  }

  private static func contains(_ dated: [Dated], _ range: Range<Int>, _ place: UInt32) -> Bool {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if dated[middle].place < place { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && dated[low].place == place
  }
}
