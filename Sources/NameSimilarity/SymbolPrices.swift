/// The least that each symbol costs in any alignment with a given string: a bound on the cost of whole alignments that
/// takes a look-up a symbol.
///
/// Every symbol of the one string is taken by exactly one move, alone or with a neighbour. The least price of a symbol
/// is the least of its shares in all moves that the other string has the symbols for, so that the sum over the one
/// string is at most the cost of the alignment. A move of two symbols is shared by both alike.
package struct SymbolPrices: Sendable {
  /// The number of prices of a string, one for each symbol of the alphabet.
  package static let count = AlignmentCosts.alphabetSize

  /// What a price counts in: an eighth of a bit, so that a string's prices fill one line of a cache. Rounded down.
  private static let unit: Int32 = 128

  /// What symbols cost that are left out.
  private let alone: [UInt8]
  /// `bySymbol[y * 64 + x]`: what `x` costs where the string has a `y`.
  private var bySymbol: [UInt8]
  /// `byPair[number * 64 + x]`: what `x` costs where the string has the two symbols that have the number.
  private var byPair: [UInt8]
  private let long: LongMoves

  /// Prices under the given costs.
  package init(_ costs: AlignmentCosts) {
    let size = Self.count
    long = costs.long
    alone = costs.indel.map(Self.units)
    bySymbol = costs.substitution.map(Self.units)
    byPair = [UInt8](repeating: .max, count: size * costs.long.numberCount)
    for y in 0..<size {
      // Two symbols exchanged: each is found on the other side.
      bySymbol[y * size + y] = min(
        bySymbol[y * size + y], Self.units(costs.transposition / 2))
    }
    for move in costs.long.moves {
      for (side, other) in [(move.left, move.right), (move.right, move.left)] {
        let share = Self.units(move.cost / Int32(other.count))
        for x in other {
          if side.count == 1 {
            let place = Int(side[0]) * size + Int(x)
            bySymbol[place] = min(bySymbol[place], share)
          } else {
            let place = costs.long.number(side[0], side[1]) * size + Int(x)
            byPair[place] = min(byPair[place], share)
          }
        }
      }
    }
  }

  private static func units(_ cost: Int32) -> UInt8 { UInt8(clamping: cost / unit) }

  /// The most that prices may sum up to within a limit.
  static func units(_ limit: Bits) -> UInt8 { units(limit.raw) }

  /// Adds what each symbol costs against `symbols` to `prices`.
  package func append(of symbols: Span<UInt8>, to prices: inout [UInt8]) {
    let start = prices.count
    prices.append(contentsOf: alone)
    var own = prices.mutableSpan
    for i in symbols.indices {
      Self.lower(&own, from: start, bySymbol.span, Int(symbols[i]))
      let number = i > 0 ? long.number(symbols[i - 1], symbols[i]) : 0
      if number != 0 { Self.lower(&own, from: start, byPair.span, number) }
    }
  }

  /// Takes the lesser of each price of a string, whose prices begin at `start`, and that in a line.
  private static func lower(
    _ prices: inout MutableSpan<UInt8>, from start: Int, _ lines: Span<UInt8>, _ number: Int
  ) {
    let line = lines.extracting(number * count..<(number + 1) * count)
    precondition(start >= 0 && start <= prices.count - count)
    for x in 0..<count {
      // Safety: there are so many prices on either side.
      unsafe prices[unchecked: start + x] = min(prices[unchecked: start + x], line[unchecked: x])
    }
  }

  /// Adds for each symbol the least of what it costs against any of the strings, whose prices stand in `lines` by number.
  package static func appendLeast(
    of strings: some Sequence<UInt32>, in lines: [UInt8], to prices: inout [UInt8]
  ) {
    let start = prices.count
    prices.append(contentsOf: repeatElement(.max, count: count))
    var own = prices.mutableSpan
    for string in strings { lower(&own, from: start, lines.span, Int(string)) }
  }

  /// The least that any alignment of `symbols` costs with the string that has the prices, in 1/1024 bits.
  ///
  /// A symbol that repeats the one before it may go for less, and counts for nothing.
  /// - Precondition: `prices` are those of one string.
  @inlinable package static func bound(_ symbols: Span<UInt8>, _ prices: Span<UInt8>) -> Int32 {
    var sum: Int32 = 0
    var previous: UInt8 = .max
    for i in symbols.indices {
      let symbol = symbols[i]
      if symbol != previous { sum &+= price(of: symbol, in: prices) }
      previous = symbol
    }
    return sum
  }

  /// The least that a symbol costs in any alignment with the string that has the prices, in 1/1024 bits.
  @inlinable package static func price(of symbol: UInt8, in prices: Span<UInt8>) -> Int32 {
    precondition(prices.count == count)
    // Safety: a symbol is masked to the number of prices.
    return unsafe Int32(prices[unchecked: Int(symbol & 63)]) &* 128
  }
}
