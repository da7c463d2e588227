internal import NameIndex
internal import NameSimilarity
internal import NameText

/// Makes the bytes of an index from lists, and from indexes of before, whose rows are not read and parsed again.
struct IndexBuilder: ~Copyable {
  private let model: NameModel
  private let threads: Int
  private let exactUpTo: Int
  private var draft = DraftTable()
  private var lists: [IndexedList] = []
  private var rows = RecordWriter()
  private var rowCount = 0

  /// - Parameter exactUpTo: so many strings of sounds are all compared with what is asked.
  init(_ model: NameModel, threads: Int, exactUpTo: Int = TokenJoin.exactUpTo) {
    self.model = model
    self.threads = threads
    self.exactUpTo = exactUpTo
  }

  /// Adds the rows of a list, and their cells unless nobody is going to ask for them.
  mutating func add(_ list: RecordList, keepsCells: Bool = true) throws(IndexError) {
    begin(
      IndexedList(
        name: list.name, columns: list.columns, dateOfAges: list.dateOfAges, rows: 0..<list.count))
    for row in 0..<list.count where keepsCells {
      rows.append(row: row, of: list)
      try rows.endRecord()
    }
    for reading in RowReading.readings(of: list, number: lists.count - 1, threads: threads) {
      draft.insert(reading)
    }
  }

  /// Adds the rows of an index, as they were read and parsed for it.
  mutating func add(_ tables: IndexTables) throws(IndexError) {
    let first = lists.count
    for list in tables.lists { begin(list) }
    for row in 0..<tables.rows.count {
      try rows.append(recordOf: tables.rows[row])
    }
    var words: [NameToken] = []
    words.reserveCapacity(tables.words.count)
    for word in 0..<tables.words.count {
      var reader = try tables.words[word]
      words.append(try reader.word())
    }
    for profile in 0..<tables.profiles.count {
      draft.insert(try tables.reading(profile, words: words, firstList: first))
    }
  }

  private mutating func begin(_ list: IndexedList) {
    var list = list
    list.rows = rowCount..<rowCount + list.rows.count
    rowCount = list.rows.upperBound
    lists.append(list)
  }

  /// The index of all that was added.
  consuming func finish() throws(IndexError) -> [UInt8] {
    var writer = IndexFormat.Writer()
    var heads = RecordWriter()
    heads.varint(lists.count)
    for list in lists { heads.append(list) }
    writer.add(.lists, heads.bytes)
    writer.add(.rowStarts, .rows, rows)
    rows = RecordWriter()

    draft.count(inLists: lists.count, model, threads: threads)
    let (drafts, distinct) = (draft.names, draft.rows)
    let fields = FieldModel(draft.countedValues)
    let (tokens, counts, renumbered) = draft.takeBuilder().sorted()
    let vocabulary = try IndexedVocabulary(
      tokens, counts: counts, model, exactUpTo: exactUpTo, threads: threads)
    try vocabulary.write(to: &writer)

    let numbered = renumbered.map { vocabulary.tokenOfRank[Int($0)] }
    let indexed = drafts.mapElements { draft in
      var name = draft
      name.renumber { numbered[Int($0)] }
      name.value { vocabulary.information[Int($0)] }
      return name
    }
    let (names, numbers, withInitials) = Self.numbered(indexed)
    Self.write(names, tokenCount: tokens.count, to: &writer)
    try Self.write(
      distinct, indexed, numbers, nameCount: names.count, firstRows: lists.map(\.rows.lowerBound),
      to: &writer)

    var values = vocabulary.occurrences.map { (CountedValue.name(coarse: $0).hash, $1) }
    fields.forEachCount { values.append(($0.hash, $1)) }
    values.sort { $0 < $1 }
    writer.add(.valueHashes, values.map(\.0))
    writer.add(.valueCounts, values.map { UInt32(clamping: $0.1) })
    let figures = IndexFigures(
      rowCount: UInt64(rowCount), isExact: vocabulary.isExact ? 1 : 0,
      joinsAll: vocabulary.singleCount <= JoinableWords.allUpTo ? 1 : 0,
      occurrenceCount: vocabulary.occurrences.reduce(0) { $0 + $1.value },
      namesWithInitials: UInt64(withInitials), datedCount: fields.datedCount,
      placeCount: fields.placeCount, textCount: fields.textCount,
      identifiedCount: fields.identifiedCount)
    writer.add(.figures, figures.numbers)
    return writer.finish(model: model.fingerprint)
  }

