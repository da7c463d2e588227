internal import NameIndex
internal import NameSimilarity
internal import NameText

/// Which of the tokens that one has met may be another spelling of it, and what that can add at most.
///
/// The cost of an alignment is worked out for all at once; what `TokenComparer` may add to it is left out, and other ways
/// than an alignment are taken to cost nothing: a bound from above, for what is found to be scored by it.
struct TokenLikenesses: ~Copyable {
  private let tables: IndexTables
  private var aligner: BlockAligner
  /// The shapes that are aligned.
  private var shapes: [TokenSpan] = []
  private var gathered = GatheredTokens()

  /// Neighbouring tokens whose shapes are aligned, their first shape, and its number among those that are gathered.
  private struct Run {
    var tokens: Range<Int>
    var form: Int
    var number: Int
  }
  private var runs: [Run] = []
  /// Ways from the token to another, and what they cost.
  private var ways: [(token: UInt32, cost: Int32)] = []

  init(_ tables: IndexTables, _ costs: BlockCosts) {
    self.tables = tables
    aligner = BlockAligner(costs)
  }

  /// The likenesses of a token among those that it has met.
  ///
  /// - Parameter prices: what symbols cost against the token (`SymbolPrices`).
  mutating func likenesses(of token: TokenRecord, _ prices: [UInt8], among met: MetTokens)
    throws(IndexError) -> [Likeness]
  {
    runs.removeAll(keepingCapacity: true)
    ways.removeAll(keepingCapacity: true)
    shapes.removeAll(keepingCapacity: true)
    for other in met.byKey where try meet(token, Int(other)) { ways.append((other, 0)) }
    // Words written as one are aligned with single words by the scorer.
    if !token.isJoined {
      for others in [met.byKey, met.others] {
        for other in others where try !tables.tokenHead(Int(other)).isJoined {
          try gather(try tables.forms.run(of: Int(other)..<Int(other) + 1))
        }
      }
      for key in met.keys { try gather(try tables.formsSpelled(with: Int(key))) }
      try align(token, prices)
    }
    return try found(token)
  }

  /// Whether the two may be one by any way but an alignment.
  private func meet(_ token: TokenRecord, _ other: Int) throws(IndexError) -> Bool {
    let head = try tables.tokenHead(other)
    if token.isJoined != head.isJoined { return true }
    var reader = try tables.tokens[other]
    for _ in 0..<Int(try reader.byte()) {
      try reader.skip(1)
      try reader.skipVarint()
      try reader.skipVarint()
      let key = try reader.number(UInt32.self)
      if token.readings.contains(where: { $0.key == key }) { return true }
    }
    if head.hasGroups, !token.groups.isEmpty {
      for _ in 0..<Int(try reader.byte()) {
        let group = try reader.number(UInt16.self)
        try reader.skip(1)
        if token.groups.contains(where: { $0.group == group }) { return true }
      }
    }
    return false
  }

  /// Gathers the shapes of some tokens to be aligned.
  private mutating func gather(_ run: FlatForms.Run) throws(IndexError) {
    runs.append(Run(tokens: run.tokens, form: run.forms.lowerBound, number: shapes.count))
    try tables.forms.forEachSymbols(of: run.forms) { symbols in
      shapes.append(TokenSpan(symbols))
    }
  }

  private mutating func align(_ token: TokenRecord, _ prices: [UInt8]) throws(IndexError) {
    let limit = Lexicon.limit(symbolCount: token.symbols.count)
    // The symbols of what was gathered have been checked.
    tables.forms.symbols.withAllNumbers { symbols in
      gathered.layOut(
        shapes, of: symbols, prices: prices.span, limit: Bits(raw: limit))
    }
    var matches: [(number: Int, cost: Int32)] = []
    for form in token.forms {
      let own = IndexedForm(
        Shape(
          symbols: [], price: form.price, reading: form.reading, kind: form.kind, case: form.case),
        string: 0)
      let room = limit - own.price / 2 - own.reading
      if room < 0 { continue }
      aligner.prepare(form.symbols.span)
      matches.removeAll(keepingCapacity: true)
      gathered.forEachMatch(&aligner, limit: Bits(raw: room)) { matches.append(($0, $1.raw)) }
      for match in matches { try consider(match.number, cost: match.cost, own, limit) }
    }
  }

  /// Notes what an alignment of a shape of the token with a gathered one costs.
  private mutating func consider(
    _ number: Int, cost: Int32, _ own: IndexedForm, _ limit: Int32
  ) throws(IndexError) {
    // The last run that begins no later.
    var (low, high) = (0, runs.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].number <= number { low = middle } else { high = middle }
    }
    let run = runs[low]
    let place = run.form + number - run.number
    let other = try tables.forms.form(place).indexed(string: 0)
    // A guess that meets a guess says nothing.
    if own.isGuess, other.isGuess { return }
    let spelling = cost + own.reading + other.reading
    let price = own.price + other.price
    if spelling + price / 2 > limit { return }
    // The price of an oblique case may be refunded.
    let refund = own.isInflected || other.isInflected ? FormPrice.price(.possiblyOblique).raw : 0
    let sum = max(0, NameWeights.cost(ofSpelling: Bits(raw: spelling)).raw + price - refund)
    let bearer = UInt32(try tables.forms.token(of: place, in: run.tokens))
    ways.append((bearer, sum))
  }

  /// What the cheapest way to each token leaves of what agreeing says.
  private mutating func found(_ token: TokenRecord) throws(IndexError) -> [Likeness] {
    ways.sort { $0 < $1 }
    var found: [Likeness] = []
    for way in ways where found.last?.token != way.token {
      let information = try tables.tokenHead(Int(way.token)).information
      let most = min(information, token.information.raw) - way.cost
      found.append(Likeness(token: way.token, most: max(0, most)))
    }
    return found
  }
}
