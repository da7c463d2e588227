internal import NameIndex
internal import NameSimilarity
internal import NameText

/// The shapes of tokens in flat arrays, with what symbols cost against each: what most pairs are told apart by before
/// anything is aligned.
struct TokenShapes: Sendable {
  /// A shape of a token as far as comparing it goes.
  struct Form {
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
  struct Reading {
    var key: UInt32
    var price: Int32
    var reading: Int32
    var isInflected: Bool
  }

  /// A group of names that stand for each other, with what being called by it costs.
  struct Membership {
    var group: UInt16
    var price: Int32
  }

  /// What most pairs are told apart by.
  struct Sign {
    /// A bit for each phonemic key and for each group, of 64 that they share.
    var readings: UInt64
    var groups: UInt64
    var limit: Int32
    var distantLimit: Int32
    /// What all its shapes begin with.
    var beginning: Beginning
    var isJoined: Bool
    /// Of a given name.
    var gender: Gender?
    /// The number of the name that everybody knows, or −1.
    var known: Int32
  }

  /// Up to sixteen symbols in two words, the first in the lowest byte: at hand where the sign is, for most pairs of tokens
  /// that are compared lie apart in memory.
  struct Beginning {
    private var symbols: (UInt64, UInt64) = (0, 0)
    private var count: Int32 = 0

    /// No symbols.
    init() {}

    init(_ symbols: Span<UInt8>) {
      count = Int32(min(16, symbols.count))
      for place in 0..<Int(count) {
        let symbol = UInt64(symbols[place]) << (8 * UInt64(place & 7))
        if place < 8 { self.symbols.0 |= symbol } else { self.symbols.1 |= symbol }
      }
    }

    /// The least that it costs against what has the prices; see `SymbolPrices.bound`.
    func bound(_ prices: Span<UInt8>) -> Int32 {
      var sum: Int32 = 0
      var previous: UInt8 = .max
      var word = symbols.0
      for place in 0..<count {
        if place == 8 { word = symbols.1 }
        let symbol = UInt8(truncatingIfNeeded: word)
        if symbol != previous { sum &+= SymbolPrices.price(of: symbol, in: prices) }
        previous = symbol
        word >>= 8
      }
      return sum
    }
  }

  let strings: StringArena
  /// What symbols cost against each string, and against whichever shape of a token they cost least: lines of
  /// `SymbolPrices.count`.
  private var pricesOfString: [UInt8] = []
  private var pricesOfToken: [UInt8] = []
  private(set) var signs: [Sign] = []
  private(set) var forms = FlatRows<Form>()
  private(set) var readings = FlatRows<Reading>()
  private(set) var memberships = FlatRows<Membership>()
  private(set) var known: [KnownName] = []

