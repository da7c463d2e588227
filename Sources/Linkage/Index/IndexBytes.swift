internal import Synchronization

/// The bytes of an index, in memory or of a file that is mapped into it, as long as the index is used.
@safe package final class IndexBytes: @unchecked Sendable {
  // Sendable: the bytes are not written, and what is noted of a block is atomic.
  private let start: UnsafeRawPointer
  private let count: Int
  private let release: @Sendable (UnsafeRawPointer, Int) -> Void
  /// The bytes for those who read them.
  private(set) var checked: CheckedBytes

  /// Takes over `count` bytes from `start` on, which nobody writes any more; `release` is told when they are done with.
  package init(
    start: UnsafeRawPointer, count: Int,
    release: @escaping @Sendable (UnsafeRawPointer, Int) -> Void
  ) {
    unsafe self.start = start
    self.count = count
    unsafe self.release = release
    unsafe checked = CheckedBytes(start: start, count: count)
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
    checked.forgetBlocks()
    unsafe release(start, count)
  }

  /// Has each block of `range` held against its checksum before it is used; the sums stand from `sums` on. For the one who
  /// opens the index to call, once.
  func guardBlocks(of range: Range<Int>, sums: Int) {
    checked.guardBlocks(of: range, sums: sums)
  }
}
