internal import NameIndex
internal import NameSimilarity
internal import NameText

/// A row that is asked for and some names of an index with all rows that have them, as a table of their own, so that they
/// are scored as any two rows are.
///
/// Tokens and names are numbered in the order that they have in the index. What two of them cost is worked out for all.
struct LocalTable {
  let table: ProfileTable
  /// The row that is asked for.
  private(set) var asked: Profile
  /// For each name that was wanted the numbers of the profiles that have it.
  private(set) var profilesOfName: [[UInt32]] = []

  init(
    _ row: AskedRow, _ wanted: [UInt32], _ fields: IndexedFields, _ costs: TokenComparer.Costs,
    _ room: inout SearchRoom
  ) throws(IndexError) {
    let tables = room.tables
    // The rows, and which names these have.
    var records: [ProfileRecord] = []
    var numberOfProfile: [UInt32: UInt32] = [:]
    var names: [UInt32: NameRecord] = [:]
    func add(name: UInt32) throws(IndexError) {
      if names[name] != nil { return }
      names[name] = try tables.names[Int(name)]
    }
    for name in wanted {
      try add(name: name)
      var profiles: [UInt32] = []
      try tables.forEachProfile(ofName: name) { profile throws(IndexError) in
        if let known = numberOfProfile[profile] { return profiles.append(known) }
        let number = UInt32(records.count)
        numberOfProfile[profile] = number
        profiles.append(number)
        var reader = try tables.profiles[Int(profile)]
        let record = try reader.profile()
        guard record.rows.allSatisfy({ $0 < Int(tables.figures.rowCount) }) else { throw .damaged }
        for name in [record.name].compactMap(\.self) + record.others { try add(name: name.number) }
        records.append(record)
      }
      profilesOfName.append(profiles)
    }

    let tokens = try LocalTokens(row, names.values, costs, &room)
    var indexed: [UInt32: IndexedName] = [:]
    for (number, name) in names { indexed[number] = try tokens.name(name) }
    let askedNames = row.names.map { tokens.name($0) }
    let sorted = Set(Array(indexed.values) + askedNames).sorted(by: ProfileTable.precedes)
    var numberOfName: [IndexedName: UInt32] = [:]
    for (number, name) in sorted.enumerated() { numberOfName[name] = UInt32(number) }

    func profile(_ name: UInt32?, _ others: [UInt32], _ values: FieldValues, _ rows: [Int])
      -> Profile
    {
      Profile(
        name: name, others: Set(others).subtracting([name ?? .max]).sorted(), values: values,
        records: rows.map { RecordID(list: 0, row: $0) })
    }
    func number(_ name: ProfileRecord.Name) -> UInt32 { numberOfName[indexed[name.number]!]! }
    let profiles = records.map {
      profile($0.name.map(number), $0.others.map(number), $0.values, $0.rows)
    }
    let numbersAsked = askedNames.map { numberOfName[$0]! }
    asked = profile(
      row.hasName ? numbersAsked.first : nil, Array(numbersAsked.dropFirst(row.hasName ? 1 : 0)),
      row.values, [])
    table = ProfileTable(
      lexicon: tokens.lexicon, model: room.model, names: sorted, profiles: profiles,
      fields: try fields.model(with: profiles.lazy.map(\.values)))
  }
}

/// The tokens of a row that is asked for and of some names of an index, as a lexicon.
private struct LocalTokens {
  let lexicon: Lexicon
  private let numberOfAsked: [UInt32: UInt32]
  private let numberOfIndexed: [UInt32: UInt32]

  /// A token, by its rank in the index, its number there, and its number among those that are asked for.
  private struct Entry {
    var rank: Int
    var token: UInt32?
    var asked: UInt32?
  }

