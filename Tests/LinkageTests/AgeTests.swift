import NameSimilarity
import Testing

@testable import Linkage

@Suite struct AgeTests {
  @Test func anAgeMeansTwoYears() {
    let date = BirthDate(year: 2020, month: 5, day: 1)
    #expect(BirthDate(age: 35, on: date).years == 1984...1985)
    #expect(BirthDate(age: 35, on: date).description == "1984/1985")
    #expect(BirthDate(age: 0, on: BirthDate(years: 2019...2020)).years == 2018...2020)
  }

  @Test(arguments: [
    ("35", 35), ("35 лет", 35), ("aged 7", 7), ("120", 120), ("121", nil), ("1978", nil), ("", nil),
    ("unknown", nil),
  ])
  func cellsAreRead(cell: String, age: Int?) { #expect(BirthDate.age(in: cell) == age) }

  private func list(_ columns: [(String, FieldKind)], _ cells: [String]) -> RecordList {
    var list = RecordList(
      name: "list", columns: columns.map { RecordList.Column(name: $0.0, kind: $0.1) })
    for cell in cells { list.append(cell: cell.utf8) }
    list.endRow(line: 2)
    return list
  }

  private func births(_ list: RecordList) -> String {
    list.fieldValues(row: 0, names: list.rowNames(row: 0)).births.map(\.description)
      .joined(separator: " ")
  }

  /// The row's own date goes before the list's; without either an age tells nothing; a date of birth tells more.
  @Test func anAgeCountsFromTheRowsDate() {
    let columns: [(String, FieldKind)] = [
      ("name", .name), ("age", .age), ("date", .event), ("born", .birth),
    ]
    var dated = list(columns, ["Щукин", "35", "2020-05-01", ""])
    #expect(births(dated) == "1984/1985")
    dated.dateOfAges = BirthDate(year: 2024)
    #expect(births(dated) == "1984/1985")
    var undated = list(columns, ["Щукин", "35", "", ""])
    #expect(births(undated) == "")
    undated.dateOfAges = BirthDate(year: 2024)
    #expect(births(undated) == "1988/1989")
    #expect(births(list(columns, ["Щукин", "35", "2020", "1985-03-02"])) == "1985-03-02")
  }

  @Test func theRollSaysWhenSomebodyOfAnAgeWasBorn() throws {
    let list = list(
      [("name", .name), ("age", .age), ("date", .event)], ["Щукин Аркадий", "35", "2020-05-01"])
    #expect(try Linker([list]).merge().persons.map(\.births) == [["1984/1985"]])
    let undated = self.list([("name", .name), ("age", .age)], ["Щукин Аркадий", "35"])
    #expect(try Linker([undated]).merge().persons.map(\.births) == [[]])
  }

  @Test(arguments: [
    ("1984/1985", "1985-07-02", FieldLevel.yearExact), ("1984/1985", "1984", .yearExact),
    ("1984/1985", "1986", .yearNear), ("1984/1985", "1987", .yearDiffers),
    ("1960/1965", "1964/1970", .yearExact), ("1978", "1987", .yearSlipped),
  ])
  func rangesAgreeWhereTheyOverlap(a: String, b: String, level: FieldLevel) {
    let (x, y) = (BirthDate.dates(in: a), BirthDate.dates(in: b))
    #expect(DateComparison.level(x, y)?.level == level)
    #expect(DateComparison.level(y, x)?.level == level)
  }

  /// Who may have been born in any of ten years agrees with ten times as many.
  @Test func aWideRangeTellsLess() {
    let model = FieldModel([])
    func weight(_ a: String, _ b: String) -> Double {
      var (x, y) = (FieldValues(), FieldValues())
      x.births = BirthDate.dates(in: a)
      y.births = BirthDate.dates(in: b)
      return model.weight(model.birth(x, y)!).value
    }
    #expect(weight("1980", "1980") > weight("1980-1981", "1980") + 0.9)
    #expect(weight("1980-1981", "1980") > weight("1975-1984", "1980") + 2)
  }
}
