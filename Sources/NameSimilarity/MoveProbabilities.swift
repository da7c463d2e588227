/// How likely each move of an alignment is, or how often it is expected: a joint distribution over the moves of
/// `AlignmentCosts`, symmetric.
///
/// Symbol 0 stands for nothing, so that `single(x, 0)` is `x` left out.
struct MoveProbabilities {
  private static let size = AlignmentCosts.alphabetSize
  private var singles = [Double](repeating: 0, count: size * size)
  /// The numbers of neighbouring symbols that long moves may take, `numbers[x * 64 + y]`; 0: none.
  private(set) var numbers = [Int](repeating: 0, count: size * size)
  /// The symbols of each number; those of 0 mean nothing.
  private(set) var pairs: [(UInt8, UInt8)] = [(0, 0)]
  private var oneForTwo: [Double] = []
  private var twoForTwo: [Double] = []
  /// Expected symbols alone that repeat the one before them, and all repetitions.
  var repeated = 0.0
  var repetitions = 0.0

  /// No moves, and room for long ones of the given neighbouring symbols.
  init(pairs neighbours: [(UInt8, UInt8)] = []) {
    pairs += neighbours
    for (number, pair) in pairs.enumerated().dropFirst() {
      numbers[Int(pair.0) * Self.size + Int(pair.1)] = number
    }
    oneForTwo = [Double](repeating: 0, count: pairs.count * Self.size)
    twoForTwo = [Double](repeating: 0, count: pairs.count * pairs.count)
  }

  /// Nothing of the same shape.
  var emptied: MoveProbabilities { MoveProbabilities(pairs: Array(pairs.dropFirst())) }

  /// One symbol for one; 0 stands for none.
  subscript(x: UInt8, y: UInt8) -> Double {
    get { singles[Int(x) * Self.size + Int(y)] }
    set { singles[Int(x) * Self.size + Int(y)] = newValue }
  }

  /// The symbol `y` for the two of a number, in either order of the sides.
  subscript(number: Int, for y: UInt8) -> Double {
    get { oneForTwo[number * Self.size + Int(y)] }
    set { oneForTwo[number * Self.size + Int(y)] = newValue }
  }

  /// Two symbols for two.
  subscript(number: Int, for other: Int) -> Double {
    get { twoForTwo[number * pairs.count + other] }
    set { twoForTwo[number * pairs.count + other] = newValue }
  }

  func number(_ first: UInt8, _ second: UInt8) -> Int {
    numbers[Int(first) * Self.size + Int(second)]
  }

  /// Changes each long move: `body` takes its sides and its value, and gives the new one.
  mutating func mapLongMoves(_ body: (_ left: [UInt8], _ right: [UInt8], Double) -> Double) {
    for number in pairs.indices.dropFirst() {
      let left = [pairs[number].0, pairs[number].1]
      for y in 0..<UInt8(Self.size) where self[number, for: y] > 0 {
        self[number, for: y] = body(left, [y], self[number, for: y])
      }
      for other in pairs.indices.dropFirst() where self[number, for: other] > 0 {
        self[number, for: other] = body(
          left, [pairs[other].0, pairs[other].1], self[number, for: other])
      }
    }
  }
}
