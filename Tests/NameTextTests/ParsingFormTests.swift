import NameText
import Testing

/// A form that a token of a cell must have.
struct FormVector: Sendable, CustomTestStringConvertible {
  var cell: String
  var token: Int
  var kind: String
  var text: String
  var gender: String
  var column: Role?
  var testDescription: String { "\(cell) → \(text)" }

  static func load() throws -> [FormVector] {
    try parsingRows("parsing-forms").map { cells in
      FormVector(
        cell: cells[0], token: Int(cells[1])! - 1, kind: cells[2], text: cells[3],
        gender: cells[4], column: Role.allCases.first { "\($0)" == cells[5] })
    }
  }
}

struct ParsingFormTests {
  @Test(arguments: try FormVector.load())
  func hasTheForm(_ vector: FormVector) throws {
    let name = NameParser.parse(parsingWords(vector.cell), column: vector.column)
    try #require(vector.token < name.tokens.count)
    let forms = name.tokens[vector.token].forms.map { form in
      "\(form.kind) \(form.text) \(form.gender.map { "\($0)" } ?? "-")"
    }
    #expect(forms.contains("\(vector.kind) \(vector.text) \(vector.gender)"))
    #expect(forms.count <= 6)
    #expect(Set(forms).count == forms.count)
  }

  @Test(arguments: try parsingRows("parsing-no-forms"))
  func lacksTheForm(_ cells: [String]) throws {
    let column = Role.allCases.first { "\($0)" == cells[3] }
    let name = NameParser.parse(parsingWords(cells[0]), column: column)
    let token = name.tokens[try #require(Int(cells[1])) - 1]
    #expect(!token.forms.contains { $0.text == cells[2] })
  }

  @Test(arguments: try parsingRows("parsing-gender"))
  func findsTheGender(_ cells: [String]) {
    let name = NameParser.parse(parsingWords(cells[0]))
    #expect(name.gender.map { "\($0)" } ?? "-" == cells[1])
  }

  /// Where a word can only be a nominative, the others are no oblique cases.
  @Test(arguments: [
    "Каримова Айгуль", "Иванова Анна", "Иванов Иван", "Тажимуратов Вали", "Маяковский Алеша",
    "Шевченко Тарас", "Иванова Анна Петровна", "Gulnora Karimova",
  ])
  func assumesNoCases(cell: String) {
    for token in NameParser.parse(parsingWords(cell)).tokens {
      #expect(!token.forms.contains { $0.kind == .nominative && $0.gender == .male })
    }
  }

  @Test func takesAFeminineSurnameForAGenitiveWhereTheGivenNameMayBeOne() throws {
    let name = NameParser.parse(parsingWords("Каримова Назира"))
    let surname = try #require(name.tokens.first)
    let readings = surname.forms.filter { $0.text == "каримов" }
    #expect(readings.contains { $0.kind == .nominative && $0.gender == .male })
    #expect(readings.contains { $0.kind == .masculineSurname && $0.gender == .female })
  }

  @Test(arguments: ["gurbanguly", "гурбангулы", "худайкули", "имамкули", "nurguly"])
  func takesTheElementKulForNoAffix(word: String) {
    let name = NameParser.parse(parsingWords(word), column: .given)
    #expect(!name.tokens[0].forms.contains { $0.kind == .patronymicStem })
    #expect(NameParser.parse(parsingWords("Салим " + word)).roleLetters != "GP")
  }
}