  init(
    _ row: AskedRow, _ names: some Collection<NameRecord>, _ costs: TokenComparer.Costs,
    _ room: inout SearchRoom
  ) throws(IndexError) {
    let tables = room.tables
    let asked = room.asked
    var askedOfToken: [UInt32: UInt32?] = [:]
    for name in names {
      for token in name.tokens { askedOfToken[token] = .some(nil) }
      for joined in name.joined { askedOfToken[joined.token] = .some(nil) }
    }
    var entries: [Entry] = []
    let numbers = Set(row.names.flatMap { $0.words.map(\.token) })
    for number in numbers {
      let token = asked[Int(number)]
      if token.isThere {
        askedOfToken[try tables.tokenOfRank[token.rank]] = .some(number)
      } else {
        entries.append(Entry(rank: token.rank, asked: number))
      }
    }
    for (token, number) in askedOfToken {
      let rank = Int(try tables.rankOfToken[Int(token)])
      entries.append(Entry(rank: rank, token: token, asked: number))
    }
    entries.sort { a, b in
      if a.rank != b.rank { return a.rank < b.rank }
      // What is not in the index comes before what is.
      guard let x = a.token else {
        return b.token != nil
          || Lexicon.precedes(asked[Int(a.asked!)].token, asked[Int(b.asked!)].token)
      }
      return b.token.map { x < $0 } ?? false
    }

    var tokens: [IndexedToken] = []
    var traits: [TokenTraits] = []
    var strings = StringArena()
    var coarse: [UInt32] = []
    var informations: [Bits] = []
    var keys = FlatRows<IndexedForm>()
    var numberOfAsked: [UInt32: UInt32] = [:]
    var numberOfIndexed: [UInt32: UInt32] = [:]
    for (number, entry) in entries.enumerated() {
      let record: TokenRecord
      if let own = entry.asked {
        numberOfAsked[own] = UInt32(number)
        record = asked[Int(own)].record
      } else {
        record = try tables.token(Int(entry.token!))
      }
      if let token = entry.token { numberOfIndexed[token] = UInt32(number) }
      traits.append(record.traits)
      tokens.append(
        IndexedToken(
          token: NameToken(
            text: "", script: .other, role: record.role, gender: record.gender,
            isJoined: record.isJoined),
          symbols: record.symbols, opening: record.opening,
          forms: record.forms.enumerated().map { place, form in
            IndexedForm(
              Shape(
                symbols: [], price: form.price, reading: form.reading, kind: form.kind,
                case: form.case), string: UInt32(strings.count + place))
          }, groups: record.groups, knownName: record.known))
      informations.append(record.information)
      for form in record.forms {
        strings.append(form.symbols)
        coarse.append(form.coarse)
      }
      keys.append(
        record.readings.map {
          IndexedForm(
            Shape(
              symbols: [], price: $0.price, reading: $0.reading, kind: $0.kind, case: $0.case),
            string: $0.key)
        })
    }
    let comparer = TokenComparer(
      tokens, strings: strings, coarse: coarse, keys: keys, costs: costs, isBrief: true)
    var neighbours = FlatRows<Lexicon.Neighbour>()
    let all = Array(0..<UInt32(entries.count))
    for (number, entry) in entries.enumerated() {
      neighbours.append(
        entry.asked == nil ? [] : comparer.neighbours(UInt32(number), all, &room.compared))
    }
    lexicon = Lexicon(
      tokens, traits: traits, informations: informations, strings: strings, comparer: comparer,
      neighbours: neighbours,
      areAll: true, aligner: costs.aligner)
    self.numberOfAsked = numberOfAsked
    self.numberOfIndexed = numberOfIndexed
  }

  /// A name that is asked for.
  func name(_ name: IndexedName) -> IndexedName {
    var local = name
    local.renumber { numberOfAsked[$0]! }
    return local
  }

  /// A name of the index.
  func name(_ name: NameRecord) throws(IndexError) -> IndexedName {
    var local = IndexedName(gender: name.gender, generation: name.generation)
    for (place, token) in name.tokens.enumerated() {
      let number = numberOfIndexed[token]!
      let own = lexicon.tokens[Int(number)]
      local.append(
        IndexedName.Part(
          token: number, role: own.token.role, first: place, last: place,
          information: lexicon.information(of: number)))
    }
    for (place, token) in name.joined {
      let after = (place + 1) % local.partCount
      let number = numberOfIndexed[token]!
      let own = lexicon.tokens[Int(number)]
      local.append(
        IndexedName.Part(
          token: number, role: own.token.role, first: place, last: after,
          information: min(
            lexicon.information(of: number),
            local.words[place].information + local.words[after].information)))
    }
    return local
  }
}
