internal import Synchronization

/// The bytes of an index, in memory or of a file that is mapped into it.
///
/// Nothing of a file is used unseen: every access is held against the size, and the block of 4,096 bytes that it falls
/// into against its checksum, when it is first touched. So a file opens at once, and one that is damaged gives an error and
/// never another answer.
@safe package final class IndexBytes: @unchecked Sendable {
  // Sendable: the bytes are not written, and what is noted of a block is atomic.

  /// How many bytes there are.
  package let count: Int
  private let start: UnsafeRawPointer
  private let release: @Sendable (UnsafeRawPointer, Int) -> Void
  private var guarded = Guarded()

  static let blockSize = 4096

  /// The blocks that have checksums.
  @safe private struct Guarded {
    var range = 0..<0
    var sums = 0
    var isChecked: UnsafeMutablePointer<Atomic<Bool>>? = nil
    var blockCount: Int { (range.count + IndexBytes.blockSize - 1) / IndexBytes.blockSize }
  }

  /// Takes over `count` bytes from `start` on, which nobody writes any more; `release` is told when they are done with.
  package init(
    start: UnsafeRawPointer, count: Int,
    release: @escaping @Sendable (UnsafeRawPointer, Int) -> Void
  ) {
    unsafe self.start = start
    self.count = count
    unsafe self.release = release
  }

  /// A copy of `bytes`.
  package convenience init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 64)
    unsafe copy.copyBytes(from: bytes)
    // Safety: the buffer has room for one byte at least, and so an address.
    unsafe self.init(start: UnsafeRawPointer(copy.baseAddress!), count: bytes.count) { start, _ in
      unsafe UnsafeMutableRawPointer(mutating: start).deallocate()
    }
  }

  deinit {
    if let isChecked = unsafe guarded.isChecked {
      unsafe isChecked.deinitialize(count: guarded.blockCount)
      unsafe isChecked.deallocate()
    }
    unsafe release(start, count)
  }

  /// Has each block of `range` held against its checksum before it is used; the sums stand from `sums` on. For the one who
  /// opens the index to call, once.
  func guardBlocks(of range: Range<Int>, sums: Int) {
    guarded.range = range
    guarded.sums = sums
    let isChecked = UnsafeMutablePointer<Atomic<Bool>>.allocate(
      capacity: max(1, guarded.blockCount))
    for block in 0..<guarded.blockCount {
      unsafe (isChecked + block).initialize(to: Atomic(false))
    }
    unsafe guarded.isChecked = isChecked
  }

  /// Holds the bytes of `range` against their checksums, where they have some.
  @inline(__always)
  func check(_ range: Range<Int>) throws(IndexError) {
    guard range.lowerBound >= 0, range.upperBound <= count else { throw .damaged }
    guard let isChecked = unsafe guarded.isChecked, !range.isEmpty else { return }
    guard range.lowerBound >= guarded.range.lowerBound,
      range.upperBound <= guarded.range.upperBound
    else { throw .damaged }
    let first = (range.lowerBound - guarded.range.lowerBound) / Self.blockSize
    let last = (range.upperBound - 1 - guarded.range.lowerBound) / Self.blockSize
    for block in first...last {
      // Safety: the block is one of the range's.
      if unsafe isChecked[block].load(ordering: .relaxed) { continue }
      try checkBlock(block)
      unsafe isChecked[block].store(true, ordering: .relaxed)
    }
  }

  private func checkBlock(_ block: Int) throws(IndexError) {
    let first = guarded.range.lowerBound + block * Self.blockSize
    let last = min(first + Self.blockSize, guarded.range.upperBound)
    let sum = unsafe loadUnchecked(guarded.sums + block * 8, as: UInt64.self)
    guard checksum(first..<last) == sum else { throw .damaged }
  }

  /// The sum over the bytes of `range`, which is within the bytes.
  func checksum(_ range: Range<Int>) -> UInt64 {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    // Safety: the range was checked, and the bytes live as long as this.
    return unsafe Checksum.of(
      Span(_unsafeStart: (start + range.lowerBound).assumingMemoryBound(to: UInt8.self),
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

  /// Adds the bytes of a range that has been checked to `array`.
  @unsafe @inline(__always)
  func appendUnchecked(_ range: Range<Int>, to array: inout [UInt8]) {
    unsafe array.append(
      contentsOf: UnsafeRawBufferPointer(start: start + range.lowerBound, count: range.count))
  }

  /// The number at an offset that has been checked.
  @unsafe @inline(__always)
  func loadUnchecked<Number: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as: Number.Type)
    -> Number
  {
    unsafe Number(littleEndian: start.loadUnaligned(fromByteOffset: offset, as: Number.self))
  }
}