  /// The distinct names, those with initials first, so that they are the first of all that hold a token; the number of
  /// each, and how many have initials.
  private static func numbered(_ indexed: FlatRows<IndexedName>) -> (
    names: [IndexedName], numbers: [IndexedName: UInt32], withInitials: Int
  ) {
    let all = Set(indexed.elements.filter { !$0.words.isEmpty }).sorted(by: ProfileTable.precedes)
    let first = all.filter(\.hasInitial)
    let names = first + all.filter { !$0.hasInitial }
    var numbers: [IndexedName: UInt32] = [:]
    numbers.reserveCapacity(names.count)
    for (number, name) in names.enumerated() { numbers[name] = UInt32(number) }
    return (names, numbers, first.count)
  }

  private static func write(
    _ names: [IndexedName], tokenCount: Int, to writer: inout IndexFormat.Writer
  ) {
    writer.add(names)
    writer.add(
      .namesOfTokenStarts, .namesOfToken,
      CompressedRows.of(keyCount: tokenCount) { yield in
        for (number, name) in names.enumerated() {
          name.forEachToken { yield($0, UInt32(number)) }
        }
      })
  }

  private static func write(
    _ distinct: [(key: DraftTable.Key, records: [RecordID])], _ indexed: FlatRows<IndexedName>,
    _ numbers: [IndexedName: UInt32], nameCount: Int, firstRows: [Int],
    to writer: inout IndexFormat.Writer
  ) throws(IndexError) {
    func name(_ words: NameWords, _ name: IndexedName) -> ProfileRecord.Name? {
      numbers[name].map { ProfileRecord.Name(number: $0, hyphens: words.hyphens) }
    }
    // In the order of their first names, so that the rows of a name stand together.
    let order = distinct.indices.map { place in
      (numbers[indexed[UInt32(place)].first!] ?? .max, place)
    }.sorted { $0 < $1 }
    var records = RecordWriter()
    var profilesOfName: [UInt32] = []
    var others: [(name: UInt32, profile: UInt32)] = []
    for (number, (first, place)) in order.enumerated() {
      while profilesOfName.count <= Int(min(first, UInt32(nameCount))) {
        profilesOfName.append(UInt32(number))
      }
      let (row, names) = (distinct[place], indexed[UInt32(place)])
      let profile = ProfileRecord(
        name: name(row.key.name, names.first!),
        others: zip(row.key.others, names.dropFirst()).compactMap { name($0, $1) },
        values: row.key.values,
        rows: row.records.map { firstRows[Int($0.list)] + Int($0.row) })
      records.append(profile)
      try records.endRecord()
      for other in Set(profile.others.map(\.number)).subtracting([first]) {
        others.append((other, UInt32(number)))
      }
    }
    while profilesOfName.count <= nameCount { profilesOfName.append(UInt32(order.count)) }
    others.sort { $0 < $1 }
    writer.add(.profileStarts, .profiles, records)
    writer.add(.profilesOfName, profilesOfName)
    writer.add(.otherNames, others.map(\.name))
    writer.add(.otherProfiles, others.map(\.profile))
  }
}

extension NameWords {
  /// The words that a hyphen joins to the one before, a bit each.
  fileprivate var hyphens: UInt64 {
    words.enumerated().reduce(0) { $1.element.isHyphenated ? $0 | 1 << UInt64($1.offset) : $0 }
  }
}

extension RecordWriter {
  /// Adds the rest of a record of another index as a record.
  fileprivate mutating func append(recordOf reader: ByteReader) throws(IndexError) {
    var reader = reader
    var bytes: [UInt8] = []
    try reader.read(reader.rest, into: &bytes)
    append(bytes)
    try endRecord()
  }
}
