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
