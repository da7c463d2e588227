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
    var bySymbol = [[dizim_move]](repeating: [], count: size)
    var byPair = [[dizim_move]](repeating: [], count: count)
    for move in long.moves {
      for (own, other) in [(move.left, move.right), (move.right, move.left)] {
        let made = dizim_move(
          first: other[0], second: other.count > 1 ? other[1] : 0,
          cost: KernelCosts.word(move.cost))
        if own.count == 1 {
          bySymbol[Int(own[0])].append(made)
        } else {
          let number = Int(numbers[Int(own[0]) * size + Int(own[1])])
          byPair[number].append(made)
          if other.count == 1 {
            let place = number * size + Int(other[0])
            oneForTwo[place] = min(oneForTwo[place], made.cost)
          }
        }
      }
    }
    for list in bySymbol {
      ofSymbol.append(UInt32(moves.count))
      moves += list
    }
    // The moves of the last symbol end where those of two symbols begin.
    ofSymbol.append(UInt32(moves.count))
    for list in byPair {
      ofPair.append(UInt32(moves.count))
      moves += list
    }
    ofPair.append(UInt32(moves.count))
  }
}
