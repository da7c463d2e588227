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

/// All rows of all lists, read, parsed and folded together: distinct names and distinct rows, numbered by what they
/// hold and not by where they stand.
struct ProfileTable: Sendable {
  private(set) var lexicon: Lexicon
  let model: NameModel
  private(set) var names: [IndexedName] = []
  private(set) var profiles: [Profile] = []
  var fields: FieldModel

  /// Reads `lists`; how rare names and values are is counted in the first `countedLists` of them, all where `nil`.
  init(lists: [RecordList], countedLists: Int? = nil, model: NameModel, threads: Int) {
    var draft = DraftTable()
    for (number, list) in lists.enumerated() {
      for reading in RowReading.readings(of: list, number: number, threads: threads) {
        draft.insert(reading)
      }
    }
    draft.count(inLists: countedLists ?? lists.count, model, threads: threads)
    let (drafts, rows) = (draft.names, draft.rows)
    fields = FieldModel(draft.countedValues)
    let (lexicon, renumbered) = Lexicon.finished(
      draft.takeBuilder(), model, threads: threads)
    self.lexicon = lexicon
    self.model = model

    let indexed = drafts.mapElements { Self.finished($0, renumbered, lexicon) }
    names = Self.numbered(Set(indexed.elements.filter { !$0.words.isEmpty }))
    var nameNumbers: [IndexedName: UInt32] = [:]
    for (number, name) in names.enumerated() { nameNumbers[name] = UInt32(number) }
    let unordered = rows.enumerated().map { number, row in
      let names = indexed[UInt32(number)]
      let name = names.first.flatMap { nameNumbers[$0] }
      let others = Set(names.dropFirst().compactMap { nameNumbers[$0] }).subtracting([
        name ?? .max
      ])
      return Profile(
        name: name, others: others.sorted(), values: row.key.values, records: row.records)
    }
    // Numbers are moved more quickly than profiles.
    let order = unordered.indices.sorted { Self.precedes(unordered[$0], unordered[$1]) }
    profiles = order.map { unordered[$0] }
  }

  /// A table of a few names and rows out of an index, numbered in their order there.
  init(
    lexicon: Lexicon, model: NameModel, names: [IndexedName], profiles: [Profile],
    fields: FieldModel
  ) {
    self.lexicon = lexicon
    self.model = model
    self.names = names
    self.profiles = profiles
    self.fields = fields
  }

  /// The name with the final numbers of its tokens and what each part can be worth.
  private static func finished(
    _ draft: IndexedName, _ renumbered: [UInt32], _ lexicon: Lexicon
  ) -> IndexedName {
    var name = draft
    name.renumber { renumbered[Int($0)] }
    name.value { lexicon.information(of: $0) }
    return name
  }

  /// Counts anew how common names are, each once a person and not once a row: `persons` are the profiles of each.
  mutating func recount(_ persons: [[UInt32]]) {
    var occurrences = [UInt64](repeating: 0, count: lexicon.coarseKeyCount)
    // The person, one more than its number, that each key was last counted for.
    var counted = [UInt32](repeating: 0, count: occurrences.count)
    for (number, person) in persons.enumerated() {
      for profile in person {
        for name in profiles[Int(profile)].names {
          for part in names[Int(name)].parts {
            let key = Int(lexicon.coarseKey(of: part.token))
            if counted[key] == UInt32(number) + 1 { continue }
            counted[key] = UInt32(number) + 1
            occurrences[key] += 1
          }
        }
      }
    }
    lexicon.recount(occurrences)
    for name in names.indices { names[name].value { lexicon.information(of: $0) } }
  }

  /// The names by their rarest words: those which are compared lie together in memory.
  private static func numbered(_ names: Set<IndexedName>) -> [IndexedName] {
    let keyed = names.map { name in
      let rarest = name.parts.max { a, b in
        a.information != b.information ? a.information < b.information : a.token > b.token
      }
      return (token: rarest?.token ?? 0, name: name)
    }
    return keyed.sorted { a, b in
      a.token != b.token ? a.token < b.token : precedes(a.name, b.name)
    }.map(\.name)
  }

  static func precedes(_ a: IndexedName, _ b: IndexedName) -> Bool {
    for (x, y) in zip(a.parts, b.parts) {
      if x.token != y.token { return x.token < y.token }
      if x.role != y.role { return x.role.rawValue < y.role.rawValue }
    }
    if a.partCount != b.partCount { return a.partCount < b.partCount }
    if a.gender != b.gender { return (a.gender?.rawValue ?? 9) < (b.gender?.rawValue ?? 9) }
    return (a.generation?.rawValue ?? 9) < (b.generation?.rawValue ?? 9)
  }

  static func precedes(_ a: Profile, _ b: Profile) -> Bool {
    if a.name != b.name { return a.name ?? .max < b.name ?? .max }
    if a.others != b.others { return a.others.lexicographicallyPrecedes(b.others) }
    return a.values.precedes(b.values)
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
