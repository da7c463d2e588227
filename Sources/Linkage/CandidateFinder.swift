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
    let bounds = FieldBounds(table)
    self.bounds = bounds
    let births = FlatRows(
      ranges.enumerated().lazy.map { name, profiles in
        let isOther = profilesOfOtherName.map { !$0[UInt32(name)].isEmpty } ?? false
        return Self.births(profiles, isOther: isOther, bounds)
      })
    birthsOfName = births
    namesOfToken = DatedPostings(
      table.namesOfToken(self.pairing.mayAnswer), tokenCount: table.lexicon.tokens.count,
      births: births, hasInitial: initials.map { $0 > 0 })
    ofUnlike = table.lexicon.hasAllNeighbours ? .zero : NameWeights.mostOfUnlike
  }

  /// The distinct dates of birth of a name's rows; many, and those of a name that stands beside others, are not told
  /// apart.
  private static func births(_ profiles: Range<Int>, isOther: Bool, _ bounds: FieldBounds)
    -> [BirthCode]
  {
    var births: [BirthCode] = []
    for birth in profiles.lazy.map(bounds.birth) where !births.contains(birth) {
      births.append(birth)
    }
    if births.count <= mostBirths, !isOther { return births }
    return births.contains(.missing) || isOther ? [.open, .missing] : [.open]
  }

  private static let mostBirths = 4

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
    let prefix = NamePrefix(name, targets: targets(number))
    for asked in prefix.words { meet(asked, number, prefix, &meetings) }
    for asked in prefix.joined { meet(asked, number, prefix, &meetings) }
    defer {
      for other in meetings.names { meetings.most[Int(other)] = 0 }
      meetings.names.removeAll(keepingCapacity: true)
    }
    for other in meetings.names where pairing.asks(number, for: other) {
      let met = Bits(raw: meetings.most[Int(other)])
      let least = leastOfNames(number, other)
      guard
        mayReach(least, met: met, name: number, other: other, prefix),
        let rough = scorer.names.evidence(
          name, table.names[Int(other)], isRough: true, &meetings.scratch),
        scorer.weight(ofNames: rough) >= least.min()
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

  /// Whether two names that have met so far may say enough.
  private func mayReach(
    _ least: Least, met: Bits, name number: UInt32, other: UInt32, _ prefix: NamePrefix
  ) -> Bool {
    // An initial of either may agree with a part that has not met.
    let initials = initialsOfName[Int(number)] + initialsOfName[Int(other)]
    let sure = met + ofUnlike + Bits(raw: NameWeights.initialAgrees.raw * initials)
    let hasInitial = initialsOfName[Int(other)] > 0
    for relation in 0..<BirthRelation.count where least[relation] < Self.never {
      func isLeft(_ asked: NamePrefix.Asked) -> Bool {
        asked.reach.relations(ofNamesWithInitial: hasInitial) <= relation
      }
      var most = sure
      for word in prefix.words where isLeft(word) { most += NamePrefix.most(word.part) }
      if most < least[relation] { continue }
      let partner = scorer.table.names[Int(other)]
      most = sure
      for word in prefix.words where isLeft(word) {
        most += scorer.names.most(word.part, against: partner)
      }
      for joined in prefix.joined where isLeft(joined) {
        most += scorer.names.most(joined: joined.part, against: partner)
      }
      if most >= least[relation] { return true }
    }
    return false
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

  private func leastOfNames(ofProfiles left: Int, _ right: Int) -> Bits {
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
    let fields = scorer.fieldEvidence(evidence.rough, table.profiles[left], table.profiles[right])
    if scorer.weight(evidence.rough, fields) < threshold { return }
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

  /// Notes the names that hold a neighbour of the part, with what the two can add at most. A neighbour that adds nothing
  /// is passed over unless what has not met may be enough.
  private func meet(
    _ asked: NamePrefix.Asked, _ number: UInt32, _ prefix: NamePrefix, _ meetings: inout Meetings
  ) {
    if asked.reach.isNowhere { return }
    // Arrays of their own are written without a look at who else may hold them.
    var (most, names) = (meetings.most, meetings.names)
    (meetings.most, meetings.names) = ([], [])
    defer { (meetings.most, meetings.names) = (most, names) }
    let first = pairing.asksLaterOnly ? number : 0
    for neighbour in scorer.table.lexicon.neighbours(of: asked.part.token) {
      let adds = scorer.names.most(asked.part, neighbour).raw
      let reach = adds > 0 ? asked.reach : asked.reach.within(prefix.open)
      if reach.isNowhere { continue }
      namesOfToken.forEachName(
        of: neighbour.token, from: first, births: birthsOfName[number], reach: reach
      ) { other in
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
            if let pair = scorer.scored(left, right, reaching: threshold, &scratch) {
              pairs.append(pair)
            }
          }
        }
      }
      return pairs
    }.flatMap { $0 }
  }
}
