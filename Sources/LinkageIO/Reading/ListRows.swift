package import Linkage

/// Rows as a reader gives them, with what could not be read in them as it should be.
package struct ListRows: Sendable {
  package var cells = RecordCells()
  package var problems: [RecordList.Problem] = []

  package init() {}

  init(cells: RecordCells, problems: [RecordList.Problem]) {
    self.cells = cells
    self.problems = problems
  }

  package var count: Int { cells.lines.count }

  /// Forgets the rows and keeps the room they had.
  package mutating func removeAll() {
    cells.bytes.removeAll(keepingCapacity: true)
    cells.cellEnds.removeAll(keepingCapacity: true)
    cells.rowStarts.removeAll(keepingCapacity: true)
    cells.rowStarts.append(0)
    cells.lines.removeAll(keepingCapacity: true)
    cells.forms.removeAll(keepingCapacity: true)
    problems.removeAll(keepingCapacity: true)
  }
}
