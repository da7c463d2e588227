internal import NameIndex

/// The names that hold a token, each with the dates of birth of its rows: of a common name only those are met whose
/// dates leave room for what the rest of the name may say.
struct DatedPostings: Sendable {
  private struct Entry: Sendable {
    var name: UInt32
    var birth: BirthCode
    var hasInitial: Bool
  }

  private var starts: [Int] = [0]
  /// Each token's, by name.
  private var entries: [Entry] = []
  private var days: DaysOfPostings

  /// `names` of `tokenCount` tokens, with the dates of the rows of each and whether it has an initial.
  /// - Complexity: O(postings × log postings).
  init(
    _ names: Postings, tokenCount: Int, births: FlatRows<BirthCode>, hasInitial: [Bool]
  ) {
    starts.reserveCapacity(tokenCount + 1)
    days = DaysOfPostings(tokenCount: tokenCount)
    for token in 0..<UInt32(tokenCount) {
      for name in names[token] {
        for birth in births[name] {
          entries.append(Entry(name: name, birth: birth, hasInitial: hasInitial[Int(name)]))
        }
      }
      let own = starts.last!..<entries.count
      starts.append(entries.count)
      if own.count >= DaysOfPostings.longFrom {
        days.append(of: token, own.lazy.map { UInt32($0) }) { [entries] in
          entries[Int($0)].birth
        }
      }
    }
  }

  /// Calls `body` with every name from `first` on that holds the token and has a row which stands to one of `births`
  /// as near as `reach` says; with a name of several rows more than once at times.
  /// - Complexity: O(names that hold the token), where these are many and the reach is short O(those that are met).
  func forEachName(
    of token: UInt32, from first: UInt32, births: ArraySlice<BirthCode>,
    reach: NamePrefix.Reach, _ body: (UInt32) -> Void
  ) {
    let relations = max(reach.plain, reach.withInitial)
    if relations <= BirthRelation.distant.rawValue, births.count == 1, let birth = births.first,
      birth.isDate,
      days.forEachNear(
        birth, slips: relations > BirthRelation.slipped.rawValue, of: token,
        { visit(Int($0), from: first, birth, reach, body) })
    {
      return
    }
    let (start, end) = (start(of: token, from: first), starts[Int(token) + 1])
    // A name of one row has one date: the rule.
    if births.count == 1, let birth = births.first {
      for place in start..<end { visit(place, from: first, birth, reach, body) }
      return
    }
    for place in start..<end {
      for birth in births { visit(place, from: first, birth, reach, body) }
    }
  }

  private func visit(
    _ place: Int, from first: UInt32, _ birth: BirthCode, _ reach: NamePrefix.Reach,
    _ body: (UInt32) -> Void
  ) {
    let entry = entries[place]
    let relations = reach.relations(ofNamesWithInitial: entry.hasInitial)
    if entry.name >= first, relations == BirthRelation.count
      || relations > 0 && birth.relation(to: entry.birth).rawValue < relations
    {
      body(entry.name)
    }
  }

  private func start(of token: UInt32, from first: UInt32) -> Int {
    var (low, high) = (starts[Int(token)], starts[Int(token) + 1])
    if first == 0 { return low }
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].name < first { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
