package import NameTables

/// What each move of an alignment costs: one phoneme symbol for another, one added or left out, and long moves of two.
///
/// Dense symmetric tables over at most 64 symbols, in 1/1024 bits, read from `alignment.tsv`:
/// `−½ log2 P(y|x) − ½ log2 P(x|y)` for what stands for each other, `−log2 P` of an insertion for a single symbol, as in
/// the stochastic edit distance of Ristad and Yianilos (1998). `dizim train alignment` writes that file.
public struct AlignmentCosts: Sendable {
  /// The number of symbols a table has room for; a symbol is a byte below it.
  public static let alphabetSize = 64

  /// `substitution[x * 64 + y]`, symmetric.
  public private(set) var substitution: [Int32]
  /// The cost of a symbol that stands on one side only.
  public private(set) var indel: [Int32]
  /// The cost of a symbol that only repeats the one before it (Геннадий, Генадий).
  public private(set) var repetition: Int32
  /// The cost of two neighbouring symbols exchanged: a slip of the typist.
  public private(set) var transposition: Int32
  /// Moves of two symbols on a side or on both.
  public private(set) var long: LongMoves

  /// Costs given outright, in 1/1024 bits.
  public init(
    substitution: [Int32], indel: [Int32], repetition: Int32, transposition: Int32 = .max / 4,
    long: LongMoves = .none
  ) {
    precondition(substitution.count == Self.alphabetSize * Self.alphabetSize, "64 x 64 costs")
    precondition(indel.count == Self.alphabetSize, "64 costs")
    self.substitution = substitution
    self.indel = indel
    self.repetition = repetition
    self.transposition = transposition
    self.long = long
  }

  /// Every symbol equal to itself at no cost, everything else at one price: plain Levenshtein distance.
  public static func uniform(_ edit: Bits) -> AlignmentCosts {
    var substitution = [Int32](repeating: edit.raw, count: alphabetSize * alphabetSize)
    for x in 0..<alphabetSize { substitution[x * alphabetSize + x] = 0 }
    return AlignmentCosts(
      substitution: substitution, indel: [Int32](repeating: edit.raw, count: alphabetSize),
      repetition: edit.raw)
  }

  /// The cost of one symbol in the place of another, in 1/1024 bits.
  @inlinable public func substituting(_ x: UInt8, _ y: UInt8) -> Int32 {
    substitution[Int(x) &* Self.alphabetSize &+ Int(y)]
  }
}

extension AlignmentCosts {
  /// The costs that come with the program (`alignment.tsv`), its symbols found by `byte`.
  ///
  /// A row is `x`, `y`, bits: two symbols that stand for each other, or two symbols parted by a blank for one or two;
  /// with an empty `y` the cost of `x` alone, and `*` as `x` stands for any symbol, `=` for the same symbol again.
  /// `byHand` has such rows for what no counted pair shows, slips of the typist among them; the cheaper of both counts.
  package init(table: NameTable, byHand: NameTable, byte: (TableCell) -> UInt8?) {
    let size = Self.alphabetSize
    var general = GeneralCosts()
    var substitution = [Int32](repeating: .max, count: size * size)
    var indel = [Int32](repeating: .max, count: size)
    var moves: [LongMoves.Move] = []
    for table in [table, byHand] {
      table.forEachRow { cells in
        guard cells.count >= 3, let bits = Double(cells[2]) else { return }
        let (left, right, cost) = (cells[0], cells[1], Bits(bits).raw)
        if general.take(left, right, cost) { return }
        guard let x = Self.symbols(left, byte), let y = Self.symbols(right, byte), !x.isEmpty
        else { return }
        switch (x.count, y.count) {
        case (1, 0): indel[Int(x[0])] = min(indel[Int(x[0])], cost)
        case (1, 1):
          for (a, b) in [(Int(x[0]), Int(y[0])), (Int(y[0]), Int(x[0]))] {
            substitution[a * size + b] = min(substitution[a * size + b], cost)
          }
        default: moves.append(LongMoves.Move(left: x, right: y, cost: cost))
        }
      }
    }
    for x in 0..<size {
      for y in 0..<size {
        let most = x == y ? general.equal : general.substitution
        substitution[x * size + y] = min(substitution[x * size + y], most)
      }
      indel[x] = min(indel[x], general.indel)
    }
    func itself(_ symbols: [UInt8]) -> Int32 {
      symbols.reduce(0) { $0 + substitution[Int($1) * size + Int($1)] }
    }
    // Nothing is nearer to a name than the name itself.
    for index in moves.indices {
      moves[index].cost = max(
        moves[index].cost, itself(moves[index].left), itself(moves[index].right))
    }
    self.init(
      substitution: substitution, indel: indel, repetition: general.repetition,
      transposition: general.transposition, long: LongMoves(moves))
  }
}

extension AlignmentCosts {
  /// The symbols named in a cell, parted by blanks; `nil` where one has no byte.
  private static func symbols(_ cell: TableCell, _ byte: (TableCell) -> UInt8?) -> [UInt8]? {
    var symbols: [UInt8] = []
    var rest = cell
    while !rest.isEmpty {
      let name = rest.prefix { $0 != UInt8(ascii: " ") }
      guard let symbol = byte(name) else { return nil }
      symbols.append(symbol)
      rest = rest[name.endIndex...].dropFirst()
    }
    return symbols
  }
}

/// What the rows cost that name no symbol; twelve bits where there is no such row.
private struct GeneralCosts {
  private var costs = [Int32?](repeating: nil, count: 5)

  var substitution: Int32 { cost(0) }
  var indel: Int32 { cost(1) }
  var equal: Int32 { cost(2) }
  var repetition: Int32 { cost(3) }
  var transposition: Int32 { cost(4) }

  /// Takes a row; false where it is no such row.
  mutating func take(_ x: TableCell, _ y: TableCell, _ cost: Int32) -> Bool {
    let kind: Int
    switch (x, y) {
    case ("*", "*"): kind = 0
    case ("*", ""): kind = 1
    case ("=", "="): kind = 2
    case ("=", ""): kind = 3
    case ("><", ""): kind = 4
    default: return false
    }
    costs[kind] = min(costs[kind] ?? cost, cost)
    return true
  }

  private func cost(_ kind: Int) -> Int32 { costs[kind] ?? Bits(12).raw }
}
