import NameText
import TestSupport
import Testing

/// A cell as somebody filled it in, with what stands in it.
struct CellVector: Sendable, CustomTestStringConvertible {
  var cell: String
  var expected: [String]
  var testDescription: String { cell }

  static let kinds: [CellReading.Kind] = [
    .name, .otherName, .otherPerson, .birth, .place, .note, .numbering,
  ]

  static func load() throws -> [CellVector] {
    try parsingRows("cells").map { cells in
      CellVector(cell: cells[0].replacing("\\n", with: "\n"), expected: Array(cells.dropFirst()))
    }
  }
}

@Suite struct CellReadingTests {
  @Test(arguments: try CellVector.load())
  func partsAreToldApart(_ vector: CellVector) {
    let reading = CellReading(vector.cell)
    let found = CellVector.kinds.map { reading.texts(of: $0).joined(separator: " + ") }
    #expect(found == vector.expected)
    #expect(reading.parts.map(\.text).joined() == vector.cell)
    #expect(reading.holdsSeveralPeople == !reading.texts(of: .otherPerson).isEmpty)
  }

  @Test func theVectorsAreMany() throws {
    let cells = try CellVector.load().map(\.cell)
    #expect(cells.count >= 300 && Set(cells).count == cells.count)
  }

  @Test(arguments: [
    ("Алиев Ислам (Islom Aliyev)", ["алиев ислам", "islom aliyev"]),
    ("Сапаров Азат | Saparov Azat; Azat", ["сапаров азат", "saparov azat", "azat"]),
    ("Каримов Ислом (он же Босс)", ["каримов ислом босс"]),
    ("Aliyev Islom va Timur, 1990", ["aliyev islom"]),
    ("1. г-н Иванов И.И., 1978 г.р.", ["иванов и и"]),
    ("2041", []), ("", []), ("1978 г.р.", []),
  ])
  func namesAreThoseOfOnePerson(cell: String, names: [String]) {
    #expect(
      CellReading(cell).names.map { $0.tokens.map(\.text).joined(separator: " ") } == names)
  }

  @Test(arguments: [
    ("Murtaza Karimi son of Mirwayes", ["Mirwayes"]), ("Murtaza s/o Mirwayes", ["Mirwayes"]),
    ("Murtaza Karimi, son of Haji Abdul Karim, Khost", ["Haji Abdul Karim"]),
    ("Zahra d/o Ali Khan", ["Ali Khan"]), ("Murtaza walad Mirwayes", ["Mirwayes"]),
    ("Каримов Ислам с сыном", []), ("son of Mirwayes", []), ("Hasanović (Mehmed) Samir", []),
    ("Walad Khan", []),
  ])
  func fathersAreTold(cell: String, fathers: [String]) {
    let reading = CellReading(cell)
    #expect(reading.texts(of: .father) == fathers)
    #expect(fathers.isEmpty || !reading.holdsSeveralPeople)
    #expect(reading.parts.map(\.text).joined() == cell)
    for name in reading.names where !fathers.isEmpty {
      #expect(name.tokens.last?.role == .patronymic)
    }
  }

  @Test func fathersMayStandInBrackets() {
    let reading = CellReading("Hasanović (Mehmed) Samir", fathersInBrackets: true)
    #expect(reading.texts(of: .father) == ["Mehmed"] && reading.texts(of: .otherName) == [])
    #expect(
      CellReading("Hasanović Samir (Samo)", fathersInBrackets: true).texts(of: .father) == [])
  }

  /// Whatever stands in a cell, its parts are the cell.
  @Test func noScalarIsLost() {
    var random = SeededGenerator(seed: 20)
    let pieces = [
      "Тажимуратов", "Айгүл", "Исламович", "улы", "Д.", "г-н", "va", "и", "его", "брат", "1978",
      "г.р.",
      "(", ")", "«", "\"", ",", ";", "|", "/", "-", "–", "12.03.1990", "17", "№", ".", "\u{200B}",
      "\u{301}", "e\u{301}", "Ｉｖａｎ", "李明", "عائشة", "😀", "\n", "?", "'", "он же", "г. Нукус",
      "арестован", "y.o.", "\u{202E}", "aka", "a.k.a.", "&", "",
    ]
    for _ in 0..<TestScale.of(20_000) {
      let cell = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        pieces.randomElement(using: &random)!
      }.joined(separator: Bool.random(using: &random) ? " " : "")
      let reading = CellReading(cell)
      #expect(reading.parts.map(\.text).joined() == cell, "\(cell)")
      #expect(reading.parts.allSatisfy { !$0.text.isEmpty }, "\(cell)")
    }
  }

  /// A hostile cell costs what its length does.
  @Test func longCellsAreRead() {
    for piece in ["а ", "и ", "1990 ", "г. ", "(a) ", ", Иванов Иван", "он же "] {
      let cell = String(repeating: piece, count: 20_000)
      #expect(CellReading(cell).parts.map(\.text).joined() == cell)
    }
  }
}
