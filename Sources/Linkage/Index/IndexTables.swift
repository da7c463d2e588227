internal import NameIndex
internal import NameText

/// The sections of an index that was opened.
final class IndexTables: Sendable {
  /// What all sections stand in.
  private let bytes: IndexBytes
  let figures: IndexFigures
  let lists: [IndexedList]
  /// The rows as they were read (`RowRecord`).
  let rows: FlatRecords
  /// The tokens in their order, as they were parsed (`WordRecord`).
  let words: FlatRecords
  /// The same, worked out (`TokenRecord`), those that are spelled with one coarse key side by side, and which is which: a
  /// token's number is its place here, its rank the one among `words`.
  let tokenHeads: FlatArray<UInt32>
  let forms: FlatForms
  let tokens: FlatRecords
  let rankOfToken: FlatArray<UInt32>
  let tokenOfRank: FlatArray<UInt32>
  /// The hashes of the coarse keys, ascending.
  let keyHashes: FlatArray<UInt64>
  /// For each key the tokens that have it in any shape or reading.
  let tokensOfKey: FlatLists
  /// Where the tokens begin that are spelled with each key, and where their shapes do, in the upper half; up to those of the
  /// next key.
  private let tokensSpelled: FlatArray<UInt64>
  /// `KeyVariants`.
  let variantBuckets: FlatArray<UInt32>
  let variants: FlatArray<UInt64>
  /// The groups of names that stand for each other, ascending, and the tokens of each.
  let groups: FlatArray<UInt32>
  let tokensOfGroup: FlatLists
  /// The distinct names (`NameRecord`), those with initials first.
  let names: FlatNames
  let namesOfToken: FlatLists
  /// The distinct rows (`ProfileRecord`), in the order of their first names; those of name `n` stand from
  /// `profilesOfName[n]` to `profilesOfName[n + 1]`.
  let profiles: FlatRecords
  let profilesOfName: FlatArray<UInt32>
  /// Names that rows have beside their first, ascending, and these rows.
  let otherNames: FlatArray<UInt32>
  let otherProfiles: FlatArray<UInt32>
  /// How often values occur (`CountedValue`).
  let valueHashes: FlatArray<UInt64>
  let valueCounts: FlatArray<UInt32>

