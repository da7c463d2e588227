internal import NameIndex
internal import NameSimilarity
internal import NameText

/// What it costs to take one token for another, worked out when asked, from tables in flat arrays.
///
/// Three ways lead from one to the other, and the cheapest counts: an alignment of their shapes within the limit, a
/// phonemic key in common, and a table of equivalents. Words written as one are aligned with single words of their
/// coarse key alone.
struct TokenComparer: Sendable {
  /// A shape of a token as far as comparing it goes.
  private struct Form {
    var string: UInt32
    var price: Int32
    var reading: Int32
    var coarse: UInt32
    /// Oblique cases, surnames without their endings, names behind a diminutive: a guess that meets a guess says nothing.
    var isGuess: Bool
    var isInflected: Bool
    var isWrittenJoined: Bool
  }

  /// A phonemic key of a token.
  private struct Reading {
    var key: UInt32
    var price: Int32
    var reading: Int32
    var isInflected: Bool
  }

  /// A group of names that stand for each other, with what being called by it costs.
  private struct Membership {
    var group: UInt16
    var price: Int32
  }

  /// What most pairs are told apart by.
  private struct Sign {
    /// A bit for each phonemic key and for each group, of 64 that they share.
    var readings: UInt64
    var groups: UInt64
    var limit: Int32
    var distantLimit: Int32
    /// How many symbols all its shapes begin with.
    var common: Int32
    var isJoined: Bool
    /// Of a given name.
    var gender: Gender?
    /// The number of the name that everybody knows, or −1.
    var known: Int32
  }

  private let aligner: Aligner
  private let blocks: BlockCosts
  private let strings: StringArena
  /// What symbols cost against each string, and against whichever shape of a token they cost least: lines of
  /// `SymbolPrices.count`.
  private var pricesOfString: [UInt8] = []
  private var pricesOfToken: [UInt8] = []
  private var signs: [Sign] = []
  private var forms = FlatRows<Form>()
  private var readings = FlatRows<Reading>()
  private var memberships = FlatRows<Membership>()
  private var known: [KnownName] = []

  /// What comparers have in common that compare at the same costs.
  struct Costs: Sendable {
    let aligner: Aligner
    let blocks: BlockCosts
    let prices: SymbolPrices

    init(_ aligner: Aligner) {
      self.aligner = aligner
      blocks = BlockCosts(aligner)
      prices = SymbolPrices(aligner.costs)
    }
  }

  /// A comparer of `tokens`, whose shapes are numbered in `strings`; `keys` are the phonemic keys of each, numbered, and
  /// `coarse` the number of each string's coarse key.
  ///
  /// - Parameter isBrief: whether few comparisons are to come: what symbols cost is not worked out then, and no pair is
  ///   settled by it.
  init(
    _ tokens: [IndexedToken], strings: StringArena, coarse: [UInt32],
    keys: FlatRows<IndexedForm>, costs: Costs, isBrief: Bool = false
  ) {
    aligner = costs.aligner
    blocks = costs.blocks
    self.strings = strings
    let prices = costs.prices
    let symbols = strings.bytes.span
    pricesOfString.reserveCapacity(strings.count * SymbolPrices.count)
    if isBrief {
      pricesOfString = [UInt8](repeating: 0, count: strings.count * SymbolPrices.count)
      pricesOfToken = [UInt8](repeating: 0, count: tokens.count * SymbolPrices.count)
    }
    for string in 0..<UInt32(isBrief ? 0 : strings.count) {
      prices.append(of: symbols.extracting(strings.range(of: string)), to: &pricesOfString)
    }
    pricesOfToken.reserveCapacity(tokens.count * SymbolPrices.count)
    signs.reserveCapacity(tokens.count)
    for (number, token) in tokens.enumerated() {
      forms.append(
        token.forms.map {
          Form(
            string: $0.string, price: $0.price, reading: $0.reading,
            coarse: coarse[Int($0.string)],
            isGuess: $0.isGuess, isInflected: $0.isInflected,
            isWrittenJoined: $0.isWrittenJoined)
        })
      readings.append(
        keys[UInt32(number)].map {
          Reading(
            key: $0.string, price: $0.price, reading: $0.reading, isInflected: $0.isInflected)
        })
      memberships.append(
        token.groups.map {
          Membership(group: $0.group, price: Lexicon.price($0.relation).raw)
        })
      signs.append(sign(of: token, UInt32(number)))
      if isBrief { continue }
      SymbolPrices.appendLeast(
        of: forms[UInt32(number)].lazy.map(\.string), in: pricesOfString, to: &pricesOfToken)
    }
  }

