/// What moves cost that take two symbols of a side or of both: `ij~` for `y?`, `ks` for `x?`, `io` for `yo`.
///
/// Letters that belong together change together; counted one by one they would be paid for twice. Symmetric, as single
/// moves are.
public struct LongMoves: Sendable {
  /// A move, its sides in either order.
  public struct Move: Sendable, Hashable {
    /// One or two symbols; two at least on one side.
    public var left: [UInt8]
    /// One or two symbols.
    public var right: [UInt8]
    /// In 1/1024 bits.
    public var cost: Int32

    /// A move at a cost in 1/1024 bits.
    public init(left: [UInt8], right: [UInt8], cost: Int32) {
      self.left = left
      self.right = right
      self.cost = cost
    }
  }

  /// A cost that no limit admits.
  static let never = Int32.max / 4
  private static let size = AlignmentCosts.alphabetSize

  /// The number of each two symbols, `numbers[x * 64 + y]`; 0 where no move takes them.
  private var numbers: [UInt16]
  /// The least that a move costs which takes the symbol as the first of two.
  private var leastByFirst: [Int32]
  /// `oneForTwo[number * 64 + y]`.
  private var oneForTwo: [Int32]
  /// Two for two, by number: those from `firstPair[number]` to `firstPair[number + 1]`, three of them for most numbers.
  private var pairs: [(number: UInt16, cost: Int32)]
  private var firstPair: [Int32]
  /// The moves, in the order of their symbols.
  public let moves: [Move]

  /// No long moves.
  public static let none = LongMoves([])

  /// The cheapest of equal moves counts.
  /// - Precondition: one or two symbols of the alphabet on each side, two on one of them.
  public init(_ moves: [Move]) {
    var numbers = [UInt16](repeating: 0, count: Self.size * Self.size)
    var count = 1
    for move in moves {
      precondition(
        max(move.left.count, move.right.count) == 2 && min(move.left.count, move.right.count) >= 1,
        "A long move takes one or two symbols of each side, two of one")
      for side in [move.left, move.right] where side.count == 2 && numbers[Self.place(side)] == 0 {
        numbers[Self.place(side)] = UInt16(count)
        count += 1
      }
    }
    leastByFirst = [Int32](repeating: Self.never, count: Self.size)
    oneForTwo = [Int32](repeating: Self.never, count: count * Self.size)
    firstPair = [Int32](repeating: 0, count: count + 1)
    for move in moves {
      for (a, b) in [(move.left, move.right), (move.right, move.left)] where a.count == 2 {
        let number = Int(numbers[Self.place(a)])
        leastByFirst[Int(a[0])] = min(leastByFirst[Int(a[0])], move.cost)
        if b.count == 2 {
          firstPair[number + 1] += 1
        } else {
          let place = number * Self.size + Int(b[0])
          oneForTwo[place] = min(oneForTwo[place], move.cost)
        }
      }
    }
    for number in 0..<count { firstPair[number + 1] += firstPair[number] }
    pairs = [(number: UInt16, cost: Int32)](
      repeating: (0, Self.never), count: Int(firstPair[count]))
    var next = firstPair
    for move in moves where move.left.count == 2 && move.right.count == 2 {
      for (a, b) in [(move.left, move.right), (move.right, move.left)] {
        let number = Int(numbers[Self.place(a)])
        pairs[Int(next[number])] = (numbers[Self.place(b)], move.cost)
        next[number] += 1
      }
    }
    self.numbers = numbers
    self.moves = Self.sorted(moves)
  }

  /// By the symbols of the left side, then by those of the right.
  private static func sorted(_ moves: [Move]) -> [Move] {
    func key(_ symbols: [UInt8]) -> UInt64 {
      UInt64(symbols[0]) << 8 | (symbols.count > 1 ? UInt64(symbols[1]) + 1 : 0)
    }
    let order = moves.indices.map { number in
      key(moves[number].left) << 48 | key(moves[number].right) << 32 | UInt64(number)
    }
    return order.sorted().map { moves[Int($0 & 0xFFFF_FFFF)] }
  }

  private static func place(_ symbols: [UInt8]) -> Int {
    Int(symbols[0]) * size + Int(symbols[1])
  }

  /// How many numbers there are, that of no move among them.
  package var numberCount: Int { firstPair.count - 1 }

  /// The number by which two symbols, one behind the other, are asked for; 0 where no move takes them.
  public func number(_ first: UInt8, _ second: UInt8) -> Int {
    Int(numbers[Int(first) &* Self.size &+ Int(second)])
  }

  /// The cost of a symbol in place of the two of a number; more than any limit where there is no such move.
  public func cost(_ number: Int, for symbol: UInt8) -> Int32 {
    oneForTwo[number &* Self.size &+ Int(symbol)]
  }

  /// The cost of two symbols in place of two; more than any limit where there is no such move.
  public func cost(_ number: Int, for other: Int) -> Int32 {
    var least = Self.never
    for place in Int(firstPair[number])..<Int(firstPair[number &+ 1])
    where Int(pairs[place].number) == other {
      least = min(least, pairs[place].cost)
    }
    return least
  }

  /// The least that a move costs of which `symbol` is the first of two on a side.
  public func least(from symbol: UInt8) -> Int32 { leastByFirst[Int(symbol)] }
}
