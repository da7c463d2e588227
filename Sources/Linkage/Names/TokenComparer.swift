internal import NameIndex
internal import NameSimilarity
internal import NameText

/// What it costs to take one token for another, worked out when asked.
///
/// Three ways lead from one to the other, and the cheapest counts: an alignment of their shapes within the limit, a
/// phonemic key in common, and a table of equivalents. Words written as one are aligned with single words of their
/// coarse key alone.
struct TokenComparer: Sendable {
  private typealias Form = TokenShapes.Form
  private typealias Sign = TokenShapes.Sign

  private let aligner: Aligner
  let blocks: BlockCosts
  let shapes: TokenShapes
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
    shapes = TokenShapes(
      tokens, strings: strings, coarse: coarse, keys: keys, prices: costs.prices, isBrief: isBrief)
  }

  // MARK: Neighbours

  /// The cheapest way from one token to another that counts them as one name; `nil` where there is none.
  /// - Complexity: O(shapes² alignments) where the prices of their symbols leave it open, O(symbols) where not.
  func neighbour(_ a: UInt32, _ b: UInt32) -> Lexicon.Neighbour? {
    let (x, y) = (shapes.signs[Int(a)], shapes.signs[Int(b)])
    var best = Best(token: b)
    if a != b, !x.isJoined, !y.isJoined, shapes.mayAlign(a, b, x, y) { align(a, b, x, y, &best) }
    meet(a, b, x, y, &best)
    return best.found ? best.neighbour : nil
  }

  /// Room for comparing one token with many at once; belongs to one thread.
  struct Block: ~Copyable {
    fileprivate var aligner: BlockAligner
    /// The shapes to align with.
    fileprivate var laid = LaidShapes()
    fileprivate var costs: [UInt16] = []
    fileprivate var best: [Best] = []
    fileprivate var open: [Int] = []

    /// Room for comparers at these costs.
    init(_ costs: BlockCosts) { aligner = BlockAligner(costs) }
  }

  /// Room for one thread.
  func block() -> Block { Block(blocks) }

  /// What `neighbour` says of a token and each of `others`, those without a way left out.
  ///
  /// - Parameter reach: the most that a way may cost, of those that were found by what they have in common, so that the
  ///   prices of their symbols would tell hardly any of them apart.
  func neighbours(
    _ a: UInt32, _ others: [UInt32], within reach: Bits? = nil, _ block: inout Block
  ) -> [Lexicon.Neighbour] {
    let x = shapes.signs[Int(a)]
    block.best.removeAll(keepingCapacity: true)
    block.open.removeAll(keepingCapacity: true)
    for (place, b) in others.enumerated() {
      block.best.append(Best(token: b))
      let y = shapes.signs[Int(b)]
      if a != b, !x.isJoined, !y.isJoined, reach != nil || shapes.mayAlign(a, b, x, y) {
        block.open.append(place)
      }
    }
    if !block.open.isEmpty {
      lay(others, within: reach, &block)
      for i in shapes.forms.range(a) {
        align(shapes.forms.elements[i], x, others, within: reach, &block)
      }
    }
    var found: [Lexicon.Neighbour] = []
    for (place, b) in others.enumerated() {
      meet(a, b, x, shapes.signs[Int(b)], &block.best[place])
      let best = block.best[place]
      if best.found, reach.map({ best.neighbour.cost <= $0.raw }) ?? true {
        found.append(best.neighbour)
      }
    }
    return found
  }

  /// Lays out the shapes of those that are open; those whose price alone is out of reach are left out.
  private func lay(_ others: [UInt32], within reach: Bits?, _ block: inout Block) {
    block.laid.begin(strings: shapes.strings.count)
    for place in block.open {
      for number in shapes.forms.range(others[place]) {
        let form = shapes.forms.elements[number]
        if let reach, form.price > reach.raw { continue }
        block.laid.add(form, number: UInt32(number), of: UInt32(place))
      }
    }
    block.laid.addGuesses()
  }

  /// Aligns a shape of a token with all that are laid out.
  private func align(
    _ p: Form, _ x: Sign, _ others: [UInt32], within reach: Bits?, _ block: inout Block
  ) {
    var limit = x.limit - p.price / 2
    if let reach {
      limit = min(limit, NameWeights.spelling(costing: reach - Bits(raw: p.price)).raw)
    }
    limit -= p.reading
    if limit < 0 { return }
    let symbols = shapes.strings.bytes.span
    block.aligner.prepare(symbols.extracting(shapes.strings.range(of: p.string)))
    let candidates = block.laid.strings(besideGuess: p.isGuess)
    block.aligner.align(
      with: candidates.span, of: symbols, offsets: shapes.strings.offsets.span,
      limit: Bits(raw: limit), into: &block.costs)
    for (place, cost) in block.costs.enumerated() where cost != BlockAligner.over {
      block.laid.forEachSource(of: place) { source in
        let q = shapes.forms.elements[Int(source.form)]
        if p.isGuess, q.isGuess { return }
        let candidate = Int(source.candidate)
        let y = shapes.signs[Int(others[candidate])]
        consider(
          Int32(cost) + p.reading + q.reading, price: p.price + q.price,
          inflected: (p.isInflected, q.isInflected), x, y, &block.best[candidate])
      }
    }
  }

  /// Every way but an alignment of single words.
  private func meet(_ a: UInt32, _ b: UInt32, _ x: Sign, _ y: Sign, _ best: inout Best) {
    if a == b {
      // A token is itself, at no price.
      best.found = !x.isJoined && !shapes.forms.range(a).isEmpty
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
      neighbour = Lexicon.Neighbour(
        token: neighbour.token, cost: cost, isEquivalent: isEquivalent, isInflected: isInflected)
    }
  }

  /// Notes a way that is within both tokens' limits.
  ///
  /// `spelling` is what the difference of letters costs, `price` that of the forms which are so spelled, and `inflected`
  /// which of the two are taken for oblique cases.
  private func consider(
    _ spelling: Int32, price: Int32, inflected: (x: Bool, y: Bool), _ x: Sign, _ y: Sign,
    _ best: inout Best
  ) {
    var spelling = spelling
    if areOfTwoGenders(x, y) || inflected.x && isWoman(x, beside: y)
      || inflected.y && isWoman(y, beside: x)
      || spelling > Lexicon.oneName.raw && areKnownToDiffer(x, y)
    {
      spelling += Lexicon.knownToDiffer.raw
    }
    // A form that is seldom meant may be spelled with less freedom, but not with none.
    guard spelling + price / 2 <= min(x.limit, y.limit) else { return }
    best.consider(
      NameWeights.cost(ofSpelling: Bits(raw: spelling)).raw + price, isEquivalent: false,
      isInflected: inflected.x || inflected.y)
  }

  /// Whether one that may be an oblique case is a woman's name as it stands, and the other is none: Азиза and Азиз.
  private func isWoman(_ sign: Sign, beside other: Sign) -> Bool {
    sign.gender == .female && other.gender != .female
  }

  /// One is a man's given name and the other a woman's.
  private func areOfTwoGenders(_ x: Sign, _ y: Sign) -> Bool {
    guard let a = x.gender, let b = y.gender else { return false }
    return a != b
  }

  private func areKnownToDiffer(_ x: Sign, _ y: Sign) -> Bool {
    x.known >= 0 && y.known >= 0
      && shapes.known[Int(x.known)].differs(from: shapes.known[Int(y.known)])
  }

  private func cost(_ p: Form, _ q: Form, limit: Int32) -> Int32? {
    if !shapes.mayAlign(p, q, limit: limit) { return nil }
    let symbols = shapes.strings.bytes.span
    return aligner.cost(
      symbols.extracting(shapes.strings.range(of: p.string)),
      symbols.extracting(shapes.strings.range(of: q.string)), limit: limit)
  }

  private func align(_ a: UInt32, _ b: UInt32, _ x: Sign, _ y: Sign, _ best: inout Best) {
    let limit = min(x.limit, y.limit)
    for i in shapes.forms.range(a) {
      let p = shapes.forms.elements[i]
      if shapes.bound(p, b) > limit - p.price / 2 - p.reading { continue }
      for j in shapes.forms.range(b) {
        let q = shapes.forms.elements[j]
        if p.isGuess, q.isGuess { continue }
        let price = p.price + q.price
        // No spelling can make up for it.
        if best.found, price > best.neighbour.cost { continue }
        let reading = p.reading + q.reading
        if let cost = cost(p, q, limit: limit - price / 2 - reading) {
          consider(
            cost + reading, price: price, inflected: (p.isInflected, q.isInflected), x, y, &best)
        }
      }
    }
  }

  private func alignJoined(_ a: UInt32, _ b: UInt32, _ x: Sign, _ y: Sign, _ best: inout Best) {
    let limit = min(x.limit, y.limit)
    for i in shapes.forms.range(a) {
      let p = shapes.forms.elements[i]
      for j in shapes.forms.range(b) {
        let q = shapes.forms.elements[j]
        guard q.isWrittenJoined, p.coarse == q.coarse, let cost = cost(p, q, limit: limit) else {
          continue
        }
        consider(
          cost + p.reading + q.reading, price: p.price + q.price, inflected: (false, false), x, y,
          &best)
      }
    }
  }

  private func meetInReadings(
    _ a: UInt32, _ b: UInt32, _ x: Sign, _ y: Sign, _ best: inout Best
  ) {
    for i in shapes.readings.range(a) {
      let p = shapes.readings.elements[i]
      for j in shapes.readings.range(b) where shapes.readings.elements[j].key == p.key {
        let q = shapes.readings.elements[j]
        consider(
          p.reading + q.reading, price: p.price + q.price,
          inflected: (p.isInflected, q.isInflected), x, y, &best)
      }
    }
  }

  /// Two spellings of the name itself are for the alignment to judge.
  private func meetInGroups(_ a: UInt32, _ b: UInt32, _ best: inout Best) {
    for i in shapes.memberships.range(a) {
      let p = shapes.memberships.elements[i]
      for j in shapes.memberships.range(b) where shapes.memberships.elements[j].group == p.group {
        let price = p.price + shapes.memberships.elements[j].price
        if price > 0 { best.consider(price, isEquivalent: true, isInflected: false) }
      }
    }
  }

  // MARK: Further apart

  /// What it costs to take two different names for one after all; `nil` where they are wholly unlike.
  func distantCost(_ a: UInt32, _ b: UInt32) -> Bits? {
    let (x, y) = (shapes.signs[Int(a)], shapes.signs[Int(b)])
    let limit = min(x.distantLimit, y.distantLimit)
    var cost = limit + 1
    for i in shapes.forms.range(a) where !shapes.forms.elements[i].isGuess {
      let p = shapes.forms.elements[i]
      for j in shapes.forms.range(b) where !shapes.forms.elements[j].isGuess {
        let q = shapes.forms.elements[j]
        let price = p.reading + p.price + q.reading + q.price
        if let found = self.cost(p, q, limit: cost - 1 - price) { cost = found + price }
      }
    }
    if cost > limit { return nil }
    if areOfTwoGenders(x, y) || areKnownToDiffer(x, y) { cost += Lexicon.knownToDiffer.raw }
    return cost <= limit ? NameWeights.cost(ofSpelling: Bits(raw: cost)) : nil
  }
}
