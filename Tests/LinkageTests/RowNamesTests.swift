import NameSimilarity
import NameText
import Testing

@testable import Linkage

/// The cells of a row that make its person's name.
@Suite struct RowNamesTests {
  private func list(_ kinds: [FieldKind], _ rows: [[String]]) -> RecordList {
    var list = RecordList(
      name: "list",
      columns: kinds.map { RecordList.Column(name: $0.rawValue, kind: $0) })
    for (row, cells) in rows.enumerated() {
      for cell in cells { list.append(cell: cell.utf8) }
      list.endRow(line: row + 2)
    }
    return list
  }

  private func tokens(_ kinds: [FieldKind], _ cells: [String]) -> [String] {
    let name = list(kinds, [cells]).rowNames(row: 0).main
    return name.tokens.map { $0.role == .patronymic ? "\($0.text) (patronymic)" : $0.text }
  }

  /// A father's name in a column of its own is added to the whole name, and does not take its place.
  @Test(arguments: [
    (["Hamid Yazdani", "Mulladad"], ["hamid", "yazdani", "mulladad (patronymic)"]),
    (["Hamid Yazdani", ""], ["hamid", "yazdani"]),
    (["Иванов Иван", "Петрович"], ["иванов", "иван", "петрович (patronymic)"]),
    (["Иванов Иван Петрович", "Петрович"], ["иванов", "иван", "петрович (patronymic)"]),
    (["Иванов Иван Петрович", "Пётр"], ["иванов", "иван", "петрович (patronymic)"]),
    (["Muthanna Harith Sulayman", "Harith"], ["muthanna", "harith", "sulayman"]),
    (["", "Петрович"], ["петрович (patronymic)"]),
    (["Hamid Yazdani", "unknown"], ["hamid", "yazdani"]),
  ])
  func aFatherStandsBesideTheWholeName(cells: [String], expected: [String]) {
    #expect(tokens([.name, .patronymic], cells) == expected)
  }

  @Test func surnameAndGivenNameStandForTheWhole() {
    #expect(
      tokens([.name, .surname, .given], ["Alias", "Иванов", "Иван"]) == ["иванов", "иван"])
    #expect(tokens([.name, .surname, .given], ["Иванов И.", "Иванов", ""]) == ["иванов", "и"])
    #expect(tokens([.name, .surname], ["Иван", "Иванов"]) == ["иван", "иванов"])
  }

  /// People of one father are not one person, and the roll calls them by their names.
  @Test func peopleOfOneFatherAreTold() throws {
    let list = list(
      [.name, .patronymic, .birth],
      [
        ["Hamid Yazdani", "Mulladad", "12.03.1981"], ["Esmail Tahiri", "Mulladad", "12.03.1981"],
        ["Hamid Yazdani", "", "12.03.1981"], ["Иванов Иван", "Петрович", "1970"],
      ])
    let persons = try Linker([list]).merge().persons
    #expect(
      persons.map(\.name) == ["Hamid Yazdani", "Esmail Tahiri", "Иванов Иван Петрович"])
    #expect(persons[0].records.map(\.row) == [0, 2])
  }

  // MARK: Several columns of names

  @Test func aSecondColumnSpellsTheFirstOtherwise() {
    var list = list(
      [.name, .name],
      [
        ["Айгуль Ахметова", "Akhmetova Aigul"], ["Даулет Сапаров", "Daulet Saparov"],
        ["", "Zhanna Kim"], ["Олег Пак", ""],
      ])
    list.settleStyles()
    #expect(list.columns[1].kind == .name && list.columns[1].bearer == .personAgain)
    #expect(list.rowNames(row: 0).others.map { $0.tokens.map(\.text) } == [["akhmetova", "aigul"]])
    #expect(list.rowNames(row: 2).main.tokens.map(\.text) == ["zhanna", "kim"])
    #expect(list.rowNames(row: 3).others.isEmpty)
  }

  /// The mother who asked for them is nobody's other name, though they share hers.
  @Test func aSecondColumnOfOtherPeopleIsNotUsed() throws {
    var list = list(
      [.name, .name],
      [
        ["Ким Виктор Ильич", "Ким Анна Львовна"], ["Ким Сергей Ильич", "Ким Анна Львовна"],
        ["", "Цой Вера"],
      ])
    list.settleStyles()
    #expect(list.columns[1].kind == .text && list.columns[1].bearer == .somebodyElse)
    #expect(list.rowNames(row: 0).others.isEmpty && list.rowNames(row: 2).main.tokens.isEmpty)
    #expect(try Linker([list]).merge().persons.count == 3)
  }

  // MARK: Fathers in brackets

  private static let bosnians = [
    "Hasanović (Mehmed) Samir", "Hasanović (Mehmed) Nermin", "Jovanović (Hasan) Mevludin",
    "Džananović (Husein) Hasan", "Suljić Amir",
  ]

  @Test func bracketsOfAColumnHoldFathers() throws {
    var men = list([.name], Self.bosnians.map { [$0] })
    men.settleStyles()
    #expect(men.columns[0].fathersInBrackets)
    #expect(
      men.rowNames(row: 0).main.tokens.map(\.role) == [.surname, .given, .patronymic])
    #expect(try Linker([men]).merge().persons.count == 5)
    // The father of the first is another row's person at the most.
    var others = list([.name], [["Hasanović Mehmed"], ["Hasanović Samir"]])
    others.settleStyles()
    let links = try PairLinker(men, others).links().pairs.filter { $0.decision == .same }
    #expect(links.map { [$0.left, $0.right] } == [[0, 1]])
  }

  /// Maiden names and nicknames stand in brackets as well.
  @Test(arguments: [
    ["Иванова (Петрова) Анна", "Сидорова (Белова) Ольга", "Орлова (Зуева) Вера"],
    ["Каримов Ислом (Босс)", "Сапаров Азат (Азик)", "Алиев Али (Алик)"],
    ["Hasanović (Mehmed) Samir", "Hasanović Nermin", "Jovanović Mevludin", "Suljić Amir"],
  ])
  func otherBracketsHoldNone(names: [String]) {
    var list = list([.name], names.map { [$0] })
    list.settleStyles()
    #expect(!list.columns[0].fathersInBrackets)
  }

  // MARK: Words cut short

  /// Who is called `Мусаев Рамз. Ахм.` on one list is called by the whole words of another.
  @Test func aPersonIsCalledByWholeWords() throws {
    let roll = try Linker([
      list([.name, .birth], [["Мусаев Рамз. Ахм.", "12.03.1981"]]),
      list([.name, .birth], [["Мусаев Рамзан", "12.03.1981"], ["Орлов Пётр", "1960"]]),
    ]).merge()
    #expect(roll.persons.map(\.name).sorted() == ["Мусаев Рамзан", "Орлов Пётр"])
  }

  // MARK: Genders

  /// What a row says of gender counts before what a name looks like: a woman's surname may be a man's genitive.
  @Test func whatARowSaysOfGenderCountsFirst() {
    func weight(_ left: String, _ right: String) -> Double {
      let kinds: [FieldKind] = [.name, .birth, .gender]
      return PairComparer(
        list(kinds, [["Мациева Хамзата", "18.10.1995", left]]),
        list(kinds, [["Khamzat Matsiev", "1995-10-18", right]]))[0].weight.value
    }
    #expect(weight("м", "male") > weight("ж", "male") + 6)
  }
}
