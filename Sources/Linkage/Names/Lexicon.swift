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
  /// `−log2` of how likely a random other person has a token like each, in any spelling.
  private var informations: [Bits] = []
  /// What is known of how rare they are before the lists; none in a lexicon out of an index, which is not counted anew.
  private let rarities: [NameModel.Rarity]
  /// The number of the coarse key of each token, which all spellings of a name share; none out of an index.
  private let coarse: [UInt32]
  /// The number of coarse keys.
  let coarseKeyCount: Int
  /// The neighbours of token `t`, ascending, are `neighbours[starts[t]..<starts[t + 1]]`.
  private var starts: [Int] = [0]
  private var neighbours: [Neighbour] = []
  /// Whether no token has other neighbours than those.
  let hasAllNeighbours: Bool
  let aligner: Aligner
  /// The distinct strings of phoneme symbols, in lexicographic order.
  private let strings: StringArena
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
    _ tokens: [IndexedToken], traits: [TokenTraits], informations: [Bits], strings: StringArena,
    comparer: TokenComparer, neighbours: FlatRows<Neighbour>, areAll: Bool, aligner: Aligner
  ) {
    self.tokens = tokens
    self.traits = traits
    self.informations = informations
    rarities = []
    coarse = []
    coarseKeyCount = 0
    self.strings = strings
    self.comparer = comparer
    self.aligner = aligner
    starts = (0..<UInt32(tokens.count)).map { neighbours.range($0).lowerBound }
    starts.append(neighbours.elements.count)
    self.neighbours = neighbours.elements
    hasAllNeighbours = areAll
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

  /// Whether two tokens that are no neighbours may be alike all the same, at first sight.
  /// - Complexity: O(symbols).
  func mayMeet(_ a: UInt32, _ b: UInt32) -> Bool { comparer.shapes.mayMeet(a, b) }

  /// The same of two that may meet, as the prices of all their symbols say.
  func mayBeAlike(_ a: UInt32, _ b: UInt32) -> Bool {
    comparer.shapes.mayBeAlike(a, b)
  }

  /// The least that `distantCost` can be; `nil` where they are wholly unlike.
  func leastDistantCost(_ a: UInt32, _ b: UInt32) -> Bits? {
    comparer.shapes.leastDistantCost(a, b)
  }
}

extension Lexicon {
  /// The number of the coarse key under which a token is counted.
  func coarseKey(of token: UInt32) -> UInt32 { coarse[Int(token)] }

  /// Says how common names are: `occurrences` are by the number of the coarse key.
  mutating func recount(_ occurrences: [UInt64]) {
    let total = occurrences.reduce(0, +)
    informations = zip(rarities, coarse).map { rarity, key in
      rarity.information(occurrences: occurrences[Int(key)], total: total)
    }
  }
}

extension Lexicon {
  /// A lexicon of all the tokens that were collected, and for each provisional number the final one.
  ///
  /// They are numbered by coarse key, so that what is joined and compared lies together.
  static func finished(
    _ builder: consuming Builder, _ model: NameModel, threads: Int
  ) -> (Lexicon, [UInt32]) {
    builder.spell(model, threads: threads)
    let (order, keys) = builder.byKey()
    return (
      Lexicon(builder, order, keys, model, threads: threads), Builder.places(in: order)
    )
  }

  /// - Parameters:
  ///   - order: the provisional numbers of the tokens in their final order.
  ///   - keys: the number of each one's coarse key in the order of the keys, ascending.
  private init(
    _ builder: borrowing Builder, _ order: [UInt32], _ keys: [UInt32], _ model: NameModel,
    threads: Int
  ) {
    let sorted = order.map { builder.tokens[Int($0)] }
    let spellings = builder.spellings
    let read: [TokenReadings] = parallelMap(count: sorted.count, part: 1024, threads: threads) {
      range in
      range.map { TokenReadings(sorted[$0], spelled: spellings.symbols(of: order[$0]), model) }
    }.joinedParts()
    let strings = SortedStrings(read)

    var occurrences = [UInt64](repeating: 0, count: spellings.keys.count)
    for (token, key) in zip(order, keys) {
      occurrences[Int(key)] += UInt64(builder.count(of: token))
    }
    // Where nothing is cut down nobody asks what a name may begin with.
    let hasInitials = sorted.contains { $0.role == .initial }
    tokens = parallelMap(count: sorted.count, part: 1024, threads: threads) { range in
      range.map { number in
        let token = sorted[number]
        let symbols = spellings.symbols(of: order[number])
        let groups = model.groups(of: token)
        return IndexedToken(
          token: token, symbols: symbols,
          opening: hasInitials
            ? model.opening(
              of: token, spelled: symbols, readings: read[number].readingsOfToken, groups: groups)
            : TokenOpening(),
          forms: strings.forms(of: number, read[number]), groups: groups,
          knownName: model.knownName(token))
      }
    }.joinedParts()
    rarities = parallelMap(count: sorted.count, part: 1024, threads: threads) { range in
      range.map { number in
        model.rarity(
          of: sorted[number], symbols: spellings.symbols(of: order[number]),
          coarse: spellings.key(of: order[number]))
      }
    }.joinedParts()
    coarse = keys
    coarseKeyCount = spellings.keys.count
    traits = tokens.map(\.traits)
    aligner = model.aligner
    self.strings = strings.arena
    let vocabulary = CoarseVocabulary(strings.arena, keys: read.lazy.map(\.readings))
    comparer = TokenComparer(
      tokens, strings: strings.arena, coarse: vocabulary.ofString, keys: vocabulary.readings,
      costs: TokenComparer.Costs(aligner))
    let join = TokenJoin(
      tokens, strings: strings.arena, vocabulary: vocabulary, comparer: comparer)
    hasAllNeighbours = join.isExact
    (starts, neighbours) = join.neighbours(threads: threads)
    recount(occurrences)
  }
}

extension Lexicon {
  /// How two initials, or an initial and a name, may begin with the same letter: Д and D, Ж and J, Y and Елена.
  func likenessOfInitials(_ a: TokenTraits, _ b: TokenTraits) -> TokenTraits.InitialLikeness? {
    a.likenessOfInitial(b, aligner)
  }
}
