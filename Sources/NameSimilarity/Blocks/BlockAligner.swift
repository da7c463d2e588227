internal import CNameKernels

/// A token within a limit of a query.
public struct TokenMatch: Sendable, Hashable {
  /// The token's place in its blocks.
  public var token: Int
  /// What the alignment costs.
  public var cost: Bits

  /// A match that is known.
  public init(token: Int, cost: Bits) {
    self.token = token
    self.cost = cost
  }
}

/// The costs of an ``Aligner`` as a ``BlockAligner`` takes them: made once, shared by all threads.
public struct BlockCosts: Sendable {
  let tables: KernelCosts

  /// The costs of `aligner`.
  /// - Precondition: no cost is negative.
  public init(_ aligner: Aligner) { tables = KernelCosts(aligner.costs) }
}

/// Aligns one token with many at once, at the costs that ``Aligner`` counts.
///
/// ```swift
/// var aligner = BlockAligner(BlockCosts(aligner))
/// aligner.prepare(symbols.span)
/// let near = aligner.matches(in: blocks, limit: Bits(14))
/// ```
///
/// A bound leaves most tokens out before anything is aligned; it is never above the cost, so none within the limit is
/// missed. An aligner has room to work in, 0.7 MB of addresses of which short tokens touch little, and belongs to one thread.
@safe public struct BlockAligner: ~Copyable {
  /// A cost that is over the limit.
  public static let over = UInt16.max

  private let costs: BlockCosts
  private let kernels: dizim_kernels
  private let query: OpaquePointer
  /// Room for matches.
  private var found: [dizim_match] = []

  /// An aligner at these costs, without a query.
  public init(_ costs: BlockCosts, level: KernelLevel = .best) {
    self.costs = costs
    kernels = level.kernels
    guard let query = unsafe dizim_query_new(costs.tables.pointer) else {
      preconditionFailure("There is no memory for a query")
    }
    unsafe self.query = query
    unsafe dizim_prepare(query, [0], 0)
  }

  deinit { unsafe dizim_query_free(query) }

  /// Makes `symbols` the query.
  /// - Precondition: at most 64 symbols below 64.
  public mutating func prepare(_ symbols: Span<UInt8>) {
    // Safety: the pointer is valid for the call, which copies what it needs.
    unsafe withQuery(symbols) { unsafe dizim_prepare(query, $0, $1) }
  }

  /// The tokens within `limit` of the query, in their order.
  /// - Precondition: `limit` is less than 63.99 bits.
  public mutating func matches(in blocks: TokenBlocks, limit: Bits) -> [TokenMatch] {
    var matches: [TokenMatch] = []
    forEachMatch(in: blocks, limit: limit) { matches.append($0) }
    return matches
  }

  /// Calls `body` with the tokens within `limit` of the query, in their order.
  /// - Precondition: `limit` is less than 63.99 bits.
  public mutating func forEachMatch(
    in blocks: TokenBlocks, limit: Bits, _ body: (TokenMatch) -> Void
  ) {
    if limit < .zero { return }
    let limit = Self.word(limit)
    if found.count < blocks.count {
      found = [dizim_match](repeating: dizim_match(), count: blocks.count)
    }
    // Safety: there is room for all tokens.
    let count = unsafe blocks.withBlocks { blocks in
      unsafe kernels.matches(query, blocks, 0, blockCount(blocks), limit, &found)
    }
    for match in found[..<count] {
      body(TokenMatch(token: Int(match.candidate), cost: Bits(raw: Int32(match.cost))))
    }
  }

  private func blockCount(_ blocks: UnsafePointer<dizim_blocks>) -> Int {
    unsafe (blocks.pointee.tokens + TokenBlocks.lanes - 1) / TokenBlocks.lanes
  }

  /// Writes to `lanes` a bit for each token of each block that may be within `limit`; none that is within it is missing.
  /// - Precondition: `limit` is less than 63.99 bits.
  public func mayMatch(in blocks: TokenBlocks, limit: Bits, into lanes: inout [UInt64]) {
    lanes.removeAll(keepingCapacity: true)
    lanes.append(contentsOf: repeatElement(0, count: blocks.blockCount))
    if limit < .zero { return }
    // Safety: there is a word for each block.
    unsafe blocks.withBlocks { pointer in
      unsafe kernels.may_match(
        query, pointer, 0, blocks.blockCount, Self.word(limit), &lanes)
    }
  }

  /// Writes the cost of each token to `costs`, in 1/1024 bits, ``over`` where it is over `limit`.
  /// - Precondition: `limit` is less than 63.99 bits.
  public mutating func align(
    with blocks: TokenBlocks, limit: Bits, into costs: inout [UInt16]
  ) {
    let limit = Self.word(limit)
    unsafe blocks.fill(&costs) { unsafe kernels.align(query, $0, 0, blocks.blockCount, limit, $1) }
  }

  /// Writes the costs of some tokens of an arena to `costs`, as `align(with:limit:into:)` does: token `n` has the symbols
  /// from `offsets[n]` to `offsets[n + 1]`.
  /// - Precondition: `limit` is not negative and less than 63.99 bits; symbols are 1 to 63, at most 64 a token.
  public mutating func align(
    with tokens: Span<UInt32>, of symbols: Span<UInt8>, offsets: Span<UInt32>, limit: Bits,
    into costs: inout [UInt16]
  ) {
    let limit = Self.word(limit)
    costs.removeAll(keepingCapacity: true)
    costs.append(contentsOf: repeatElement(Self.over, count: tokens.count))
    for place in tokens.indices {
      let token = Int(tokens[place])
      precondition(
        offsets[token] <= offsets[token + 1] && offsets[token + 1] <= symbols.count
          && offsets[token + 1] - offsets[token] <= TokenBlocks.longest,
        "A token is a range of the arena of at most 64 symbols")
    }
    // Safety: the ranges were checked above; the kernel masks symbols, and there is a cost for each token.
    unsafe symbols.withUnsafeBufferPointer { symbols in
      unsafe offsets.withUnsafeBufferPointer { offsets in
        unsafe tokens.withUnsafeBufferPointer { tokens in
          guard let all = symbols.baseAddress, let starts = offsets.baseAddress else { return }
          unsafe kernels.align_some(
            query, all, symbols.count, starts, tokens.baseAddress, tokens.count, limit, &costs)
        }
      }
    }
  }

  private static func word(_ limit: Bits) -> UInt16 {
    precondition(
      (0..<Int32(UInt16.max)).contains(limit.raw), "A limit lies between 0 and 63.99 bits")
    return UInt16(limit.raw)
  }
}
