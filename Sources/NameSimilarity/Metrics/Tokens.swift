/// The words of a string: what stands between white space, in the order of their symbols' values.
struct Tokens: Sendable {
  private(set) var words: [[UInt32]]

  init(_ text: Span<some SymbolValue>) {
    words = []
    var word: [UInt32] = []
    for place in text.indices {
      let symbol = UInt32(truncatingIfNeeded: text[place])
      if !Self.isBlank(symbol) {
        word.append(symbol)
      } else if !word.isEmpty {
        words.append(word)
        word = []
      }
    }
    if !word.isEmpty { words.append(word) }
    words.sort { $0.lexicographicallyPrecedes($1) }
  }

  private init(words: [[UInt32]]) { self.words = words }

  var isEmpty: Bool { words.isEmpty }

  /// The words with a blank between them.
  var joined: [UInt32] { Array(words.joined(separator: [0x20])) }

  /// Each word once.
  var distinct: Tokens {
    var result: [[UInt32]] = []
    for word in words where result.last != word { result.append(word) }
    return Tokens(words: result)
  }

  /// The words that `other` has too, and those it has not.
  func parted(by other: Tokens) -> (common: Tokens, own: Tokens) {
    var common: [[UInt32]] = []
    var own: [[UInt32]] = []
    for word in words {
      if other.words.contains(word) { common.append(word) } else { own.append(word) }
    }
    return (Tokens(words: common), Tokens(words: own))
  }

  /// White space as Python's `str.split` has it: Unicode's, and the four separators of ASCII.
  private static func isBlank(_ symbol: UInt32) -> Bool {
    switch symbol {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
      0x205F, 0x3000:
      true
    default: false
    }
  }
}
