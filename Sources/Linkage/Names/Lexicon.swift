internal import NameIndex
internal import NameSimilarity
internal import NameText

/// The distinct tokens of all names at hand, each with its neighbours: the tokens that could be another spelling of it.
///
/// They are numbered by how they sound, so that what is said of a token and of those like it, and of the names they stand
/// in, lies together in memory; the order of rows is nothing to it.
struct Lexicon: Sendable {
  private(set) var tokens: [IndexedToken] = []
  private(set) var traits: [TokenTraits] = []
  /// The information of each token, apart from the rest, which takes a line of the cache for each.
  private var informations: [Bits] = []
  /// The neighbours of token `t`, ascending, are `neighbours[starts[t]..<starts[t + 1]]`.
  private var starts: [Int] = [0]
  private var neighbours: [Neighbour] = []
  /// Whether no token has other neighbours than those.
  let hasAllNeighbours: Bool
  let aligner: Aligner
  /// The distinct strings of phoneme symbols, in lexicographic order.
  private let strings: StringArena
  /// The coarse keys of names by number: all spellings of a name share one.
  private let coarseKeys: [[UInt8]]
  /// What any two tokens cost.
  let comparer: TokenComparer

  /// A distinct string of phoneme symbols.
  func string(_ number: UInt32) -> [UInt8] { strings[number] }

  /// A token that could be another spelling, and what that costs; in eight bytes, since in large lists each token has some
  /// thirty of them and more.
  struct Neighbour: Sendable, Hashable {
    var token: UInt32
    /// The cost, and the rest in its last two bits.
    private let way: UInt32

    init(token: UInt32, cost: Int32, isEquivalent: Bool, isInflected: Bool) {
      self.token = token
      way = UInt32(cost) << 2 | (isEquivalent ? 2 : 0) | (isInflected ? 1 : 0)
    }

    /// What it takes from the evidence, in 1/1024 bits; not negative.
    var cost: Int32 { Int32(way >> 2) }
    /// Alike through a table of equivalents rather than by their letters.
    var isEquivalent: Bool { way & 2 != 0 }
    /// Alike only if one of the two, which may be a nominative, is in an oblique case.
    var isInflected: Bool { way & 1 != 0 }
  }

  /// The most that an alignment may cost before two tokens count as different names: more for longer names.
  static func limit(symbolCount: Int) -> Int32 {
    min(Bits(16).raw, Bits(6).raw + Int32(symbolCount) * Bits(2).raw)
  }

  /// The most that an alignment may cost before two names are wholly unlike.
  static func distantLimit(symbolCount: Int) -> Int32 {
    min(Bits(19).raw, Bits(8).raw + Int32(symbolCount) * Bits(2).raw)
  }

  /// What a name costs in place of the one that its group is called by: about `−log2` of how often the bearer of the one
  /// is meant by the other.
  static func price(_ relation: NameEquivalents.Relation) -> Bits {
    switch relation {
    case .full: .zero
    // One name in two spellings or two languages; documents of one person have both.
    case .doublet, .translated: Bits(1.5)
    // Саша is Александр, Александра or another name that calls itself so.
    case .short: Bits(2)
    // One name by origin: people are registered under one of them.
    case .equivalent: Bits(5)
    }
  }

  /// Two common given names are two names, however near their letters are; a slip from one to the other is rarer than
  /// one to no name at all. Of 9, 12 and 16 bits the second: with fewer more brothers are joined, with more the forms of one
  /// name that no table knows to be one are lost.
  static let knownToDiffer = Bits(12)
  /// Up to this they are one name, whatever a table says: Жамиля and Жамила.
  static let oneName = Bits(4)

  /// A lexicon of a few tokens out of an index, in their order there, whose neighbours are known: those of token `t` stand
  /// in row `t`.
  init(
    _ tokens: [IndexedToken], traits: [TokenTraits], strings: StringArena, comparer: TokenComparer,
    neighbours: FlatRows<Neighbour>, areAll: Bool, aligner: Aligner
  ) {
    self.tokens = tokens
    self.traits = traits
    informations = tokens.map(\.information)
    self.strings = strings
    self.comparer = comparer
    self.aligner = aligner
    starts = (0..<UInt32(tokens.count)).map { neighbours.range($0).lowerBound }
    starts.append(neighbours.elements.count)
    self.neighbours = neighbours.elements
    hasAllNeighbours = areAll
    coarseKeys = []
  }

  /// The neighbours of a token, itself among them unless it is an initial: all of them in a small lexicon, else those
  /// that `TokenJoin` looks for.
  func neighbours(of token: UInt32) -> ArraySlice<Neighbour> {
    neighbours[starts[Int(token)]..<starts[Int(token) + 1]]
  }

  /// `−log2` of how likely a random other person has a token like it, in any spelling.
  func information(of token: UInt32) -> Bits { informations[Int(token)] }

  /// Whether the neighbours of a part's token are known; an initial has none.
  func hasNeighbours(_ part: IndexedName.Part) -> Bool {
    part.role == .initial || !neighbours(of: part.token).isEmpty
  }

