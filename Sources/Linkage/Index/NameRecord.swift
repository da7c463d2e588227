internal import NameText

/// What is asked first of a name of an index, in 32 bits.
struct NameHead: Sendable {
  let bits: UInt32

  /// What a file says.
  init(bits: UInt32) { self.bits = bits }

  init(_ name: IndexedName) {
    bits =
      UInt32(name.partCount) | UInt32(name.parts.count { $0.role == .initial }) << 7
      | UInt32(name.joined.count) << 14 | UInt32(RecordWriter.code(of: name.gender)) << 20
      | (name.generation.map { UInt32($0.rawValue) + 1 } ?? 0) << 22
  }

  var partCount: Int { Int(bits & 127) }
  var initials: Int32 { Int32(bits >> 7 & 127) }
  var joinedCount: Int { Int(bits >> 14 & 63) }
  /// A number for each part, two for each two words joined.
  var numberCount: Int { partCount + 2 * joinedCount }

  func gender() throws(IndexError) -> Gender? { try ByteReader.gender(UInt8(bits >> 20 & 3)) }

  func generation() throws(IndexError) -> Generation? {
    let code = UInt8(bits >> 22 & 15)
    if code == 0 { return nil }
    guard let generation = Generation(rawValue: code - 1) else { throw .damaged }
    return generation
  }
}

/// A distinct name of an index: the numbers of its tokens.
struct NameRecord: Sendable {
  var gender: Gender?
  var generation: Generation?
  var tokens: [UInt32] = []
  /// Neighbours written as one: the place of the first, and the token that they are together. After the last place comes
  /// the first.
  var joined: [(place: Int, token: UInt32)] = []
}

/// The names of an index, four numbers each, so that most are read from one place: the head and three tokens, or where a
/// longer name stands in an array of its own.
struct FlatNames: Sendable {
  private let slots: FlatArray<UInt32>
  private let long: FlatArray<UInt32>

  init(_ slots: FlatArray<UInt32>, long: FlatArray<UInt32>) {
    self.slots = slots
    self.long = long
  }

  fileprivate static let slotSize = 4

  var count: Int { slots.count / Self.slotSize }

  func head(_ name: Int) throws(IndexError) -> NameHead {
    NameHead(bits: try slots[name * Self.slotSize])
  }

  /// Calls `body` with the head of a name and its numbers: the tokens of its parts, then of its words joined, each behind
  /// the place of the first of the two.
  @inline(__always)
  private func withNumbers(
    of name: Int, _ body: (NameHead, Span<UInt32>) throws(IndexError) -> Void
  ) throws(IndexError) {
    let first = name * Self.slotSize
    try slots.withNumbers(in: first..<first + Self.slotSize) { slot throws(IndexError) in
      let head = NameHead(bits: slot[0])
      let count = head.numberCount
      if count < Self.slotSize { return try body(head, slot.extracting(1..<1 + count)) }
      let start = Int(slot[1])
      try long.withNumbers(in: start..<start + count) { numbers throws(IndexError) in
        try body(head, numbers)
      }
    }
  }

  /// A name.
  subscript(name: Int) -> NameRecord {
    get throws(IndexError) {
      var record = NameRecord()
      try withNumbers(of: name) { head, numbers throws(IndexError) in
        let count = head.partCount
        guard count + head.joinedCount <= IndexedName.mostParts else { throw .damaged }
        record.gender = try head.gender()
        record.generation = try head.generation()
        record.tokens.reserveCapacity(count)
        for place in 0..<count { record.tokens.append(numbers[place]) }
        for place in stride(from: count, to: numbers.count, by: 2) {
          guard count > 1, Int(numbers[place]) < count else { throw .damaged }
          record.joined.append((Int(numbers[place]), numbers[place + 1]))
        }
      }
      return record
    }
  }

  /// Calls `body` with each token of a name, those of words joined last; the name's head.
  @inline(__always)
  func forEachToken(of name: Int, _ body: (UInt32) throws(IndexError) -> Void) throws(IndexError)
    -> NameHead
  {
    var head = NameHead(bits: 0)
    try withNumbers(of: name) { found, numbers throws(IndexError) in
      head = found
      let count = head.partCount
      for place in 0..<count { try body(numbers[place]) }
      var place = count + 1
      while place < numbers.count {
        try body(numbers[place])
        place += 2
      }
    }
    return head
  }
}

extension IndexFormat.Writer {
  /// Adds the two sections of names.
  mutating func add(_ names: [IndexedName]) {
    var slots: [UInt32] = []
    slots.reserveCapacity(names.count * FlatNames.slotSize)
    var long: [UInt32] = []
    for name in names {
      let numbers =
        name.parts.map(\.token) + name.joined.flatMap { [UInt32($0.first), $0.token] }
      slots.append(NameHead(name).bits)
      if numbers.count < FlatNames.slotSize {
        slots += numbers
      } else {
        slots.append(UInt32(long.count))
        long += numbers
      }
      slots.append(contentsOf: repeatElement(0, count: -slots.count & (FlatNames.slotSize - 1)))
    }
    add(.names, slots)
    add(.longNames, long)
  }
}
