/// Values by words of a table, in a table of linear probing over the words' bytes.
///
/// Words of names are asked for by the million, and a table of some thousand words is filled before the first answer: a
/// dictionary of strings takes several times as long for both. Equal words have to have the same bytes, as cleaned words
/// do.
public struct WordTable<Value: Sendable>: Sendable {
  @usableFromInline var words: [TableCell] = []
  @usableFromInline var values: [Value] = []
  /// The number of a word and 1, from where its hash says; 0 where none stands.
  @usableFromInline var slots: [UInt16]

  /// A table with room for so many words; it grows where there are more.
  @inlinable public init(minimumCapacity: Int = 32) {
    slots = []
    reserve(minimumCapacity)
  }

  /// The value of a word given by its bytes, or none.
  /// - Complexity: O(1), O(bytes of the word) to compare.
  @inlinable public subscript(_ word: Span<UInt8>) -> Value? {
    let number = slots[slot(of: word)]
    return number == 0 ? nil : values[Int(number) - 1]
  }

  /// The value of a word, or none.
  @inlinable public subscript(_ word: String) -> Value? { self[word.utf8Span.span] }

  /// The value of a word in a table, or none.
  @inlinable public subscript(_ word: TableCell) -> Value? {
    word.withSpan { self[$0] }
  }

  /// Puts `value` in the place of the word's value, or adds the word.
  /// - Precondition: there are at most 65,535 words.
  /// - Complexity: O(1) amortised, O(bytes of the word) to compare.
  @inlinable public mutating func set(_ value: Value, of word: TableCell) {
    let slot = word.withSpan { self.slot(of: $0) }
    if slots[slot] != 0 {
      values[Int(slots[slot]) - 1] = value
      return
    }
    words.append(word)
    values.append(value)
    precondition(words.count <= UInt16.max, "A table of words has more than 65,535")
    slots[slot] = UInt16(words.count)
    if words.count * 2 > slots.count { reserve(words.count * 2) }
  }

  /// Calls `body` with each word and its value, in the order in which words were added.
  @inlinable public func forEach(_ body: (_ word: TableCell, _ value: Value) -> Void) {
    for number in words.indices { body(words[number], values[number]) }
  }

  /// Makes room for so many words.
  @inlinable mutating func reserve(_ count: Int) {
    words.reserveCapacity(count)
    values.reserveCapacity(count)
    var size = 64
    while size < count * 2 { size *= 2 }
    slots = [UInt16](repeating: 0, count: size)
    for number in words.indices {
      let slot = words[number].withSpan { self.slot(of: $0) }
      slots[slot] = UInt16(number + 1)
    }
  }

  /// A number made of the length and the first and the last eight bytes, which tell most words apart.
  @inlinable static func hash(_ word: Span<UInt8>) -> UInt64 {
    var (first, last) = (UInt64(0), UInt64(0))
    if word.count >= 8 {
      // Safety: there are eight bytes from both places on.
      unsafe first = word.bytes.unsafeLoadUnaligned(as: UInt64.self)
      unsafe last = word.bytes.unsafeLoadUnaligned(
        fromByteOffset: word.count - 8, as: UInt64.self)
    } else {
      for place in word.indices { first = first << 8 | UInt64(word[place]) }
    }
    // Fibonacci hashing (Knuth, TAOCP 3, 6.4).
    let mixed = (first ^ last << 29 ^ last >> 35) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(word.count)
    return mixed >> 32 ^ mixed >> 47
  }

  /// Where a word stands, or would stand.
  @inlinable func slot(of word: Span<UInt8>) -> Int {
    var slot = Int(truncatingIfNeeded: Self.hash(word)) & (slots.count - 1)
    while slots[slot] != 0, !words[Int(slots[slot]) - 1].hasBytes(word) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }
}
