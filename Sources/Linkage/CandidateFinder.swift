internal import NameIndex
internal import NameSimilarity

/// A pair of distinct rows worth looking at, the smaller number first.
struct ScoredPair: Sendable, Hashable {
  var left: UInt32
  var right: UInt32
  /// Without the prior.
  var weight: Bits
  /// What the fields have of it.
  var fields: FieldEvidence
}

/// Finds every pair of profiles whose weight reaches a threshold, without comparing all with all.
///
/// A weighted prefix filter (Bayardo, Ma and Srikant 2007) over parts of names: the parts of a name are asked for
/// from the rarest on, until what is left could not reach the threshold even if all of it agreed; so a pair that
/// reaches it has been met by then. Fields whose equality alone could carry a pair (full date of birth,
/// identifier) are keys of their own. The filter is exact: it loses no pair that the scorer puts above the threshold.
struct CandidateFinder: Sendable {
  private let scorer: PairScorer
  private let threshold: Bits
  private let pairing: Pairing
  /// The names that may answer and hold a token, on its own or joined with its neighbour.
  private let namesOfToken: Postings
  private let profilesOfName: [Range<Int>]
  /// The profiles that have a name beside their first; `nil` where none has several, as in most lists.
  private let profilesOfOtherName: Postings?
  /// The most that the fields of any profile with the name can add.
  private let mostOfFields: [Bits]

  /// A finder of all pairs, or of those that `pairing` allows.
  init(_ scorer: PairScorer, threshold: Bits, pairing: Pairing? = nil) {
    self.scorer = scorer
    self.threshold = threshold
    let table = scorer.table
    self.pairing = pairing ?? .all(table)
    namesOfToken = table.namesOfToken(self.pairing.mayAnswer)
    var ranges = [Range<Int>](repeating: 0..<0, count: table.names.count)
    var most = [Bits](repeating: .zero, count: table.names.count)
    for (number, profile) in table.profiles.enumerated() {
      guard let name = profile.name.map(Int.init) else { continue }
      let start = ranges[name].isEmpty ? number : ranges[name].lowerBound
      ranges[name] = start..<(number + 1)
      most[name] = max(most[name], table.fields.mostWithoutKeys(profile.values))
    }
    profilesOfName = ranges
    let others = table.profiles.enumerated().filter { !$0.element.others.isEmpty }
    profilesOfOtherName =
      others.isEmpty
      ? nil
      : Postings(keyCount: table.names.count) { yield in
        for (number, profile) in others {
          for name in profile.others { yield(name, UInt32(number)) }
        }
      }
    for (_, profile) in others {
      let mostOfProfile = table.fields.mostWithoutKeys(profile.values)
      for name in profile.others { most[Int(name)] = max(most[Int(name)], mostOfProfile) }
    }
    mostOfFields = most
  }

