internal import CNameKernels

/// Tokens laid out in blocks of 64 for comparing one token with all of them at once, a candidate a lane.
///
/// ```swift
/// let blocks = TokenBlocks(["иванов", "иванова", "петров"].map { Phonemes.symbols(of: $0) })
/// var edits: [UInt8] = []
/// blocks.levenshtein(to: Phonemes.symbols(of: "иваноф").span, into: &edits)   // 1, 2, 4
/// ```
///
/// A block takes as long as its longest token does, so tokens are best sorted by length.
public struct TokenBlocks: Sendable {
  /// Tokens of a block.
  public static let lanes = Int(DIZIM_LANES)
  /// The symbols that a token can have at most.
  public static let longest = Int(DIZIM_LONGEST)

  /// How many tokens there are.
  public private(set) var count: Int
  private var symbols: [UInt8]
  private var rows: [UInt32] = [0]
  private var lengths: [UInt8]
  private var shortest: [UInt8] = []

  /// The blocks of `tokens`, in their order.
  /// - Precondition: symbols are 1 to 63, at most 64 a token.
  /// - Complexity: O(symbols).
  public init(_ tokens: [[UInt8]]) {
    count = tokens.count
    symbols = []
    let blocks = (tokens.count + Self.lanes - 1) / Self.lanes
    lengths = [UInt8](repeating: 0, count: blocks * Self.lanes)
    for block in 0..<blocks {
      let first = block * Self.lanes
      let members = tokens[first..<min(first + Self.lanes, tokens.count)]
      let longest = members.reduce(0) { max($0, $1.count) }
      precondition(longest <= Self.longest, "A token of a block has at most 64 symbols")
      let start = symbols.count
      symbols.append(contentsOf: repeatElement(0, count: longest * Self.lanes))
      for (lane, token) in members.enumerated() {
        lengths[first + lane] = UInt8(token.count)
        for (place, symbol) in token.enumerated() {
          precondition((1...63).contains(symbol), "Symbols of a token are 1 to 63")
          symbols[start + place * Self.lanes + lane] = symbol
        }
      }
      rows.append(UInt32(symbols.count / Self.lanes))
      // Empty lanes are what is shortest.
      shortest.append(
        members.count < Self.lanes ? 0 : UInt8(members.reduce(Self.longest) { min($0, $1.count) }))
    }
  }

  /// Takes tokens out of an arena, which they lie in, in the place of those before.
  mutating func layOut(_ tokens: [dizim_span], of symbols: Span<UInt8>, _ level: KernelLevel) {
    count = tokens.count
    rows.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    shortest.removeAll(keepingCapacity: true)
    rows.append(0)
    for first in stride(from: 0, to: count, by: Self.lanes) {
      var (least, most) = (UInt32(Self.longest), UInt32(0))
      for token in tokens[first..<min(first + Self.lanes, count)] {
        lengths.append(UInt8(token.length))
        least = min(least, token.length)
        most = max(most, token.length)
      }
      let empty = max(0, first + Self.lanes - count)
      lengths.append(contentsOf: repeatElement(0, count: empty))
      shortest.append(empty > 0 ? 0 : UInt8(least))
      rows.append(rows[rows.count - 1] + most)
    }
    let size = Int(rows[rows.count - 1]) * Self.lanes
    if self.symbols.count < size { self.symbols = [UInt8](repeating: 0, count: size) }
    let (rows, blocks) = (rows, blockCount)
    // Safety: the tokens lie within the arena, none is longer than its block's rows, for which there is room.
    unsafe symbols.withUnsafeBufferPointer { arena in
      unsafe tokens.withUnsafeBufferPointer { tokens in
        unsafe self.symbols.withUnsafeMutableBufferPointer { symbols in
          for block in 0..<blocks {
            let first = block * Self.lanes
            unsafe level.kernels.lay_out(
              arena.baseAddress, arena.count, tokens.baseAddress! + first,
              min(Self.lanes, tokens.count - first), rows[block + 1] - rows[block],
              symbols.baseAddress! + Int(rows[block]) * Self.lanes)
          }
        }
      }
    }
  }

