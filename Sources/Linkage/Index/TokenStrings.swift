internal import NameIndex
internal import NameSimilarity

/// All strings of sounds that the tokens of a small index can be read as, for comparing one with all of them.
struct TokenStrings: Sendable {
  private let blocks: TokenBlocks
  /// The tokens that can be read as each.
  private let bearers: FlatRows<UInt32>

  init(_ tables: IndexTables) throws(IndexError) {
    var bearersOf: [[UInt8]: [UInt32]] = [:]
    for token in 0..<tables.tokens.count {
      let record = try tables.token(token)
      if record.isJoined { continue }
      for form in record.forms { bearersOf[form.symbols, default: []].append(UInt32(token)) }
    }
    // The shorter first, since a block takes as long as its longest string.
    let sorted = bearersOf.sorted {
      $0.key.count != $1.key.count
        ? $0.key.count < $1.key.count : $0.key.lexicographicallyPrecedes($1.key)
    }
    blocks = TokenBlocks(sorted.map(\.key))
    bearers = FlatRows(sorted.map(\.value))
  }

  /// Calls `body` with every token of which a reading is within the limit of one of `token`; with some more than once.
  func forEachToken(
    near token: TokenRecord, _ aligner: inout BlockAligner,
    _ body: (UInt32) throws(IndexError) -> Void
  ) throws(IndexError) {
    if token.isJoined { return }
    let limit = Lexicon.limit(symbolCount: token.symbols.count)
    for form in token.forms {
      aligner.prepare(form.symbols.span)
      for match in aligner.matches(in: blocks, limit: Bits(raw: limit)) {
        for bearer in bearers[UInt32(match.token)] { try body(bearer) }
      }
    }
  }
}
