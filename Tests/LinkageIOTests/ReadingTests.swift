import Glibc
import Linkage
import LinkageIO
import Testing

/// The cells of a list as text, row by row.
func rows(_ list: RecordList) -> [[String]] {
  (0..<list.count).map { row in
    (0..<list.cellCount(ofRow: row)).map { list.text(row: row, column: $0) }
  }
}

func read(
  _ text: String, path: String = "list.csv", _ change: (inout ReadOptions) -> Void = { _ in }
) throws -> RecordList {
  var options = ReadOptions()
  change(&options)
  return try RecordList(parsing: Array(text.utf8), path: path, options: options)
}

@Suite struct ReadingTests {
  @Test func lineEndsOfAllKindsEndRows() throws {
    let list = try read("ФИО,год рождения\r\nА Б,1980\rВ Г,1981\nД Е,1982")
    #expect(rows(list) == [["А Б", "1980"], ["В Г", "1981"], ["Д Е", "1982"]])
    #expect((0..<3).map { list.line(ofRow: $0) } == [2, 3, 4])
    #expect(list.problems.isEmpty)
  }

  @Test func quotedCellsHoldDelimitersQuotesAndLines() throws {
    let list = try read("name,note\n\"a, \"\"b\"\"\",\"x\r\ny\"\n\nc,d\n")
    #expect(rows(list) == [["a, \"b\"", "x\r\ny"], ["c", "d"]])
    #expect([list.line(ofRow: 0), list.line(ofRow: 1)] == [2, 5])
  }

  @Test func aStrayQuoteCostsNoRow() throws {
    let list = try read("name,note\n\"Иван,1\n\"Пётр\",2\n\"Олег,3\nАнна,4\n")
    #expect(rows(list).map(\.[0]) == ["\"Иван", "Пётр", "\"Олег", "Анна"])
    #expect(list.problems.map(\.line) == [2, 4])
  }

  @Test func quotesInsideOfQuotesAreKept() throws {
    let list = try read("name,note\n\"Иван \"Ваня\" Петров\",1\n\"a\"b,2\n")
    #expect(rows(list).map(\.[0]) == ["Иван \"Ваня\" Петров", "\"a\"b"])
    #expect(list.problems.count == 2)
  }

  @Test func raggedRowsAreKeptAndReported() throws {
    let list = try read("name,note\nА\nБ,1,2\nВ,1\n")
    #expect(rows(list) == [["А"], ["Б", "1", "2"], ["В", "1"]])
    #expect(list.problems.map(\.line) == [2, 3])
    #expect(list.cell(row: 0, column: 1).isEmpty)
  }

  @Test func aHeaderInTheMiddleIsNobody() throws {
    let list = try read(
      "ФИО,Год рождения\nИванов И.,1980\nФИО,Год рождения\nПетров П.,1981\nName,Birth year\nСидоров С.,1982\n"
    )
    #expect(rows(list).map(\.[0]) == ["Иванов И.", "Петров П.", "Сидоров С."])
    #expect((0..<3).map { list.line(ofRow: $0) } == [2, 4, 6])
    #expect(list.problems.map(\.line) == [3, 5])
    #expect(list.problems.allSatisfy { $0.reason == "a header again; left out" })
  }

  /// People whose names or cells are header words stay.
  @Test func rowsLikeAHeaderAreKept() throws {
    let list = try read("Имя,Пол,Место\nИмя,м,Нукус\nАты,ж,Чимбай\n")
    #expect(list.count == 2 && list.problems.isEmpty)
  }

  @Test func aHeaderMayStandInTwoRows() throws {
    let list = try read(
      "№,ФИО,,Дата,,Место\n,Фамилия,Имя,рождения,задержания,\n1,Иванов,Иван,1980,2022,Нукус\n2,Петров,Пётр,1981,2022,Чимбай\n"
    )
    #expect(list.columns.map(\.kind) == [.id, .surname, .given, .birth, .event, .place])
    #expect(list.columns[3].name == "Дата рождения" && list.count == 2)
    // A row of data below a header with an empty cell is none of it.
    #expect(try read("ФИО,,Год рождения\nИмя,,1980\n").count == 1)
    #expect(try read("ФИО,,Год рождения\nИванов,Иван,\n").count == 1)
  }

