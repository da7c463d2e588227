/// Reads a record of an index from its first byte on.
@safe struct ByteReader {
  private var place: UnsafeRawPointer
  /// How many bytes are left.
  private(set) var rest: Int

  /// A reader of the bytes of `range`, which are checked here.
  @inline(__always)
  init(_ bytes: CheckedBytes, _ range: Range<Int>) throws(IndexError) {
    try bytes.check(range)
    unsafe place = bytes.address(range.lowerBound)
    rest = range.count
  }

  mutating func byte() throws(IndexError) -> UInt8 { try number(UInt8.self) }

  /// A number of fixed size.
  @inline(__always)
  mutating func number<Number: FixedWidthInteger & BitwiseCopyable>(_: Number.Type)
    throws(IndexError) -> Number
  {
    let size = MemoryLayout<Number>.size
    guard rest >= size else { throw .damaged }
    // Safety: the rest of the bytes was checked.
    let number = unsafe Number(littleEndian: place.loadUnaligned(as: Number.self))
    unsafe place += size
    rest -= size
    return number
  }

  /// A number of seven bits a byte, the lowest first, and of five bytes at most.
  @inline(__always)
  mutating func varint() throws(IndexError) -> Int {
    var number = 0
    var shift = 0
    while true {
      let next = try byte()
      number |= Int(next & 127) << shift
      if next < 128 { return number }
      shift += 7
      if shift > 28 { throw .damaged }
    }
  }

  /// The same where it has to be one of 32 bits.
  mutating func varint32() throws(IndexError) -> UInt32 {
    guard let number = UInt32(exactly: try varint()) else { throw .damaged }
    return number
  }

  /// An amount of evidence, not negative, and so small that the amounts of all parts of a name can be added up.
  mutating func amount() throws(IndexError) -> Int32 {
    let number = try varint()
    guard number < 1 << 20 else { throw .damaged }
    return Int32(number)
  }

  /// Adds the next `count` bytes to `array`.
  mutating func read(_ count: Int, into array: inout [UInt8]) throws(IndexError) {
    guard count >= 0, count <= rest else { throw .damaged }
    // Safety: the rest of the bytes was checked.
    unsafe array.append(contentsOf: UnsafeRawBufferPointer(start: place, count: count))
    unsafe place += count
    rest -= count
  }

  /// Bytes behind their number.
  mutating func string() throws(IndexError) -> [UInt8] {
    let count = try varint()
    var array: [UInt8] = []
    if count <= rest { array.reserveCapacity(count) }
    try read(count, into: &array)
    return array
  }

  /// Whether the bytes that stand here behind their number come before `other`; `nil` where they are equal.
  mutating func stringPrecedes(_ other: [UInt8]) throws(IndexError) -> Bool? {
    let count = try varint()
    for place in 0..<min(count, other.count) {
      let byte = try byte()
      if byte != other[place] { return byte < other[place] }
    }
    return count == other.count ? nil : count < other.count
  }

  /// Text behind the number of its bytes.
  mutating func text() throws(IndexError) -> String {
    String(decoding: try string(), as: UTF8.self)
  }

  /// Passes over the next `count` bytes.
  mutating func skip(_ count: Int) throws(IndexError) {
    guard count >= 0, count <= rest else { throw .damaged }
    unsafe place += count
    rest -= count
  }

  /// Passes over a number of seven bits a byte.
  mutating func skipVarint() throws(IndexError) { while try byte() >= 128 {} }
}
