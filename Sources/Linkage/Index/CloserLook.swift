internal import NameSimilarity
internal import NameText

/// What tokens of an index can say beside the parts of a name that is asked for, worked out when a token is first met.
struct PartsBeside {
  /// For each token that has a line the line's number.
  private var lineOfToken: [UInt32]
  /// The tokens that have one, which few of those that are asked for do.
  private var isThere: NumberSet
  /// Those of the names that are looked at, while they are gathered; empty otherwise.
  private var isOfNames: NumberSet
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

  init(tokenCount: Int) {
    lineOfToken = [UInt32](repeating: 0, count: tokenCount)
    isThere = NumberSet(below: tokenCount)
    isOfNames = NumberSet(below: tokenCount)
  }

  /// Begins a name of so many parts.
  mutating func begin(parts: Int) {
    for token in tokens { isThere.remove(token) }
    tokens.removeAll(keepingCapacity: true)
    most.removeAll(keepingCapacity: true)
    against.removeAll(keepingCapacity: true)
    isInitial.removeAll(keepingCapacity: true)
    isMet.removeAll(keepingCapacity: true)
    self.parts = parts
  }

  /// The line of a token, if it has one.
  @inline(__always)
  func line(of token: UInt32) -> Int? {
    isThere.contains(token) ? Int(lineOfToken[Int(token)]) : nil
  }

  /// A new line, on which nothing is alike.
  mutating func add(_ token: UInt32, isInitial: Bool, isMet: Bool) throws(IndexError) -> Int {
    guard try isThere.insert(token) else { preconditionFailure("A token has one line") }
    lineOfToken[Int(token)] = UInt32(tokens.count)
    tokens.append(token)
    for _ in 0..<parts {
      most.append(Self.unlike)
      against.append(0)
    }
    self.isInitial.append(isInitial)
    self.isMet.append(isMet)
    return tokens.count - 1
  }

  /// The tokens of some names, each once.
  mutating func tokens(of names: [MetName], _ tables: IndexTables) throws(IndexError) -> [UInt32] {
    var tokens: [UInt32] = []
    defer { for token in tokens { isOfNames.remove(token) } }
    for met in names {
      _ = try tables.names.forEachToken(of: Int(met.name)) { token throws(IndexError) in
        if try isOfNames.insert(token) { tokens.append(token) }
      }
    }
    return tokens
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
  ///
  /// - Parameter known: the likenesses of the parts that were asked for; those of the others are looked for among the tokens
  ///   of `names` alone.
  mutating func lookCloser(
    _ name: IndexedName, _ names: inout [MetName], _ target: Bits, known: [UInt32: [Likeness]]
  ) throws(IndexError) {
    let parts = name.parts.filter { $0.role != .initial } + name.joined
    let initials = Int32(name.parts.count - (parts.count - name.joined.count))
    let unlike = mostOfUnlike
    let ofGeneration = NameScorer.mostOfGeneration(name)
    let target = target - ofGeneration
    var beside = PartsBeside(tokenCount: 0)
    swap(&beside, &self.beside)
    defer { swap(&beside, &self.beside) }
    beside.begin(parts: parts.count)
    var all: [UInt32]?
    for (number, part) in parts.enumerated() {
      var likenesses = known[part.token]
      if likenesses == nil {
        if all == nil { all = try beside.tokens(of: names, tables) }
        likenesses = try self.likenesses(of: part.token, among: all!)
      }
      for likeness in likenesses! {
        let line: Int
        if let known = beside.line(of: likeness.token) {
          line = known
        } else {
          line = try beside.add(likeness.token, isInitial: false, isMet: true)
        }
        beside.set(line, number, most: min(likeness.most, part.information.raw))
      }
    }
    var kept = 0
    var best = [Int32](repeating: 0, count: parts.count)
    var lines: [Int] = []
    var tokens: [UInt32] = []
    for met in names {
      // What has met, with all that may be had beside it: few names get further.
      for part in parts.indices { best[part] = 0 }
      let head = try tables.names.forEachToken(of: Int(met.name)) { token throws(IndexError) in
        guard let line = beside.line(of: token) else { return }
        for part in parts.indices { best[part] = max(best[part], beside.most(line, part)) }
      }
      var most = Bits(raw: NameWeights.initialAgrees.raw * (initials + head.initials))
      for part in parts.indices { most += Bits(raw: best[part]) }
      if most + unlike < target { continue }
      lines.removeAll(keepingCapacity: true)
      tokens.removeAll(keepingCapacity: true)
      _ = try tables.names.forEachToken(of: Int(met.name)) { token throws(IndexError) in
        tokens.append(token)
        lines.append(beside.line(of: token) ?? -1)
      }
      for place in lines.indices where lines[place] < 0 {
        // A name may have a token twice.
        if let line = beside.line(of: tokens[place]) {
          lines[place] = line
        } else {
          lines[place] = try lineOfUnlike(tokens[place], parts, &beside)
        }
      }
      var sum = Bits(raw: NameWeights.initialAgrees.raw * initials)
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
      if initials == 0, let against = against(best, parts, lines, ofParts: head.partCount, beside) {
        sum += against
      }
      if sum < target { continue }
      names[kept] = MetName(name: met.name, most: min(met.most, sum + ofGeneration))
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
    let head = try tables.tokenHead(Int(token))
    let role = try head.role()
    let line = try beside.add(token, isInitial: role == .initial, isMet: role == .initial)
    if head.isJoined { return line }
    if role == .initial {
      let traits = try tables.token(Int(token)).traits
      for (number, part) in parts.enumerated() where !part.isJoined {
        if asked[Int(part.token)].traits.likenessOfInitial(traits, model.aligner) != nil {
          beside.set(line, number, most: NameWeights.initialAgrees.raw)
        }
      }
      return line
    }
    // What is least so far of each part.
    for number in parts.indices { beside.set(line, number, against: .max) }
    try tables.forms.forEach(of: Int(token)..<Int(token) + 1) { _, form, place throws(IndexError) in
      try tables.forms.symbols.withNumbers(in: place) {
        (symbols: Span<UInt8>) throws(IndexError) -> Void in
        for (number, part) in parts.enumerated() where !part.isJoined {
          let own = asked[Int(part.token)]
          let prices = own.prices
          let bound = SymbolPrices.bound(symbols, prices.span) &+ form.reading
          let least = NameWeights.cost(ofSpelling: Bits(raw: bound)).raw
          beside.set(line, number, against: min(beside.against(line, number), least))
          // In a small index all that are alike were found.
          if bound + form.price / 2 <= own.limit, tables.figures.isExact == 0 {
            beside.set(line, number, most: 0)
          }
        }
      }
    }
    let information = head.information
    for (number, part) in parts.enumerated() where !part.isJoined {
      let rest = min(part.information.raw, information) - beside.against(line, number)
      if beside.most(line, number) == 0 {
        // The price of an oblique case may be refunded.
        beside.set(
          line, number, most: max(0, rest + FormPrice.price(.possiblyOblique).raw))
      }
      beside.set(
        line, number,
        against: NameScorer.Tally.areContradictory(part.role, role)
          ? max(NameScorer.Tally.leastContradiction.raw, min(0, rest)) : PartsBeside.none)
    }
    return line
  }
}
