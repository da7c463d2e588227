internal import NameSimilarity
internal import NameText

/// How each word of one name is like each word of another, worked out once for a pair: a name's words are its parts, and
/// behind them its neighbours written as one.
struct LikenessMatrix: Sendable {
  /// What it costs to take one word for the other.
  struct Cell: Sendable {
    /// In 1/1024 bits; `unlike` where they are different names.
    var cost: Int32
    /// Alike only if one of the two, which may be a nominative, is in an oblique case.
    var isInflected: Bool

    static let unlike = Cell(cost: .max, isInflected: false)

    init(cost: Int32, isInflected: Bool) {
      self.cost = cost
      self.isInflected = isInflected
    }

    init(_ neighbour: Lexicon.Neighbour) {
      self.init(cost: neighbour.cost, isInflected: neighbour.isInflected)
    }

    var isAlike: Bool { cost != .max }

    /// The least that it can come to: the price of an oblique case may be refunded.
    var least: Bits {
      let refund = isInflected ? FormPrice.price(.possiblyOblique).raw : 0
      return Bits(raw: max(0, cost - refund))
    }
  }

  private var cells: [Cell] = []
  private var rowStep = 0
  private var columnStep = 1

  /// Makes room for names of so many words; none are alike at first.
  mutating func reset(rows: Int, columns: Int) {
    cells.removeAll(keepingCapacity: true)
    cells.append(contentsOf: repeatElement(.unlike, count: rows * columns))
    (rowStep, columnStep) = (columns, 1)
  }

  subscript(row: Int, column: Int) -> Cell {
    get { cells[row * rowStep + column * columnStep] }
    set { cells[row * rowStep + column * columnStep] = newValue }
  }

  /// Exchanges the names.
  mutating func turn() { swap(&rowStep, &columnStep) }
}

extension LikenessMatrix {
  /// Fills the matrix of two names from what the lexicon knows of their tokens.
  mutating func fill(_ a: IndexedName, _ b: IndexedName, _ lexicon: Lexicon) {
    reset(rows: a.words.count, columns: b.words.count)
    a.words.withSpan { rows in
      b.words.withSpan { columns in
        for row in rows.indices {
          for column in columns.indices {
            if let found = lexicon.neighbour(rows[row].token, columns[column].token) {
              self[row, column] = Cell(found)
            }
          }
        }
      }
    }
  }
}