  private mutating func sign(of token: IndexedToken, _ number: UInt32) -> Sign {
    var known: Int32 = -1
    if let name = token.knownName {
      known = Int32(self.known.count)
      self.known.append(name)
    }
    return Sign(
      readings: readings[number].reduce(0) { $0 | 1 << UInt64($1.key & 63) },
      groups: memberships[number].reduce(0) { $0 | 1 << UInt64($1.group & 63) },
      limit: Lexicon.limit(symbolCount: token.symbols.count),
      distantLimit: Lexicon.distantLimit(symbolCount: token.symbols.count), common: commonPrefix(number),
      isJoined: token.isJoined,
      gender: token.token.role == .given ? token.token.gender : nil, known: known)
  }

  private func commonPrefix(_ token: UInt32) -> Int32 {
    let range = forms.range(token)
    if range.isEmpty { return 0 }
    let symbols = strings.bytes.span
    let first = strings.range(of: forms.elements[range.lowerBound].string)
    var common = first.count
    for i in range.dropFirst() {
      let other = strings.range(of: forms.elements[i].string)
      var equal = 0
      while equal < min(common, other.count),
        symbols[first.lowerBound + equal] == symbols[other.lowerBound + equal]
      { equal += 1 }
      common = equal
    }
    return Int32(common)
  }

  // MARK: Neighbours

  /// The cheapest way from one token to another that counts them as one name; `nil` where there is none.
  /// - Complexity: O(shapes² alignments) where the prices of their symbols leave it open, O(symbols) where not.
  func neighbour(_ a: UInt32, _ b: UInt32) -> Lexicon.Neighbour? {
    let (x, y) = (signs[Int(a)], signs[Int(b)])
    var best = Best(token: b)
    if a != b, !x.isJoined, !y.isJoined, mayAlign(a, b, x, y) { align(a, b, x, y, &best) }
    meet(a, b, x, y, &best)
    return best.found ? best.neighbour : nil
  }

  /// Room for comparing one token with many at once; belongs to one thread.
  struct Block: ~Copyable {
    fileprivate var aligner: BlockAligner
    /// The strings to align with, and of which candidate and shape each is.
    fileprivate var strings: [UInt32] = []
    fileprivate var sources: [(candidate: Int, form: Int)] = []
    fileprivate var costs: [UInt16] = []
    fileprivate var best: [Best] = []
    fileprivate var open: [Int] = []

    /// Room for comparers at these costs.
    init(_ costs: BlockCosts) { aligner = BlockAligner(costs) }
  }

  /// Room for one thread.
  func block() -> Block { Block(blocks) }

  /// What `neighbour` says of a token and each of `others`, those without a way left out.
  func neighbours(_ a: UInt32, _ others: [UInt32], _ block: inout Block) -> [Lexicon.Neighbour] {
    let x = signs[Int(a)]
    block.best.removeAll(keepingCapacity: true)
    block.open.removeAll(keepingCapacity: true)
    for (place, b) in others.enumerated() {
      block.best.append(Best(token: b))
      let y = signs[Int(b)]
      if a != b, !x.isJoined, !y.isJoined, mayAlign(a, b, x, y) { block.open.append(place) }
    }
    if !block.open.isEmpty {
      for i in forms.range(a) { align(forms.elements[i], x, others, &block) }
    }
    var found: [Lexicon.Neighbour] = []
    for (place, b) in others.enumerated() {
      meet(a, b, x, signs[Int(b)], &block.best[place])
      if block.best[place].found { found.append(block.best[place].neighbour) }
    }
    return found
  }

  /// Aligns a shape of a token with those of all others that are open.
  private func align(_ p: Form, _ x: Sign, _ others: [UInt32], _ block: inout Block) {
    block.strings.removeAll(keepingCapacity: true)
    block.sources.removeAll(keepingCapacity: true)
    for place in block.open {
      for j in forms.range(others[place]) {
        let q = forms.elements[j]
        if p.isGuess, q.isGuess { continue }
        block.strings.append(q.string)
        block.sources.append((place, j))
      }
    }
    let limit = x.limit - p.price / 2 - p.reading
    if limit < 0 { return }
    let symbols = strings.bytes.span
    block.aligner.prepare(symbols.extracting(strings.range(of: p.string)))
    let candidates = block.strings
    block.aligner.align(
      with: candidates.span, of: symbols, offsets: strings.offsets.span, limit: Bits(raw: limit),
      into: &block.costs)
    for (cost, source) in zip(block.costs, block.sources) where cost != BlockAligner.over {
      let q = forms.elements[source.form]
      consider(
        Int32(cost) + p.reading + q.reading, price: p.price + q.price,
        isInflected: p.isInflected || q.isInflected, x,
        signs[Int(others[source.candidate])], &block.best[source.candidate])
    }
  }

