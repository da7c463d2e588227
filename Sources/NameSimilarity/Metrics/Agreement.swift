/// What two strings have in common as Jaro counts it.
struct Agreement {
  /// The lengths of the strings.
  let left: Int
  let right: Int
  /// Symbols of one string that are matched to one of the other, each once.
  private(set) var matches = 0
  /// Half of the matched symbols that stand in another order, rounded down.
  private(set) var transpositions = 0

  /// How far apart two symbols may stand to be matched.
  private var reach: Int { max(0, max(left, right) / 2 - 1) }

  init(_ query: Pattern, _ text: Span<some SymbolValue>) {
    left = query.count
    right = text.count
    if left == 0 || right == 0 { return }
    if left <= 64, right <= 64 {
      countInBits(query, text)
    } else {
      count(query.symbols, text)
    }
  }

  /// Jaro's similarity.
  var jaro: Double {
    if matches == 0 { return left == 0 && right == 0 ? 1 : 0 }
    let common = Double(matches)
    return
      (common / Double(left) + common / Double(right)
      + Double(matches - transpositions) / common) / 3
  }

  private mutating func countInBits(_ query: Pattern, _ text: Span<some SymbolValue>) {
    var matchedLeft: UInt64 = 0
    var matchedRight: UInt64 = 0
    for place in text.indices {
      let lowest = max(0, place - reach)
      let highest = min(63, place + reach)
      let window = (UInt64.max >> UInt64(63 - (highest - lowest))) << UInt64(lowest)
      if lowest >= left { break }
      let free = query.places(of: text[place]) & window & ~matchedLeft
      if free == 0 { continue }
      matchedLeft |= free & (0 &- free)
      matchedRight |= 1 << UInt64(place)
    }
    matches = matchedLeft.nonzeroBitCount
    var displaced = 0
    while matchedRight != 0 {
      let lowest = matchedLeft & (0 &- matchedLeft)
      if query.places(of: text[matchedRight.trailingZeroBitCount]) & lowest == 0 { displaced += 1 }
      matchedLeft ^= lowest
      matchedRight &= matchedRight &- 1
    }
    transpositions = displaced / 2
  }

  private mutating func count(_ query: [UInt32], _ text: Span<some SymbolValue>) {
    var isMatched = [Bool](repeating: false, count: query.count)
    var matched: [UInt32] = []
    for place in text.indices {
      let symbol = UInt32(truncatingIfNeeded: text[place])
      let lowest = max(0, place - reach)
      let highest = min(query.count - 1, place + reach)
      if lowest > highest { break }
      for other in lowest...highest where !isMatched[other] && query[other] == symbol {
        isMatched[other] = true
        matched.append(symbol)
        break
      }
    }
    matches = matched.count
    let inOrder = query.indices.lazy.filter { isMatched[$0] }.map { query[$0] }
    transpositions = zip(inOrder, matched).count { $0 != $1 } / 2
  }
}
