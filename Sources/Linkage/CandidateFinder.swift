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
  let scorer: PairScorer
  let threshold: Bits
  let pairing: Pairing
  /// The names that may answer and hold a token, on its own or joined with its neighbour.
  private let namesOfToken: DatedPostings
  private let profilesOfName: [Range<Int>]
  /// The profiles that have a name beside their first; `nil` where none has several, as in most lists.
  private let profilesOfOtherName: Postings?
  /// The dates of birth of a name's rows.
  private let birthsOfName: FlatRows<BirthCode>
  /// The most that the fields of any profile with the name can add, and without a date of birth.
  private let mostOfFields: [Bits]
  private let mostBesideBirth: [Bits]
  private let bounds: FieldBounds
  let initialsOfName: [Int32]
  /// What a part may add that is like another but no neighbour of it: little, where not all neighbours are known.
  let ofUnlike: Bits
  /// What names may weigh more at the most, since the names of one person contradict each other in these lists.
  let mostOfRelief: Bits
  /// Which names ask.
  let sample: Sample

  /// A finder of all pairs, or of those that `pairing` allows.
  ///
  /// - Parameter sample: the pairs that are found, where each name asks for later ones only.
  init(
    _ scorer: PairScorer, threshold: Bits, pairing: Pairing? = nil, sample: Sample = .all
  ) {
    self.sample = sample
    self.scorer = scorer
    self.threshold = threshold
    let table = scorer.table
    self.pairing = pairing ?? .all(table)
    let initials = table.names.map { name in Int32(name.parts.count { $0.role == .initial }) }
    initialsOfName = initials
    var ranges = [Range<Int>](repeating: 0..<0, count: table.names.count)
    var most = [Bits](repeating: .zero, count: table.names.count)
    var mostBeside = most
    for (number, profile) in table.profiles.enumerated() {
      for name in profile.names.lazy.map(Int.init) {
        most[name] = max(most[name], table.fields.mostWithoutKeys(profile.values))
        mostBeside[name] = max(mostBeside[name], table.fields.mostBesideBirth(profile.values))
      }
      guard let name = profile.name.map(Int.init) else { continue }
      let start = ranges[name].isEmpty ? number : ranges[name].lowerBound
      ranges[name] = start..<(number + 1)
    }
    profilesOfName = ranges
    mostOfFields = most
    mostBesideBirth = mostBeside
    let others = table.profiles.enumerated().filter { !$0.element.others.isEmpty }
    let profilesOfOtherName =
      others.isEmpty
      ? nil
      : Postings(keyCount: table.names.count) { yield in
        for (number, profile) in others {
          for name in profile.others { yield(name, UInt32(number)) }
        }
      }
    self.profilesOfOtherName = profilesOfOtherName
    let bounds = FieldBounds(scorer)
    self.bounds = bounds
    let births = FlatRows(
      ranges.enumerated().lazy.map { name, profiles in
        let others = profilesOfOtherName?[UInt32(name)].map(Int.init) ?? []
        return Self.births(Array(profiles) + others, bounds)
      })
    birthsOfName = births
    namesOfToken = DatedPostings(
      table.namesOfToken(self.pairing.mayAnswer), tokenCount: table.lexicon.tokens.count,
      births: births, hasInitial: initials.map { $0 > 0 })
    mostOfRelief = table.fields.shares.mostOfRelief
    ofUnlike = table.lexicon.hasAllNeighbours ? .zero : NameWeights.mostOfUnlike
  }

  /// The distinct dates of birth of a name's rows; many are not told apart.
  private static func births(_ profiles: [Int], _ bounds: FieldBounds) -> [BirthCode] {
    var births: [BirthCode] = []
    for birth in profiles.lazy.map(bounds.birth) where !births.contains(birth) {
      births.append(birth)
    }
    if births.count <= mostBirths { return births }
    return births.contains(.missing) ? [.open, .missing] : [.open]
  }

  private static let mostBirths = 4

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
          names: table.names.count, cursors: namesOfToken.cursors(),
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
      let initials = initialsOfName[Int(number)] + initialsOfName[Int(other)]
      let hasInitial = initialsOfName[Int(other)] > 0
      let met = Bits(raw: meeting.most + NameWeights.initialAgrees.raw * initials)
      if !prefix.mayReach(met, meeting, ofNamesWithInitial: hasInitial) { continue }
      let least = leastOfNames(number, other)
      let sure = met + ofUnlike
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
    for left in profilesOfName[Int(number)] {
      for right in profilesOfName[Int(other)] where number != other || right >= left {
        add(min(left, right), max(left, right), &evidence, &scratch, &pairs)
      }
    }
    if let profilesOfOtherName {
      addOthers(profilesOfOtherName, number, other, &evidence, &scratch, &pairs)
    }
  }

  /// What a name must say, by how the dates stand to each other, ascending.
  private func targets(_ number: UInt32) -> [Bits] {
    let names = threshold - ofUnlike
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
    let lefts = profilesOfName[Int(number)]
    let rights = profilesOfName[Int(other)]
    var least = Least()
    let haveOthers = profilesOfOtherName.map { !$0[number].isEmpty || !$0[other].isEmpty } ?? false
    // Where there are many the names are scored once for all of them; the furthest leave most of a name unasked.
    if haveOthers || lefts.count * rights.count > 8 {
      least[BirthRelation.distant.rawValue] =
        threshold - min(mostOfFields[Int(number)], mostOfFields[Int(other)])
      return least
    }
    for left in lefts {
      for right in rights {
        let relation = bounds.relation(left, right).rawValue
        least[relation] = min(least[relation], leastOfNames(ofProfiles: left, right))
      }
    }
    return least
  }

  func leastOfNames(ofProfiles left: Int, _ right: Int) -> Bits {
    let fields =
      bounds.weight(left, right)
      ?? scorer.fieldBound(scorer.table.profiles[left], scorer.table.profiles[right])
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
    let births = birthsOfName[number]
    for neighbour in scorer.table.lexicon.neighbours(of: asked.part.token) {
      let adds = scorer.names.most(asked.part, neighbour).raw
      let reach = adds > 0 ? asked.reach : asked.reach.within(prefix.open)
      if reach.isNowhere { continue }
      namesOfToken.forEachName(
        of: neighbour.token, from: first, births: births, reach: reach, &meetings.cursors
      ) { other in
        if met[Int(other.name)].most == 0 { names.append(other.name) }
        met[Int(other.name)].add(max(1, adds), other)
      }
    }
  }
}