  /// What it costs to take two tokens for one name; `nil` where they are different names.
  /// - Complexity: O(log neighbours) where it is one of them or these are all, else that of `TokenComparer`.
  func cost(_ a: UInt32, _ b: UInt32) -> Neighbour? {
    neighbour(a, b) ?? (hasAllNeighbours ? nil : compared(a, b))
  }

  /// What is known of two tokens that are neighbours; `nil` where they are not, whatever else they may be, or neither was
  /// asked for.
  /// - Complexity: O(log neighbours).
  func neighbour(_ a: UInt32, _ b: UInt32) -> Neighbour? {
    if starts[Int(a)] == starts[Int(a) + 1], a != b {
      guard var found = knownNeighbour(b, a) else { return nil }
      found.token = b
      return found
    }
    return knownNeighbour(a, b)
  }

  private func knownNeighbour(_ a: UInt32, _ b: UInt32) -> Neighbour? {
    var low = starts[Int(a)]
    var high = starts[Int(a) + 1]
    while low < high {
      let middle = (low + high) / 2
      if neighbours[middle].token < b { low = middle + 1 } else { high = middle }
    }
    return low < starts[Int(a) + 1] && neighbours[low].token == b ? neighbours[low] : nil
  }

  /// The same as `cost`, without a look at what is known.
  func compared(_ a: UInt32, _ b: UInt32) -> Neighbour? { comparer.neighbour(a, b) }

  /// What it costs to take two different names for one after all; `nil` where they are wholly unlike.
  ///
  /// Asked only of parts that contradict each other in names that agree otherwise.
  func distantCost(_ a: UInt32, _ b: UInt32) -> Bits? { comparer.distantCost(a, b) }

  // MARK: Bounds

  /// Whether two tokens that are no neighbours may be alike all the same, as the prices of their symbols say.
  func mayBeAlike(_ a: UInt32, _ b: UInt32) -> Bool {
    comparer.shapes.mayBeAlike(a, b)
  }

  /// The least that `distantCost` can be; `nil` where they are wholly unlike.
  func leastDistantCost(_ a: UInt32, _ b: UInt32) -> Bits? {
    comparer.shapes.leastDistantCost(a, b)
  }
}

extension Lexicon {
  var coarseKeyCount: Int { coarseKeys.count }

  /// Counts anew how common names are, `occurrences` by the number of the coarse key.
  mutating func recount(_ occurrences: [UInt64], _ model: NameModel) {
    let total = occurrences.reduce(0, +)
    for token in tokens.indices {
      let key = Int(tokens[token].coarse)
      tokens[token].information = model.information(
        of: tokens[token].token, symbols: tokens[token].symbols, coarse: coarseKeys[key],
        occurrences: occurrences[key], total: total)
    }
    informations = tokens.map(\.information)
  }
}

extension Lexicon {
  /// Collects tokens; `finish` sorts, counts and joins them.
  struct Builder: ~Copyable {
    private var numbers: [NameToken: UInt32] = [:]
    /// The distinct tokens by their provisional numbers; `finish` says what becomes of those.
    private(set) var tokens: [NameToken] = []
    /// How many people of the lists are taken to bear the token.
    private var counts: [UInt32] = []

    /// A token as it stands in a name.
    struct Word: Hashable {
      /// The provisional number.
      var token: UInt32
      var isHyphenated: Bool
    }

    /// The word that a token is; it is counted by `count` only.
    mutating func insert(_ token: NameToken) -> Word {
      var key = token
      key.isHyphenated = false
      let number = numbers[key] ?? UInt32(tokens.count)
      if number == tokens.count {
        numbers[key] = number
        tokens.append(key)
        counts.append(0)
      }
      return Word(token: number, isHyphenated: token.isHyphenated)
    }

    /// Takes so many more people to bear a token.
    mutating func count(_ token: UInt32, _ people: UInt32) { counts[Int(token)] += people }

    /// For each token so far a number that all spellings of its name share.
    func coarseNumbers(_ model: NameModel) -> [UInt32] {
      var numbers: [[UInt8]: UInt32] = [:]
      return tokens.map { token in
        let key = model.coarseKey(of: token, spelled: model.symbols(of: token))
        let number = numbers[key] ?? UInt32(numbers.count)
        numbers[key] = number
        return number
      }
    }

    /// The lexicon, and for each provisional number the final one.
    consuming func finish(_ resources: NameModel, threads: Int) -> (Lexicon, [UInt32]) {
      let (sorted, counts, renumbered) = self.sorted()
      let spelled = sorted.map { resources.symbols(of: $0) }
      let coarse = zip(sorted, spelled).map { resources.coarseKey(of: $0, spelled: $1) }
      let order = sorted.indices.sorted { a, b in
        coarse[a] != coarse[b] ? coarse[a].lexicographicallyPrecedes(coarse[b]) : a < b
      }
      var places = [UInt32](repeating: 0, count: order.count)
      for (place, number) in order.enumerated() { places[number] = UInt32(place) }
      let lexicon = Lexicon(
        order.map { sorted[$0] }, spelled: order.map { spelled[$0] },
        coarse: order.map { coarse[$0] }, counts: order.map { counts[$0] }, resources,
        threads: threads)
      return (lexicon, renumbered.map { places[Int($0)] })
    }

