import Linkage
import TestSupport
import Testing

@testable import LinkageIO

@Suite struct FormulaGuardTests {
  private let folder = ScratchFolder()

  private static func cells() throws -> [(cell: String, isFormula: Bool)] {
    try TestFiles.records("Tests/LinkageIOTests/Vectors/formulas.tsv").map { row in
      var cell = row["cell"]!
      for (escape, scalar) in [("\\t", "\t"), ("\\r", "\r"), ("\\n", "\n")] {
        if let range = cell.firstRange(of: escape) { cell.replaceSubrange(range, with: scalar) }
      }
      return (cell, row["formula"] == "yes")
    }
  }

  @Test func formulasAreKnown() throws {
    for (cell, isFormula) in try Self.cells() {
      #expect(
        FormulaGuard.isFormula(Array(cell.utf8)[...]) == isFormula, "\(cell.debugDescription)")
    }
  }

  /// No cell of a guarded table is a formula, and the table read again has the cells as they were.
  @Test(arguments: [TableFormat.csv, .tsv])
  func theGuardComesOffAgain(format: TableFormat) throws {
    let cells = try Self.cells().map(\.cell).flatMap { ["\($0)", "'\($0)", "''\($0)"] }
    let file = try OutputFile(path: "\(folder.path)/table")
    var writer = try TableWriter(
      format, columns: ["=cell", "person_id"], to: file, isExcelSafe: true)
    for cell in cells {
      writer.append(cell)
      writer.append("p1")
      try writer.endRow()
    }
    try writer.finish()
    try OutputFile.commit([file])
    var options = ReadOptions()
    options.header = .yes
    options.needsName = false
    options.delimiter = format == .csv ? UInt8(ascii: ",") : .tab
    let list = try RecordList(
      parsing: folder.bytes(of: "table"), path: "x.\(format)", options: options)
    #expect(list.columns[0].name == "=cell")
    #expect((0..<list.count).map { list.text(row: $0, column: 0) } == cells)
    // A table of others keeps its apostrophes.
    let foreign = try RecordList(parsing: Array("name,x\nA,'=1\n".utf8), path: "x.csv")
    #expect(foreign.text(row: 0, column: 1) == "'=1")
  }

  @Test func numbersOfOursHaveNoGuard() throws {
    let file = try OutputFile(path: "\(folder.path)/table")
    var writer = try TableWriter(.csv, columns: ["weight"], to: file, isExcelSafe: true)
    writer.append(number: "-17.05")
    try writer.endRow()
    try writer.finish()
    try OutputFile.commit([file])
    #expect(try folder.bytes(of: "table") == Array("weight\n-17.05\n".utf8))
  }
}