  /// Those of `tokens`, whose shapes are numbered in `strings`; `keys` are the phonemic keys of each, numbered, and
  /// `coarse` the number of each string's coarse key.
  ///
  /// - Parameter isBrief: whether few comparisons are to come: what symbols cost is not worked out then, and no pair is
  ///   settled by it.
  init(
    _ tokens: [IndexedToken], strings: StringArena, coarse: [UInt32],
    keys: FlatRows<IndexedForm>, prices: SymbolPrices, isBrief: Bool
  ) {
    self.strings = strings
    if isBrief {
      pricesOfString = [UInt8](repeating: 0, count: strings.count * SymbolPrices.count)
      pricesOfToken = [UInt8](repeating: 0, count: tokens.count * SymbolPrices.count)
    } else {
      pricesOfString.reserveCapacity(strings.count * SymbolPrices.count)
      pricesOfToken.reserveCapacity(tokens.count * SymbolPrices.count)
      let symbols = strings.bytes.span
      for string in 0..<UInt32(strings.count) {
        prices.append(of: symbols.extracting(strings.range(of: string)), to: &pricesOfString)
      }
    }
    signs.reserveCapacity(tokens.count)
    for number in tokens.indices {
      forms.append(
        tokens[number].forms.map {
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
        tokens[number].groups.map {
          Membership(group: $0.group, price: Lexicon.price($0.relation).raw)
        })
      signs.append(sign(of: tokens[number], UInt32(number)))
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
      distantLimit: Lexicon.distantLimit(symbolCount: token.symbols.count),
      beginning: beginning(number), isJoined: token.isJoined,
      gender: token.token.role == .given ? token.token.gender : nil, known: known)
  }

  /// What all shapes of a token begin with.
  private func beginning(_ token: UInt32) -> Beginning {
    let range = forms.range(token)
    if range.isEmpty { return Beginning() }
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
    return Beginning(symbols.extracting(first.prefix(common)))
  }

  // MARK: Bounds

  /// Whether the prices of their symbols leave room for aligning two shapes within the limit.
  func mayAlign(_ p: Form, _ q: Form, limit: Int32) -> Bool {
    let symbols = strings.bytes.span
    let prices = pricesOfString.span
    let left = symbols.extracting(strings.range(of: p.string))
    if SymbolPrices.bound(left, prices.extracting(Self.line(q.string))) > limit { return false }
    let right = symbols.extracting(strings.range(of: q.string))
    return SymbolPrices.bound(right, prices.extracting(Self.line(p.string))) <= limit
  }

  /// Whether what all shapes of each token begin with leaves room for an alignment within the limit.
  func mayAlign(_ a: UInt32, _ b: UInt32, _ x: Sign, _ y: Sign) -> Bool {
    let limit = min(x.limit, y.limit)
    return bound(y.beginning, a) <= limit && bound(x.beginning, b) <= limit
  }

  /// Whether two different words may be within both limits as far as their signs tell, or stand for each other.
  func mayMeet(_ a: UInt32, _ b: UInt32) -> Bool {
    let (x, y) = (signs[Int(a)], signs[Int(b)])
    return mayAlign(a, b, x, y) || x.groups & y.groups != 0
  }

  /// Whether two different words that may meet may be within both limits.
  func mayBeAlike(_ a: UInt32, _ b: UInt32) -> Bool {
    let (x, y) = (signs[Int(a)], signs[Int(b)])
    if x.groups & y.groups != 0 { return true }
    let limit = min(x.limit, y.limit)
    return hasShape(of: a, within: limit, of: b) && hasShape(of: b, within: limit, of: a)
  }

  private func hasShape(of token: UInt32, within limit: Int32, of other: UInt32) -> Bool {
    forms.range(token).contains {
      let form = forms.elements[$0]
      return bound(form, other) <= limit - form.price / 2 - form.reading
    }
  }

  /// The least that the form costs against any shape of a token.
  func bound(_ form: Form, _ token: UInt32) -> Int32 {
    SymbolPrices.bound(
      strings.bytes.span.extracting(strings.range(of: form.string)),
      pricesOfToken.span.extracting(Self.line(token)))
  }

  /// The least that what all shapes of a token begin with costs against any shape of another.
  private func bound(_ beginning: Beginning, _ token: UInt32) -> Int32 {
    beginning.bound(pricesOfToken.span.extracting(Self.line(token)))
  }

  /// Where the prices of a string or token stand.
  private static func line(_ number: UInt32) -> Range<Int> {
    let start = Int(number) * SymbolPrices.count
    return start..<start + SymbolPrices.count
  }

  /// The least that `distantCost` can be, out of the prices of symbols; `nil` where two names are wholly unlike.
  func leastDistantCost(_ a: UInt32, _ b: UInt32) -> Bits? {
    let (x, y) = (signs[Int(a)], signs[Int(b)])
    let limit = min(x.distantLimit, y.distantLimit)
    let spelling = bound(x.beginning, b)
    if spelling > limit { return nil }
    let other = bound(y.beginning, a)
    return other <= limit ? NameWeights.cost(ofSpelling: Bits(raw: max(spelling, other))) : nil
  }
}
