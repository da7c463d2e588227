internal import NameIndex
internal import NameSimilarity
internal import NameText

/// The persons of a roll as their families are looked for: each with its fullest name and all its dates and places, in
/// an order that does not depend on that of rows, and with what leads from one to another.
struct KinIndex: Sendable {
  /// Somebody as the search for kin sees him.
  struct Member: Sendable {
    /// The place in `Roll.persons`.
    var person: Int
    var id: String
    var profile: Profile
    var surnames: [UInt32] = []
    /// Coarse keys of given names, of the father's name, and of names that the surname is made of.
    var given: [[UInt8]] = []
    var fathers: [[UInt8]] = []
    var stems: [[UInt8]] = []
    /// The most that agreeing on a father's name can say.
    var mostOfFather = Bits.zero
  }

  let scorer: PairScorer
  let costs: DecisionCosts
  let prior: Bits
  /// By id.
  private(set) var members: [Member] = []
  /// Those who bear a surname's token.
  private(set) var bearers: [UInt32: [Int]] = [:]
  private(set) var membersOfGiven: [[UInt8]: [Int]] = [:]
  private(set) var membersOfFather: [[UInt8]: [Int]] = [:]
  /// By a given name and the name in the surname.
  private(set) var membersOfBoth: [[[UInt8]]: [Int]] = [:]
  private var informationOfSurname: [UInt32: Bits] = [:]

  init(_ roll: Roll) {
    scorer = roll.scorer
    costs = roll.costs
    prior = roll.priorLogOdds
    let table = scorer.table
    var members = Self.members(of: roll).sorted { $0.id < $1.id }
    for number in members.indices { Self.readName(of: &members[number], table) }
    self.members = members
    for (number, member) in members.enumerated() {
      for token in member.surnames { bearers[token, default: []].append(number) }
      for key in member.given { membersOfGiven[key, default: []].append(number) }
      for key in member.fathers { membersOfFather[key, default: []].append(number) }
      for given in member.given {
        for stem in member.stems { membersOfBoth[[given, stem], default: []].append(number) }
      }
    }
    countSurnames(table.lexicon)
    self.members = members.map { member in
      var member = member
      member.mostOfFather = mostOfFather(table.names[Int(member.profile.name!)])
      return member
    }
  }

  /// A household of so many does not make its own surname common.
  private static let household = 6
  /// A name has three words, of which one is asked for: the background counts words and not people.
  private static let wordsOfName = Bits(1.58)

  /// How rare a surname is among people who are not of one household.
  func information(ofSurname token: UInt32) -> Bits { informationOfSurname[token] ?? .zero }

  /// How rare a given name or a father's name is.
  func information(ofName token: UInt32) -> Bits {
    let indexed = scorer.table.lexicon.tokens[Int(token)]
    let keys = Self.fathersKeys(indexed.token)
    let bearers =
      keys.isEmpty
      ? membersOfGiven[Self.key(indexed.token.text)]?.count ?? 0
      : keys.map { membersOfFather[$0]?.count ?? 0 }.max()!
    return information(indexed, bearers: bearers)
  }

  /// `−log2` of the share of people who bear a name: as the roll shows it beyond a household, at least that of
  /// people everywhere.
  ///
  /// Unlike in the comparison of rows the two are not weighed against each other: a name that many on the roll bear is
  /// no sign of kin there, however rare it is elsewhere.
  private func information(_ token: IndexedToken, bearers: Int) -> Bits {
    let model = scorer.table.model
    let everywhere =
      model.background.information(
        symbols: token.symbols,
        coarse: model.coarseKey(of: token.token, spelled: token.symbols)) - Self.wordsOfName
    let others = bearers - Self.household
    if others < 1 { return max(.zero, everywhere) }
    return max(.zero, min(everywhere, Bits.log2(UInt64(members.count), over: UInt64(others))))
  }

  private static func key(_ text: String) -> [UInt8] { Phonemes.coarse(Phonemes.symbols(of: text)) }

  private static func fathersKeys(_ token: NameToken) -> [[UInt8]] {
    token.forms.filter { $0.kind == .patronymicStem }.map { key($0.text) }
  }

  /// The given name may be in a child's patronymic, the patronymic is the father's.
  private func mostOfFather(_ name: IndexedName) -> Bits {
    name.parts.filter { $0.role != .initial }.reduce(NameWeights.initialAgrees) {
      max($0, information(ofName: $1.token))
    }
  }

  private static func members(of roll: Roll) -> [Member] {
    var profiles = [[Profile]](repeating: [], count: roll.persons.count)
    let table = roll.scorer.table
    for profile in table.profiles where profile.name != nil {
      for person in Set(profile.records.map { roll.personNumber(of: $0) }) {
        profiles[person].append(profile)
      }
    }
    return profiles.enumerated().compactMap { person, profiles in
      let fullest = profiles.max {
        fullness(table.names[Int($0.name!)]) < fullness(table.names[Int($1.name!)])
      }
      guard let fullest else { return nil }
      var all = Profile(name: fullest.name, values: FieldValues(), records: [])
      all.values.births = Array(Set(profiles.flatMap(\.values.births))).sorted()
      all.values.places = FieldValues.ordered(Set(profiles.flatMap(\.values.places)))
      all.values.gender =
        fullest.values.gender ?? profiles.lazy.compactMap(\.values.gender).first
      return Member(person: person, id: roll.persons[person].id, profile: all)
    }
  }

  /// Words before initials, and a patronymic before more words.
  private static func fullness(_ name: IndexedName) -> Int {
    let words = name.parts.filter { $0.role != .initial }
    return (words.contains { $0.role == .patronymic } ? 100 : 0) + 2 * words.count
      + (name.parts.count - words.count)
  }

  private static func readName(of member: inout Member, _ table: ProfileTable) {
    let name = table.names[Int(member.profile.name!)]
    let slots = NameSlots(name, table.lexicon)
    for part in name.parts where part.role != .initial {
      let token = table.lexicon.tokens[Int(part.token)].token
      let slot = slots.slot(of: part)
      if slot == .surname || slot == .unknown {
        member.surnames.append(part.token)
        member.stems += token.forms.filter { $0.kind == .surnameStem }.map { key($0.text) }
      }
      if slot == .given || slot == .unknown {
        member.given.append(key(token.text))
      }
      if slot == .patronymic || slots.bearsFathersName {
        member.fathers += fathersKeys(token)
      }
    }
    member.given = Array(Set(member.given)).sorted { $0.lexicographicallyPrecedes($1) }
    member.fathers = Array(Set(member.fathers)).sorted { $0.lexicographicallyPrecedes($1) }
    member.stems = Array(Set(member.stems)).sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Counts surnames by persons, in all spellings.
  private mutating func countSurnames(_ lexicon: Lexicon) {
    for token in bearers.keys {
      let neighbours = lexicon.neighbours(of: token).flatMap { bearers[$0.token] ?? [] }
      informationOfSurname[token] = information(
        lexicon.tokens[Int(token)], bearers: Set(neighbours).count)
    }
  }
}
