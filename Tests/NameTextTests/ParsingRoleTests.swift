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

  @Test(arguments: ["Иванов Иван 7", "Иванов Иван 17", "Иванов Иван 998901234567", "Иванов Иван"])
  func takesNumbersForNoName(cell: String) {
    #expect(NameParser.parse(parsingWords(cell)).roleLetters == "SG")
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
