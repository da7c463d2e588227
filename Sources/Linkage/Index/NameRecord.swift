internal import NameText

/// A distinct name of an index: the numbers of its tokens.
struct NameRecord: Sendable {
  var gender: Gender?
  var tokens: [UInt32] = []
  /// Neighbours written as one: the place of the first, and the token that they are together. After the last place comes
  /// the first.
  var joined: [(place: Int, token: UInt32)] = []
}

extension RecordWriter {
  mutating func append(_ name: IndexedName) {
    byte(UInt8(name.parts.count))
    byte(code(of: name.gender) | UInt8(name.joined.count) << 2)
    for part in name.parts { varint(Int(part.token)) }
    for part in name.joined {
      byte(UInt8(part.first))
      varint(Int(part.token))
    }
  }
}

extension ByteReader {
  mutating func name() throws(IndexError) -> NameRecord {
    var name = NameRecord()
    let count = Int(try byte())
    let head = try byte()
    name.gender = try gender(head & 3)
    name.tokens.reserveCapacity(count)
    for _ in 0..<count { name.tokens.append(try varint32()) }
    for _ in 0..<Int(head >> 2) {
      let place = Int(try byte())
      guard place < count else { throw .damaged }
      name.joined.append((place, try varint32()))
    }
    guard count <= IndexedName.mostParts else { throw .damaged }
    return name
  }

  /// Calls `body` with each token of the name that stands here, those of words joined last; the number of the others.
  @inline(__always)
  mutating func forEachTokenOfName(_ body: (UInt32) throws(IndexError) -> Void) throws(IndexError)
    -> Int
  {
    let count = Int(try byte())
    let joined = Int(try byte() >> 2)
    for _ in 0..<count { try body(try varint32()) }
    for _ in 0..<joined {
      try skip(1)
      try body(try varint32())
    }
    return count
  }
}
