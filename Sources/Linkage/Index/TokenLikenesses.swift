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

  init(
    _ token: TokenRecord, _ others: [UInt32], _ tables: IndexTables, _ aligner: inout BlockAligner
  ) throws(IndexError) {
    let limit = Lexicon.limit(symbolCount: token.symbols.count)
    var symbols: [UInt8] = []
    var offsets: [UInt32] = [0]
    var sources: [Source] = []
    var information: [Int32] = []
    /// The least that each costs so far.
    var least = [Int32](repeating: .max, count: others.count)
    information.reserveCapacity(others.count)
    for (place, other) in others.enumerated() {
      var reader = try tables.tokens[Int(other)]
      let head = try reader.tokenHead()
      information.append(try reader.amount())
      let isAligned = !token.isJoined && !head.isJoined
      if token.isJoined != head.isJoined { least[place] = 0 }
      for _ in 0..<Int(try reader.byte()) {
        let (kind, grammaticalCase) = try reader.formKind()
        let shape = Shape(
          symbols: [], price: try reader.amount(), reading: try reader.amount(), kind: kind,
          case: grammaticalCase)
        let form = IndexedForm(shape, string: 0)
        let count = try reader.varint()
        if isAligned {
          let start = symbols.count
          try reader.read(count, into: &symbols)
          guard count <= TokenBlocks.longest, symbols[start...].allSatisfy({ (1...63).contains($0) })
          else { throw .damaged }
          offsets.append(UInt32(symbols.count))
          sources.append(
            Source(
              place: Int32(place), price: form.price, reading: form.reading, isGuess: form.isGuess,
              isInflected: form.isInflected))
        } else {
          try reader.skip(count)
        }
        if form.isWrittenJoined { try reader.skip(4) }
      }
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
