internal import NameIndex
internal import NameSimilarity
internal import NameText

/// A distinct row: all rows that say the same of name and fields. Work is done once for each, not for each row.
struct Profile: Sendable {
  /// The number of the distinct name, or `nil` where the row names nobody.
  var name: UInt32?
  /// The numbers of the other names that the row gives its person, ascending; hardly any row has some.
  var others: [UInt32] = []
  var values: FieldValues
  /// The rows, ascending.
  var records: [RecordID]
}

extension Profile {
  /// The numbers of all its names, the first one first.
  var names: [UInt32] { name.map { [$0] + others } ?? others }

  /// The same row as if one of its names were the only one.
  func named(_ name: UInt32) -> Profile { Profile(name: name, values: values, records: records) }
}

/// A name as far as it is compared.
private struct ReadName: Sendable {
  var tokens: [NameToken]
  var gender: Gender?

  init(_ name: PersonName) {
    tokens = name.comparedTokens
    gender = name.gender
  }
}

/// The same with its tokens as words of the lexicon that is being built.
private struct NameWords: Hashable {
  var words: [Lexicon.Builder.Word]
  var gender: Gender?

  init(_ name: ReadName, _ builder: inout Lexicon.Builder) {
    words = name.tokens.map { builder.insert($0) }
    gender = name.gender
  }
}

/// All rows of all lists, read, parsed and folded together: distinct names and distinct rows, numbered by what they
/// hold and not by where they stand.
struct ProfileTable: Sendable {
  private(set) var lexicon: Lexicon
  let model: NameModel
  private(set) var names: [IndexedName] = []
  private(set) var profiles: [Profile] = []
  var fields: FieldModel

  /// Reads `lists`; how rare names and values are is counted in the first `countedLists` of them, all where `nil`.
  ///
  /// - Parameter asksOthers: whether only names of the lists that are not counted are asked for.
  init(
    lists: [RecordList], countedLists: Int? = nil, asksOthers: Bool = false, model: NameModel,
    threads: Int
  ) {
    struct Reading: Sendable {
      var record: RecordID
      var name: ReadName
      var others: [ReadName]
      var values: FieldValues
    }
    var readings: [Reading] = []
    for (number, list) in lists.enumerated() {
      readings += parallelMap(count: list.count, part: 512, threads: threads) { rows in
        rows.map { row in
          let names = list.rowNames(row: row)
          return Reading(
            record: RecordID(list: number, row: row), name: ReadName(names.main),
            others: names.others.map { ReadName($0) },
            values: list.fieldValues(row: row, names: names))
        }
      }.joined()
    }

    // Distinct rows, each counted once, so that a list sent twice does not make its names common.
    struct Key: Hashable {
      var name: NameWords
      var others: [NameWords]
      var values: FieldValues
    }
    var builder = Lexicon.Builder()
    var numbers: [Key: Int] = [:]
    var distinct: [(key: Key, records: [RecordID])] = []
    for reading in readings {
      let key = Key(
        name: NameWords(reading.name, &builder),
        others: reading.others.map { NameWords($0, &builder) }, values: reading.values)
      if let number = numbers[key] {
        distinct[number].records.append(reading.record)
      } else {
        numbers[key] = distinct.count
        distinct.append((key, [reading.record]))
      }
    }

    var drafts: [[IndexedName]] = []
    let counted = Int32(countedLists ?? lists.count)
    var countedValues: [FieldValues] = []
    var namesakes: [Sketch: UInt32] = [:]
    let coarse = builder.coarseNumbers(model)
    let beginnings = Sketch.beginnings(of: builder.tokens, model)
    let sketches = distinct.map { key, records -> Sketch? in
      guard records.contains(where: { $0.list < counted }) else { return nil }
      let sketch = Sketch(key.name.words, builder.tokens, beginnings, key.values)
      let most = Sketch.namesakes(records.filter { $0.list < counted }, key.values)
      namesakes[sketch] = max(namesakes[sketch] ?? 0, most)
      return sketch
    }
    let joinable = JoinableWords(builder.tokens, model)
    var counting = SketchCounting(namesakes: namesakes)
    for ((key, _), sketch) in zip(distinct, sketches) {
      if sketch != nil { countedValues.append(key.values) }
      let counts = counting.counts(of: key.name.words.map { coarse[Int($0.token)] }, sketch)
      // Who has several names makes none of them common but the first.
      drafts.append(
        [Self.draft(key.name, counts: counts, joinable, &builder)]
          + key.others.map { Self.draft($0, counts: nil, joinable, &builder) })
    }
    var asked: [Bool]?
    if asksOthers {
      var isAsked = [Bool](repeating: false, count: builder.tokens.count)
      for (draft, row) in zip(drafts, distinct) where row.records.contains(where: { $0.list >= counted }) {
        for name in draft { name.forEachToken { isAsked[Int($0)] = true } }
      }
      asked = isAsked
    }
    let (lexicon, renumbered) = builder.finish(model, asked: asked, threads: threads)
    self.lexicon = lexicon
    self.model = model
    fields = FieldModel(countedValues)

    let indexed = drafts.map { $0.map { Self.finished($0, renumbered, lexicon) } }
    names = Set(indexed.joined().filter { !$0.parts.isEmpty }).sorted(by: Self.precedes)
    var nameNumbers: [IndexedName: UInt32] = [:]
    for (number, name) in names.enumerated() { nameNumbers[name] = UInt32(number) }
    profiles = zip(indexed, distinct).map { indexed, row in
      let name = nameNumbers[indexed[0]]
      let others = Set(indexed.dropFirst().compactMap { nameNumbers[$0] }).subtracting([
        name ?? .max
      ])
      return Profile(
        name: name, others: others.sorted(), values: row.key.values, records: row.records)
    }
    profiles.sort(by: Self.precedes)
  }