  /// The sections of `bytes`, which must have been made with the same `model`.
  init(_ bytes: IndexBytes, _ model: NameModel) throws(IndexError) {
    self.bytes = bytes
    let sections = try IndexFormat.open(bytes, model: model.fingerprint)
    let bytes = bytes.checked
    func section(_ kind: IndexFormat.Kind) throws(IndexError) -> IndexFormat.Section {
      guard let section = sections[kind] else { throw .damaged }
      return section
    }
    func array<Element>(_ kind: IndexFormat.Kind) throws(IndexError) -> FlatArray<Element> {
      try FlatArray(bytes, section(kind))
    }
    func rows(_ starts: IndexFormat.Kind, _ kind: IndexFormat.Kind) throws(IndexError) -> FlatLists
    {
      try FlatLists(array(starts), array(kind))
    }
    func records(_ starts: IndexFormat.Kind, _ kind: IndexFormat.Kind) throws(IndexError)
      -> FlatRecords
    {
      try FlatRecords(bytes, starts: array(starts), section(kind))
    }
    figures = try IndexFigures(array(.figures))
    self.rows = try records(.rowStarts, .rows)
    words = try records(.wordStarts, .words)
    tokenHeads = try array(.tokenHeads)
    tokens = try records(.tokenStarts, .tokens)
    forms = FlatForms(
      starts: try array(.formStarts), try array(.forms), symbols: try array(.formSymbols))
    rankOfToken = try array(.rankOfToken)
    tokenOfRank = try array(.tokenOfRank)
    keyHashes = try array(.keyHashes)
    tokensOfKey = try rows(.tokensOfKeyStarts, .tokensOfKey)
    tokensSpelled = try array(.tokensSpelled)
    variantBuckets = try array(.variantBuckets)
    variants = try array(.variants)
    groups = try array(.groups)
    tokensOfGroup = try rows(.tokensOfGroupStarts, .tokensOfGroup)
    names = FlatNames(try array(.names), long: try array(.longNames))
    namesOfToken = try rows(.namesOfTokenStarts, .namesOfToken)
    profiles = try records(.profileStarts, .profiles)
    profilesOfName = try array(.profilesOfName)
    otherNames = try array(.otherNames)
    otherProfiles = try array(.otherProfiles)
    valueHashes = try array(.valueHashes)
    valueCounts = try array(.valueCounts)

    let heads = try section(.lists)
    var reader = try ByteReader(bytes, heads.offset..<heads.offset + heads.count)
    var lists: [IndexedList] = []
    var rowCount = 0
    for _ in 0..<(try reader.varint()) {
      let list = try reader.list(firstRow: rowCount)
      lists.append(list)
      rowCount = list.rows.upperBound
    }
    self.lists = lists
    guard rowCount == self.rows.count || self.rows.count == 0, rowCount == Int(figures.rowCount),
      rowCount <= Int(Int32.max),
      tokens.count == words.count, tokenHeads.count == words.count, forms.count == words.count,
      tokensSpelled.count == keyHashes.count + 1, rankOfToken.count == words.count,
      tokenOfRank.count == words.count, namesOfToken.count == tokens.count,
      profilesOfName.count == names.count + 1,
      otherNames.count == otherProfiles.count, valueHashes.count == valueCounts.count,
      variantBuckets.count > 1,
      (variantBuckets.count - 1).nonzeroBitCount == 1
    else { throw .damaged }
  }

  // MARK: Values

  /// How often a value occurs.
  func count(_ value: CountedValue) throws(IndexError) -> UInt64 {
    guard let place = try valueHashes.firstIndex(of: value.hash) else { return 0 }
    let count = UInt64(try valueCounts[place])
    guard count <= figures.rowCount * UInt64(IndexedName.mostParts) else { throw .damaged }
    return count
  }

  // MARK: Tokens

  /// The tokens that have the coarse key of a hash in any shape or reading.
  func forEachToken(ofKey hash: UInt64, _ body: (UInt32) throws(IndexError) -> Void)
    throws(IndexError)
  {
    if let key = try keyHashes.firstIndex(of: hash) { try tokensOfKey.forEach(key, body) }
  }

  /// Whether a single word is spelled with the coarse key.
  func isSpelled(_ coarse: [UInt8]) throws(IndexError) -> Bool {
    guard let key = try keyHashes.firstIndex(of: DeletionJoin.hash(of: coarse.span)) else {
      return false
    }
    return try !formsSpelled(with: key).tokens.isEmpty
  }

  /// The tokens that are spelled with a key, and their shapes.
  func formsSpelled(with key: Int) throws(IndexError) -> FlatForms.Run {
    let (first, last) = (try tokensSpelled[key], try tokensSpelled[key + 1])
    let tokens = (Int(first & 0xFFFF_FFFF), Int(last & 0xFFFF_FFFF))
    guard tokens.0 <= tokens.1, first >> 32 <= last >> 32, tokens.1 <= self.tokens.count else {
      throw .damaged
    }
    return FlatForms.Run(tokens: tokens.0..<tokens.1, forms: Int(first >> 32)..<Int(last >> 32))
  }

