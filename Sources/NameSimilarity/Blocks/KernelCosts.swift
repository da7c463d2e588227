internal import CNameKernels

/// Alignment costs as the kernels take them: flat tables of 16 bits.
///
/// Costs that 16 bits do not hold are 64 bits of evidence and more, beyond every limit.
@safe final class KernelCosts: @unchecked Sendable {
  // Sendable: written by the initialiser alone.
  let pointer: UnsafeMutablePointer<dizim_costs>
  private var tables: [UnsafeMutableRawPointer] = unsafe []

  init(_ costs: AlignmentCosts) {
    let long = KernelMoves(costs.long)
    unsafe pointer = .allocate(capacity: 1)
    unsafe pointer.initialize(to: dizim_costs())
    unsafe pointer.pointee.substitution = keep(costs.substitution.map(Self.word))
    unsafe pointer.pointee.indel = keep(costs.indel.map(Self.word))
    unsafe pointer.pointee.repetition = Self.word(costs.repetition)
    unsafe pointer.pointee.transposition = Self.word(costs.transposition)
    unsafe pointer.pointee.pairs = UInt32(long.ofPair.count - 1)
    unsafe pointer.pointee.numbers = keep(long.numbers)
    unsafe pointer.pointee.one_for_two = keep(long.oneForTwo)
    unsafe pointer.pointee.moves = keep(long.moves)
    unsafe pointer.pointee.of_symbol = keep(long.ofSymbol)
    unsafe pointer.pointee.of_pair = keep(long.ofPair)
  }

  deinit {
    while let table = unsafe tables.popLast() { unsafe table.deallocate() }
    unsafe pointer.deallocate()
  }

  /// A cost in 16 bits.
  static func word(_ cost: Int32) -> UInt16 {
    precondition(cost >= 0, "No move of an alignment costs less than nothing")
    return UInt16(clamping: cost)
  }

  /// A copy of a table that lives as long as this does.
  private func keep<Element: BitwiseCopyable>(_ table: [Element]) -> UnsafePointer<Element> {
    let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(1, table.count))
    _ = unsafe copy.initialize(from: table)
    // Safety: the buffer has room for one element at least, and so an address.
    let start = copy.baseAddress!
    unsafe tables.append(UnsafeMutableRawPointer(start))
    return unsafe UnsafePointer(start)
  }
}
