import NameText
import Testing

struct ParsingRoleTests {
  @Test(arguments: try ParsingVector.load("parsing-roles"))
  func givesRoles(_ vector: ParsingVector) {
    let name = NameParser.parse(parsingWords(vector.cell), column: vector.column)
    #expect(name.roleLetters == vector.expected)
  }

  @Test func joinsAStandingAffixToTheFathersName() throws {
    let name = NameParser.parse(parsingWords("Алимов Нодир Вали ўғли"))
    let patronymic = try #require(name.tokens.last)
    #expect(patronymic.text == "валиўғли")
    #expect(patronymic.forms.contains { $0.kind == .patronymicStem && $0.text == "вали" })
  }

  @Test(arguments: [
    ("Иванов Иван Иванович 1978 г.р.", 1978), ("Иванов И.И., 1978 г. р.", 1978),
    ("Каримов Азиз (1985)", 1985), ("Иванов Иван 12.03.1990", 1990),
    ("Petrov Ivan born 1981", 1981),
  ])
  func findsABirthYear(cell: String, year: Int) {
    #expect(NameParser.parse(parsingWords(cell)).birthYear == year)
  }

  @Test(arguments: ["Иванов Иван 7", "Иванов Иван 17", "Иванов Иван 998901234567", "Иванов Иван"])
  func takesOtherNumbersForNoYear(cell: String) {
    let name = NameParser.parse(parsingWords(cell))
    #expect(name.birthYear == nil)
    #expect(name.roleLetters == "SG")
  }

  @Test func readsColumnsTogether() {
    let name = NameParser.parse(parts: [
      (parsingWords("Каримова"), .surname), (parsingWords("Гулнора"), .given),
      (parsingWords("Ислом қизи"), .patronymic),
    ])
    #expect(name.roleLetters == "SGP")
    #expect(name.gender == .female)
  }

  @Test func readsNothingOutOfAnEmptyCell() {
    let name = NameParser.parse([])
    #expect(name.tokens.isEmpty)
    #expect(name.gender == nil)
  }

  @Test func dropsWordsThatAreNoName() {
    #expect(NameParser.parse(parsingWords("2041")).tokens.isEmpty)
    #expect(NameParser.parse(parsingWords("Mr")).roleLetters == "?")
  }
}