  /// The name with its tokens as the builder numbers them; `counts` are how often each is counted, not at all without.
  private static func draft(
    _ name: NameWords, counts: [UInt32]?, _ joinable: JoinableWords,
    _ builder: inout Lexicon.Builder
  ) -> IndexedName {
    var draft = IndexedName(parts: [], joined: [], gender: name.gender)
    let words = name.words
    for (place, word) in words.enumerated() {
      if let counts { builder.count(word.token, counts[place]) }
      let token = builder.tokens[Int(word.token)]
      draft.parts.append(
        IndexedName.Part(token: word.token, role: token.role, first: place, last: place))
      if place > 0, words.count <= IndexedName.mostPartsOfPerson,
        let both = joinable.joined(builder.tokens[Int(words[place - 1].token)], token)
      {
        draft.joined.append(
          IndexedName.Part(
            token: builder.insert(both).token, role: both.role, first: place - 1, last: place))
      }
    }
    return draft
  }

  /// The name with the final numbers of its tokens and what each part can be worth.
  private static func finished(
    _ draft: IndexedName, _ renumbered: [UInt32], _ lexicon: Lexicon
  ) -> IndexedName {
    var name = draft
    for i in draft.parts.indices {
      name.parts[i].token = renumbered[Int(draft.parts[i].token)]
      name.parts[i].information = lexicon.tokens[Int(name.parts[i].token)].information
    }
    for i in draft.joined.indices {
      let token = renumbered[Int(draft.joined[i].token)]
      name.joined[i].token = token
      name.joined[i].information = min(
        lexicon.tokens[Int(token)].information,
        name.parts[draft.joined[i].first].information
          + name.parts[draft.joined[i].last].information)
    }
    return name
  }

  /// Counts anew how common names are, each once a person and not once a row: `persons` are the profiles of each.
  mutating func recount(_ persons: [[Int]]) {
    var occurrences = [UInt64](repeating: 0, count: lexicon.coarseKeyCount)
    var seen = Set<UInt32>()
    for person in persons {
      seen.removeAll(keepingCapacity: true)
      for profile in Set(person) {
        for name in profiles[profile].names {
          for part in names[Int(name)].parts { seen.insert(lexicon.tokens[Int(part.token)].coarse) }
        }
      }
      for key in seen { occurrences[Int(key)] += 1 }
    }
    lexicon.recount(occurrences, model)
    for name in names.indices {
      for i in names[name].parts.indices {
        names[name].parts[i].information =
          lexicon.tokens[Int(names[name].parts[i].token)].information
      }
      for i in names[name].joined.indices {
        let joined = names[name].joined[i]
        names[name].joined[i].information = min(
          lexicon.tokens[Int(joined.token)].information,
          names[name].parts[joined.first].information + names[name].parts[joined.last].information)
      }
    }
  }

  private static func precedes(_ a: IndexedName, _ b: IndexedName) -> Bool {
    for (x, y) in zip(a.parts, b.parts) {
      if x.token != y.token { return x.token < y.token }
      if x.role != y.role { return x.role.rawValue < y.role.rawValue }
    }
    if a.parts.count != b.parts.count { return a.parts.count < b.parts.count }
    return (a.gender?.rawValue ?? 9) < (b.gender?.rawValue ?? 9)
  }

