internal import Synchronization

/// A view of the bytes of an index, of which nothing is used unseen.
///
/// Every access is held against the size, and the block of 4,096 bytes that it falls into against its checksum, when it is
/// first touched. So a file opens at once, and one that is damaged gives an error and never another answer.
///
/// The bytes belong to `IndexBytes`, which `IndexTables` keeps: counting who holds them would cost more than reading them.
@safe struct CheckedBytes: @unchecked Sendable {
  // Sendable: the bytes are not written, and what is noted of a block is atomic.

  /// How many bytes there are.
  let count: Int
  private let start: UnsafeRawPointer
  /// The bytes whose blocks have checksums, and where these stand.
  private var guarded = 0..<0
  private var sums = 0
  /// For each block whether it has been checked.
  private var isChecked: UnsafeMutablePointer<Atomic<Bool>>? = nil

  static let blockSize = 4096

  @unsafe init(start: UnsafeRawPointer, count: Int) {
    unsafe self.start = start
    self.count = count
  }

  private var blockCount: Int { (guarded.count + Self.blockSize - 1) / Self.blockSize }

  mutating func guardBlocks(of range: Range<Int>, sums: Int) {
    guarded = range
    self.sums = sums
    let flags = UnsafeMutablePointer<Atomic<Bool>>.allocate(capacity: max(1, blockCount))
    for block in 0..<blockCount { unsafe (flags + block).initialize(to: Atomic(false)) }
    unsafe isChecked = flags
  }

  mutating func forgetBlocks() {
    guard let flags = unsafe isChecked else { return }
    unsafe flags.deinitialize(count: blockCount)
    unsafe flags.deallocate()
    unsafe isChecked = nil
  }

  /// Holds the bytes of `range` against their checksums, where they have some.
  @inline(__always)
  func check(_ range: Range<Int>) throws(IndexError) {
    guard range.lowerBound >= 0, range.upperBound <= count else { throw .damaged }
    guard let isChecked = unsafe isChecked, !range.isEmpty else { return }
    guard range.lowerBound >= guarded.lowerBound, range.upperBound <= guarded.upperBound else {
      throw .damaged
    }
    let first = (range.lowerBound - guarded.lowerBound) / Self.blockSize
    let last = (range.upperBound - 1 - guarded.lowerBound) / Self.blockSize
    for block in first...last {
      // Safety: the block is one of the range's.
      if unsafe isChecked[block].load(ordering: .relaxed) { continue }
      try checkBlock(block)
      unsafe isChecked[block].store(true, ordering: .relaxed)
    }
  }

  /// The number at an offset among the bytes that have checksums; it lies within one block.
  @unsafe @inline(__always)
  func loadFromBlock<Number: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as: Number.Type)
    throws(IndexError) -> Number
  {
    let block = Int(
      bitPattern: UInt(bitPattern: offset &- guarded.lowerBound) / UInt(Self.blockSize))
    if !(unsafe isChecked.unsafelyUnwrapped[block].load(ordering: .relaxed)) {
      try checkBlock(block)
      unsafe isChecked.unsafelyUnwrapped[block].store(true, ordering: .relaxed)
    }
    return unsafe loadUnchecked(offset, as: Number.self)
  }

  /// Whether all of a section has checksums, and none of its numbers lies in two blocks.
  func guards(_ section: IndexFormat.Section) -> Bool {
    unsafe isChecked != nil && section.offset >= guarded.lowerBound
      && section.offset + section.count * section.elementSize <= guarded.upperBound
      && section.offset.isMultiple(of: section.elementSize)
      && guarded.lowerBound.isMultiple(of: section.elementSize)
      && Self.blockSize.isMultiple(of: section.elementSize)
  }

  @inline(never)
  private func checkBlock(_ block: Int) throws(IndexError) {
    let first = guarded.lowerBound + block * Self.blockSize
    let last = min(first + Self.blockSize, guarded.upperBound)
    let sum = unsafe loadUnchecked(sums + block * 8, as: UInt64.self)
    guard checksum(first..<last) == sum else { throw .damaged }
  }

  /// The sum over the bytes of `range`, which is within the bytes.
  func checksum(_ range: Range<Int>) -> UInt64 {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    // Safety: the range was checked, and the bytes outlive this.
    return unsafe Checksum.of(
      Span(
        _unsafeStart: (start + range.lowerBound).assumingMemoryBound(to: UInt8.self),
        count: range.count))
  }

  /// The number at an offset, checked.
  @inline(__always)
  func load<Number: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as: Number.Type)
    throws(IndexError) -> Number
  {
    try check(offset..<offset + MemoryLayout<Number>.size)
    return unsafe loadUnchecked(offset, as: Number.self)
  }

  /// The number at an offset that has been checked.
  @unsafe @inline(__always)
  func loadUnchecked<Number: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as: Number.Type)
    -> Number
  {
    unsafe Number(littleEndian: start.loadUnaligned(fromByteOffset: offset, as: Number.self))
  }

  /// The address of an offset that has been checked.
  @unsafe @inline(__always)
  func address(_ offset: Int) -> UnsafeRawPointer { unsafe start + offset }
}
