/// The tokens and keys of an index that one token has met, each once; room that serves one token after another.
struct MetTokens: Sendable {
  /// The tokens that share a key or a group with it.
  private(set) var byKey: [UInt32] = []
  /// Others that can be like it by an alignment alone.
  private(set) var others: [UInt32] = []
  /// The keys that differ little from its own: all tokens that are spelled so are met, some of them by a key as well.
  private(set) var keys: [UInt32] = []

  private var isMet: NumberSet
  private var metKeys: NumberSet

  init(tokenCount: Int, keyCount: Int) {
    isMet = NumberSet(below: tokenCount)
    metKeys = NumberSet(below: keyCount)
  }

  /// Begins a new token.
  mutating func begin() {
    for token in byKey { isMet.remove(token) }
    for token in others { isMet.remove(token) }
    for key in keys { metKeys.remove(key) }
    byKey.removeAll(keepingCapacity: true)
    others.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
  }

  /// - Throws: `IndexError.damaged` where there is no such token.
  mutating func meetByKey(_ token: UInt32) throws(IndexError) {
    if try isMet.insert(token) { byKey.append(token) }
  }

  mutating func meet(_ token: UInt32) throws(IndexError) {
    if try isMet.insert(token) { others.append(token) }
  }

  /// Takes `tokens`, each once, for all that were met.
  mutating func restrict(to tokens: [UInt32]) throws(IndexError) {
    let shared = tokens.filter { isMet.contains($0) }
    let rest = tokens.filter { !isMet.contains($0) }
    begin()
    for token in shared { try meetByKey(token) }
    for token in rest { try meet(token) }
  }

  mutating func meet(key: UInt32) throws(IndexError) {
    if try metKeys.insert(key) { keys.append(key) }
  }
}
