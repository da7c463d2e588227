import Linkage
import Testing

@testable import LinkageIO

@Suite struct LimitTests {
  private func limited(_ text: String, bears: Bool = false) throws -> RecordList {
    try read(text) {
      $0.limits.cell = 100
      $0.limits.line = 400
      $0.limits.columns = 5
      $0.bearsExcess = bears
      $0.keepsRawRows = bears
    }
  }

  private let long = String(repeating: "x", count: 101)

  @Test func whatIsOverALimitIsNamed() throws {
    let cell = ListError.overLimit(.cell, limit: 100, path: "list.csv", line: 3, column: 2)
    #expect(throws: cell) { try limited("name,x\nА,1\nБ,\(long)\n") }
    #expect(throws: cell) { try limited("name,x\nА,1\nБ,\"\(long)\"\n") }
    #expect(cell.description.contains("--max-cell"))
    #expect(throws: ListError.overLimit(.columns, limit: 5, path: "list.csv", line: 2, column: 6)) {
      try limited("name,x\nА,1,2,3,4,5\n")
    }
    let row = "Ббббб" + String(repeating: ",\(long.dropFirst(3))", count: 4)
    #expect(throws: ListError.overLimit(.line, limit: 400, path: "list.csv", line: 2, column: nil))
    {
      try limited("name,a,b,c,d\n\(row)\n")
    }
    let json = "{\"name\":\"А\"}\n{\"name\":\"Б\",\"x\":\"\(long)\"}\n"
    #expect(throws: ListError.overLimit(.cell, limit: 100, path: "list.csv", line: 2, column: nil))
    {
      try limited(json)
    }
  }

  @Test func whatIsBorneIsReportedAndKept() throws {
    let list = try limited("name,x\nА,1\nБ,\(long)\nВ,2\n", bears: true)
    #expect(rows(list) == [["А", "1"], ["Б", long], ["В", "2"]])
    #expect(list.problems.map(\.line) == [3] && list.problems.map(\.column) == [2])
    #expect(list.problems[0].raw == Array("Б,\(long)\n".utf8))
    let json = try limited("{\"name\":\"Б\",\"x\":\"\(long)\"}\n", bears: true)
    #expect(json.problems.map(\.column) == [2])
  }

  /// A row that no limit lets pass is cut, and the rows after it are not lost.
  @Test func anEndlessLineIsCut() throws {
    let endless = String(repeating: "y", count: 3 << 20)
    let list = try limited("name,x\nА,1\nБ,\(endless)\nВ,2\n", bears: true)
    #expect(list.count == 3 && list.text(row: 2, column: 0) == "В")
    #expect(list.problems.contains { $0.reason.contains("left out") })
  }

  @Test func problemsSayWhereTheirRowStands() throws {
    let text = "name,x\r\nА,1\r\nБ\r\nВ,2,3\r\n"
    for encoding in [TextEncoding.utf8, .windows1251, .utf16LittleEndian] {
      let bytes = TextEncoder(encoding).bytes(of: Array(text.utf8))
      var options = ReadOptions()
      options.encoding = encoding
      options.keepsRawRows = true
      let list = try RecordList(parsing: bytes, path: "l.csv", options: options)
      #expect(list.problems.map(\.line) == [3, 4])
      for problem in list.problems {
        let offset = try #require(problem.byteOffset)
        #expect(Array(bytes[offset..<offset + problem.raw.count]) == problem.raw)
      }
      #expect(
        list.problems.map { $0.raw }
          == ["Б\r\n", "В,2,3\r\n"].map {
            TextEncoder(encoding).bytes(of: Array($0.utf8))
          })
    }
  }

  @Test func rawRowsCanBeHadAgain() {
    #expect(RejectsTable.escaped(Array("Ж\\x\n".utf8) + [0xC8]) == "Ж\\\\x\\x0A\\xC8")
    #expect(RejectsTable.escaped(Array("\u{202E}".utf8)) == "\\xE2\\x80\\xAE")
  }

  /// Rows that lie across two windows are whole.
  @Test func windowsCutNoRow() throws {
    var text = "name,note\n"
    var expected: [[String]] = []
    for number in 0..<60_000 {
      let note = "№ \(number), \"две\r\nстроки\""
      text += "Имя \(number),\"\(note.replacing("\"", with: "\"\""))\"\r\n"
      expected.append(["Имя \(number)", note])
    }
    let list = try read(text)
    #expect(rows(list) == expected && list.problems.isEmpty)
    #expect(list.line(ofRow: 59_999) == 2 + 2 * 59_999)
  }
}
