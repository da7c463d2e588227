/// Values by rough spelling, in a table of linear probing: a rough spelling is a hash, and needs no other.
struct SpellingTable<Value: Sendable>: Sendable {
  private var slots: [(spelling: RoughSpelling, value: Value)?]
  private var count = 0

  /// A table with room for so many spellings; it grows where there are more.
  init(minimumCapacity: Int) {
    var size = 64
    while size * 3 < minimumCapacity * 4 { size *= 2 }
    slots = Array(repeating: nil, count: size)
  }

  /// The value of a spelling, or none.
  /// - Complexity: O(1).
  subscript(_ spelling: RoughSpelling) -> Value? { slots[slot(of: spelling)]?.value }

  /// Puts `value` in the place of the spelling's value, or adds the spelling.
  mutating func set(_ value: Value, of spelling: RoughSpelling) {
    let slot = slot(of: spelling)
    if slots[slot] == nil { count += 1 }
    slots[slot] = (spelling, value)
    // Three slots of four may be taken: a hash so good meets others seldom, and slots are memory to be touched.
    if count * 4 > slots.count * 3 { grow() }
  }

  /// Where a spelling stands, or would stand.
  private func slot(of spelling: RoughSpelling) -> Int {
    var slot = Int(truncatingIfNeeded: spelling.hash >> 20) & (slots.count - 1)
    while let other = slots[slot]?.spelling, other != spelling {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    var greater = SpellingTable(minimumCapacity: slots.count)
    for case (let spelling, let value)? in slots { greater.set(value, of: spelling) }
    self = greater
  }
}
