internal import CNameKernels

/// Alignment costs as the kernels take them: flat tables of 16 bits.
///
/// Costs that 16 bits do not hold are 64 bits of evidence and more, beyond every limit.
@safe final class KernelCosts: @unchecked Sendable {
  // Sendable: written by the initialiser alone.
  let pointer: UnsafeMutablePointer<dizim_costs>
  private var tables: [UnsafeMutableRawPointer] = []

  init(_ costs: AlignmentCosts) {
    let size = AlignmentCosts.alphabetSize
    let long = LongCosts(costs.long)
    unsafe pointer = .allocate(capacity: 1)
    unsafe pointer.initialize(to: dizim_costs())
    unsafe pointer.pointee.substitution = keep(costs.substitution.map(Self.word))
    unsafe pointer.pointee.indel = keep(costs.indel.map(Self.word))
    unsafe pointer.pointee.repetition = Self.word(costs.repetition)
    unsafe pointer.pointee.transposition = Self.word(costs.transposition)
    unsafe pointer.pointee.pairs = UInt32(long.symbols.count)
    var numbers = [UInt16](repeating: 0, count: size * size)
    for (number, symbols) in long.symbols.enumerated().dropFirst() {
      numbers[Int(symbols)] = UInt16(number)
    }
    unsafe pointer.pointee.numbers = keep(numbers)
    unsafe pointer.pointee.symbols_of = keep(long.symbols)
    unsafe pointer.pointee.one_for_two = keep(long.oneForTwo)
    unsafe pointer.pointee.two_for_two = keep(long.twoForTwo)
    let (symbolStarts, ofSymbols) = Self.flattened(long.ofSymbol)
    unsafe pointer.pointee.of_symbol_from = keep(symbolStarts)
    unsafe pointer.pointee.of_symbol = keep(ofSymbols)
    let (pairStarts, ofPairs) = Self.flattened(long.ofPair)
    unsafe pointer.pointee.of_pair_from = keep(pairStarts)
    unsafe pointer.pointee.of_pair = keep(ofPairs)
  }

  deinit {
    for table in unsafe tables { unsafe table.deallocate() }
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
    let start = unsafe copy.baseAddress!
    unsafe tables.append(UnsafeMutableRawPointer(start))
    return unsafe UnsafePointer(start)
  }

  private static func flattened(_ lists: [[UInt16]]) -> (starts: [UInt32], numbers: [UInt16]) {
    var starts: [UInt32] = [0]
    var numbers: [UInt16] = []
    for list in lists {
      numbers += list
      starts.append(UInt32(numbers.count))
    }
    return (starts, numbers)
  }
}

/// Long moves by the numbers that the kernels give to each two symbols.
private struct LongCosts {
  /// The two symbols of each number, `first * 64 + second`; 0 is no number.
  var symbols: [UInt16] = [0]
  var oneForTwo: [UInt16]
  var twoForTwo: [UInt16]
  /// The numbers that stand for a symbol, and for another number.
  var ofSymbol: [[UInt16]]
  var ofPair: [[UInt16]]

  init(_ long: LongMoves) {
    let size = AlignmentCosts.alphabetSize
    var numbers: [UInt16: Int] = [:]
    for move in long.moves {
      for side in [move.left, move.right] where side.count == 2 {
        let both = Self.both(side)
        if numbers[both] == nil {
          numbers[both] = symbols.count
          symbols.append(both)
        }
      }
    }
    let count = symbols.count
    oneForTwo = [UInt16](repeating: .max, count: count * size)
    twoForTwo = [UInt16](repeating: .max, count: count * count)
    ofSymbol = [[UInt16]](repeating: [], count: size)
    ofPair = [[UInt16]](repeating: [], count: count)
    for move in long.moves {
      let cost = KernelCosts.word(move.cost)
      for (a, b) in [(move.left, move.right), (move.right, move.left)] where a.count == 2 {
        // Both sides were numbered above.
        let number = numbers[Self.both(a)]!
        if b.count == 2 {
          let other = numbers[Self.both(b)]!
          let place = number * count + other
          if twoForTwo[place] == .max { ofPair[number].append(UInt16(other)) }
          twoForTwo[place] = min(twoForTwo[place], cost)
        } else {
          let place = number * size + Int(b[0])
          if oneForTwo[place] == .max { ofSymbol[Int(b[0])].append(UInt16(number)) }
          oneForTwo[place] = min(oneForTwo[place], cost)
        }
      }
    }
  }

  private static func both(_ symbols: [UInt8]) -> UInt16 {
    UInt16(symbols[0]) << 6 | UInt16(symbols[1])
  }
}
