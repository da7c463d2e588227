internal import NameIndex

/// The names that hold a token, each with the dates of birth of its rows: of a common name only those are met whose
/// dates leave room for what the rest of the name may say.
struct DatedPostings: Sendable {
  private struct Entry: Sendable {
    var name: UInt32
    var birth: BirthCode
    var hasInitial: Bool
    /// Whether the name stands here with other dates, too.
    var hasOthers: Bool
  }

  /// A name that is met.
  struct Met {
    var name: UInt32
    /// How the dates of a row of it stand to one of those that ask.
    var relation: BirthRelation
    /// Whether other rows of either side may stand to each other otherwise.
    var isOfSeveral: Bool
  }

  private var starts: [UInt32] = [0]
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
          entries.append(
            Entry(
              name: name, birth: birth, hasInitial: hasInitial[Int(name)],
              hasOthers: births[name].count > 1))
        }
      }
      let own = Int(starts.last!)..<entries.count
      starts.append(UInt32(entries.count))
      if own.count >= DaysOfPostings.longFrom {
        days.append(of: token, own.lazy.map { UInt32($0) }) { [entries] in
          entries[Int($0)].birth
        }
      }
    }
  }

  /// Where the names of each token begin that are still to be met, for who asks for ever later ones.
  struct Cursors: Sendable {
    fileprivate var places: [UInt32]
  }

  /// Cursors before the first name of each token; those of one thread.
  func cursors() -> Cursors { Cursors(places: starts) }

  /// Calls `body` with every name from `first` on that holds the token and has a row which stands to one of `births`
  /// as near as `reach` says; with a name of several rows more than once at times.
  ///
  /// - Precondition: `first` is no less than it was before with the same cursors.
  /// - Complexity: O(names that hold the token), where these are many and the reach is short O(those that are met).
  func forEachName(
    of token: UInt32, from first: UInt32, births: ArraySlice<BirthCode>,
    reach: NamePrefix.Reach, _ cursors: inout Cursors, _ body: (Met) -> Void
  ) {
    let relations = max(reach.plain, reach.withInitial)
    if relations <= BirthRelation.distant.rawValue, births.count == 1, let birth = births.first,
      birth.isDate,
      days.forEachNear(
        birth, slips: relations > BirthRelation.slipped.rawValue, of: token,
        { visit(Int($0), from: first, birth, isOfSeveral: false, reach, body) })
    {
      return
    }
    let end = Int(starts[Int(token) + 1])
    var start = Int(cursors.places[Int(token)])
    if start < end, entries[start].name < first {
      repeat { start += 1 } while start < end && entries[start].name < first
      cursors.places[Int(token)] = UInt32(start)
    }
    // A name of one row has one date: the rule.
    if births.count == 1, let birth = births.first {
      for place in start..<end {
        visit(place, from: first, birth, isOfSeveral: false, reach, body)
      }
      return
    }
    for place in start..<end {
      for birth in births { visit(place, from: first, birth, isOfSeveral: true, reach, body) }
    }
  }

  private func visit(
    _ place: Int, from first: UInt32, _ birth: BirthCode, isOfSeveral: Bool,
    _ reach: NamePrefix.Reach, _ body: (Met) -> Void
  ) {
    let entry = entries[place]
    let relations = reach.relations(ofNamesWithInitial: entry.hasInitial)
    if entry.name < first || relations == 0 { return }
    let relation = birth.relation(to: entry.birth)
    if relation.rawValue < relations {
      body(
        Met(name: entry.name, relation: relation, isOfSeveral: isOfSeveral || entry.hasOthers))
    }
  }
}