  @Test func severalPeopleInACellAreReported() throws {
    let list = try read(
      "ФИО,Год рождения\nAliyev Islom va Timur,1980\nИванов Иван Иванович,1981\n\"Ибрагимов Р., его брат\",1982\nбратья Реимовы Тимур и Азат,\n"
    )
    #expect(list.problems.map { [$0.line, $0.column ?? 0] } == [[2, 1], [4, 1], [5, 1]])
    #expect(list.count == 4)
  }

  @Test func wrongBytesAreKeptAndReported() throws {
    let bytes: [UInt8] = Array("name,note\nАйгуль,1\n".utf8) + [0xC8, 0xE2, 44, 0, 10]
    let list = try RecordList(parsing: bytes, path: "x")
    #expect(Array(list.cell(row: 1, column: 0)) == [0xC8, 0xE2])
    #expect(list.problems.map(\.column) == [1, 2])
  }

  @Test func aFileWithoutRowsIsEmptyAndAHeaderAloneIsNot() throws {
    #expect(throws: ListError.empty(path: "list.csv")) { try read("") }
    #expect(throws: ListError.empty(path: "list.csv")) { try read("\u{FEFF}\n\n") }
    #expect(try read("Full name,dob\n").count == 0)
  }

  @Test func aListWithoutNamesIsRefused() {
    #expect(throws: ListError.noNameColumn(path: "list.csv", columns: ["foo", "bar"])) {
      try read("foo,bar\n1,2\n")
    }
  }

  @Test func kindsCanBeGiven() throws {
    let list = try read("who,date,x\nА Б,1980,1\n") {
      $0.kinds = [("who", .name), ("date", .birth)]
    }
    #expect(list.columns.map(\.kind) == [.name, .birth, .text])
    #expect(
      throws: ListError.unknownColumn("whom", path: "list.csv", columns: ["who", "date", "x"])
    ) {
      try read("who,date,x\nА Б,1980,1\n") { $0.kinds = [("whom", .name)] }
    }
  }

  @Test func aByteOrderMarkAndADeclaredDelimiterAreNoCells() throws {
    let list = try read("\u{FEFF}sep=|\r\nname|note\r\nа, б|c\r\n")
    #expect(list.columns.map(\.name) == ["name", "note"])
    #expect(rows(list) == [["а, б", "c"]])
    #expect(list.line(ofRow: 0) == 3)
  }

  @Test func literalQuotesOfATabSeparatedFileStay() throws {
    let list = try read("name\tnote\n\"Ваня\"\tx\nАнна\t\"y\n", path: "l.tsv")
    #expect(rows(list) == [["\"Ваня\"", "x"], ["Анна", "\"y"]])
    #expect(list.problems.isEmpty)
    let quoted = try read("name\tnote\n\"Ва\tня\"\tx\n", path: "l.tsv")
    #expect(rows(quoted) == [["Ва\tня", "x"]])
  }

  /// The sample that a dialect is judged by ends in the middle of a row, here within a cell of two lines.
  @Test(arguments: ["\n", "\r\n", "\r"])
  func aLongFileIsReadLikeAShortOne(lineEnd: String) throws {
    for length in 1...9 {
      let note = String(repeating: "н", count: length)
      let row = "\"Алиев Тимур\"\t\"1980\"\t\"\(note)\n\(note)\"\(lineEnd)"
      let list = try read(
        "\"ФИО\"\t\"год\"\t\"заметка\"\(lineEnd)" + String(repeating: row, count: 1_500))
      #expect(list.count == 1_500 && list.problems.isEmpty)
      #expect(rows(list).last == ["Алиев Тимур", "1980", "\(note)\n\(note)"])
    }
  }

  @Test func aTitleAboveTheHeaderIsReported() throws {
    let list = try read("Список;;;\n;;;\n№;ФИО;Дата рожд.;Город\n1;Коваленко А;1981;Минск\n")
    #expect(list.columns.map(\.kind) == [.id, .name, .birth, .place])
    #expect(list.count == 1 && list.problems.map(\.line) == [1, 2])
  }

  @Test func aListWithoutHeaderIsReadByWhatItHolds() throws {
    let list = try read(
      "1;Нукус;Тажимуратов Даулет;1981;2022-07-01\n2;Нукус;Исламов Тимур;1990;2022-07-02\n")
    #expect(list.count == 2)
    #expect(list.columns.map(\.kind) == [.id, .text, .name, .birth, .event])
    #expect(list.columns[2].name == "column_3")
    let one = try read("Тажимуратов Даулет", path: "l.txt")
    #expect(one.count == 1 && one.columns.map(\.kind) == [.name])
  }

  @Test func commasWithinNamesPartNoCells() throws {
    let list = try read("name;note\nИванов, Иван;\nПетров, Пётр;x\n")
    #expect(list.columns.count == 2)
    let single = try read("name\nИванов, Иван\nПетров, Пётр\n")
    #expect(rows(single) == [["Иванов, Иван"], ["Петров, Пётр"]])
  }

  @Test func inDoubtTheFirstRowIsAPerson() throws {
    #expect(try read("Тажимуратов,Даулет\nИсламов,Тимур\n").count == 2)
    #expect(try read("Исламов Тимур;no;1980\nАлиев Али;yes;1981\n").count == 2)
    #expect(try read("foo,bar\nИсламов,Тимур\n") { $0.needsName = false }.count == 1)
    #expect(try read("foo,bar\nx,1\n") { $0.needsName = false }.count == 1)
  }

  @Test func archivesAreNamed() {
    #expect(throws: ListError.notText(path: "l.pdf", what: "a PDF document")) {
      try RecordList(parsing: Array("%PDF-1.4".utf8), path: "l.pdf")
    }
  }

  @Test(arguments: [
    "<html><table><tr><td>ФИО", "\u{FEFF}\n<!DOCTYPE HTML>", "<TABLE border=1>",
    "<?xml version=\"1.0\"?><Workbook>",
  ])
  func pagesAreNamed(text: String) throws {
    let error = #expect(throws: ListError.self) { try read(text, path: "list.xls") }
    guard case .notText(_, let what) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(what.hasSuffix("save it as XLSX"))
    // A cell that begins like one is a cell.
    #expect(try read("ФИО;x\n<html>;1\n").count == 1)
  }

  /// Lists are pasted with the numbers that stood before their lines.
  @Test func numberedNamesAreNames() throws {
    let list = try read(
      "1. Алиев Тимур;Нукус\n2. Сапарова Айгуль;Чимбай\n3) Тошматов Ойбек;Нукус\n")
    #expect(list.columns.map(\.kind) == [.name, .text])
    #expect(list.count == 3)
  }

  /// A line of sums is no person.
  @Test func totalsNameNobody() throws {
    let list = try read("ФИО,год\nАлиев Тимур,1980\nИтого: 1,\nВсего,1\nJami 1 ta,\n")
    #expect(list.problems.map(\.line) == [3, 4, 5])
    #expect(list.problems.allSatisfy { $0.reason == "the row names nobody" })
  }

  @Test func tenThousandColumns() throws {
    let header = "name," + (0..<9_999).map { "c\($0)" }.joined(separator: ",")
    let row = [String](repeating: "x", count: 10_000).joined(separator: ",")
    let limit = ListError.overLimit(
      .columns, limit: 4_096, path: "list.csv", line: 1, column: 4_097)
    #expect(throws: limit) { try read("\(header)\n\(row)\n") }
    let list = try read("\(header)\n\(row)\n") { $0.limits.columns = 10_000 }
    #expect(list.problems.isEmpty)
    #expect(list.columns.count == 10_000 && list.cellCount(ofRow: 0) == 10_000)
  }

  @Test func aPipeIsReadToItsEnd() throws {
    var ends: [Int32] = [0, 0]
    #expect(unsafe pipe(&ends) == 0)
    let text = Array("name,note\nА Б,1\n".utf8)
    #expect(unsafe write(ends[1], text, text.count) == text.count)
    close(ends[1])
    defer { close(ends[0]) }
    let list = try RecordList(readingFrom: "/dev/fd/\(ends[0])")
    #expect(rows(list) == [["А Б", "1"]])
  }

  @Test func errorsSteerNoTerminal() {
    let error = ListError.noNameColumn(path: "l\u{1B}", columns: ["\u{1B}[2J", "b"])
    #expect(
      error.description(namingColumns: true)
        == "l\\u{1B}: no column of names was recognised among \"\\u{1B}[2J\", \"b\"; "
        + "say which it is with --field COLUMN:name")
    // A list without a header may have names in its first row.
    #expect(!error.description.contains("2J"))
  }

  @Test func aMissingFileSaysWhy() {
    #expect(throws: ListError.cannotOpen(path: "/no/such", reason: "No such file or directory")) {
      try RecordList(readingFrom: "/no/such")
    }
    #expect(throws: ListError.cannotOpen(path: "/", reason: "Is a directory")) {
      try RecordList(readingFrom: "/")
    }
  }
}
