internal import NameIndex
internal import NameSimilarity
internal import NameText

/// Finds for every token the tokens that could be another spelling of it.
///
/// What two tokens cost is for `TokenComparer` to say; here the pairs are found that are worth asking about. In a small
/// lexicon all pairs that count as one name are: those whose shapes align within the limit, by `BlockAligner`. In a
/// large one tokens meet by coarse keys that differ by little (`DeletionJoin`): what lies further apart is not looked
/// for, and brings no names together, though it counts in names that have met otherwise.
struct TokenJoin {
  private let tokens: [IndexedToken]
  private let strings: StringArena
  private let vocabulary: CoarseVocabulary
  private let comparer: TokenComparer

  init(
    _ tokens: [IndexedToken], strings: StringArena, vocabulary: CoarseVocabulary,
    comparer: TokenComparer
  ) {
    self.tokens = tokens
    self.strings = strings
    self.vocabulary = vocabulary
    self.comparer = comparer
  }

  /// Up to so many distinct strings no neighbour is left out.
  static let exactUpTo = 16_000

  /// Whether `neighbours` gives all neighbours that there are.
  var isExact: Bool { strings.count <= Self.exactUpTo }

  /// The neighbours of all tokens in compressed sparse rows, each token's ascending.
  func neighbours(threads: Int) -> (starts: [Int], neighbours: [Lexicon.Neighbour]) {
    let later = isExact ? [aligned(threads: threads)] : alike(threads: threads)
    func forEach(_ body: (_ token: Int, Lexicon.Neighbour) -> Void) {
      var token = 0
      for part in later {
        for row in 0..<UInt32(part.count) {
          for neighbour in part[row] { body(token, neighbour) }
          token += 1
        }
      }
    }
    var starts = [Int](repeating: 0, count: tokens.count + 1)
    forEach { token, neighbour in
      starts[token + 1] += 1
      if Int(neighbour.token) != token { starts[Int(neighbour.token) + 1] += 1 }
    }
    for token in tokens.indices { starts[token + 1] += starts[token] }
    var ends = starts
    var neighbours = [Lexicon.Neighbour](
      repeating: Lexicon.Neighbour(token: 0, cost: 0, isEquivalent: false, isInflected: false),
      count: starts[tokens.count])
    // Rows come ascending, so each token hears of those before it first.
    forEach { token, neighbour in
      neighbours[ends[token]] = neighbour
      ends[token] += 1
      if Int(neighbour.token) == token { return }
      var back = neighbour
      back.token = UInt32(token)
      neighbours[ends[Int(neighbour.token)]] = back
      ends[Int(neighbour.token)] += 1
    }
    return (starts, neighbours)
  }

  // MARK: All neighbours

  /// The tokens that can be read as a string: plainly, or only as a guess.
  private struct Bearers {
    var plain: [UInt32] = []
    var guessed: [UInt32] = []
  }

  /// For each token all its neighbours from itself on.
  private func aligned(threads: Int) -> FlatRows<Lexicon.Neighbour> {
    var bearers = [Bearers](repeating: Bearers(), count: strings.count)
    for (number, token) in tokens.enumerated() where !token.isJoined {
      for form in token.forms {
        if form.isGuess {
          bearers[Int(form.string)].guessed.append(UInt32(number))
        } else {
          bearers[Int(form.string)].plain.append(UInt32(number))
        }
      }
    }
    // Those that are asked for, the shorter first, since a block takes as long as its longest string.
    let places = bearers.indices.filter { !bearers[$0].plain.isEmpty }
      .sorted { (length(of: $0), $0) < (length(of: $1), $1) }
    let blocks = TokenBlocks(places.map { strings[UInt32($0)] })
    let all = bearers
    var pairs = parallelMap(
      count: strings.count, part: 64, threads: threads, room: { BlockAligner(comparer.blocks) }
    ) { range, aligner -> [UInt64] in
      var pairs: [UInt64] = []
      for here in range {
        let own = all[here]
        guard let most = (own.plain + own.guessed).map(limit).max() else { continue }
        let symbols = strings.range(of: UInt32(here))
        aligner.prepare(strings.bytes.span.extracting(symbols))
        for match in aligner.matches(in: blocks, limit: Bits(raw: most)) {
          let there = places[match.token]
          for b in all[there].plain {
            for a in own.guessed { pairs.append(Self.pair(a, b)) }
            if there < here { continue }
            for a in own.plain { pairs.append(Self.pair(a, b)) }
          }
        }
      }
      return pairs
    }.joinedParts()
    pairs += meetings(
      of: tokens.indices.map { number in
        let readings = vocabulary.readings[UInt32(number)].map {
          vocabulary.ofReading[Int($0.string)]
        }
        return readings + tokens[number].forms.map { vocabulary.ofString[Int($0.string)] }
      })
    pairs += meetings(of: tokens.map { $0.groups.map { UInt32($0.group) } })
    pairs.sort()
    var rows = FlatRows<Lexicon.Neighbour>()
    var place = 0
    for token in tokens.indices {
      var row: [Lexicon.Neighbour] = []
      var last: UInt64?
      while place < pairs.count, pairs[place] >> 32 == UInt64(token) {
        if pairs[place] != last {
          last = pairs[place]
          if let found = comparer.neighbour(UInt32(token), UInt32(truncatingIfNeeded: last!)) {
            row.append(found)
          }
        }
        place += 1
      }
      rows.append(row)
    }
    return rows
  }