  /// The keys that are equal to `coarse` once a letter is left out of either, at about the same place, or two where keys are
  /// long; some more than once.
  func forEachKey(near coarse: [UInt8], _ body: (UInt32) throws(IndexError) -> Void)
    throws(IndexError)
  {
    var sought: [(hash: UInt64, without: DeletionJoin.Deletion)] = []
    DeletionJoin.forEachVariant(
      of: coarse.span, in: coarse.indices, twoDeletionsFrom: TokenJoin.twoDeletionsFrom
    ) { sought.append(($0, $1)) }
    let bits = (variantBuckets.count - 1).trailingZeroBitCount
    for (variant, without) in sought {
      let bucket = KeyVariants.bucket(variant, bits: bits)
      let (first, last) = (Int(try variantBuckets[bucket]), Int(try variantBuckets[bucket + 1]))
      guard first <= last else { throw .damaged }
      try variants.forEach(in: first..<last) { entry throws(IndexError) in
        let entry = KeyVariants.Entry(bits: entry)
        if entry.isOf(variant), entry.without.mayBeOneEdit(from: without) { try body(entry.key) }
      }
    }
  }

  /// The tokens of a group of names that stand for each other.
  func forEachToken(ofGroup group: UInt16, _ body: (UInt32) throws(IndexError) -> Void)
    throws(IndexError)
  {
    if let place = try groups.firstIndex(of: UInt32(group)) {
      try tokensOfGroup.forEach(place, body)
    }
  }

  /// Where a token stands among the words of the index, or would.
  func rank(of token: NameToken) throws(IndexError) -> (rank: Int, isThere: Bool) {
    let text = Array(token.text.utf8)
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      // Words come by their text first.
      var reader = try words[middle]
      var isBefore = try reader.stringPrecedes(text)
      if isBefore == nil {
        reader = try words[middle]
        let other = try reader.word()
        if other == token { return (middle, true) }
        isBefore = Lexicon.precedes(other, token)
      }
      if isBefore! { low = middle + 1 } else { high = middle }
    }
    return (low, false)
  }

  // MARK: Rows

  /// The distinct rows whose first name is the one, and those that have it beside another.
  func forEachProfile(ofName name: UInt32, _ body: (UInt32) throws(IndexError) -> Void)
    throws(IndexError)
  {
    let (first, last) = (try profilesOfName[Int(name)], try profilesOfName[Int(name) + 1])
    guard first <= last else { throw .damaged }
    for profile in first..<last { try body(profile) }
    var place = try otherNames.lowerBound(name, in: 0..<otherNames.count)
    while place < otherNames.count {
      guard try otherNames[place] == name else { return }
      try body(otherProfiles[place])
      place += 1
    }
  }

  /// What a distinct row says, as it was parsed; `firstList` is the number of the index's first list now.
  func reading(_ profile: Int, words: [NameToken], firstList: Int) throws(IndexError) -> RowReading
  {
    var reader = try profiles[profile]
    let record = try reader.profile()
    func name(_ name: ProfileRecord.Name) throws(IndexError) -> ReadName {
      let indexed = try names[Int(name.number)]
      var tokens: [NameToken] = []
      for (place, token) in indexed.tokens.enumerated() {
        let rank = Int(try rankOfToken[Int(token)])
        guard rank < words.count else { throw .damaged }
        tokens.append(words[rank])
        tokens[place].isHyphenated = name.hyphens >> UInt64(place) & 1 != 0
      }
      return ReadName(
        tokens: tokens, gender: indexed.gender, generation: indexed.generation)
    }
    var records: [RecordID] = []
    for row in record.rows {
      let (list, place) = try self.list(ofRow: row)
      records.append(RecordID(list: firstList + list, row: place))
    }
    var others: [ReadName] = []
    for other in record.others { others.append(try name(other)) }
    return RowReading(
      records: records,
      name: try record.name.map { number throws(IndexError) in try name(number) } ?? ReadName(),
      others: others, values: record.values)
  }

  /// The list of a row of the index, and the row's number there.
  func list(ofRow row: Int) throws(IndexError) -> (list: Int, row: Int) {
    guard let list = lists.firstIndex(where: { $0.rows.contains(row) }) else { throw .damaged }
    return (list, row - lists[list].rows.lowerBound)
  }
}