    /// The tokens by their text, how many people bear each, and for each provisional number the final one.
    consuming func sorted() -> (tokens: [NameToken], counts: [UInt32], renumbered: [UInt32]) {
      let order = tokens.indices.sorted { Lexicon.precedes(tokens[$0], tokens[$1]) }
      var renumbered = [UInt32](repeating: 0, count: order.count)
      for (new, old) in order.enumerated() { renumbered[old] = UInt32(new) }
      return (order.map { tokens[$0] }, order.map { counts[$0] }, renumbered)
    }
  }

  /// The order of tokens: by text, then by what else tells them apart.
  static func precedes(_ a: NameToken, _ b: NameToken) -> Bool {
    if a.text != b.text { return a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }
    if a.role != b.role { return a.role.rawValue < b.role.rawValue }
    if a.gender != b.gender { return (a.gender?.rawValue ?? 9) < (b.gender?.rawValue ?? 9) }
    if a.isJoined != b.isJoined { return b.isJoined }
    if a.script != b.script { return a.script.rawValue < b.script.rawValue }
    func key(_ t: NameToken) -> [String] {
      t.forms.map { "\($0.kind.rawValue)\($0.case.rawValue)\($0.text)" }
    }
    return key(a).lexicographicallyPrecedes(key(b))
  }

  private init(
    _ sorted: [NameToken], spelled: [[UInt8]], coarse: [[UInt8]], counts: [UInt32],
    _ model: NameModel, threads: Int
  ) {
    let shapes: [[Shape]] = parallelMap(count: sorted.count, part: 1024, threads: threads) {
      range in
      range.map { Shape.shapes(of: sorted[$0], model) }
    }.joinedParts()
    let keys: [[Shape]] = parallelMap(count: sorted.count, part: 1024, threads: threads) {
      range in
      range.map { Shape.readings(of: sorted[$0], model) }
    }.joinedParts()

    var strings = shapes.flatMap { $0.map(\.symbols) }
    strings.sort { $0.lexicographicallyPrecedes($1) }
    strings = strings.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    var numbers: [[UInt8]: UInt32] = [:]
    for (number, string) in strings.enumerated() { numbers[string] = UInt32(number) }

    // How often each name occurs, over all its spellings.
    var occurrences: [[UInt8]: UInt64] = [:]
    var total: UInt64 = 0
    for (key, count) in zip(coarse, counts) {
      occurrences[key, default: 0] += UInt64(count)
      total += UInt64(count)
    }
    var coarseNumbers: [[UInt8]: UInt32] = [:]
    var coarseKeys: [[UInt8]] = []
    for key in coarse where coarseNumbers[key] == nil {
      coarseNumbers[key] = UInt32(coarseKeys.count)
      coarseKeys.append(key)
    }
    self.coarseKeys = coarseKeys
    let (numberOfString, known, all, numberOfKey) = (numbers, occurrences, total, coarseNumbers)
    // Where nothing is cut down nobody asks what a name may begin with.
    let hasInitials = sorted.contains { $0.role == .initial }
    tokens = parallelMap(count: sorted.count, part: 1024, threads: threads) { range in
      range.map { number in
        let token = sorted[number]
        // An initial has no keys.
        let readings =
          token.role == .initial
          ? Phonemes.readings(of: token.text)
          : keys[number].filter { $0.kind == nil }.map(\.symbols)
        let groups = model.groups(of: token)
        return IndexedToken(
          token: token, symbols: spelled[number],
          sounds: hasInitials
            ? model.openingSounds(
              of: token, spelled: spelled[number], readings: readings, groups: groups) : 0,
          forms: shapes[number].map {
            IndexedForm($0, string: numberOfString[$0.symbols]!)
          },
          information: model.information(
            of: token, symbols: spelled[number], coarse: coarse[number],
            occurrences: known[coarse[number]] ?? 0, total: all),
          coarse: numberOfKey[coarse[number]]!,
          groups: groups, knownName: model.knownName(token))
      }
    }.joinedParts()
    traits = tokens.map(\.traits)
    informations = tokens.map(\.information)
    aligner = model.aligner
    self.strings = StringArena(strings)
    let vocabulary = CoarseVocabulary(strings, keys: keys)
    comparer = TokenComparer(
      tokens, strings: self.strings, coarse: vocabulary.ofString, keys: vocabulary.readings,
      costs: TokenComparer.Costs(aligner))
    let join = TokenJoin(
      tokens, strings: strings, vocabulary: vocabulary, comparer: comparer)
    hasAllNeighbours = join.isExact
    (starts, neighbours) = join.neighbours(threads: threads)
  }
}

extension Lexicon {
  /// Whether two initials, or an initial and a name, may begin with the same letter: Д and D, Ж and J, Y and Елена.
  func areAlikeInitials(_ a: TokenTraits, _ b: TokenTraits) -> Bool {
    a.isAlikeInitial(b, aligner)
  }
}
