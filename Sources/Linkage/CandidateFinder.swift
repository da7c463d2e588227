internal import NameIndex
internal import NameSimilarity
internal import NameText

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
  /// Those of them that have an initial.
  private let namesWithInitials: Postings
  private let profilesOfName: [Range<Int>]
  /// The profiles that have a name beside their first; `nil` where none has several, as in most lists.
  private let profilesOfOtherName: Postings?
  /// The most that the fields of any profile with the name can add.
  private let mostOfFields: [Bits]
  /// The same where dates of birth are not near.
  private let mostOfFieldsFar: [Bits]
  private let datedNames: DatedPostings
  private let bounds: FieldBounds
  private let initialsOfName: [Int32]
  /// What a part may add that is like another but no neighbour of it: little, where not all neighbours are known.
  private let ofUnlike: Bits

  /// A finder of all pairs, or of those that `pairing` allows.
  init(_ scorer: PairScorer, threshold: Bits, pairing: Pairing? = nil) {
    self.scorer = scorer
    self.threshold = threshold
    let table = scorer.table
    self.pairing = pairing ?? .all(table)
    let initials = table.names.map { name in Int32(name.parts.count { $0.role == .initial }) }
    let mayAnswer = self.pairing.mayAnswer
    namesOfToken = table.namesOfToken(mayAnswer)
    namesWithInitials = table.namesOfToken { mayAnswer($0) && initials[$0] > 0 }
    var ranges = [Range<Int>](repeating: 0..<0, count: table.names.count)
    var most = [Bits](repeating: .zero, count: table.names.count)
    var mostFar = most
    for (number, profile) in table.profiles.enumerated() {
      guard let name = profile.name.map(Int.init) else { continue }
      let start = ranges[name].isEmpty ? number : ranges[name].lowerBound
      ranges[name] = start..<(number + 1)
      most[name] = max(most[name], table.fields.mostWithoutKeys(profile.values))
      mostFar[name] = max(mostFar[name], table.fields.mostWithDistantBirth(profile.values))
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
      let mostFarOfProfile = table.fields.mostWithDistantBirth(profile.values)
      for name in profile.others {
        most[Int(name)] = max(most[Int(name)], mostOfProfile)
        mostFar[Int(name)] = max(mostFar[Int(name)], mostFarOfProfile)
      }
    }
    mostOfFields = most
    mostOfFieldsFar = mostFar
    bounds = FieldBounds(table)
    datedNames = DatedPostings(
      namesOfToken, tokenCount: table.lexicon.tokens.count, profilesOfName: ranges, bounds: bounds
    ) { [profilesOfOtherName] name in profilesOfOtherName.map { !$0[name].isEmpty } ?? false }
    initialsOfName = initials
    ofUnlike = table.lexicon.hasAllNeighbours ? .zero : Self.mostOfUnlike
  }

  /// All pairs that reach the threshold, and profiles of several rows paired with themselves; ascending.
  func pairs(threads: Int) -> [ScoredPair] {
    let table = scorer.table
    var found = parallelMap(
      count: table.names.count, part: 128, threads: threads,
      room: { Meetings(most: [Int32](repeating: 0, count: table.names.count)) }
    ) { names, meetings in
      var pairs: [ScoredPair] = []
      for name in names where pairing.mayAsk(name) {
        scorePairs(ofName: UInt32(name), &meetings, &pairs)
      }
      return pairs
    }.flatMap { $0 }
    found += keyedPairs(threads: threads)
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
    let dates = datesOfName(number)
    let target = threshold - mostOfFields[Int(number)]
    let prefix =
      dates == nil
      ? NamePrefix(name, target: nil, farTarget: target - ofUnlike)
      : NamePrefix(
        name, target: target - ofUnlike,
        farTarget: threshold - mostOfFieldsFar[Int(number)] - ofUnlike)
    for part in prefix.asked {
      meet(part, &meetings) { token, adds, body in
        if adds || prefix.isOpenFar {
          namesOfToken[token].forEach(body)
        } else if prefix.isOpen, let dates {
          datedNames.forEachName(of: token, near: dates, body)
        }
      }
    }
    for part in prefix.askedInitials {
      meet(part, &meetings) { token, _, body in namesWithInitials[token].forEach(body) }
    }
    if let dates {
      for part in prefix.askedNear {
        meet(part, &meetings) { token, adds, body in
          if adds || prefix.isOpen { datedNames.forEachName(of: token, near: dates, body) }
        }
      }
    }
    defer {
      for other in meetings.names { meetings.most[Int(other)] = 0 }
      meetings.names.removeAll(keepingCapacity: true)
    }
    for other in meetings.names where pairing.asks(number, for: other) {
      let met = Bits(raw: meetings.most[Int(other)])
      let least = leastOfNames(number, other)
      guard
        mayReach(least, met: met, name: number, other: other, prefix, &meetings.scratch),
        let rough = scorer.names.evidence(
          name, table.names[Int(other)], isRough: true, &meetings.scratch),
        rough.most >= min(least.near, least.far)
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

  /// The dates of birth of the rows with a name, where names that are common are met by them alone; `nil` where they are
  /// not: there are none, or many, or such as say less than a day.
  private func datesOfName(_ number: UInt32) -> [BirthDate]? {
    if let profilesOfOtherName, !profilesOfOtherName[number].isEmpty { return nil }
    var dates: [BirthDate] = []
    for profile in profilesOfName[Int(number)] {
      if bounds.hasOtherDates(profile) { return nil }
      if let date = bounds.date(profile), !dates.contains(date) { dates.append(date) }
    }
    return dates.isEmpty || dates.count > Self.mostDates ? nil : dates
  }

  private static let mostDates = 4
  private static let mostOfUnlike = Bits(2.5)

  /// The least that two names must say for any two profiles with them to reach the threshold, of those with near dates and
  /// of others.
  private struct Least {
    var near = Bits(raw: .max / 2)
    var far = Bits(raw: .max / 2)
  }

  /// Whether two names that have met so far may say enough.
  private func mayReach(
    _ least: Least, met: Bits, name number: UInt32, other: UInt32, _ prefix: NamePrefix,
    _ scratch: inout NameScorer.Scratch
  ) -> Bool {
    // An initial of either may agree with a part that has not met.
    let initials = initialsOfName[Int(number)] + initialsOfName[Int(other)]
    let sure = met + ofUnlike + Bits(raw: NameWeights.initialAgrees.raw * initials)
    let isNearOpen = sure + prefix.ofLeft >= least.near
    let isFarOpen = sure + prefix.ofLeftFar >= least.far
    if !isNearOpen, !isFarOpen { return false }
    let partner = scorer.table.names[Int(other)]
    if isNearOpen {
      let left = scorer.names.most(prefix.left, prefix.joinedLeft, against: partner, &scratch)
      if sure + left >= least.near { return true }
    }
    guard isFarOpen else { return false }
    let left = scorer.names.most(prefix.leftFar, prefix.joinedLeftFar, against: partner, &scratch)
    return sure + left >= least.far
  }

  private func leastOfNames(_ number: UInt32, _ other: UInt32) -> Least {
    let lefts = profilesOfName[Int(number)]
    let rights = profilesOfName[Int(other)]
    var least = Least()
    let haveOthers = profilesOfOtherName.map { !$0[number].isEmpty || !$0[other].isEmpty } ?? false
    // Where there are many the names are scored once for all of them.
    if haveOthers || lefts.count * rights.count > 8 {
      least.far = threshold - min(mostOfFields[Int(number)], mostOfFields[Int(other)])
      return least
    }
    for left in lefts {
      for right in rights {
        let names = leastOfNames(ofProfiles: left, right)
        if bounds.areNear(left, right) {
          least.near = min(least.near, names)
        } else {
          least.far = min(least.far, names)
        }
      }
    }
    return least
  }

  private func leastOfNames(ofProfiles left: Int, _ right: Int) -> Bits {
    let fields =
      bounds.weight(left, right)
      ?? scorer.fieldBound(scorer.table.profiles[left], scorer.table.profiles[right])
    let least = threshold - fields.weight - scorer.table.fields.mostOfGender
    // Where the dates contradict each other, names say no more than the ceiling.
    let isOutOfReach = fields.contradictsBirth && least > scorer.nameCeilingWhenBirthDiffers
    return isOutOfReach ? Bits(raw: .max / 2) : least
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

  /// Notes the names that `forEachName` gives for each neighbour of the part, with what the two can add at most; it is told
  /// whether that is anything, since a neighbour that adds nothing is passed over unless what has not met may be enough.
  private func meet(
    _ part: IndexedName.Part, _ meetings: inout Meetings,
    _ forEachName: (_ token: UInt32, _ adds: Bool, _ body: (UInt32) -> Void) -> Void
  ) {
    // Arrays of their own are written without a look at who else may hold them.
    var (most, names) = (meetings.most, meetings.names)
    (meetings.most, meetings.names) = ([], [])
    defer { (meetings.most, meetings.names) = (most, names) }
    for neighbour in scorer.table.lexicon.neighbours(of: part.token) {
      let adds = scorer.names.most(part, neighbour).raw
      forEachName(neighbour.token, adds > 0) { other in
        if most[Int(other)] == 0 { names.append(other) }
        most[Int(other)] += max(1, adds)
      }
    }
  }

  /// Pairs that an equal full date of birth or an equal identifier brings together, a profile of several rows with
  /// itself among them.
  private func keyedPairs(threads: Int) -> [ScoredPair] {
    let groups = scorer.table.profilesOfKeys()
    return parallelMap(
      count: groups.count, part: 64, threads: threads, room: { NameScorer.Scratch() }
    ) { range, scratch in
      var pairs: [ScoredPair] = []
      for group in groups[range] {
        for (place, left) in group.enumerated() {
          for right in group[place...] where pairing.allows(left, right) {
            if let pair = scorer.scored(left, right, &scratch), pair.weight >= threshold {
              pairs.append(pair)
            }
          }
        }
      }
      return pairs
    }.flatMap { $0 }
  }
}
