#if XLSX
  @testable import LinkageIO
  import Linkage
  import TestSupport
  import Testing

  /// Workbooks read and written.
  @Suite struct WorkbookTests {
    private let folder = ScratchFolder()

    private func list(_ name: String, _ change: (inout ReadOptions) -> Void = { _ in }) throws
      -> RecordList
    {
      var options = ReadOptions()
      change(&options)
      return try RecordList(
        readingFrom: TestFiles.path("corpora/hostile/\(name)"), options: options)
    }

    private func rows(_ list: RecordList) -> [[String]] {
      (0..<list.count).map { row in list.columns.indices.map { list.text(row: row, column: $0) } }
    }

    // MARK: Reading

    @Test func cellsAreWhatTheyShow() throws {
      let shared = try list("workbook-shared-strings.xlsx")
      #expect(
        rows(shared) == [
          ["Dauletmurat Tajimuratov", "", "Nukus"], ["Айгуль Сапарова", "1990-01-01", "Чимбай"],
          ["Oybek T.", "1975", ""],
        ])
      let formulas = try list("workbook-formulas.xlsx")
      #expect(
        rows(formulas) == [
          ["Dauletmurat Tajimuratov", "1984", ""], ["Айгуль Сапарова", "", ""],
          ["Oybek Toshmatov", "", "#N/A"],
        ])
      #expect(try rows(list("workbook-1904.xlsx"))[0][1] == "1988-05-31")
    }

    @Test func aHeaderOfTwoRowsIsOne() throws {
      let list = try list("workbook-merged-header.xlsx")
      #expect(list.columns.map(\.name) == ["ФИО", "Birth date", "Birth place"])
      #expect(list.columns.map(\.kind).prefix(2) == [.name, .birth])
      #expect((0..<list.count).map { list.line(ofRow: $0) } == [4, 5, 6])
    }

    @Test func partsOfNamesBelowAWideCellAreKnown() throws {
      var sheet = SheetRows()
      for (line, row) in [
        [(0, "Данные лица"), (3, "Год рождения")], [(0, "Фамилия"), (1, "Имя"), (2, "Отчество")],
      ].enumerated() {
        for (column, text) in row {
          sheet.bytes += Array(text.utf8)
          sheet.ends.append(sheet.bytes.count)
          sheet.columns.append(Int32(column))
        }
        sheet.rowEnds.append(sheet.ends.count)
        sheet.lines.append(line + 1)
      }
      sheet.merged = [try #require(CellRange(Array("A1:C1".utf8)))]
      let block = try #require(HeaderBlock(sheet))
      let names = (0..<4).map { block.names[$0] ?? "" }
      #expect(
        names == [
          "Данные лица / Фамилия", "Данные лица / Имя", "Данные лица / Отчество", "Год рождения",
        ])
      #expect(ColumnKinds.recognised(names, .shared) == [.surname, .given, .patronymic, .birth])
    }

    @Test func aSheetIsChosenByNameNumberOrContent() throws {
      let file = "workbook-second-sheet.xlsx"
      #expect(try list(file).count == 3)
      for name in ["list", "LIST", "2"] { #expect(try list(file) { $0.sheet = name }.count == 3) }
      #expect(throws: ListError.self) { try list(file) { $0.sheet = "nothere" } }
      #expect(throws: ListError.self) { try list(file) { $0.sheet = "3" } }
      let cover = try list(file) {
        $0.sheet = "cover"
        $0.needsName = false
      }
      #expect(cover.columns.count == 1)
    }

    @Test func limitsAreNamed() throws {
      let limits: [(String, (inout ReadLimits) -> Void)] = [
        ("--max-workbook-inflation", { $0.workbookInflation = 1 }),
        ("--max-inflated", { $0.inflated = 1_000 }), ("--max-entries", { $0.entries = 5 }),
        ("--max-cell", { $0.cell = 10 }), ("--max-columns", { $0.columns = 2 }),
      ]
      for (option, lower) in limits {
        do {
          _ = try list("workbook.xlsx") { lower(&$0.limits) }
          Issue.record("no limit \(option)")
        } catch let error as ListError {
          #expect(error.description.contains(option), "\(error)")
        }
      }
    }

    @Test func numbersAndDatesAreWrittenAsTheyAreShown() throws {
      for row in try TestFiles.records("Tests/LinkageIOTests/Vectors/number-formats.tsv") {
        let format = Int(row["format"]!).map { NumberFormat(builtIn: $0) }
        let isCode = row["format"]!.hasPrefix("00")
        let value = SheetHandler.text(
          of: Array(row["stored"]!.utf8),
          as: isCode
            ? NumberFormat(code: row["format"]!) : format ?? NumberFormat(code: row["format"]!),
          dates: SerialDate(isFrom1904: row["system"] == "1904"))
        #expect(String(decoding: value, as: UTF8.self) == row["text"], "\(row)")
      }
    }

    /// Days one after another are dates one after another, by another way of counting them.
    @Test func everyDayIsTheOneAfterTheDayBefore() {
      var (year, month, day) = (1900, 3, 1)
      for serial in 61...80_000 {
        func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
        let text = SerialDate().text(Double(serial), showing: [.year, .month, .day])
        guard text == "\(year)-\(two(month))-\(two(day))" else {
          Issue.record("day \(serial): \(text ?? "none")")
          return
        }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        day += 1
        if day > length { (month, day) = (month + 1, 1) }
        if month > 12 { (year, month) = (year + 1, 1) }
      }
    }

    @Test func placesAreReadBack() {
      for column in [0, 25, 26, 51, 701, 702, 16_383] {
        let place = CellReference(Array("\(CellReference.letters(ofColumn: column))17".utf8))
        #expect(place?.column == column && place?.row == 17)
      }
      for wrong in ["", "A", "1", "A0", "XFE1", "A1048577", "A-1", "A1B", "Ж1", "AAAAAAAAAAAAAAA1"]
      {
        #expect(CellReference(Array(wrong.utf8)) == nil, "\(wrong)")
      }
    }

    // MARK: Writing

    /// Everything that XML or a spreadsheet could take for something else.
    private static let pieces = [
      "Щукин", "a", " ", "\t", "\n", "\r", "\r\n", "\0", "\u{1B}[31m", "_x0041_", "_x", "_x005F_",
      "<b>",
      "&amp;", "\"", "'", "=1+1", "\u{FFFE}", "\u{FFFF}", "\u{202E}", "\u{1F600}", "e\u{301}",
      "]]>", "007",
      "1E5", "TRUE", "#N/A", "30.05.1984", "\u{85}", "\u{2028}",
    ]

    @Test func whatIsWrittenIsReadAgain() throws {
      var random = TestSupport.SeededGenerator(seed: 6)
      for _ in 0..<TestScale.of(200) {
        let width = Int.random(in: 1...5, using: &random)
        let rows = (0..<Int.random(in: 1...6, using: &random)).map { _ in
          (0..<width).map { column in
            (column == 0 ? "x" : "")
              + (0..<Int.random(in: 0...4, using: &random)).map { _ in
                Self.pieces.randomElement(using: &random)!
              }.joined()
          }
        }
        let header = (0..<width).map { "c\($0)" }
        let bytes = try folder.table(.xlsx, header) { writer in
          for row in rows {
            for cell in row { writer.append(cell) }
            try writer.endRow()
          }
        }
        var options = ReadOptions()
        options.header = .yes
        options.needsName = false
        let list = try RecordList(parsing: bytes, path: "x.xlsx", options: options)
        #expect(list.problems.allSatisfy { $0.reason == "a NUL byte" })
        // A column in which no row has anything has its header, and so it is there.
        #expect(list.columns.map(\.name) == header)
        #expect(
          self.rows(list).map { $0.map { Array($0.utf8) } }
            == rows.map { $0.map { Array($0.utf8) } })
      }
    }

    @Test func theSameRowsAreTheSameBytes() throws {
      let tables = try (0..<2).map { _ in
        try folder.table(.xlsx, ["name"]) { writer in
          writer.append("Щукин")
          try writer.endRow()
        }
      }
      #expect(tables[0] == tables[1])
    }

    @Test func whatASpreadsheetCannotHoldIsAnError() throws {
      #expect(throws: OutputError.self) {
        try folder.table(.xlsx, ["name"]) { writer in
          writer.append(String(repeating: "ж", count: 32_768))
          try writer.endRow()
        }
      }
      let longest = String(repeating: "ж", count: 32_767)
      let bytes = try folder.table(.xlsx, ["name"]) { writer in
        writer.append(longest)
        try writer.endRow()
      }
      var options = ReadOptions()
      options.limits.workbookInflation = 1_000
      let list = try RecordList(parsing: bytes, path: "x.xlsx", options: options)
      #expect(list.text(row: 0, column: 0) == longest)
    }
  }
#endif
