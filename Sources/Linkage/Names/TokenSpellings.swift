internal import NameIndex
internal import NameText

/// How tokens are spelled in phoneme symbols, and the coarse keys under which all spellings, genders, affixes and cases of a
/// name are counted together.
struct TokenSpellings: Sendable {
  private var symbols = StringArena()
  /// The number of the coarse key of each token.
  private(set) var keyOfToken: [UInt32] = []
  private var numbers = StringNumbers()

  /// The coarse keys by number.
  var keys: StringArena { numbers.strings }

  /// The number of tokens.
  var count: Int { keyOfToken.count }

  /// Adds tokens, numbered on.
  mutating func append(_ tokens: ArraySlice<NameToken>, _ model: NameModel, threads: Int) {
    let spelled = parallelMap(count: tokens.count, part: 1024, threads: threads) { range in
      range.map { place in
        let token = tokens[tokens.startIndex + place]
        let symbols = model.symbols(of: token)
        return (symbols: symbols, key: model.coarseKey(of: token, spelled: symbols))
      }
    }
    for part in spelled {
      for (symbols, key) in part {
        self.symbols.append(symbols)
        keyOfToken.append(numbers.number(of: key))
      }
    }
  }

  /// What a token is spelled like.
  func symbols(of token: UInt32) -> [UInt8] { symbols[token] }

  /// The coarse key of a token.
  func key(of token: UInt32) -> [UInt8] { keys[keyOfToken[Int(token)]] }
}
