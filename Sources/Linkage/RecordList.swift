/// A list as it was read: rows of cells, every byte kept, each column with its kind.
///
/// A `RecordList` knows no files: `LinkageIO` makes one from a path. Cells are kept as the bytes that came in, so
/// that they can be written again unchanged; `text(row:column:)` is their text for reading.
public struct RecordList: Sendable {
  /// A column of the list.
  public struct Column: Sendable, Hashable {
    /// The header, as read; `column_3` where the list has none.
    public var name: String
    /// What the column holds.
    public var kind: FieldKind
    /// How dates in it are written.
    public var dates = DateStyle()
    /// Whether names in it have the father's name in brackets: Hasanović (Mehmed) Samir.
    public var fathersInBrackets = false
    /// Whose names a column of whole names has.
    public var bearer = Bearer.person
    /// A column of a kind.
    public init(name: String, kind: FieldKind) {
      self.name = name
      self.kind = kind
    }
  }

  /// Whose names stand in a column of whole names.
  public enum Bearer: Sendable, Hashable {
    /// Those by which the row's person is called.
    case person
    /// Those of the column before in another spelling: alternatives.
    case personAgain
    /// Those of people who are not the ones in the column before: an applicant's, an investigator's.
    case somebodyElse
  }

  /// Something in the list that could not be read as it should be. The row is kept all the same.
  public struct Problem: Sendable, Hashable {
    /// The line of the file, from 1.
    public var line: Int
    /// Counted from 1; `nil` where the whole row is meant.
    public var column: Int?
    /// What is wrong, in words without the cell's content.
    public var reason: String
    /// Where the row begins in the file, in bytes from 0, if the reader knows.
    public var byteOffset: Int?
    /// The row as it stands in the file, where the reader was asked to keep it.
    public var raw: [UInt8] = []
    /// A problem at a place.
    public init(line: Int, column: Int?, reason: String) {
      self.line = line
      self.column = column
      self.reason = reason
    }
  }

  /// What a cell was where it came from, so that it can be given back as that.
  public enum CellForm: UInt8, Sendable, Hashable {
    case text
    /// A value of JSON that is no string; the cell is its text.
    case json
    /// JSON's `null`; the cell is empty.
    case null
    /// The row has nothing of the kind; the cell is empty.
    case absent
  }

  /// The source's name: the file's name without folder and extension.
  public var name: String
  /// The columns in their order.
  public var columns: [Column]
  /// The day on which people were as old as columns of kind `age` say, in rows without a date of their own.
  public var dateOfAges: BirthDate?
  /// What could not be read as it should be.
  public private(set) var problems: [Problem] = []

  private var cells = RecordCells()

  /// A list without rows, to be filled by `append(cell:)` and `endRow(line:)`.
  public init(name: String, columns: [Column]) {
    self.name = name
    self.columns = columns
  }

  /// A list from cells a reader has laid out already.
  package init(name: String, columns: [Column], cells: consuming RecordCells) {
    self.name = name
    self.columns = columns
    self.cells = cells
  }

  /// The number of rows, the header not counted.
  public var count: Int { cells.lines.count }

  /// The bytes of all cells.
  var byteCount: Int { cells.bytes.count }

  /// The line of the file on which the row began, from 1.
  public func line(ofRow row: Int) -> Int { cells.lines[row] }

  /// The number of cells the row really has; may differ from `columns.count`.
  public func cellCount(ofRow row: Int) -> Int { cells.cellCount(ofRow: row) }

  /// The bytes of a cell as they came in (quotes of the format undone); empty where the row is too
  /// short.
  public func cell(row: Int, column: Int) -> ArraySlice<UInt8> {
    cells.cell(row: row, column: column)
  }

  /// What the cell was in the file.
  public func form(row: Int, column: Int) -> CellForm { cells.form(row: row, column: column) }

  /// The cell as text; bytes that are no UTF-8 become U+FFFD.
  public func text(row: Int, column: Int) -> String {
    String(decoding: cell(row: row, column: column), as: UTF8.self)
  }

  /// Adds a cell to the row being built.
  public mutating func append(cell: some Collection<UInt8>) {
    cells.bytes.append(contentsOf: cell)
    cells.cellEnds.append(cells.bytes.count)
    if !cells.forms.isEmpty { cells.forms.append(.text) }
  }

  /// Ends the row being built, which began on `line`.
  public mutating func endRow(line: Int) {
    cells.rowStarts.append(cells.cellEnds.count)
    cells.lines.append(line)
  }

  /// Adds a problem.
  public mutating func report(_ problem: Problem) { problems.append(problem) }
}

extension RecordList {
  /// The lists with names that differ: two files `list.csv` of two folders are `list` and `list-2`.
  public static func withDistinctNames(_ lists: [RecordList]) -> [RecordList] {
    var taken = Set<String>()
    return lists.map { list in
      var list = list
      let base = list.name
      var number = 1
      while !taken.insert(list.name).inserted {
        number += 1
        list.name = "\(base)-\(number)"
      }
      return list
    }
  }
}
