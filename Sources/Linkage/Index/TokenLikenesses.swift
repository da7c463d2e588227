internal import NameIndex
internal import NameSimilarity
internal import NameText

/// Which of some tokens of an index may be another spelling of one, and what that can add at most.
///
/// The cost of an alignment is worked out for all at once; what `TokenComparer` may add to it is left out, and other ways
/// than an alignment are taken to cost nothing: a bound from above, for what is found to be scored by it.
struct TokenLikenesses {
  private(set) var found: [Likeness] = []

  /// A form of one of the tokens.
  private struct Source {
    var place: Int32
    var price: Int32
    var reading: Int32
    var isGuess: Bool
    var isInflected: Bool
  }

  /// Tries `others`, of which the first `metByKey` share a key or a group with the token; others can be like it by an
  /// alignment alone.
  ///
  /// - Parameter prices: what symbols cost against the token (`SymbolPrices`).
  init(
    _ token: TokenRecord, _ prices: [UInt8], _ others: [UInt32], metByKey: Int,
    _ tables: IndexTables, _ aligner: inout BlockAligner
  ) throws(IndexError) {
    let limit = Lexicon.limit(symbolCount: token.symbols.count)
    var symbols: [UInt8] = []
    var offsets: [UInt32] = [0]
    var sources: [Source] = []
    var information = [Int32](repeating: 0, count: others.count)
    /// The least that each costs so far.
    var least = [Int32](repeating: .max, count: others.count)
    others: for (place, other) in others.enumerated() {
      var reader = try tables.tokens[Int(other)]
      let head = try reader.tokenHead()
      information[place] = try reader.amount()
      let common = Int(try reader.byte())
      let isAligned = !token.isJoined && !head.isJoined
      if place >= metByKey, !isAligned { continue }
      if token.isJoined != head.isJoined { least[place] = 0 }
      for form in 0..<Int(try reader.byte()) {
        let (kind, grammaticalCase) = try reader.formKind()
        let price = try reader.amount()
        let reading = try reader.amount()
        let count = try reader.varint()
        if isAligned {
          let start = symbols.count
          guard count <= AlignmentTrie.longest, common <= AlignmentTrie.longest else {
            throw .damaged
          }
          try reader.read(count, into: &symbols)
          for place in start..<symbols.count where symbols[place] &- 1 > 62 { throw .damaged }
          if form == 0, place >= metByKey, common <= count,
            SymbolPrices.bound(
              symbols.span.extracting(start..<start + common), prices.span) > limit
          {
            // What all its forms begin with costs too much already.
            symbols.removeLast(count)
            continue others
          }
          let shape = IndexedForm(
            Shape(
              symbols: [], price: price, reading: reading, kind: kind, case: grammaticalCase),
            string: 0)
          offsets.append(UInt32(symbols.count))
          sources.append(
            Source(
              place: Int32(place), price: price, reading: reading, isGuess: shape.isGuess,
              isInflected: shape.isInflected))
        } else {
          try reader.skip(count)
        }
        if IndexedForm.isWrittenJoined(kind, reading: reading) { try reader.skip(4) }
      }
      if place >= metByKey { continue }
      for _ in 0..<Int(try reader.byte()) {
        try reader.skip(1)
        try reader.skipVarint()
        try reader.skipVarint()
        let key = try reader.number(UInt32.self)
        if token.readings.contains(where: { $0.key == key }) { least[place] = 0 }
      }
      if head.hasGroups, !token.groups.isEmpty {
        for _ in 0..<Int(try reader.byte()) {
          let group = try reader.number(UInt16.self)
          try reader.skip(1)
          if token.groups.contains(where: { $0.group == group }) { least[place] = 0 }
        }
      }
    }
    let all = Array(0..<UInt32(sources.count))
    let plain = all.filter { !sources[Int($0)].isGuess }
    var costs: [UInt16] = []
    for form in token.forms where !token.isJoined {
      let own = IndexedForm(
        Shape(
          symbols: [], price: form.price, reading: form.reading, kind: form.kind, case: form.case),
        string: 0)
      let room = limit - own.price / 2 - own.reading
      if room < 0 { continue }
      // A guess that meets a guess says nothing.
      let asked = own.isGuess ? plain : all
      aligner.prepare(form.symbols.span)
      aligner.align(
        with: asked.span, of: symbols.span, offsets: offsets.span, limit: Bits(raw: room),
        into: &costs)
      for (place, cost) in costs.enumerated() where cost != BlockAligner.over {
        let source = sources[Int(asked[place])]
        let spelling = Int32(cost) + own.reading + source.reading
        let price = own.price + source.price
        if spelling + price / 2 > limit { continue }
        // The price of an oblique case may be refunded.
        let refund =
          own.isInflected || source.isInflected ? FormPrice.price(.possiblyOblique).raw : 0
        let sum = max(0, NameWeights.cost(ofSpelling: Bits(raw: spelling)).raw + price - refund)
        least[Int(source.place)] = min(least[Int(source.place)], sum)
      }
    }
    for (place, other) in others.enumerated() where least[place] != .max {
      let most = min(information[place], token.information.raw) - least[place]
      found.append(Likeness(token: other, most: max(0, most)))
    }
  }
}
