internal import NameIndex
internal import NameSimilarity
internal import NameText

/// The tokens of an index that is being made, worked out, and the keys by which they are found.
struct IndexedVocabulary {
  /// How rare each token is, by its number.
  private(set) var information: [Bits] = []
  /// The number of each token, by its place in the order of tokens.
  private(set) var tokenOfRank: [UInt32] = []
  /// How many people bear each name, by coarse key.
  private(set) var occurrences: [[UInt8]: UInt64] = [:]
  /// Whether there are so few strings that all are compared.
  private(set) var isExact = false
  /// How many words there are that are not two written as one.
  private(set) var singleCount = 0

  private var words = RecordWriter()
  private var tokens = RecordWriter()
  private var heads: [UInt32] = []
  private var forms = FlatFormsWriter()
  private var rankOfToken: [UInt32] = []
  /// By rank the hashes of the coarse keys of each token.
  private var keysOfToken = FlatRows<UInt64>()
  /// That of its spelling, or 0.
  private var spelled: [UInt64] = []
  private var spelledKeys: [UInt64: [UInt8]] = [:]
  private var groups: [(group: UInt32, rank: UInt32)] = []

  /// What a part of the tokens comes to.
  private struct Part: Sendable {
    var words = RecordWriter()
    var tokens = RecordWriter()
    var forms = FlatFormsWriter()
    var keyed: [KeyedToken] = []
  }

  /// Works out `sorted`, of which `counts` people each are counted.
  init(
    _ sorted: [NameToken], counts: [UInt32], _ model: NameModel, exactUpTo: Int, threads: Int
  ) throws(IndexError) {
    singleCount = sorted.count { !$0.isJoined }
    let coarse = parallelMap(count: sorted.count, part: 1024, threads: threads) { range in
      range.map { model.coarseKey(of: sorted[$0], spelled: model.symbols(of: sorted[$0])) }
    }.flatMap(\.self)
    for (key, count) in zip(coarse, counts) where count > 0 {
      occurrences[key, default: 0] += UInt64(count)
    }
    let total = occurrences.reduce(0) { $0 + $1.value }
    // So many tokens have more strings than are compared with all.
    let mayBeExact = sorted.count <= 4 * exactUpTo
    var strings = Set<[UInt8]>()
    // A share at a time, so that not all of it is in memory twice.
    let share = 1 << 16
    for first in stride(from: 0, to: sorted.count, by: share) {
      let range = first..<min(sorted.count, first + share)
      let known = occurrences
      let parts = parallelMap(count: range.count, part: 512, threads: threads) {
        [first] places -> Result<Part, IndexError> in
        var part = Part()
        do throws(IndexError) {
          for place in places {
            let token = sorted[first + place]
            let keyed = try KeyedToken(token, model) { (known[$0] ?? 0, total) }
            part.words.append(token)
            try part.words.endRecord()
            part.tokens.append(keyed.record)
            try part.tokens.endRecord()
            try part.forms.append(keyed.record)
            part.keyed.append(keyed)
          }
        } catch { return .failure(error) }
        return .success(part)
      }
      for result in parts {
        let part = try result.get()
        try words.append(part.words)
        try tokens.append(part.tokens)
        try forms.append(part.forms)
        for keyed in part.keyed {
          let rank = UInt32(information.count)
          information.append(keyed.record.information)
          heads.append(TokenHead(keyed.record).bits)
          keysOfToken.append(keyed.keys.map { DeletionJoin.hash(of: $0.span) })
          for membership in keyed.record.groups {
            groups.append((UInt32(membership.group), rank))
          }
          if mayBeExact { for form in keyed.record.forms { strings.insert(form.symbols) } }
          guard let key = keyed.spelled else {
            spelled.append(0)
            continue
          }
          spelled.append(DeletionJoin.hash(of: key.span))
          spelledKeys[spelled[Int(rank)]] = key
        }
      }
    }
    isExact = mayBeExact && strings.count <= exactUpTo
    try orderByKeys()
  }

  /// Numbers tokens by how they are spelled: those of one key, which are looked at together, then stand side by side.
  private mutating func orderByKeys() throws(IndexError) {
    rankOfToken = (0..<UInt32(spelled.count)).sorted {
      (spelled[Int($0)], $0) < (spelled[Int($1)], $1)
    }
    tokenOfRank = rankOfToken
    for (token, rank) in rankOfToken.enumerated() { tokenOfRank[Int(rank)] = UInt32(token) }
    information = rankOfToken.map { information[Int($0)] }
    heads = rankOfToken.map { heads[Int($0)] }
    tokens = tokens.reordered(rankOfToken)
    forms = try forms.reordered(rankOfToken)
  }

  /// Writes the sections of the tokens and of the keys.
  func write(to writer: inout IndexFormat.Writer) throws(IndexError) {
    writer.add(.wordStarts, .words, words)
    writer.add(.tokenHeads, heads)
    writer.add(.tokenStarts, .tokens, tokens)
    writer.add(.formStarts, forms.starts)
    writer.add(.forms, try forms.numbers())
    writer.add(.formSymbols, forms.symbols)
    writer.add(.rankOfToken, rankOfToken)
    writer.add(.tokenOfRank, tokenOfRank)

    var hashes = keysOfToken.elements
    hashes.sort()
    hashes = hashes.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    writer.add(.keyHashes, hashes)
    var numbers: [UInt64: UInt32] = [:]
    numbers.reserveCapacity(hashes.count)
    for (number, hash) in hashes.enumerated() { numbers[hash] = UInt32(number) }
    writer.add(
      .tokensOfKeyStarts, .tokensOfKey,
      CompressedRows.of(keyCount: hashes.count) { yield in
        for (token, rank) in rankOfToken.enumerated() {
          for hash in keysOfToken[rank] { yield(numbers[hash]!, UInt32(token)) }
        }
      })
    writer.add(.tokensSpelled, tokensSpelled(hashes))
    let variants = isExact ? KeyVariants() : try KeyVariants(spelledKeys, numbers: numbers)
    writer.add(.variantBuckets, variants.buckets)
    writer.add(.variants, variants.entries)

    let sortedGroups = groups.map { (group: $0, token: tokenOfRank[Int($1)]) }.sorted { $0 < $1 }
    let groupNumbers = sortedGroups.map(\.group).reduce(into: [UInt32]()) {
      if $0.last != $1 { $0.append($1) }
    }
    writer.add(.groups, groupNumbers)
    var place: UInt32 = 0
    writer.add(
      .tokensOfGroupStarts, .tokensOfGroup,
      CompressedRows.of(keyCount: groupNumbers.count) { yield in
        place = 0
        for (group, token) in sortedGroups {
          if groupNumbers[Int(place)] != group { place += 1 }
          yield(place, token)
        }
      })
  }

  /// Where the tokens begin that are spelled with each of the keys, which come in their order, and their shapes.
  private func tokensSpelled(_ hashes: [UInt64]) -> [UInt64] {
    let start = { (token: Int) in UInt64(token) | UInt64(forms.starts[token]) << 32 }
    var starts: [UInt64] = []
    starts.reserveCapacity(hashes.count + 1)
    var token = 0
    for hash in hashes {
      // Those that are spelled with no key come first.
      while token < rankOfToken.count, spelled[Int(rankOfToken[token])] < hash { token += 1 }
      starts.append(start(token))
    }
    return starts + [start(rankOfToken.count)]
  }
}
