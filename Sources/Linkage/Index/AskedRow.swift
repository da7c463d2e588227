internal import NameIndex
internal import NameSimilarity
internal import NameText

/// A token that is asked for, worked out as those of the index are.
final class AskedToken {
  let token: NameToken
  let record: TokenRecord
  let traits: TokenTraits
  /// What symbols cost against whichever of its forms they cost least (`SymbolPrices`).
  let prices: [UInt8]
  /// The most that an alignment with it may cost.
  let limit: Int32
  /// Where the same token stands among the words of the index, or would.
  let rank: Int
  let isThere: Bool
  /// By which others meet it.
  let keys: MeetingKeys
  /// The tokens of the index that may be another spelling of it; `nil` until they are first looked for.
  var likenesses: [Likeness]?

  init(
    _ token: NameToken, _ keyed: KeyedToken, rank: (rank: Int, isThere: Bool), _ prices: [UInt8]
  ) {
    self.token = token
    record = keyed.record
    keys = MeetingKeys(keyed)
    traits = record.traits
    limit = Lexicon.limit(symbolCount: record.symbols.count)
    (self.rank, isThere) = rank
    self.prices = prices
  }
}

/// By which tokens of an index meet one that is asked for.
struct MeetingKeys {
  /// The hashes of the coarse keys of its forms and readings.
  let hashes: [UInt64]
  /// The key of its spelling; `nil` for words joined.
  let spelled: [UInt8]?

  init(_ token: KeyedToken) {
    hashes = token.keys.map { DeletionJoin.hash(of: $0.span) }
    spelled = token.spelled
  }
}

/// A token of the index that may be another spelling of one that is asked for.
struct Likeness: Sendable {
  var token: UInt32
  /// The most that agreeing can add, in 1/1024 bits; 0 where that is nothing.
  var most: Int32
}

/// A row that is asked for: its names as numbers of tokens that are asked for, and what stands beside them.
struct AskedRow: Sendable {
  /// The names, the first one first where the row has one.
  var names: [IndexedName] = []
  /// Whether the first of `names` is the row's first name: it names nobody where it is not.
  var hasName = false
  var values = FieldValues()
}
