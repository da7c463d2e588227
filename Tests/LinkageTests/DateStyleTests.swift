import Testing

@testable import Linkage

@Suite struct DateStyleTests {
  private func style(_ cells: [String]) -> DateStyle {
    DateStyle(of: cells.map { Array($0.utf8)[...] })
  }

  private func dates(_ cell: String, _ style: DateStyle) -> String {
    BirthDate.dates(in: cell, style: style).map(\.description).joined(separator: " ")
  }

  @Test(arguments: [
    (["12/29/1987", "1/23/1970", "3/8/1982"], DateStyle.Order.monthFirst),
    // One may be a slip.
    (["12/29/1987", "3/8/1982", "4/4/1990"], .dayFirst),
    (["12/29/1987", "1/23/1970", "23.1.1970", "25.1.1970"], .dayFirst),
    (["29.12.1987", "23.01.1970"], .dayFirst), (["1987-12-29", "1970-01-23"], .dayFirst),
    ([], .dayFirst),
  ])
  func theOrderIsThatOfTheColumn(cells: [String], order: DateStyle.Order) {
    #expect(style(cells).order == order)
  }

  @Test(arguments: [
    (["1363", "1350/2/31", "1371-10-05"], DateStyle.Calendar.solar),
    (["۱۳۶۳", "۱۳۵۰"], .solar), (["1363", "1984", "1350"], .solar), (["1363", "1984"], .gregorian),
    (["1405", "1390"], .solar), (["1420", "1405", "1431", "1390"], .lunar),
    (["1380", "1402", "1398", "1375", "1401"], .lunar),
    (["1984", "1990", "1363"], .gregorian), (["1984"], .gregorian),
  ])
  func theCalendarIsThatOfTheColumn(cells: [String], calendar: DateStyle.Calendar) {
    #expect(style(cells).calendar == calendar)
  }

  @Test(arguments: [
    ("3/8/1982", "1982-03-08"), ("13/8/1982", "1982-08-13"), ("8/13/1982", "1982-08-13"),
    ("1982-03-08", "1982-03-08"), ("3/8/82", "1982-03-08"), ("8 March 1982", "1982-03-08"),
  ])
  func monthsComeFirst(cell: String, expected: String) {
    #expect(dates(cell, DateStyle(order: .monthFirst)) == expected)
  }

  /// New years of the solar calendar as almanacs have them, and what columns hold beside full dates.
  @Test(arguments: [
    ("1403/1/1", "2024-03-20"), ("1400-01-01", "2021-03-21"), ("1399.01.01", "2020-03-20"),
    ("1375/1/1", "1996-03-20"), ("1300/1/1", "1921-03-21"), ("1/1/1363", "1984-03-21"),
    ("1399/12/30", "2021-03-20"), ("1357/11/22", "1979-02-11"), ("1350/2/31", "1971-05-21"),
    // The year had no leap day.
    ("1400/12/30", "2021/2022"), ("1363", "1984/1985"), ("05.1363", "1984"), ("11.1363", "1985"),
    ("1984-08-14", "1984-08-14"),
  ])
  func solarYearsAreRead(cell: String, expected: String) {
    #expect(dates(cell, DateStyle(calendar: .solar)) == expected)
  }

  @Test(arguments: [
    ("1405", "1984/1985"), ("1390/5/1", "1970/1971"), ("1446", "2024/2025"), ("1984", "1984"),
  ])
  func lunarYearsAreRead(cell: String, expected: String) {
    #expect(dates(cell, DateStyle(calendar: .lunar)) == expected)
  }

  /// Every day of a solar year is a day of ours, and the one before is the one before.
  @Test func solarDaysFollowEachOther() {
    var last: BirthDate?
    for year in 1270...1410 {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = Hijra.solar(year, month, day) else {
            #expect(day > 29 && month > 6, "\(year)-\(month)-\(day)")
            continue
          }
          if let last { #expect(last < date) }
          last = date
        }
      }
    }
    #expect(last?.year == 2032)
  }

  @Test func rowsAndPersonsFollowTheColumn() throws {
    var list = RecordList(
      name: "list", columns: [.init(name: "name", kind: .name), .init(name: "born", kind: .birth)])
    for (row, cells) in [
      ["Wali Khan", "1371-10-05"], ["Karim Nuri", "1350"], ["Wali Khan", "1992-12-26"],
    ].enumerated() {
      for cell in cells { list.append(cell: cell.utf8) }
      list.endRow(line: row + 2)
    }
    list.settleStyles()
    let persons = try Linker([list]).merge().persons
    #expect(persons.map(\.births) == [["1992-12-26"], ["1971/1972"]])
  }
}