  /// Every way but an alignment of single words.
  private func meet(_ a: UInt32, _ b: UInt32, _ x: Sign, _ y: Sign, _ best: inout Best) {
    if a == b {
      // A token is itself, at no price.
      best.found = !x.isJoined && !forms.range(a).isEmpty
      return
    }
    if x.isJoined != y.isJoined {
      if x.isJoined { alignJoined(a, b, x, y, &best) } else { alignJoined(b, a, y, x, &best) }
    }
    if x.readings & y.readings != 0, !(x.isJoined && y.isJoined) {
      meetInReadings(a, b, x, y, &best)
    }
    if x.groups & y.groups != 0 { meetInGroups(a, b, &best) }
  }

  /// The cheapest and plainest way so far.
  fileprivate struct Best {
    var neighbour: Lexicon.Neighbour
    var found = false

    init(token: UInt32) {
      neighbour = Lexicon.Neighbour(token: token, cost: 0, isEquivalent: false, isInflected: false)
    }

    mutating func consider(_ cost: Int32, isEquivalent: Bool, isInflected: Bool) {
      let rank = (cost, isInflected ? 1 : 0, isEquivalent ? 1 : 0)
      let old = (
        neighbour.cost, neighbour.isInflected ? 1 : 0, neighbour.isEquivalent ? 1 : 0
      )
      if found, old <= rank { return }
      found = true
      neighbour.cost = cost
      neighbour.isEquivalent = isEquivalent
      neighbour.isInflected = isInflected
    }
  }

  /// Notes a way that is within both tokens' limits.
  ///
  /// `spelling` is what the difference of letters costs, `price` that of the forms which are so spelled.
  private func consider(
    _ spelling: Int32, price: Int32, isInflected: Bool, _ x: Sign, _ y: Sign, _ best: inout Best
  ) {
    var spelling = spelling
    if areOfTwoGenders(x, y) || spelling > Lexicon.oneName.raw && areKnownToDiffer(x, y) {
      spelling += Lexicon.knownToDiffer.raw
    }
    // A form that is seldom meant may be spelled with less freedom, but not with none.
    guard spelling + price / 2 <= min(x.limit, y.limit) else { return }
    best.consider(
      NameWeights.cost(ofSpelling: Bits(raw: spelling)).raw + price, isEquivalent: false,
      isInflected: isInflected)
  }

  /// One is a man's given name and the other a woman's.
  private func areOfTwoGenders(_ x: Sign, _ y: Sign) -> Bool {
    guard let a = x.gender, let b = y.gender else { return false }
    return a != b
  }

  private func areKnownToDiffer(_ x: Sign, _ y: Sign) -> Bool {
    x.known >= 0 && y.known >= 0 && known[Int(x.known)].differs(from: known[Int(y.known)])
  }

  private func cost(_ p: Form, _ q: Form, limit: Int32) -> Int32? {
    let symbols = strings.bytes.span
    let left = symbols.extracting(strings.range(of: p.string))
    let right = symbols.extracting(strings.range(of: q.string))
    let prices = pricesOfString.span
    if SymbolPrices.bound(left, prices.extracting(Self.line(q.string))) > limit { return nil }
    if SymbolPrices.bound(right, prices.extracting(Self.line(p.string))) > limit { return nil }
    return aligner.cost(left, right, limit: limit)
  }

  /// Whether what all shapes of each token begin with leaves room for an alignment within the limit.
  private func mayAlign(_ a: UInt32, _ b: UInt32, _ x: Sign, _ y: Sign) -> Bool {
    let limit = min(x.limit, y.limit)
    return boundOfCommon(a, x, b) <= limit && boundOfCommon(b, y, a) <= limit
  }

  /// Whether two different single words may be within both limits.
  func mayBeAlike(_ a: UInt32, _ b: UInt32) -> Bool {
    let (x, y) = (signs[Int(a)], signs[Int(b)])
    let limit = min(x.limit, y.limit)
    return mayAlign(a, b, x, y) && hasShape(of: a, within: limit, of: b)
      && hasShape(of: b, within: limit, of: a)
  }

  private func hasShape(of token: UInt32, within limit: Int32, of other: UInt32) -> Bool {
    forms.range(token).contains {
      let form = forms.elements[$0]
      return bound(form, other) <= limit - form.price / 2 - form.reading
    }
  }