  /// All pairs that reach the threshold, and profiles of several rows paired with themselves; ascending.
  func pairs(threads: Int) -> [ScoredPair] {
    let table = scorer.table
    var found = parallelMap(count: table.names.count, part: 128, threads: threads) { names in
      var meetings = Meetings(most: [Int32](repeating: 0, count: table.names.count))
      var pairs: [ScoredPair] = []
      for name in names where pairing.mayAsk(name) {
        scorePairs(ofName: UInt32(name), &meetings, &pairs)
      }
      return pairs
    }.flatMap { $0 }
    found += keyedPairs()
    found.sort { ($0.left, $0.right) < ($1.left, $1.right) }
    return found.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// Room for what a name meets, used again for the next; one for each thread.
  private struct Meetings {
    var scratch = NameScorer.Scratch()
    /// For each name, what it has met with so far can add at most; 0 where it has met with nothing.
    var most: [Int32]
    var names: [UInt32] = []
  }

  private func scorePairs(
    ofName number: UInt32, _ meetings: inout Meetings, _ pairs: inout [ScoredPair]
  ) {
    let table = scorer.table
    let name = table.names[Int(number)]
    let target = threshold - mostOfFields[Int(number)]
    let prefix = prefix(of: name, reaching: target)
    for part in prefix.asked {
      meet(part, from: number, isWeak: prefix.rest < target, &meetings)
    }
    defer {
      for other in meetings.names { meetings.most[Int(other)] = 0 }
      meetings.names.removeAll(keepingCapacity: true)
    }
    for other in meetings.names {
      let most = Bits(raw: meetings.most[Int(other)]) + prefix.rest
      guard most >= target, mayReachThreshold(number, other, most) else { continue }
      let least = threshold - min(mostOfFields[Int(number)], mostOfFields[Int(other)])
      guard
        let rough = scorer.names.evidence(
          name, table.names[Int(other)], isRough: true, &meetings.scratch), rough.most >= least
      else { continue }
      var evidence = Evidence(name: number, other: other, rough: rough)
      for left in profilesOfName[Int(number)] {
        for right in profilesOfName[Int(other)] where number != other || right >= left {
          add(min(left, right), max(left, right), &evidence, &meetings.scratch, &pairs)
        }
      }
      if let profilesOfOtherName {
        addOthers(
          profilesOfOtherName, number, other, &evidence, &meetings.scratch, &pairs)
      }
    }
  }

  /// Adds the pairs of profiles of which either has its name beside another one.
  private func addOthers(
    _ profilesOfOtherName: Postings, _ number: UInt32, _ other: UInt32, _ evidence: inout Evidence,
    _ scratch: inout NameScorer.Scratch, _ pairs: inout [ScoredPair]
  ) {
    let (firstLefts, firstRights) = (profilesOfName[Int(number)], profilesOfName[Int(other)])
    let (lefts, rights) = (
      profilesOfOtherName[number].map(Int.init), profilesOfOtherName[other].map(Int.init)
    )
    for left in lefts {
      for right in Array(firstRights) + rights where left != right || number == other {
        add(min(left, right), max(left, right), &evidence, &scratch, &pairs)
      }
    }
    for left in firstLefts {
      for right in rights where left != right {
        add(min(left, right), max(left, right), &evidence, &scratch, &pairs)
      }
    }
  }

  /// Whether any two profiles of the names can reach the threshold where the names say no more than `most`.
  private func mayReachThreshold(_ number: UInt32, _ other: UInt32, _ most: Bits) -> Bool {
    let lefts = profilesOfName[Int(number)]
    let rights = profilesOfName[Int(other)]
    if let others = profilesOfOtherName, !(others[number].isEmpty && others[other].isEmpty) {
      return true
    }
    // Where there are many the names are scored once for all of them.
    if lefts.count * rights.count > 8 { return true }
    for left in lefts {
      for right in rights
      where scorer.most(most, scorer.table.profiles[left], scorer.table.profiles[right])
        >= threshold
      {
        return true
      }
    }
    return false
  }

  /// What two names say, worked out to the end only where the fields leave it open.
  private struct Evidence {
    var name: UInt32
    var other: UInt32
    var rough: NameEvidence
    var exact: NameEvidence?
  }

  private func add(
    _ left: Int, _ right: Int, _ evidence: inout Evidence, _ scratch: inout NameScorer.Scratch,
    _ pairs: inout [ScoredPair]
  ) {
    let table = scorer.table
    guard pairing.allows(left, right) else { return }
    if !table.profiles[left].others.isEmpty || !table.profiles[right].others.isEmpty {
      // Another name of either may say more.
      if let pair = scorer.scored(left, right, &scratch), pair.weight >= threshold {
        pairs.append(pair)
      }
      return
    }
    let fields = scorer.fieldEvidence(evidence.rough, table.profiles[left], table.profiles[right])
    var best = evidence.rough
    best.weight = best.most
    if scorer.weight(best, fields) < threshold { return }
    let exact =
      evidence.exact
      ?? scorer.names.evidence(
        table.names[Int(evidence.name)], table.names[Int(evidence.other)], &scratch)
    guard let exact else { return }
    evidence.exact = exact
    add(left, right, scorer.weight(exact, fields), fields, &pairs)
  }

  private func add(
    _ left: Int, _ right: Int, _ weight: Bits, _ fields: FieldEvidence, _ pairs: inout [ScoredPair]
  ) {
    if weight < threshold { return }
    pairs.append(
      ScoredPair(left: UInt32(left), right: UInt32(right), weight: weight, fields: fields))
  }

  /// Notes all names that hold a neighbour of the part and do not ask for this one themselves, with what the two can
  /// add at most.
  ///
  /// A neighbour that can add nothing is passed over where what is not asked for `isWeak`: too little without it.
  private func meet(
    _ part: IndexedName.Part, from number: UInt32, isWeak: Bool, _ meetings: inout Meetings
  ) {
    let lexicon = scorer.table.lexicon
    // Arrays of their own are written without a look at who else may hold them.
    var (most, names) = (meetings.most, meetings.names)
    (meetings.most, meetings.names) = ([], [])
    defer { (meetings.most, meetings.names) = (most, names) }
    for neighbour in lexicon.neighbours(of: part.token) {
      let adds = scorer.names.most(part, neighbour).raw
      if adds <= 0, isWeak { continue }
      for other in namesOfToken[neighbour.token] where pairing.asks(number, for: other) {
        if most[Int(other)] == 0 { names.append(other) }
        most[Int(other)] += max(1, adds)
      }
    }
  }

  /// The parts of a name without which the rest cannot reach `target`, rarest first, joined neighbours with them, and
  /// what that rest can add at most.
  ///
  /// What a part left out can add is at most its information; a part asked for may still agree as an initial only.
  func prefix(of name: IndexedName, reaching target: Bits) -> (
    asked: [IndexedName.Part], rest: Bits
  ) {
    let order = name.parts.sorted { a, b in
      a.information != b.information ? a.information > b.information : a.token < b.token
    }
    var rest = order.reduce(Bits.zero) { $0 + max($1.information, NameWeights.initialAgrees) }
    var asked: [IndexedName.Part] = []
    for part in order {
      if rest < target { break }
      asked.append(part)
      rest -= max(part.information, NameWeights.initialAgrees)
      rest += NameWeights.initialAgrees
    }
    let places = asked.map(\.first)
    asked += name.joined.filter { places.contains($0.first) || places.contains($0.last) }
    return (asked, rest)
  }

  /// Pairs that an equal full date of birth or an equal identifier brings together, a profile of several rows with
  /// itself among them.
  private func keyedPairs() -> [ScoredPair] {
    var scratch = NameScorer.Scratch()
    var pairs: [ScoredPair] = []
    for group in scorer.table.profilesOfKeys() {
      for (place, left) in group.enumerated() {
        for right in group[place...] where pairing.allows(left, right) {
          if let pair = scorer.scored(left, right, &scratch), pair.weight >= threshold {
            pairs.append(pair)
          }
        }
      }
    }
    return pairs
  }
}
