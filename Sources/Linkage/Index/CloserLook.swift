internal import NameSimilarity
internal import NameText

/// What tokens of an index can say beside the parts of a name that is asked for, worked out when a token is first met.
struct PartsBeside {
  /// For each token one more than the number of its line; 0 where it has none.
  private var lineOfToken: [UInt32]
  private var tokens: [UInt32] = []
  /// For each line and part the most that the two can add by agreeing; `unlike` where they cannot.
  private var most: [Int32] = []
  /// The least that it costs where they are what is left over on both sides.
  private var against: [Int32] = []
  /// Whether what the two can add is a guess, for a token that was not met with the part.
  private var isMet: [Bool] = []
  private var isInitial: [Bool] = []
  private var parts = 0

  static let unlike: Int32 = -1
  /// Where two roles do not contradict each other.
  static let none = Int32.min

  init(tokenCount: Int) { lineOfToken = [UInt32](repeating: 0, count: tokenCount) }

  /// Begins a name of so many parts.
  mutating func begin(parts: Int) {
    for token in tokens { lineOfToken[Int(token)] = 0 }
    tokens.removeAll(keepingCapacity: true)
    most.removeAll(keepingCapacity: true)
    against.removeAll(keepingCapacity: true)
    isInitial.removeAll(keepingCapacity: true)
    isMet.removeAll(keepingCapacity: true)
    self.parts = parts
  }

  /// The line of a token, if it has one.
  func line(of token: UInt32) throws(IndexError) -> Int? {
    guard Int(token) < lineOfToken.count else { throw .damaged }
    let line = lineOfToken[Int(token)]
    return line == 0 ? nil : Int(line) - 1
  }

  /// A new line, on which nothing is alike.
  mutating func add(_ token: UInt32, isInitial: Bool, isMet: Bool) -> Int {
    tokens.append(token)
    lineOfToken[Int(token)] = UInt32(tokens.count)
    for _ in 0..<parts {
      most.append(Self.unlike)
      against.append(0)
    }
    self.isInitial.append(isInitial)
    self.isMet.append(isMet)
    return tokens.count - 1
  }

  mutating func set(_ line: Int, _ part: Int, most value: Int32) {
    most[line * parts + part] = value
  }
  mutating func set(_ line: Int, _ part: Int, against value: Int32) {
    against[line * parts + part] = value
  }
  func most(_ line: Int, _ part: Int) -> Int32 { most[line * parts + part] }
  func against(_ line: Int, _ part: Int) -> Int32 { against[line * parts + part] }
  func isInitial(_ line: Int) -> Bool { isInitial[line] }
  func isMet(_ line: Int) -> Bool { isMet[line] }
}

extension SearchRoom {
  /// Works out for each of `names` what its parts and those of `name` can say at most, and leaves out those that cannot
  /// reach `target`.
  ///
  /// Parts that are no likenesses of each other are held against the prices of their symbols (`SymbolPrices`): they may be
  /// alike all the same, where not all likenesses were looked for, or be what is left over on both sides, and contradict
  /// each other.
  mutating func lookCloser(_ name: IndexedName, _ names: inout [MetName], _ target: Bits)
    throws(IndexError)
  {
    let parts = name.parts.filter { $0.role != .initial } + name.joined
    let initials = name.parts.count - (parts.count - name.joined.count)
    let unlike = mostOfUnlike
    var beside = PartsBeside(tokenCount: 0)
    swap(&beside, &self.beside)
    defer { swap(&beside, &self.beside) }
    beside.begin(parts: parts.count)
    for (number, part) in parts.enumerated() {
      for likeness in asked[Int(part.token)].likenesses {
        let line =
          try beside.line(of: likeness.token)
          ?? beside.add(likeness.token, isInitial: false, isMet: true)
        beside.set(line, number, most: min(likeness.most, part.information.raw))
      }
    }
    var kept = 0
    var best = [Int32](repeating: 0, count: parts.count)
    var lines: [Int] = []
    var tokens: [UInt32] = []
    for met in names {
      lines.removeAll(keepingCapacity: true)
      tokens.removeAll(keepingCapacity: true)
      var reader = try tables.names[Int(met.name)]
      let count = try reader.forEachTokenOfName { token throws(IndexError) in
        tokens.append(token)
        lines.append(try beside.line(of: token) ?? -1)
      }
      // What has met, with all that may be had beside it: few names get further.
      let allInitials = initials + Int(try tables.initials[Int(met.name)])
      var most = Bits(raw: NameWeights.initialAgrees.raw * Int32(allInitials))
      for part in parts.indices {
        var best: Int32 = 0
        for line in lines where line >= 0 { best = max(best, beside.most(line, part)) }
        most += Bits(raw: best)
      }
      if most + unlike < target { continue }
      for place in lines.indices where lines[place] < 0 {
        // A name may have a token twice.
        if let line = try beside.line(of: tokens[place]) {
          lines[place] = line
        } else {
          lines[place] = try lineOfUnlike(tokens[place], parts, &beside)
        }
      }
      var sum = Bits(raw: NameWeights.initialAgrees.raw * Int32(initials))
      var far = Bits.zero
      for part in parts.indices {
        var (met, unmet) = (PartsBeside.unlike, PartsBeside.unlike)
        for line in lines {
          if beside.isMet(line) {
            met = max(met, beside.most(line, part))
          } else {
            unmet = max(unmet, beside.most(line, part))
          }
        }
        best[part] = max(met, unmet)
        sum += Bits(raw: max(0, met))
        far += Bits(raw: max(0, best[part] - max(0, met)))
      }
      sum += min(far, unlike)
      if initials == 0, let against = against(best, parts, lines, ofParts: count, beside) {
        sum += against
      }
      if sum < target { continue }
      names[kept] = MetName(name: met.name, most: min(met.most, sum))
      kept += 1
    }
    names.removeLast(names.count - kept)
  }