  private static func precedes(_ a: Profile, _ b: Profile) -> Bool {
    if a.name != b.name { return a.name ?? .max < b.name ?? .max }
    if a.others != b.others { return a.others.lexicographicallyPrecedes(b.others) }
    return a.values.precedes(b.values)
  }
}

/// A row as far as spellings do not matter: rows of one sketch are most likely one person's, who must not make a name
/// common by being written in many ways.
///
/// Given name and surname alone, by the beginnings of their consonants: some lists give the patronymic and some do not,
/// and vowels are what spellings differ in most. Two people of one sketch count for one until the lists have been looked
/// at once and persons are counted.
private struct Sketch: Hashable {
  /// The numbers of the names' beginnings, ascending.
  let name: [UInt32]
  let births: [BirthDate]

  /// - Parameter beginnings: the number of each token's beginning.
  init(
    _ words: [Lexicon.Builder.Word], _ tokens: [NameToken], _ beginnings: [UInt32],
    _ values: FieldValues
  ) {
    let given = words.first { tokens[Int($0.token)].role == .given }
    let surname = words.last { tokens[Int($0.token)].role == .surname }
    let shown = given != nil && surname != nil ? [given, surname].compactMap(\.self) : words
    name = shown.map { beginnings[Int($0.token)] }.sorted()
    births = values.births
  }

  /// For each token the number that all names have which begin alike.
  static func beginnings(of tokens: [NameToken], _ model: NameModel) -> [UInt32] {
    var numbers: [[UInt8]: UInt32] = [:]
    return tokens.map { token in
      let beginning = beginning(model.coarseKey(of: token, spelled: model.symbols(of: token)))
      let number = numbers[beginning] ?? UInt32(numbers.count)
      numbers[beginning] = number
      return number
    }
  }

  private static func beginning(_ key: [UInt8]) -> [UInt8] {
    let consonants = key.filter { $0 != UInt8(ascii: "A") }
    return Array((consonants.isEmpty ? key : consonants).prefix(4))
  }

  /// How many people equal rows are at the least: one list does not write the same row for one person many times, where
  /// it gives no date to know him by. A list that is sent again says nothing new.
  static func namesakes(_ records: [RecordID], _ values: FieldValues) -> UInt32 {
    if values.births.contains(where: \.isInformative) || !values.identifiers.isEmpty { return 1 }
    var most: UInt32 = 0
    var count: UInt32 = 0
    var list: Int32 = -1
    // The rows of a list stand together.
    for record in records {
      count = record.list == list ? count + 1 : 1
      list = record.list
      most = max(most, count)
    }
    return most
  }
}

/// Counts each name of a sketch once, whichever of its rows comes first.
private struct SketchCounting {
  /// How many people each sketch stands for at the least.
  let namesakes: [Sketch: UInt32]
  private var seen: Set<Name> = []

  private struct Name: Hashable {
    var sketch: Sketch
    var coarse: UInt32
  }

  init(namesakes: [Sketch: UInt32]) { self.namesakes = namesakes }

  /// How many people more bear each name, of which the coarse keys' numbers are given; nobody more where the row is not
  /// counted.
  mutating func counts(of coarse: [UInt32], _ sketch: Sketch?) -> [UInt32] {
    coarse.map { key in
      guard let sketch else { return 0 }
      return seen.insert(Name(sketch: sketch, coarse: key)).inserted ? namesakes[sketch]! : 0
    }
  }
}

extension ProfileTable {
  /// For each token the names that hold it, on its own or joined with its neighbour, of those `isWanted`.
  func namesOfToken(_ isWanted: (Int) -> Bool = { _ in true }) -> Postings {
    Postings(keyCount: lexicon.tokens.count) { yield in
      for (number, name) in names.enumerated() where isWanted(number) {
        name.forEachToken { yield($0, UInt32(number)) }
      }
    }
  }
}

extension FieldValues {
  fileprivate func precedes(_ other: FieldValues) -> Bool {
    if births != other.births { return births.lexicographicallyPrecedes(other.births) }
    if places != other.places {
      return places.lexicographicallyPrecedes(other.places) {
        $0.lexicographicallyPrecedes($1) { $0.lexicographicallyPrecedes($1) }
      }
    }
    if texts != other.texts { return texts.lexicographicallyPrecedes(other.texts) }
    if gender != other.gender { return (gender?.rawValue ?? 9) < (other.gender?.rawValue ?? 9) }
    return identifiers.lexicographicallyPrecedes(other.identifiers)
  }
}
