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

  /// What stands in the cells of words that are alike; the others hold what was there before.
  private var cells: [Cell] = []
  /// For each row the columns that it is like, and for each column its rows: hardly any two words are alike, and names may
  /// have 64.
  private var alike: [WordSet] = []
  private var firstRow = 0
  private var firstColumn = 0
  private var rowStep = 0
  private var columnStep = 1

  /// Makes room for names of so many words; none are alike at first.
  mutating func reset(rows: Int, columns: Int) {
    if cells.count < rows * columns {
      cells += repeatElement(.unlike, count: rows * columns - cells.count)
    }
    alike.removeAll(keepingCapacity: true)
    alike.append(contentsOf: repeatElement(WordSet(), count: rows + columns))
    (firstRow, firstColumn) = (0, rows)
    (rowStep, columnStep) = (columns, 1)
  }

  /// The columns that a row is like.
  func columns(alike row: Int) -> WordSet { alike[firstRow + row] }

  subscript(row: Int, column: Int) -> Cell {
    get {
      columns(alike: row).contains(column)
        ? cells[row * rowStep + column * columnStep] : .unlike
    }
    set {
      if newValue.isAlike {
        cells[row * rowStep + column * columnStep] = newValue
        alike[firstRow + row].insert(column)
        alike[firstColumn + column].insert(row)
      } else {
        alike[firstRow + row].remove(column)
        alike[firstColumn + column].remove(row)
      }
    }
  }

  /// Exchanges the names.
  mutating func turn() {
    swap(&rowStep, &columnStep)
    swap(&firstRow, &firstColumn)
  }
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
