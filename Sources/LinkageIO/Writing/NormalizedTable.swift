public import Linkage
public import NameText

/// The names of a list, read and written in the systems asked for, a row each.
///
/// `line,name,cleaned,surname,given,patronymic,other,gender,gender_reason,generation,birth_year,script,language,
/// key,readings,coarse_key`, then a column for each system asked for and `systems`, which names those that were used, in the same
/// order, parted by ` | ` (`-` where there was none): `bgn-pcgn` is one for each language, and the way to a system may go through others.
public struct NormalizedTable: Sendable {
  /// The header.
  public let columns: [String]

  private let list: RecordList
  private let renderer: NameRenderer
  /// What the names of the list say of each other's language.
  private let tally: LanguageTally

  private static let start = ["line", "name"]
  private static let parts = [
    "cleaned", "surname", "given", "patronymic", "other", "gender", "gender_reason", "generation",
    "birth_year", "script",
  ]
  private static let sounds = ["language", "key", "readings", "coarse_key"]
  private static let numbers: Set = ["line", "birth_year"]

  /// Reads the names of `list` for a first time: whose name one is that its letters leave open is decided by the
  /// others.
  /// - Complexity: O(letters).
  public init(_ list: RecordList, renderer: NameRenderer) {
    self.list = list
    self.renderer = renderer
    var tally = LanguageTally()
    for row in 0..<list.count {
      let reading = NameReading(
        of: list.nameCells(row: row), fathersInBrackets: list.hasFathersInBrackets)
      switch reading.scripts {
      case [.cyrillic]: tally.count(cyrillic: reading.spelling)
      case [.latin]: tally.count(latin: reading.spelling)
      default: break
      }
    }
    self.tally = tally
    let renderings = renderer.requests.isEmpty ? [] : renderer.requests + ["systems"]
    columns = Self.start + Self.parts + Self.sounds + renderings
  }

  /// Writes the rows, in the order of the list.
  /// - Returns: How many names there are that could not be written in each of the systems.
  /// - Complexity: O(letters).
  public func write(to writer: inout TableWriter) throws(OutputError) -> Int {
    var renderer = renderer
    var unrendered = 0
    for row in 0..<list.count {
      let (cells, isWhole) = cells(row: row, renderer: &renderer)
      if !isWhole { unrendered += 1 }
      for (column, cell) in zip(columns, cells) {
        if Self.numbers.contains(column), !cell.isEmpty {
          writer.append(number: cell)
        } else {
          writer.append(cell)
        }
      }
      try writer.endRow()
    }
    return unrendered
  }

  /// Each name as a paragraph of what there is to say of it, for a few names on a terminal.
  public var text: String {
    var renderer = renderer
    let width = columns.map(\.count).max() ?? 0
    var paragraphs: [String] = []
    for row in 0..<list.count {
      var paragraph = ""
      let cells = cells(row: row, renderer: &renderer).cells
      for (column, cell) in zip(columns, cells) where column != "line" && !cell.isEmpty {
        let blanks = String(repeating: " ", count: width - column.count + 2)
        paragraph += column + blanks + TerminalText(cell).text + "\n"
      }
      paragraphs.append(paragraph)
    }
    return paragraphs.joined(separator: "\n")
  }

  // MARK: Cells

  /// A cell for each column, and whether each system could write the name.
  private func cells(
    row: Int, renderer: inout NameRenderer
  ) -> (cells: [String], isWhole: Bool) {
    let source = list.nameCells(row: row)
    let reading = NameReading(of: source, fathersInBrackets: list.hasFathersInBrackets)
    var cells = [
      String(list.line(ofRow: row)), source.map(\.text).joined(separator: " "),
    ]
    guard !reading.scripts.isEmpty else {
      cells += [String](repeating: "", count: columns.count - cells.count)
      return (cells, true)
    }
    cells += Self.parts(of: reading)
    cells.append(renderer.language(of: reading.spelling, in: tally) ?? "")
    cells += [reading.key, reading.readings, reading.coarseKey]
    let renderings = renderer.renderings(of: reading.spelling, in: tally)
    if !renderings.isEmpty {
      cells += renderings.map { $0?.text ?? "" }
      let ways = renderings.map { Self.way(of: $0) }
      cells.append(ways.joined(separator: " | "))
    }
    return (cells, !renderings.contains(nil))
  }

  /// The systems of a rendering in their order; `-` where the name needed or found none.
  private static func way(of rendering: NameRenderer.Rendering?) -> String {
    guard let systems = rendering?.systems, !systems.isEmpty else { return "-" }
    return systems.joined(separator: " > ")
  }

  private static func birthYear(of reading: NameReading) -> String {
    let dates = reading.birth.map { BirthDate.dates(in: $0) } ?? []
    return dates.first.map { $0.isSpan ? "" : String($0.year) } ?? ""
  }

  private static func parts(of reading: NameReading) -> [String] {
    let others = [Role.initial, .unknown, .particle, .title, .nickname].compactMap { role in
      reading.text(of: role).map { "\(role) \($0)" }
    }
    let gender: String =
      switch reading.name.gender {
      case .male: "male"
      case .female: "female"
      case nil: ""
      }
    return [
      reading.spelling, reading.text(of: .surname) ?? "", reading.text(of: .given) ?? "",
      reading.text(of: .patronymic) ?? "", others.joined(separator: "; "), gender,
      reading.genderReason, reading.name.generation.map { "\($0)" } ?? "", birthYear(of: reading),
      reading.scripts.map { "\($0)" }.joined(separator: "+"),
    ]
  }
}
