/// The numbers of a section of an index.
struct FlatArray<Element: FixedWidthInteger & BitwiseCopyable & Sendable>: Sendable {
  private let bytes: CheckedBytes
  private let offset: Int
  let count: Int

  /// The numbers of `section`.
  init(_ bytes: CheckedBytes, _ section: IndexFormat.Section) throws(IndexError) {
    guard section.elementSize == MemoryLayout<Element>.size, bytes.guards(section) else {
      throw .damaged
    }
    self.bytes = bytes
    offset = section.offset
    count = section.count
  }

  subscript(place: Int) -> Element {
    @inline(__always) get throws(IndexError) {
      guard place >= 0, place < count else { throw .damaged }
      // Safety: the section is guarded, and the place is one of its.
      return unsafe try bytes.loadFromBlock(
        offset &+ place &* MemoryLayout<Element>.size, as: Element.self)
    }
  }

  /// Calls `body` with the numbers that stand in `range`, which are checked once.
  @inline(__always)
  func withNumbers<Result>(
    in range: Range<Int>, _ body: (Span<Element>) throws(IndexError) -> Result
  ) throws(IndexError) -> Result {
    guard range.lowerBound >= 0, range.upperBound <= count else { throw .damaged }
    let size = MemoryLayout<Element>.size
    try bytes.check(offset + range.lowerBound * size..<offset + range.upperBound * size)
    // Safety: the bytes of the range were checked, are aligned as the section is, and outlive the call. Machines that this
    // runs on keep their numbers as the file does.
    let start = unsafe bytes.address(offset + range.lowerBound * size)
      .assumingMemoryBound(to: Element.self)
    return try body(unsafe Span(_unsafeStart: start, count: range.count))
  }

  /// Holds the numbers of `range` against their checksums.
  func check(_ range: Range<Int>) throws(IndexError) {
    guard range.lowerBound >= 0, range.upperBound <= count else { throw .damaged }
    let size = MemoryLayout<Element>.size
    try bytes.check(offset + range.lowerBound * size..<offset + range.upperBound * size)
  }

  /// Calls `body` with all numbers, of which it uses none that was not checked.
  func withAllNumbers<Result>(_ body: (Span<Element>) -> Result) -> Result {
    // Safety: the section lies within the bytes, is aligned, and outlives the call.
    let start = unsafe bytes.address(offset).assumingMemoryBound(to: Element.self)
    return body(unsafe Span(_unsafeStart: start, count: count))
  }

  /// Calls `body` with each number that stands in `range`.
  @inline(__always)
  func forEach(in range: Range<Int>, _ body: (Element) throws(IndexError) -> Void)
    throws(IndexError)
  {
    guard range.lowerBound >= 0, range.upperBound <= count else { throw .damaged }
    let size = MemoryLayout<Element>.size
    try bytes.check(offset + range.lowerBound * size..<offset + range.upperBound * size)
    for place in range {
      // Safety: the bytes of the range were checked.
      try body(unsafe bytes.loadUnchecked(offset + place * size, as: Element.self))
    }
  }

  /// The place of `number` in ascending numbers; `nil` where it is none of them.
  func firstIndex(of number: Element) throws(IndexError) -> Int? {
    let place = try lowerBound(number, in: 0..<count)
    guard place < count, try self[place] == number else { return nil }
    return place
  }

  /// The first place in `range` of ascending numbers where one stands that is not below `number`.
  func lowerBound(_ number: Element, in range: Range<Int>) throws(IndexError) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if try self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Rows of numbers in an index: those of row `r` stand from `starts[r]` to `starts[r + 1]`.
struct FlatLists: Sendable {
  private let starts: FlatArray<UInt32>
  private let items: FlatArray<UInt32>

  init(_ starts: FlatArray<UInt32>, _ items: FlatArray<UInt32>) {
    self.starts = starts
    self.items = items
  }

  /// How many rows there are.
  var count: Int { max(0, starts.count - 1) }

  /// Where a row stands.
  func range(_ row: Int) throws(IndexError) -> Range<Int> {
    let (first, last) = (Int(try starts[row]), Int(try starts[row + 1]))
    guard first <= last else { throw .damaged }
    return first..<last
  }

  @inline(__always)
  func forEach(_ row: Int, _ body: (UInt32) throws(IndexError) -> Void) throws(IndexError) {
    try items.forEach(in: range(row), body)
  }

  /// Those numbers of an ascending row that are below `limit`.
  func forEach(_ row: Int, below limit: UInt32, _ body: (UInt32) throws(IndexError) -> Void)
    throws(IndexError)
  {
    let range = try range(row)
    if limit == .max { return try items.forEach(in: range, body) }
    let last = try items.lowerBound(limit, in: range)
    try items.forEach(in: range.lowerBound..<last, body)
  }
}

/// Records of different lengths in an index.
struct FlatRecords: Sendable {
  private let bytes: CheckedBytes
  private let offset: Int
  private let size: Int
  private let starts: FlatArray<UInt32>

  init(_ bytes: CheckedBytes, starts: FlatArray<UInt32>, _ section: IndexFormat.Section)
    throws(IndexError)
  {
    guard section.elementSize == 1 else { throw .damaged }
    self.bytes = bytes
    self.starts = starts
    offset = section.offset
    size = section.count
  }

  /// How many records there are.
  var count: Int { max(0, starts.count - 1) }

  /// A reader of a record.
  subscript(record: Int) -> ByteReader {
    get throws(IndexError) {
      let (first, last) = (Int(try starts[record]), Int(try starts[record + 1]))
      guard first <= last, last <= size else { throw .damaged }
      return try ByteReader(bytes, offset + first..<offset + last)
    }
  }
}
