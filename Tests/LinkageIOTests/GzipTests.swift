#if Gzip
  import Linkage
  import TestSupport
  import Testing

  @testable import LinkageIO

  @Suite struct GzipTests {
    private func packed(_ text: String) -> [UInt8] { Gzip().pack(Array(text.utf8), isLast: true) }

    @Test func archivesAreUnpacked() throws {
      let bytes = packed("name,x\nА,1\n")
      #expect(bytes == packed("name,x\nА,1\n"))
      let list = try RecordList(parsing: bytes, path: "list.csv.gz")
      #expect(list.name == "list" && rows(list) == [["А", "1"]])
      // Several archives in a row are one, and zeros behind them are nothing.
      let both = bytes + packed("Б,2\n") + [0, 0, 0]
      #expect(rows(try RecordList(parsing: both, path: "l.gz")) == [["А", "1"], ["Б", "2"]])
    }

    @Test func damageAndBombsAreNamed() {
      let bytes = packed("name,x\n" + String(repeating: "А,1\n", count: 100))
      for count in [2, 12, bytes.count - 9] {
        #expect(throws: ListError.self) {
          try RecordList(parsing: Array(bytes[..<count]), path: "l.gz")
        }
      }
      let bomb = packed("name,x\n" + String(repeating: "А,1\n", count: 6_000_000))
      #expect(
        throws: ListError.overLimit(.inflation, limit: 100, path: "l.gz", line: 0, column: nil)
      ) {
        try RecordList(parsing: bomb, path: "l.gz")
      }
    }

    @Test func tablesArePackedWhereTheNameSaysSo() throws {
      let folder = ScratchFolder()
      let file = try OutputFile(path: folder.path("out.csv.gz"))
      var writer = try TableWriter(.csv, columns: ["name", "x"], to: file)
      for number in 0..<20_000 {
        writer.append("Имя")
        writer.append(String(number))
        try writer.endRow()
      }
      try writer.finish()
      try OutputFile.commit([file])
      let bytes = try TestFiles.bytes(at: folder.path("out.csv.gz"))
      #expect(bytes.starts(with: [0x1F, 0x8B]) && bytes.count < 100_000)
      let list = try RecordList(readingFrom: folder.path("out.csv.gz"))
      #expect(list.count == 20_000 && list.text(row: 19_999, column: 1) == "19999")
    }
  }
#endif
