internal import NameIndex
internal import NameText

extension Lexicon {
  /// Collects tokens; `Lexicon.finished` sorts, counts and joins them.
  struct Builder: ~Copyable {
    private var numbers: [NameToken: UInt32] = [:]
    /// The distinct tokens by their provisional numbers.
    private(set) var tokens: [NameToken] = []
    /// How many people of the lists are taken to bear the token.
    private var counts: [UInt32] = []
    /// How the tokens are spelled, as far as `spell` has come.
    private(set) var spellings = TokenSpellings()

    /// A token as it stands in a name.
    struct Word: Hashable {
      /// The provisional number.
      var token: UInt32
      var isHyphenated: Bool
    }

    /// The word that a token is; it is counted by `count` only.
    mutating func insert(_ token: NameToken) -> Word {
      var key = token
      key.isHyphenated = false
      let number = numbers[key] ?? UInt32(tokens.count)
      if number == tokens.count {
        numbers[key] = number
        tokens.append(key)
        counts.append(0)
      }
      return Word(token: number, isHyphenated: token.isHyphenated)
    }

    /// Takes so many more people to bear a token.
    mutating func count(_ token: UInt32, _ people: UInt32) { counts[Int(token)] += people }

    /// How many people of the lists are taken to bear a token.
    func count(of token: UInt32) -> UInt32 { counts[Int(token)] }

    /// Works out how the tokens are spelled that have come since it was called last.
    mutating func spell(_ model: NameModel, threads: Int) {
      spellings.append(tokens[spellings.count...], model, threads: threads)
    }

    /// The tokens by their text, how many people bear each, and for each provisional number the place of the token.
    consuming func sorted() -> (tokens: [NameToken], counts: [UInt32], places: [UInt32]) {
      let order = byText()
      return (
        order.map { tokens[Int($0)] }, order.map { counts[Int($0)] }, Self.places(in: order)
      )
    }

    /// For each number the place where it stands in `order`, which has every number once.
    static func places(in order: [UInt32]) -> [UInt32] {
      var places = [UInt32](repeating: 0, count: order.count)
      for (place, number) in order.enumerated() { places[Int(number)] = UInt32(place) }
      return places
    }

    /// The provisional numbers by coarse key, those of one key by text; and the place of each one's key among the keys,
    /// ascending.
    func byKey() -> (order: [UInt32], keys: [UInt32]) {
      let placeOfKey = Self.places(in: spellings.keys.ascending())
      var ends = [Int](repeating: 0, count: placeOfKey.count + 1)
      for key in spellings.keyOfToken { ends[Int(placeOfKey[Int(key)]) + 1] += 1 }
      for key in placeOfKey.indices { ends[key + 1] += ends[key] }
      var (order, keys) = (
        [UInt32](repeating: 0, count: tokens.count), [UInt32](repeating: 0, count: tokens.count)
      )
      for token in byText() {
        let key = placeOfKey[Int(spellings.keyOfToken[Int(token)])]
        order[ends[Int(key)]] = token
        keys[ends[Int(key)]] = key
        ends[Int(key)] += 1
      }
      return (order, keys)
    }

    /// The provisional numbers by text, then by what else tells tokens apart.
    private func byText() -> [UInt32] {
      var texts = StringArena()
      for token in tokens.indices { texts.append(tokens[token].text.utf8) }
      var order = texts.ascending()
      var start = 0
      while start < order.count {
        let text = tokens[Int(order[start])].text
        var end = start + 1
        while end < order.count, tokens[Int(order[end])].text == text { end += 1 }
        if end > start + 1 {
          order[start..<end].sort { Lexicon.precedes(tokens[Int($0)], tokens[Int($1)]) }
        }
        start = end
      }
      return order
    }
  }

  /// The order of tokens: by text, then by what else tells them apart.
  static func precedes(_ a: NameToken, _ b: NameToken) -> Bool {
    if a.text != b.text { return a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }
    if a.role != b.role { return a.role.rawValue < b.role.rawValue }
    if a.gender != b.gender { return (a.gender?.rawValue ?? 9) < (b.gender?.rawValue ?? 9) }
    if a.isJoined != b.isJoined { return b.isJoined }
    if a.script != b.script { return a.script.rawValue < b.script.rawValue }
    func key(_ t: NameToken) -> [String] {
      t.forms.map { "\($0.kind.rawValue)\($0.case.rawValue)\($0.text)" }
    }
    return key(a).lexicographicallyPrecedes(key(b))
  }
}
