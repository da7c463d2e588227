import TestSupport
import Testing

@testable import Linkage

@Suite struct BirthDateTests {
  @Test func cellsAreRead() throws {
    for row in try TestFiles.rows("Tests/LinkageTests/Vectors/birth-dates.tsv") {
      let dates = BirthDate.dates(in: row[0]).map(\.description).joined(separator: " ")
      #expect(dates == (row[1] == "-" ? "" : row[1]), "\(row[0]): \(row[2])")
    }
  }

  @Test(arguments: [
    ("34 года", "1987/1988"), ("34", ""), ("34 y.o.", "1987/1988"), ("возраст 34", "1987/1988"),
    ("1978", "1978"), ("05.03.21", "2021-03-05"), ("05.03.24", "1924-03-05"), ("140 лет", ""),
  ])
  func agesAreTrueOnADay(cell: String, dates: String) {
    let found = BirthDate.dates(in: cell, asOf: BirthDate(year: 2022, month: 7, day: 1))
    #expect(found.map(\.description).joined(separator: " ") == dates)
  }

  /// An age in a column of its own, true on the day of what happened or of the list.
  @Test func rowsSayWhenAnAgeWasTrue() {
    var list = RecordList(
      name: "list",
      columns: [.init(name: "age", kind: .age), .init(name: "detained", kind: .event)])
    for cells in [["34", "2022-07-01"], ["34 года", ""], ["около", "2022"], ["340", "2022"]] {
      for cell in cells { list.append(cell: cell.utf8) }
      list.endRow(line: 2)
    }
    let births = { (list: RecordList) in
      (0..<list.count).map { list.fieldValues(row: $0, names: RowNames()).births }
    }
    let first = BirthDate(years: 1987...1988)
    #expect(births(list) == [[first], [], [], []])
    list.dateOfAges = BirthDate(year: 2020)
    #expect(births(list) == [[first], [BirthDate(years: 1985...1986)], [], []])
  }

  /// What the cell of the name says counts where no column of its own does.
  @Test func namesBringTheirBirthsAndPlaces() {
    var list = RecordList(
      name: "list", columns: [.init(name: "name", kind: .name), .init(name: "born", kind: .birth)])
    for cells in [["Иванов И. (1978 г.р., г. Нукус)", ""], ["Иванов И. (1978 г.р.)", "1979"]] {
      for cell in cells { list.append(cell: cell.utf8) }
      list.endRow(line: 2)
    }
    let values = (0..<2).map { list.fieldValues(row: $0, names: list.rowNames(row: $0)) }
    #expect(values.map(\.births) == [[BirthDate(year: 1978)], [BirthDate(year: 1979)]])
    #expect(values[0].places.count == 1 && values[1].places.isEmpty)
  }

  @Test func whatIsWrittenIsReadAgain() {
    for year in [1000, 1899, 1978, 2000, 2200] {
      #expect(BirthDate.dates(in: BirthDate(year: year).description) == [BirthDate(year: year)])
      for month in 1...12 {
        for day in [1, 2, 12, 13, 28] {
          let date = BirthDate(year: year, month: month, day: day)
          #expect(BirthDate.dates(in: date.description) == [date])
          #expect(BirthDate.dates(in: "\(day).\(month).\(year)") == [date])
        }
      }
    }
  }

  /// Whatever stands in a cell, what comes out is a date.
  @Test func noCellGivesAnImpossibleDate() {
    var random = SeededGenerator(seed: 31)
    let pieces = [
      "1978", "30", "5", "05", "13", "31", "2", "0", ".", "-", "/", " ", "мая", "Feb", ";",
      "19780230", "г", "٣",
    ]
    for _ in 0..<20_000 {
      let cell = (0..<Int.random(in: 0...7, using: &random)).map { _ in
        pieces.randomElement(using: &random)!
      }
      .joined()
      let dates = BirthDate.dates(in: cell)
      #expect(dates == Array(Set(dates)).sorted(), "\(cell)")
      for date in dates {
        let isLeap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0)
        let longest = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        #expect((1000...2200).contains(date.year) && (0...12).contains(date.month), "\(cell)")
        #expect(date.month > 0 || date.day == 0, "\(cell)")
        #expect(
          date.day <= (date.month > 0 ? longest[date.month - 1] : 0), "\(cell): \(date.description)"
        )
      }
    }
  }
}
