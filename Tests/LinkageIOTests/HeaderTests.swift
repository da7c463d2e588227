import Linkage
import LinkageIO
import NameTables
import Testing

/// A row of cells that head columns, and the kinds they should be given.
struct HeaderVector: Sendable, CustomTestStringConvertible {
  var header: [String]
  var kinds: [String]
  var testDescription: String { header.joined(separator: "|") }

  static func load() throws -> [HeaderVector] {
    let path = #filePath.replacing("HeaderTests.swift", with: "Vectors/headers.tsv")
    var options = ReadOptions()
    options.header = .yes
    options.quoting = .raw
    options.needsName = false
    let list = try RecordList(readingFrom: path, options: options)
    return (0..<list.count).map { row in
      HeaderVector(
        header: list.text(row: row, column: 0).split(
          separator: "|", omittingEmptySubsequences: false
        ).map(String.init),
        kinds: list.text(row: row, column: 1).split(separator: " ").map(String.init))
    }
  }
}

@Suite struct HeaderTests {
  @Test(arguments: try HeaderVector.load())
  func kindsOfColumns(_ vector: HeaderVector) throws {
    let list = try read(vector.header.joined(separator: ";")) {
      $0.header = .yes
      $0.delimiter = UInt8(ascii: ";")
      $0.needsName = false
    }
    #expect(list.columns.map(\.kind.rawValue) == vector.kinds)
  }

  /// Births lie decades apart; what a list tells of does not.
  @Test(arguments: [
    (["1952", "1961", "1980", "1990", "1975"], FieldKind.birth),
    (["5 мая 1952 г.", "1961 г.р.", "12.03.1980", "1990", "1975"], .birth),
    (["2019", "2020", "2021", "2020", "2020"], .text), (["1952", "1980"], .text),
    (["1952", "жив", "1980", "погиб", "1990"], .text),
  ])
  func datesUnderAnUnknownHeader(cells: [String], kind: FieldKind) throws {
    let rows = cells.enumerated().map { "Сапаров Азат \($0);\($1)" }
    let text = (["ФИО;Цаца"] + rows).joined(separator: "\n")
    #expect(try read(text) { _ in }.columns[1].kind == kind)
    let named = (["ФИО;Цаца;Год рождения"] + rows.map { $0 + ";1970" }).joined(separator: "\n")
    #expect(try read(named) { _ in }.columns[1].kind == .text)
    let given = try read(text) { $0.kinds = [(column: "Цаца", kind: .text)] }
    #expect(given.columns[1].kind == .text)
  }

  @Test func theTableIsSortedAndNamesKinds() {
    var previous = ["", "", ""]
    NameTable.headers.forEachRow { cells in
      #expect(cells.count == 4 && !cells.contains(""), "\(cells)")
      #expect(
        FieldKind(rawValue: String(cells[1])) != nil
          || ["given/name", "part/name", "surname/patronymic"].contains(String(cells[1])),
        "\(cells)")
      let order = [2, 1, 0].map { String(cells[$0]) }
      // By scalar, as the file is sorted, not by Swift's canonical order.
      let isSorted =
        zip(previous, order).first { $0 != $1 }
        .map { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) } ?? false
      #expect(isSorted, "\(cells)")
      previous = order
    }
  }
}
