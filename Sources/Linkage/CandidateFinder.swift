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
/// identifier) are keys of their own. The filter is exact: it loses no pair that the scorer puts above the threshold, where
/// all neighbours of tokens are known; in larger lists no more than one in a thousand.
struct CandidateFinder: Sendable {
  let scorer: PairScorer
  let threshold: Bits
  let pairing: Pairing
  let blocking: Blocking
  /// The most that the fields of any profile with the name can add, and without a date of birth.
  private let mostOfFields: [Bits]
  private let mostBesideBirth: [Bits]
  private let bounds: FieldBounds
  private let heads: [NameHead]
  /// What a part may add that is like another but no neighbour of it: little, where not all neighbours are known.
  let ofUnlike: Bits
  /// What names may weigh more at the most, since the names of one person contradict each other in these lists.
  let mostOfRelief: Bits
  /// Which names ask.
  let sample: Sample

  /// A finder of all pairs, or of those that the pairing of `blocking` allows.
  ///
  /// - Parameters:
  ///   - blocking: that of the scorer's table.
  ///   - sample: the pairs that are found, where each name asks for later ones only.
  init(_ scorer: PairScorer, _ blocking: Blocking, threshold: Bits, sample: Sample = .all) {
    self.sample = sample
    self.scorer = scorer
    self.blocking = blocking
    self.threshold = threshold
    pairing = blocking.pairing
    let table = scorer.table
    var most = [Bits](repeating: .zero, count: table.names.count)
    var mostBeside = most
    func take(_ name: UInt32, _ values: FieldValues) {
      most[Int(name)] = max(most[Int(name)], table.fields.mostWithoutKeys(values))
      mostBeside[Int(name)] = max(mostBeside[Int(name)], table.fields.mostBesideBirth(values))
    }
    for number in table.profiles.indices {
      if let name = table.profiles[number].name { take(name, table.profiles[number].values) }
      for name in table.profiles[number].others { take(name, table.profiles[number].values) }
    }
    mostOfFields = most
    mostBesideBirth = mostBeside
    let bounds = FieldBounds(scorer)
    self.bounds = bounds
    heads = table.names.indices.map { name in
      let profiles = blocking.profilesOfName[name]
      let hasOthers = blocking.profilesOfOtherName.map { !$0[UInt32(name)].isEmpty } ?? false
      return NameHead(
        profile: UInt32(profiles.lowerBound),
        row: profiles.count == 1 && !hasOthers ? bounds[profiles.lowerBound] : nil,
        initials: blocking.initialsOfName[name])
    }
    mostOfRelief = table.fields.shares.mostOfRelief
    ofUnlike = table.lexicon.hasAllNeighbours ? .zero : NameWeights.mostOfUnlike
  }

  /// What is asked first of a name that another has met, in one place of memory.
  private struct NameHead {
    /// The first of its profiles, and what is compared of it where there is no other.
    var profile: UInt32
    var row: FieldBounds.Row?
    var initials: Int32
  }