  /// How many blocks there are.
  public var blockCount: Int { shortest.count }

  /// Calls `body` with the blocks as the kernels take them.
  func withBlocks<Result>(_ body: (UnsafePointer<dizim_blocks>) -> Result) -> Result {
    // Safety: the pointers are lent for the call alone.
    unsafe symbols.withUnsafeBufferPointer { symbols in
      unsafe rows.withUnsafeBufferPointer { rows in
        unsafe lengths.withUnsafeBufferPointer { lengths in
          unsafe shortest.withUnsafeBufferPointer { shortest in
            var blocks = unsafe dizim_blocks(
              symbols: symbols.baseAddress, rows: rows.baseAddress, lengths: lengths.baseAddress,
              shortest: shortest.baseAddress, tokens: count)
            return unsafe withUnsafePointer(to: &blocks) { unsafe body($0) }
          }
        }
      }
    }
  }

  /// Makes room for a result a lane in `results`, has `kernel` fill it, and leaves one for each token.
  func fill<Value: BitwiseCopyable & ExpressibleByIntegerLiteral>(
    _ results: inout [Value],
    _ kernel: (UnsafePointer<dizim_blocks>, UnsafeMutablePointer<Value>) -> Void
  ) {
    let lanes = blockCount * Self.lanes
    if results.count < lanes {
      results.append(contentsOf: repeatElement(0, count: lanes - results.count))
    }
    unsafe withBlocks { blocks in
      unsafe results.withUnsafeMutableBufferPointer { results in
        // Safety: there is a value for each lane, and no address where there are no lanes.
        if let start = results.baseAddress { unsafe kernel(blocks, start) }
      }
    }
    results.removeLast(results.count - count)
  }

  /// Writes the edits between `query` and each token to `results`: the same as ``Levenshtein`` counts.
  /// - Precondition: at most 64 symbols below 64.
  /// - Complexity: O(rows of the blocks), for queries of 8 symbols and less some hundred pairs in the time of one.
  public func levenshtein(
    to query: Span<UInt8>, into results: inout [UInt8], level: KernelLevel = .best
  ) {
    let kernel = unsafe level.kernels.levenshtein!
    unsafe withQuery(query) { symbols, count in
      unsafe fill(&results) { unsafe kernel(symbols, count, $0, 0, blockCount, $1) }
    }
  }

  /// Writes the similarity between `query` and each token to `results`: ``JaroWinkler`` with its usual settings, in
  /// single precision.
  /// - Precondition: at most 64 symbols below 64.
  /// - Complexity: that of ``levenshtein(to:into:level:)``, two or three times.
  public func jaroWinkler(
    to query: Span<UInt8>, into results: inout [Float], level: KernelLevel = .best
  ) {
    let kernel = unsafe level.kernels.jaro_winkler!
    unsafe withQuery(query) { symbols, count in
      unsafe fill(&results) { unsafe kernel(symbols, count, $0, 0, blockCount, $1) }
    }
  }
}

/// Calls `body` with the symbols of a query, checked.
func withQuery(_ query: Span<UInt8>, _ body: (UnsafePointer<UInt8>, Int) -> Void) {
  precondition(query.count <= TokenBlocks.longest, "A query has at most 64 symbols")
  for place in query.indices { precondition(query[place] < 64, "Symbols are below 64") }
  unsafe query.withUnsafeBufferPointer { symbols in
    // Safety: the kernels read `count` symbols; an empty span may have no address, and nothing is read of it.
    var none: UInt8 = 0
    unsafe withUnsafePointer(to: &none) { nothing in
      unsafe body(symbols.baseAddress ?? nothing, symbols.count)
    }
  }
}
