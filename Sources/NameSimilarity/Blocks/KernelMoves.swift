internal import CNameKernels

/// Long moves in the order in which the kernels look for them, each from both of its sides.
struct KernelMoves {
  /// The number of each two symbols, `first * 64 + second`; 0 where no move takes them.
  private(set) var numbers: [UInt16]
  /// `oneForTwo[number * 64 + symbol]`.
  private(set) var oneForTwo: [UInt16]
  /// The moves that take one symbol, then those that take two, by number.
  private(set) var moves: [dizim_move] = []
  /// Where those of each symbol begin, and those of each number.
  private(set) var ofSymbol: [UInt32] = []
  private(set) var ofPair: [UInt32] = []

  init(_ long: LongMoves) {
    let size = AlignmentCosts.alphabetSize
    numbers = [UInt16](repeating: 0, count: size * size)
    var count = 1
    for move in long.moves {
      for side in [move.left, move.right] where side.count == 2 {
        let place = Int(side[0]) * size + Int(side[1])
        if numbers[place] == 0 {
          numbers[place] = UInt16(count)
          count += 1
        }
      }
    }
    oneForTwo = [UInt16](repeating: .max, count: count * size)
    // Behind the moves of the last symbol stand those of two symbols; that is why they share their places.
    var next = [UInt32](repeating: 0, count: size + count + 1)
    Self.forEachSide(of: long) { own, other, cost in
      next[place(of: own) + 1] += 1
      if own.count == 2, other.count == 1 {
        let place = Int(numbers[Int(own[0]) * size + Int(own[1])]) * size + Int(other[0])
        oneForTwo[place] = min(oneForTwo[place], cost)
      }
    }
    for place in 0..<(size + count) { next[place + 1] += next[place] }
    ofSymbol = Array(next[...size])
    ofPair = Array(next[size...])
    moves = [dizim_move](repeating: dizim_move(), count: Int(next[size + count]))
    Self.forEachSide(of: long) { own, other, cost in
      let place = place(of: own)
      moves[Int(next[place])] = dizim_move(
        first: other[0], second: other.count > 1 ? other[1] : 0, cost: cost)
      next[place] += 1
    }
  }

  private static func forEachSide(
    of long: LongMoves, _ body: (_ own: [UInt8], _ other: [UInt8], _ cost: UInt16) -> Void
  ) {
    for move in long.moves {
      let cost = KernelCosts.word(move.cost)
      body(move.left, move.right, cost)
      body(move.right, move.left, cost)
    }
  }

  /// Which list a move stands in that takes `symbols`: one a symbol, then one a number.
  private func place(of symbols: [UInt8]) -> Int {
    let size = AlignmentCosts.alphabetSize
    if symbols.count == 1 { return Int(symbols[0]) }
    return size + Int(numbers[Int(symbols[0]) * size + Int(symbols[1])])
  }
}