  /// What it costs at least that parts are left over on both sides, where a single part of each is like one of the other:
  /// these two are paired, and of the rest any two that speak of one person's same name contradict each other.
  private func against(
    _ best: [Int32], _ parts: [IndexedName.Part], _ lines: [Int], ofParts count: Int,
    _ beside: PartsBeside
  ) -> Bits? {
    guard best.count(where: { $0 >= 0 }) == 1 else { return nil }
    let like = best.firstIndex { $0 >= 0 }!
    // Words joined are paired otherwise, and initials are no contradiction of names.
    guard !parts[like].isJoined, lines.count(where: { beside.most($0, like) >= 0 }) == 1,
      let own = lines.firstIndex(where: { beside.most($0, like) >= 0 }), own < count,
      !lines.contains(where: beside.isInitial)
    else { return nil }
    var worst: Int32?
    for (part, x) in parts.enumerated() where part != like && !x.isJoined {
      for (place, line) in lines[..<count].enumerated() where place != own {
        let cost = beside.against(line, part)
        if cost != PartsBeside.none { worst = max(worst ?? cost, cost) }
      }
    }
    return worst.map { Bits(raw: $0) }
  }

  /// The line of a token that is no likeness of any part.
  private func lineOfUnlike(
    _ token: UInt32, _ parts: [IndexedName.Part], _ beside: inout PartsBeside
  ) throws(IndexError) -> Int {
    var reader = try tables.tokens[Int(token)]
    let head = try reader.tokenHead()
    let isInitial = head.role == .initial
    let line = beside.add(token, isInitial: isInitial, isMet: isInitial)
    if head.isJoined { return line }
    if head.role == .initial {
      var reader = try tables.tokens[Int(token)]
      let traits = try reader.token().traits
      for (number, part) in parts.enumerated() where !part.isJoined {
        if asked[Int(part.token)].traits.isAlikeInitial(traits, model.aligner) {
          beside.set(line, number, most: NameWeights.initialAgrees.raw)
        }
      }
      return line
    }
    let information = try reader.amount()
    try reader.skip(1)
    // What is least so far of each part.
    for number in parts.indices { beside.set(line, number, against: .max) }
    var symbols: [UInt8] = []
    for _ in 0..<Int(try reader.byte()) {
      let (kind, _) = try reader.formKind()
      let price = try reader.amount()
      let reading = try reader.amount()
      symbols.removeAll(keepingCapacity: true)
      try reader.read(try reader.varint(), into: &symbols)
      if IndexedForm.isWrittenJoined(kind, reading: reading) { try reader.skip(4) }
      for (number, part) in parts.enumerated() where !part.isJoined {
        let own = asked[Int(part.token)]
        let prices = own.prices
        let bound = SymbolPrices.bound(symbols.span, prices.span) &+ reading
        let least = NameWeights.cost(ofSpelling: Bits(raw: bound)).raw
        beside.set(line, number, against: min(beside.against(line, number), least))
        // In a small index all that are alike were found.
        if bound + price / 2 <= own.limit, tables.figures.isExact == 0 {
          beside.set(line, number, most: 0)
        }
      }
    }
    for (number, part) in parts.enumerated() where !part.isJoined {
      let rest = min(part.information.raw, information) - beside.against(line, number)
      if beside.most(line, number) == 0 {
        // The price of an oblique case may be refunded.
        beside.set(
          line, number, most: max(0, rest + FormPrice.price(.possiblyOblique).raw))
      }
      beside.set(
        line, number,
        against: NameScorer.Tally.areContradictory(part.role, head.role)
          ? max(NameScorer.Tally.leastContradiction.raw, min(0, rest)) : PartsBeside.none)
    }
    return line
  }
}
