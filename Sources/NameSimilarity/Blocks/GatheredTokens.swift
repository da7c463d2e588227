internal import CNameKernels

/// Where a token stands in an arena of symbols.
package struct TokenSpan: Sendable {
  @usableFromInline package let start: UInt32
  @usableFromInline package let count: UInt32

  /// The token whose symbols stand in `range`.
  @inlinable package init(_ range: Range<Int>) {
    start = UInt32(range.lowerBound)
    count = UInt32(range.count)
  }
}

/// Tokens out of an arena that are to be aligned with one token, gathered before and laid out in blocks at once.
///
/// ```swift
/// gathered.layOut(spans, of: arena, prices: prices, limit: limit)
/// aligner.prepare(symbols.span)
/// gathered.forEachMatch(&aligner, limit: limit) { number, cost in … }
/// ```
///
/// What the prices of symbols tell apart (`SymbolPrices`) is left out of the blocks. Room that serves one token after
/// another; belongs to one thread.
package struct GatheredTokens: Sendable {
  private let level: KernelLevel
  private var spans: [dizim_span] = []
  /// The numbers of those that are laid out, the shorter first.
  private var numbers: [UInt32] = []
  private var open: [UInt32] = []
  private var laidOut: [dizim_span] = []
  private var blocks = TokenBlocks([])

  /// No tokens.
  package init(level: KernelLevel = .best) { self.level = level }

  /// How many tokens are laid out.
  package var laidOutCount: Int { numbers.count }

  /// Lays out those whose symbols may be aligned within `limit` with the token that they cost `prices` against.
  /// - Precondition: all tokens stand in `symbols`, and have at most 64.
  package mutating func layOut(
    _ tokens: [TokenSpan], of symbols: Span<UInt8>, prices: Span<UInt8>, limit: Bits
  ) {
    precondition(prices.count == SymbolPrices.count)
    spans.removeAll(keepingCapacity: true)
    spans.reserveCapacity(tokens.count)
    var end: UInt64 = 0
    var longest: UInt32 = 0
    for token in tokens {
      end = max(end, UInt64(token.start) + UInt64(token.count))
      longest = max(longest, token.count)
      spans.append(dizim_span(start: token.start, length: token.count))
    }
    precondition(
      end <= UInt64(symbols.count) && longest <= UInt32(TokenBlocks.longest),
      "A token is a range of the arena of at most 64 symbols")
    if limit < .zero || spans.isEmpty {
      numbers.removeAll(keepingCapacity: true)
      return blocks.layOut([], of: symbols, level)
    }
    if open.count < spans.count { open = [UInt32](repeating: 0, count: spans.count) }
    // Safety: the spans lie within the symbols, there is room for all numbers, and a price for each symbol.
    let count = unsafe symbols.withUnsafeBufferPointer { symbols in
      unsafe prices.withUnsafeBufferPointer { prices in
        unsafe level.kernels.within_prices(
          prices.baseAddress, symbols.baseAddress, symbols.count, spans, spans.count,
          SymbolPrices.units(limit), &open)
      }
    }
    sortByLength(count)
    laidOut.removeAll(keepingCapacity: true)
    for number in numbers { laidOut.append(spans[Int(number)]) }
    blocks.layOut(laidOut, of: symbols, level)
  }

  /// Puts the first `count` open tokens in the order of their lengths, since a block takes as long as its longest.
  private mutating func sortByLength(_ count: Int) {
    var ends = [Int](repeating: 0, count: TokenBlocks.longest + 2)
    for number in open[..<count] { ends[Int(spans[Int(number)].length) + 1] += 1 }
    for length in 0...TokenBlocks.longest { ends[length + 1] += ends[length] }
    numbers.removeAll(keepingCapacity: true)
    numbers.append(contentsOf: repeatElement(0, count: count))
    for number in open[..<count] {
      let length = Int(spans[Int(number)].length)
      numbers[ends[length]] = number
      ends[length] += 1
    }
  }

  /// Calls `body` with the number and the cost of each token that is laid out and within `limit` of the query.
  package func forEachMatch(
    _ aligner: inout BlockAligner, limit: Bits, _ body: (_ number: Int, _ cost: Bits) -> Void
  ) {
    aligner.forEachMatch(in: blocks, limit: limit) { body(Int(numbers[$0.token]), $0.cost) }
  }
}
