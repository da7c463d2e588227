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
            part.keyed.append(keyed)
          }
        } catch { return .failure(error) }
        return .success(part)
      }
      for result in parts {
        let part = try result.get()
        try words.append(part.words)
        try tokens.append(part.tokens)
        for keyed in part.keyed {
          let rank = UInt32(information.count)
          information.append(keyed.record.information)
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
    orderByKeys()
  }

  /// Numbers tokens by how they are spelled: those of one key, which are looked at together, then stand side by side.
  private mutating func orderByKeys() {
    rankOfToken = (0..<UInt32(spelled.count)).sorted {
      (spelled[Int($0)], $0) < (spelled[Int($1)], $1)
    }
    tokenOfRank = rankOfToken
    for (token, rank) in rankOfToken.enumerated() { tokenOfRank[Int(rank)] = UInt32(token) }
    information = rankOfToken.map { information[Int($0)] }
    tokens = tokens.reordered(rankOfToken)
  }

  /// Writes the sections of the tokens and of the keys.
  func write(to writer: inout IndexFormat.Writer) {
    writer.add(.wordStarts, .words, words)
    writer.add(.tokenStarts, .tokens, tokens)
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
    writer.add(
      .tokensSpelledStarts, .tokensSpelled,
      CompressedRows.of(keyCount: hashes.count) { yield in
        for (token, rank) in rankOfToken.enumerated() where spelled[Int(rank)] != 0 {
          yield(numbers[spelled[Int(rank)]]!, UInt32(token))
        }
      })
    let variants = isExact ? KeyVariants() : KeyVariants(spelledKeys, numbers: numbers)
    writer.add(.variantBuckets, variants.buckets)
    writer.add(.variantHashes, variants.hashes)
    writer.add(.variantKeys, variants.keys)

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
}

/// Coarse keys with letters left out, so that a key finds those that are equal to it once a letter is left out of either
/// (`DeletionJoin`).
///
/// Known by a hash of which the first bits are the bucket and the last 32 stand in it.
struct KeyVariants {
  private(set) var buckets: [UInt32] = [0, 0]
  private(set) var hashes: [UInt32] = []
  private(set) var keys: [UInt32] = []

  /// No variants.
  init() {}

  /// The variants of keys that are known by their hashes, and by `numbers`.
  init(_ spelled: [UInt64: [UInt8]], numbers: [UInt64: UInt32]) {
    var count = 0
    Self.forEach(spelled) { _, _ in count += 1 }
    let bits = Self.bits(variants: count)
    var starts = [UInt32](repeating: 0, count: 1 << bits + 1)
    Self.forEach(spelled) { variant, _ in starts[Self.bucket(variant, bits: bits) + 1] += 1 }
    for bucket in 0..<1 << bits { starts[bucket + 1] += starts[bucket] }
    buckets = starts
    var entries = [UInt64](repeating: 0, count: count)
    Self.forEach(spelled) { variant, hash in
      let bucket = Self.bucket(variant, bits: bits)
      entries[Int(starts[bucket])] = variant << 32 | UInt64(numbers[hash]!)
      starts[bucket] += 1
    }
    // The order within a bucket is not that in which a dictionary gives its keys.
    for bucket in 0..<1 << bits {
      entries[Int(buckets[bucket])..<Int(buckets[bucket + 1])].sort()
    }
    hashes = entries.map { UInt32($0 >> 32) }
    keys = entries.map { UInt32(truncatingIfNeeded: $0) }
  }

  private static func forEach(_ spelled: [UInt64: [UInt8]], _ body: (UInt64, UInt64) -> Void) {
    for (hash, key) in spelled {
      DeletionJoin.forEachVariant(
        of: key.span, in: key.indices, twoDeletionsFrom: TokenJoin.twoDeletionsFrom
      ) { body($0, hash) }
    }
  }

  /// About four variants to a bucket.
  private static func bits(variants: Int) -> Int {
    max(1, Int.bitWidth - (variants / 4).leadingZeroBitCount)
  }

  static func bucket(_ variant: UInt64, bits: Int) -> Int { Int(variant >> UInt64(64 - bits)) }
}
