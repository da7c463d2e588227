internal import NameIndex
internal import NameSimilarity
internal import NameText

/// A name as far as it is compared.
struct ReadName: Sendable {
  var tokens: [NameToken] = []
  var gender: Gender?
  var generation: Generation?

  /// A name of known tokens.
  init(tokens: [NameToken] = [], gender: Gender? = nil, generation: Generation? = nil) {
    self.tokens = tokens
    self.gender = gender
    self.generation = generation
  }

  /// - Parameter said: what the row says of the person's gender, which counts before what the name tells: a surname that
  ///   looks like a woman's may be a man's in another case.
  init(_ name: PersonName, gender said: Gender?) {
    tokens = name.comparedTokens
    gender = said ?? name.gender
    generation = name.generation
  }
}

/// The same with its tokens as words of the lexicon that is being built.
struct NameWords: Hashable {
  var words: [Lexicon.Builder.Word]
  var gender: Gender?
  var generation: Generation?

  init(_ name: ReadName, _ builder: inout Lexicon.Builder) {
    words = name.tokens.map { builder.insert($0) }
    gender = name.gender
    generation = name.generation
  }
}

/// What a row says, parsed.
struct RowReading: Sendable {
  /// The rows that say it, ascending.
  var records: [RecordID]
  var name: ReadName
  var others: [ReadName]
  var values: FieldValues
}

extension RowReading {
  /// What the rows of `list`, which has the given number, say.
  static func readings(of list: RecordList, number: Int, threads: Int) -> some Sequence<RowReading>
  {
    parallelMap(count: list.count, part: 512, threads: threads) { rows in
      rows.map { row in
        let names = list.rowNames(row: row)
        let values = list.fieldValues(row: row, names: names)
        return RowReading(
          records: [RecordID(list: number, row: row)],
          name: ReadName(names.main, gender: values.gender),
          others: names.others.map { ReadName($0, gender: values.gender) }, values: values)
      }
    }.joined()
  }
}

/// Distinct rows while a table of them is being made: their names as words of a lexicon that is not finished.
struct DraftTable: ~Copyable {
  /// What distinct rows differ in.
  struct Key: Hashable {
    var name: NameWords
    var others: [NameWords]
    var values: FieldValues
  }

  private var builder = Lexicon.Builder()
  private var numbers: [Key: Int] = [:]
  /// The distinct rows, each counted once, so that a list sent twice does not make its names common.
  private(set) var rows: [(key: Key, records: [RecordID])] = []
  /// The names of each row, the first one first, as the builder numbers their tokens; made by `count`.
  private(set) var names = FlatRows<IndexedName>()
  private(set) var countedValues: [FieldValues] = []

  /// Adds what a row says; of equal rows the records come ascending.
  mutating func insert(_ reading: RowReading) {
    let key = Key(
      name: NameWords(reading.name, &builder),
      others: reading.others.map { NameWords($0, &builder) }, values: reading.values)
    if let number = numbers[key] {
      rows[number].records += reading.records
    } else {
      numbers[key] = rows.count
      rows.append((key, reading.records))
    }
  }

  /// Counts in the lists before the number `counted` how common names are, and joins neighbouring words.
  mutating func count(inLists counted: Int, _ model: NameModel, threads: Int) {
    numbers = [:]
    let counted = Int32(counted)
    builder.spell(model, threads: threads)
    let coarse = builder.spellings.keyOfToken
    let beginnings = Sketch.beginnings(of: builder.spellings)
    var counting = SketchCounting()
    // The sketch of each row, if the row is counted.
    let sketches = rows.map { key, records in
      let records = records.filter { $0.list < counted }
      return records.isEmpty
        ? nil
        : counting.number(
          of: Sketch(key.name.words, builder.tokens, beginnings, key.values),
          namesakes: Sketch.namesakes(records, key.values))
    }
    let joinable = JoinableWords(builder.tokens, builder.spellings)
    for ((key, _), sketch) in zip(rows, sketches) {
      if sketch != nil { countedValues.append(key.values) }
      let counts = key.name.words.map { word in
        sketch.map { counting.count(of: coarse[Int(word.token)], $0) } ?? 0
      }
      // Who has several names makes none of them common but the first.
      names.append(
        [Self.draft(key.name, counts: counts, joinable, &builder)]
          + key.others.map { Self.draft($0, counts: nil, joinable, &builder) })
    }
  }

  /// The builder with all tokens in it; the draft is of no further use.
  consuming func takeBuilder() -> Lexicon.Builder { builder }

  /// The name with its tokens as the builder numbers them; `counts` are how often each is counted, not at all without.
  private static func draft(
    _ name: NameWords, counts: [UInt32]?, _ joinable: JoinableWords,
    _ builder: inout Lexicon.Builder
  ) -> IndexedName {
    var draft = IndexedName(gender: name.gender, generation: name.generation)
    let words = name.words
    guard let first = words.first, let last = words.last else { return draft }
    let roles = (
      first: builder.tokens[Int(first.token)].role, last: builder.tokens[Int(last.token)].role
    )
    var joined: [IndexedName.Part] = []
    for (place, word) in words.enumerated() {
      if let counts { builder.count(word.token, counts[place]) }
      let token = builder.tokens[Int(word.token)]
      draft.append(
        IndexedName.Part(token: word.token, role: token.role, first: place, last: place))
      if words.count <= IndexedName.mostPartsOfPerson,
        let before = IndexedName.place(
          before: place, of: words.count, first: roles.first, last: roles.last),
        let both = joinable.joined(builder.tokens[Int(words[before].token)], token)
      {
        joined.append(
          IndexedName.Part(
            token: builder.insert(both).token, role: both.role, first: before, last: place))
      }
    }
    for word in joined { draft.append(word) }
    return draft
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
  static func beginnings(of spellings: TokenSpellings) -> [UInt32] {
    var numbers = StringNumbers()
    let ofKey = (0..<UInt32(spellings.keys.count)).map {
      numbers.number(of: beginning(spellings.keys[$0]))
    }
    return spellings.keyOfToken.map { ofKey[Int($0)] }
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
  private var numbers: [Sketch: UInt32] = [:]
  /// How many people each sketch stands for at the least.
  private var namesakes: [UInt32] = []
  /// The number of a sketch and that of a coarse key behind it.
  private var seen: Set<UInt64> = []

  /// The number of a sketch, of which rows are so many people at the least.
  mutating func number(of sketch: Sketch, namesakes count: UInt32) -> UInt32 {
    let number = numbers[sketch] ?? UInt32(namesakes.count)
    if number == namesakes.count {
      numbers[sketch] = number
      namesakes.append(0)
    }
    namesakes[Int(number)] = max(namesakes[Int(number)], count)
    return number
  }

  /// How many people more bear a name, by its coarse key: all of the sketch, and none when it is asked for again.
  mutating func count(of coarse: UInt32, _ sketch: UInt32) -> UInt32 {
    seen.insert(UInt64(sketch) << 32 | UInt64(coarse)).inserted ? namesakes[Int(sketch)] : 0
  }
}
