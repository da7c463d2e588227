internal import NameIndex
internal import NameSimilarity
internal import NameText

/// Room for answering one question after another, with what is remembered from one to the next; belongs to one thread.
///
/// Questions share their common names, which have the most spellings to look through: what was found for a token is kept,
/// and no answer depends on that.
struct SearchRoom: ~Copyable {
  let tables: IndexTables
  let model: NameModel
  private let strings: TokenStrings?
  private let prices: SymbolPrices
  private var block: BlockAligner
  private var met: MetTokens
  private var alike: TokenLikenesses
  var compared: TokenComparer.Block
  var scratch = NameScorer.Scratch.forOnePair

  /// The tokens that were asked for, by number.
  private(set) var asked: [AskedToken] = []
  private var numbers: [NameToken: UInt32] = [:]
  private var remembered = 0

  /// What a name has met with so far can add at most, in 1/1024 bits; 0 where it has met with nothing.
  var most: [Int32]
  var beside: PartsBeside

  /// - Parameter strings: those of a small index.
  init(
    _ tables: IndexTables, _ model: NameModel, _ costs: TokenComparer.Costs,
    _ strings: TokenStrings?
  ) {
    self.tables = tables
    self.model = model
    self.strings = strings
    prices = costs.prices
    block = BlockAligner(costs.blocks)
    compared = TokenComparer.Block(costs.blocks)
    met = MetTokens(tokenCount: tables.tokens.count, keyCount: tables.keyHashes.count)
    alike = TokenLikenesses(tables, costs.blocks)
    most = [Int32](repeating: 0, count: tables.names.count)
    beside = PartsBeside(tokenCount: tables.tokens.count)
  }

  /// So many likenesses are remembered, some 64 MB.
  private static let mostRemembered = 1 << 23

  // MARK: Rows

  /// A row of a list as it is asked for.
  mutating func ask(_ list: RecordList, row: Int) throws(IndexError) -> AskedRow {
    if remembered > Self.mostRemembered {
      asked = []
      numbers = [:]
      remembered = 0
    }
    let names = list.rowNames(row: row)
    var asked = AskedRow()
    asked.values = list.fieldValues(row: row, names: names)
    let gender = asked.values.gender
    let main = try ask(ReadName(names.main, gender: gender))
    asked.hasName = !main.words.isEmpty
    for name in [main] + (try ask(names.others, gender: gender)) where !name.words.isEmpty {
      if !asked.names.contains(name) { asked.names.append(name) }
    }
    return asked
  }

  private mutating func ask(_ names: [PersonName], gender: Gender?) throws(IndexError)
    -> [IndexedName]
  {
    var asked: [IndexedName] = []
    for name in names { asked.append(try ask(ReadName(name, gender: gender))) }
    return asked
  }

  private mutating func ask(_ read: ReadName) throws(IndexError) -> IndexedName {
    var name = IndexedName(gender: read.gender, generation: read.generation)
    let words = read.tokens.map { token in
      var word = token
      word.isHyphenated = false
      return word
    }
    for (place, word) in words.enumerated() {
      let token = try number(word)
      name.append(
        IndexedName.Part(
          token: token, role: word.role, first: place, last: place,
          information: asked[Int(token)].record.information))
    }
    if words.count > IndexedName.mostPartsOfPerson { return name }
    for (place, word) in words.enumerated() {
      guard
        let before = IndexedName.place(
          before: place, of: words.count, first: words[0].role, last: words[words.count - 1].role),
        let both = PersonName.joining(words[before], word), try isJoinable(both)
      else { continue }
      let token = try number(both)
      name.append(
        IndexedName.Part(
          token: token, role: both.role, first: before, last: place,
          information: min(
            asked[Int(token)].record.information,
            name.words[before].information + name.words[place].information)))
    }
    return name
  }

  /// Whether two words are looked at as one: in a large index only those that sound like a single word in it, or are a
  /// compound (`JoinableWords`).
  private func isJoinable(_ both: NameToken) throws(IndexError) -> Bool {
    if tables.figures.joinsAll != 0 || !both.forms.isEmpty { return true }
    return try tables.isSpelled(Phonemes.coarse(Phonemes.symbols(of: both.text)))
  }

  // MARK: Tokens

  private mutating func number(_ token: NameToken) throws(IndexError) -> UInt32 {
    if let number = numbers[token] { return number }
    let tables = self.tables
    let keyed = try KeyedToken(token, model) { coarse throws(IndexError) in
      (try tables.count(.name(coarse: coarse)), tables.figures.occurrenceCount)
    }
    let number = UInt32(asked.count)
    asked.append(
      AskedToken(token, keyed, rank: try tables.rank(of: token), leastPrices(keyed.record)))
    numbers[token] = number
    remembered += 256
    return number
  }

  /// What symbols cost against whichever form of a token they cost least.
  private func leastPrices(_ token: TokenRecord) -> [UInt8] {
    var ofForms: [UInt8] = []
    for form in token.forms { prices.append(of: form.symbols.span, to: &ofForms) }
    var least: [UInt8] = []
    SymbolPrices.appendLeast(of: 0..<UInt32(token.forms.count), in: ofForms, to: &least)
    return least
  }

  /// The tokens that may be another spelling of one that is asked for: in a small index all that are, in a large one those
  /// that share a coarse key with it, or whose key as it is spelled differs by little from its own (`TokenJoin`).
  mutating func likenesses(of number: UInt32) throws(IndexError) -> [Likeness] {
    let token = asked[Int(number)]
    if let known = token.likenesses { return known }
    var found: [Likeness] = []
    if token.record.role != .initial {
      try meetByKey(token)
      if let strings {
        try strings.forEachToken(near: token.record, &block) { other throws(IndexError) in
          try met.meet(other)
        }
      } else if let spelled = token.keys.spelled {
        try tables.forEachKey(near: spelled) { key throws(IndexError) in try met.meet(key: key) }
      }
      found = try alike.likenesses(of: token.record, token.prices, among: met)
    }
    token.likenesses = found
    remembered += found.count
    return found
  }

  /// Those of some tokens of the index that may be another spelling of one that is asked for, whether or not they would be
  /// met.
  mutating func likenesses(of number: UInt32, among tokens: [UInt32]) throws(IndexError)
    -> [Likeness]
  {
    let token = asked[Int(number)]
    if token.record.role == .initial { return [] }
    try meetByKey(token)
    try met.restrict(to: tokens)
    return try alike.likenesses(of: token.record, token.prices, among: met)
  }

  private mutating func meetByKey(_ token: AskedToken) throws(IndexError) {
    met.begin()
    for hash in token.keys.hashes {
      try tables.forEachToken(ofKey: hash) { other throws(IndexError) in
        try met.meetByKey(other)
      }
    }
    for membership in token.record.groups {
      try tables.forEachToken(ofGroup: membership.group) { other throws(IndexError) in
        try met.meetByKey(other)
      }
    }
  }
}