  private func length(of string: Int) -> Int { strings.range(of: UInt32(string)).count }

  private func limit(_ token: UInt32) -> Int32 {
    Lexicon.limit(symbolCount: tokens[Int(token)].symbols.count)
  }

  private static func pair(_ a: UInt32, _ b: UInt32) -> UInt64 {
    UInt64(min(a, b)) << 32 | UInt64(max(a, b))
  }

  /// The pairs of tokens that have a key in common.
  private func meetings(of keys: [[UInt32]]) -> [UInt64] {
    var bearers: [UInt32: [UInt32]] = [:]
    for (token, keys) in keys.enumerated() {
      for key in Set(keys) { bearers[key, default: []].append(UInt32(token)) }
    }
    return bearers.values.flatMap { sharers in
      sharers.indices.flatMap { place in
        sharers[(place + 1)...].map { Self.pair(sharers[place], $0) }
      }
    }
  }

  // MARK: Those that are worth looking for

  /// What names may cost that are looked for: names that lie further apart have met by their other parts, as far as they
  /// reach the threshold. With four bits the lists of `gen.py` lost one to five thousandths of their pairs, with six .0002
  /// at the most; without a limit 300,000 rows had 21 million neighbours in place of 8.
  static let reach = Bits(6)
  /// Keys of so many letters meet where two of them differ.
  static let twoDeletionsFrom = 10

  /// For each token, a part after the other, its neighbours from itself on that share a coarse key with it, of any of its
  /// shapes and readings, or whose key as it is spelled differs by little from its own.
  private func alike(threads: Int) -> [FlatRows<Lexicon.Neighbour>] {
    var keysOfToken = FlatRows<UInt32>()
    for (number, token) in tokens.enumerated() {
      let strings = token.forms.map { vocabulary.ofString[Int($0.string)] }
      let readings = vocabulary.readings[UInt32(number)].map {
        vocabulary.ofReading[Int($0.string)]
      }
      keysOfToken.append(Set(strings + readings).sorted())
    }
    let keyed = keysOfToken
    let tokensOfKey = Postings(keyCount: vocabulary.keys.count) { yield in
      for token in 0..<UInt32(tokens.count) {
        for key in keyed[token] { yield(key, token) }
      }
    }
    let spelledKeys = tokens.map { token in
      token.isJoined ? nil : token.forms.first.map { vocabulary.ofString[Int($0.string)] }
    }
    let tokensSpelled = Postings(keyCount: vocabulary.keys.count) { yield in
      for (token, key) in spelledKeys.enumerated() {
        if let key { yield(key, UInt32(token)) }
      }
    }
    let tokensOfGroup = Postings(keyCount: Int(UInt16.max) + 1) { yield in
      for (number, token) in tokens.enumerated() {
        for membership in token.groups { yield(UInt32(membership.group), UInt32(number)) }
      }
    }
    let join = DeletionJoin(vocabulary.keys, twoDeletionsFrom: Self.twoDeletionsFrom)
    return parallelMap(
      count: tokens.count, part: 512, threads: threads,
      room: {
        Room(
          candidates: Candidates(tokens: tokens.count, keys: vocabulary.keys.count),
          block: comparer.block())
      }
    ) { range, room in
      var found = FlatRows<Lexicon.Neighbour>()
      for token in UInt32(range.lowerBound)..<UInt32(range.upperBound) {
        room.candidates.begin(token)
        for key in keyed[token] { room.candidates.add(tokensOfKey[key]) }
        if let key = spelledKeys[Int(token)] {
          join.forEachNeighbour(of: key) {
            if room.candidates.isNew(key: $0) { room.candidates.add(tokensSpelled[$0]) }
          }
        }
        for membership in tokens[Int(token)].groups {
          room.candidates.add(tokensOfGroup[UInt32(membership.group)])
        }
        found.append(
          comparer.neighbours(
            token, room.candidates.found.sorted(), within: Self.reach, &room.block))
      }
      return found
    }
  }

  /// What one thread works with.
  private struct Room: ~Copyable {
    var candidates: Candidates
    var block: TokenComparer.Block
  }

  /// The tokens that one token is to be compared with, each once; room that serves one token after another.
  private struct Candidates {
    private(set) var found: [UInt32] = []
    private var token: UInt32 = 0
    /// The token that each token and each key was last met from, one more than its number.
    private var tokenMetFrom: [UInt32]
    private var keyMetFrom: [UInt32]

    init(tokens: Int, keys: Int) {
      tokenMetFrom = [UInt32](repeating: 0, count: tokens)
      keyMetFrom = [UInt32](repeating: 0, count: keys)
    }

    mutating func begin(_ token: UInt32) {
      self.token = token
      found.removeAll(keepingCapacity: true)
    }

    mutating func isNew(key: UInt32) -> Bool {
      if keyMetFrom[Int(key)] == token + 1 { return false }
      keyMetFrom[Int(key)] = token + 1
      return true
    }

    /// Adds those of the tokens that stand from the one on.
    mutating func add(_ tokens: ArraySlice<UInt32>) {
      for other in tokens where other >= token && tokenMetFrom[Int(other)] != token + 1 {
        tokenMetFrom[Int(other)] = token + 1
        found.append(other)
      }
    }
  }
}