  /// All pairs that reach the threshold, and profiles of several rows paired with themselves; ascending.
  ///
  /// - Parameter memories: what is kept of earlier looks at the same names.
  func pairs(threads: Int, memories: CostMemories? = nil) -> [ScoredPair] {
    let table = scorer.table
    let memories = memories ?? CostMemories(names: table.names.count)
    var found = parallelMap(
      count: table.names.count, part: 128, threads: threads,
      room: {
        Meetings(
          names: table.names.count, cursors: blocking.namesOfToken.cursors(),
          ScoringRoom(scorer.names, memories))
      }
    ) { names, meetings in
      var pairs: [ScoredPair] = []
      for name in names where pairing.mayAsk(name) && sample.holds(name) {
        findClose(UInt32(name), &meetings)
      }
      scorer.names.settle(&meetings.room.scratch, &meetings.room.block)
      for place in meetings.close.indices {
        score(&meetings.close[place], &meetings.room.scratch, &pairs)
      }
      meetings.close.removeAll(keepingCapacity: true)
      return pairs
    }.joinedParts()
    found += keyedPairs(threads: threads, memories)
    found.sort { ($0.left, $0.right) < ($1.left, $1.right) }
    return found.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// Room for what a name meets, used again for the next; one for each thread.
  private struct Meetings: ~Copyable {
    var room: ScoringRoom
    /// What has come so far of meeting with each name.
    var met: [NamePrefix.Meeting]
    var names: [UInt32] = []
    /// Those that may say enough, of all names of a part of the table.
    var close: [Evidence] = []
    var cursors: DatedPostings.Cursors

    init(names: Int, cursors: DatedPostings.Cursors, _ room: consuming ScoringRoom) {
      self.room = room
      met = [NamePrefix.Meeting](repeating: NamePrefix.Meeting(), count: names)
      self.cursors = cursors
    }
  }

  /// Finds the names that may say enough beside a name, its own among them.
  private func findClose(_ number: UInt32, _ meetings: inout Meetings) {
    let table = scorer.table
    let name = table.names[Int(number)]
    let ofGeneration = NameScorer.mostOfGeneration(name)
    let prefix = NamePrefix(name, targets: targets(number))
    for asked in prefix.words { meet(asked, number, prefix, &meetings) }
    for asked in prefix.joined { meet(asked, number, prefix, &meetings) }
    defer {
      for other in meetings.names { meetings.met[Int(other)] = NamePrefix.Meeting() }
      meetings.names.removeAll(keepingCapacity: true)
    }
    var isOpened = false
    for other in meetings.names where pairing.asks(number, for: other) {
      let meeting = meetings.met[Int(other)]
      // An initial of either may agree with a part that has not met.
      let initials = heads[Int(number)].initials + heads[Int(other)].initials
      let hasInitial = heads[Int(other)].initials > 0
      let met = Bits(raw: meeting.most + NameWeights.initialAgrees.raw * initials)
      if !prefix.mayReach(met, meeting, ofNamesWithInitial: hasInitial) { continue }
      let least = leastOfNames(number, other)
      let sure = met + ofUnlike + ofGeneration
      let unasked = prefix.unasked(ofNamesWithInitial: hasInitial)
      if !least.isReached(by: unasked, with: sure) { continue }
      if !isOpened {
        scorer.names.open(name, &meetings.room.scratch)
        isOpened = true
      }
      let partner = table.names[Int(other)]
      scorer.names.meet(name, partner, &meetings.room.scratch)
      let left = prefix.unasked(ofNamesWithInitial: hasInitial) { word in
        scorer.names.most(ofWord: word, name, against: partner, meetings.room.scratch.likeness)
      }
      if !least.isReached(by: pointwiseMin(left, unasked), with: sure) { continue }
      let unknown = meetings.room.scratch.unknown.count
      if let rough = scorer.names.evidenceOfMet(
        name, partner, isRough: true, reaching: least.min() - mostOfRelief,
        &meetings.room.scratch),
        scorer.weight(ofNames: rough) >= least.min()
      {
        meetings.close.append(Evidence(name: number, other: other, rough: rough))
      } else {
        scorer.names.forget(downTo: unknown, &meetings.room.scratch)
      }
    }
  }

  /// Adds the pairs of profiles of two names that are close.
  private func score(
    _ evidence: inout Evidence, _ scratch: inout NameScorer.Scratch, _ pairs: inout [ScoredPair]
  ) {
    let (number, other) = (evidence.name, evidence.other)
    for left in blocking.profilesOfName[Int(number)] {
      for right in blocking.profilesOfName[Int(other)] where number != other || right >= left {
        add(min(left, right), max(left, right), &evidence, &scratch, &pairs)
      }
    }
    if let profilesOfOtherName = blocking.profilesOfOtherName {
      addOthers(profilesOfOtherName, number, other, &evidence, &scratch, &pairs)
    }
  }

  /// What a name must say, by how the dates stand to each other, ascending.
  private func targets(_ number: UInt32) -> [Bits] {
    let names =
      threshold - ofUnlike - NameScorer.mostOfGeneration(scorer.table.names[Int(number)])
    var targets = [names - mostOfFields[Int(number)], names - mostBesideBirth[Int(number)]]
    for contradiction in [FieldLevel.birthSlipped, .birthDiffers] {
      let fields = bounds.weight(contradiction) + mostBesideBirth[Int(number)]
      targets.append(isOutOfReach(fields) ? Self.never : names - fields)
    }
    // Whoever is asked for so is asked for among nearer ones, too.
    for place in targets.indices.dropLast().reversed() {
      targets[place] = min(targets[place], targets[place + 1])
    }
    return targets
  }

  /// Where the dates contradict each other, names say no more than the ceiling.
  private func isOutOfReach(_ fields: Bits) -> Bool {
    threshold - fields > scorer.nameCeilingWhenBirthDiffers
  }

  private static let never = Bits(raw: .max / 2)

  /// Adds the pairs of profiles of which either has its name beside another one.
  private func addOthers(
    _ profilesOfOtherName: Postings, _ number: UInt32, _ other: UInt32, _ evidence: inout Evidence,
    _ scratch: inout NameScorer.Scratch, _ pairs: inout [ScoredPair]
  ) {
    let (firstLefts, firstRights) = (
      blocking.profilesOfName[Int(number)], blocking.profilesOfName[Int(other)]
    )
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

  /// The least that two names must say for any two profiles with them to reach the threshold, by how their dates stand
  /// to each other.
  private struct Least {
    private var bits = SIMD4<Int32>(repeating: CandidateFinder.never.raw)

    subscript(relation: Int) -> Bits {
      get { Bits(raw: bits[relation]) }
      set { bits[relation] = newValue.raw }
    }

    func min() -> Bits { Bits(raw: bits.min()) }

    /// Whether names reach it by any relation that are sure of so much and may add so much more.
    func isReached(by most: SIMD4<Int32>, with sure: Bits) -> Bool {
      any(most &+ sure.raw .>= bits)
    }
  }

  private func leastOfNames(_ number: UInt32, _ other: UInt32) -> Least {
    let (x, y) = (heads[Int(number)], heads[Int(other)])
    var least = Least()
    if let left = x.row, let right = y.row {
      least[left.birth.relation(to: right.birth).rawValue] = leastOfNames(
        ofProfiles: (Int(x.profile), left), (Int(y.profile), right))
      return least
    }
    let lefts = blocking.profilesOfName[Int(number)]
    let rights = blocking.profilesOfName[Int(other)]
    let haveOthers =
      blocking.profilesOfOtherName.map { !$0[number].isEmpty || !$0[other].isEmpty } ?? false
    // Where there are many the names are scored once for all of them; the furthest leave most of a name unasked.
    if haveOthers || lefts.count * rights.count > 8 {
      least[BirthRelation.distant.rawValue] =
        threshold - min(mostOfFields[Int(number)], mostOfFields[Int(other)])
      return least
    }
    for left in lefts {
      for right in rights {
        let relation = bounds[left].birth.relation(to: bounds[right].birth).rawValue
        least[relation] = min(least[relation], leastOfNames(ofProfiles: left, right))
      }
    }
    return least
  }

  func leastOfNames(ofProfiles left: Int, _ right: Int) -> Bits {
    leastOfNames(ofProfiles: (left, bounds[left]), (right, bounds[right]))
  }

  private func leastOfNames(
    ofProfiles left: (number: Int, row: FieldBounds.Row),
    _ right: (number: Int, row: FieldBounds.Row)
  ) -> Bits {
    let fields =
      bounds.weight(left.row, right.row)
      ?? scorer.fieldBound(
        scorer.table.profiles[left.number], scorer.table.profiles[right.number])
    let most = fields.weight + scorer.table.fields.mostOfGender
    return fields.contradictsBirth && isOutOfReach(most) ? Self.never : threshold - most
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
    let fields = fieldEvidence(left, right, evidence.rough)
    if scorer.weight(evidence.rough, fields) < threshold { return }
    let exact =
      evidence.exact
      ?? scorer.names.evidence(
        table.names[Int(evidence.name)], table.names[Int(evidence.other)], &scratch)
    guard let exact else { return }
    evidence.exact = exact
    add(left, right, scorer.weight(exact, fields), fields, &pairs)
  }

  func fieldEvidence(_ left: Int, _ right: Int, _ name: NameEvidence) -> FieldEvidence {
    bounds.evidence(left, right, name)
      ?? scorer.fieldEvidence(name, scorer.table.profiles[left], scorer.table.profiles[right])
  }

  private func add(
    _ left: Int, _ right: Int, _ weight: Bits, _ fields: FieldEvidence, _ pairs: inout [ScoredPair]
  ) {
    if weight < threshold { return }
    pairs.append(
      ScoredPair(left: UInt32(left), right: UInt32(right), weight: weight, fields: fields))
  }

  /// Notes the names that hold a neighbour of the part, with what the two can add at most. A neighbour that adds nothing
  /// is passed over unless what has not met may be enough.
  private func meet(
    _ asked: NamePrefix.Asked, _ number: UInt32, _ prefix: NamePrefix, _ meetings: inout Meetings
  ) {
    if asked.reach.isNowhere { return }
    // Arrays of their own are written without a look at who else may hold them.
    var (met, names) = (meetings.met, meetings.names)
    (meetings.met, meetings.names) = ([], [])
    defer { (meetings.met, meetings.names) = (met, names) }
    let first = pairing.asksLaterOnly ? number : 0
    let births = blocking.birthsOfName[number]
    for neighbour in scorer.table.lexicon.neighbours(of: asked.part.token) {
      let adds = scorer.names.most(asked.part, neighbour).raw
      let reach = adds > 0 ? asked.reach : asked.reach.within(prefix.open)
      if reach.isNowhere { continue }
      blocking.namesOfToken.forEachName(
        of: neighbour.token, from: first, births: births, reach: reach, &meetings.cursors
      ) { other in
        if met[Int(other.name)].most == 0 { names.append(other.name) }
        met[Int(other.name)].add(max(1, adds), other)
      }
    }
  }
}