  /// The least that what all shapes of a token begin with costs against any shape of another.
  private func boundOfCommon(_ token: UInt32, _ sign: Sign, _ other: UInt32) -> Int32 {
    if sign.common == 0 { return 0 }
    let start = strings.range(of: forms.elements[forms.range(token).lowerBound].string).lowerBound
    return SymbolPrices.bound(
      strings.bytes.span.extracting(start..<start + Int(sign.common)),
      pricesOfToken.span.extracting(Self.line(other)))
  }

  /// The least that the form costs against any shape of a token.
  private func bound(_ form: Form, _ token: UInt32) -> Int32 {
    SymbolPrices.bound(
      strings.bytes.span.extracting(strings.range(of: form.string)),
      pricesOfToken.span.extracting(Self.line(token)))
  }

  /// Where the prices of a string or token stand.
  private static func line(_ number: UInt32) -> Range<Int> {
    let start = Int(number) * SymbolPrices.count
    return start..<start + SymbolPrices.count
  }

  private func align(_ a: UInt32, _ b: UInt32, _ x: Sign, _ y: Sign, _ best: inout Best) {
    let limit = min(x.limit, y.limit)
    for i in forms.range(a) {
      let p = forms.elements[i]
      if bound(p, b) > limit - p.price / 2 - p.reading { continue }
      for j in forms.range(b) {
        let q = forms.elements[j]
        if p.isGuess, q.isGuess { continue }
        let price = p.price + q.price
        // No spelling can make up for it.
        if best.found, price > best.neighbour.cost { continue }
        let reading = p.reading + q.reading
        if let cost = cost(p, q, limit: limit - price / 2 - reading) {
          consider(
            cost + reading, price: price, isInflected: p.isInflected || q.isInflected, x, y, &best)
        }
      }
    }
  }

  private func alignJoined(_ a: UInt32, _ b: UInt32, _ x: Sign, _ y: Sign, _ best: inout Best) {
    let limit = min(x.limit, y.limit)
    for i in forms.range(a) {
      let p = forms.elements[i]
      for j in forms.range(b) {
        let q = forms.elements[j]
        guard q.isWrittenJoined, p.coarse == q.coarse, let cost = cost(p, q, limit: limit) else {
          continue
        }
        consider(
          cost + p.reading + q.reading, price: p.price + q.price, isInflected: false, x, y, &best)
      }
    }
  }

  private func meetInReadings(
    _ a: UInt32, _ b: UInt32, _ x: Sign, _ y: Sign, _ best: inout Best
  ) {
    for i in readings.range(a) {
      let p = readings.elements[i]
      for j in readings.range(b) where readings.elements[j].key == p.key {
        let q = readings.elements[j]
        consider(
          p.reading + q.reading, price: p.price + q.price,
          isInflected: p.isInflected || q.isInflected, x, y, &best)
      }
    }
  }

  /// Two spellings of the name itself are for the alignment to judge.
  private func meetInGroups(_ a: UInt32, _ b: UInt32, _ best: inout Best) {
    for i in memberships.range(a) {
      let p = memberships.elements[i]
      for j in memberships.range(b) where memberships.elements[j].group == p.group {
        let price = p.price + memberships.elements[j].price
        if price > 0 { best.consider(price, isEquivalent: true, isInflected: false) }
      }
    }
  }

  // MARK: Further apart

  /// What it costs to take two different names for one after all; `nil` where they are wholly unlike.
  func distantCost(_ a: UInt32, _ b: UInt32) -> Bits? {
    let (x, y) = (signs[Int(a)], signs[Int(b)])
    let limit = min(x.distantLimit, y.distantLimit)
    var cost = limit + 1
    for i in forms.range(a) where !forms.elements[i].isGuess {
      let p = forms.elements[i]
      for j in forms.range(b) where !forms.elements[j].isGuess {
        let q = forms.elements[j]
        let price = p.reading + p.price + q.reading + q.price
        if let found = self.cost(p, q, limit: cost - 1 - price) { cost = found + price }
      }
    }
    if cost > limit { return nil }
    if areOfTwoGenders(x, y) || areKnownToDiffer(x, y) { cost += Lexicon.knownToDiffer.raw }
    return cost <= limit ? NameWeights.cost(ofSpelling: Bits(raw: cost)) : nil
  }

  /// The least that `distantCost` can be, out of the prices of symbols; `nil` where two names are wholly unlike.
  func leastDistantCost(_ a: UInt32, _ b: UInt32) -> Bits? {
    let (x, y) = (signs[Int(a)], signs[Int(b)])
    let spelling = max(boundOfCommon(a, x, b), boundOfCommon(b, y, a))
    return spelling <= min(x.distantLimit, y.distantLimit)
      ? NameWeights.cost(ofSpelling: Bits(raw: spelling)) : nil
  }
}
