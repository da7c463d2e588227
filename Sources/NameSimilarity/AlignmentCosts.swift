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
  package init(table: NameTable, byHand: NameTable, byte: (Substring) -> UInt8?) {
    let size = Self.alphabetSize
    var pairs: [(x: Substring, y: Substring, cost: Int32)] = []
    /// What rows cost that name no symbol: `*`, `=` and `><`, by both cells.
    var general: [[Substring]: Int32] = [:]
    for table in [table, byHand] {
      table.forEachRow { cells in
        guard cells.count >= 3, let bits = Double(cells[2]) else { return }
        let cost = Bits(bits).raw
        pairs.append((cells[0], cells[1], cost))
        if let first = cells[0].utf8.first, "*=>".utf8.contains(first) {
          general[[cells[0], cells[1]], default: cost] = min(
            cost, general[[cells[0], cells[1]], default: cost])
        }
      }
    }
    func cheapest(_ x: Substring, _ y: Substring) -> Int32 { general[[x, y]] ?? Bits(12).raw }
    substitution = [Int32](repeating: cheapest("*", "*"), count: size * size)
    indel = [Int32](repeating: cheapest("*", ""), count: size)
    repetition = cheapest("=", "")
    transposition = cheapest("><", "")
    let equal = cheapest("=", "=")
    for x in 0..<size { substitution[x * size + x] = equal }
    var moves: [LongMoves.Move] = []
    for pair in pairs {
      if pair.x.utf8.contains(UInt8(ascii: " ")) || pair.y.utf8.contains(UInt8(ascii: " ")) {
        let (left, right) = (pair.x.split(separator: " "), pair.y.split(separator: " "))
        let (x, y) = (left.compactMap(byte), right.compactMap(byte))
        if x.count == left.count, y.count == right.count {
          moves.append(LongMoves.Move(left: x, right: y, cost: pair.cost))
        }
        continue
      }
      guard let x = byte(pair.x) else { continue }
      if pair.y.isEmpty {
        indel[Int(x)] = min(indel[Int(x)], pair.cost)
      } else if let y = byte(pair.y) {
        let cost = min(substitution[Int(x) * size + Int(y)], pair.cost)
        substitution[Int(x) * size + Int(y)] = cost
        substitution[Int(y) * size + Int(x)] = cost
      }
    }
    let substitution = self.substitution
    func itself(_ symbols: [UInt8]) -> Int32 {
      symbols.reduce(0) { $0 + substitution[Int($1) * size + Int($1)] }
    }
    // Nothing is nearer to a name than the name itself.
    long = LongMoves(
      moves.map {
        LongMoves.Move(
          left: $0.left, right: $0.right, cost: max($0.cost, itself($0.left), itself($0.right)))
      })
  }
}
