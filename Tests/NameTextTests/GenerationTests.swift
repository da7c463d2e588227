import NameText
import Testing

/// Marks of an elder and a younger of one name: found where they are, and left alone where the word is another.
@Suite struct GenerationTests {
  @Test(arguments: try parsingRows("generations"))
  func marksAreRead(_ cells: [String]) {
    let reading = NameReading(of: cells[0])
    #expect(reading.spelling == cells[1])
    #expect(reading.name.generation.map { "\($0)" } ?? "-" == cells[2])
  }

  /// All that stands in the cell comes out again, whatever is a mark.
  @Test(arguments: try parsingRows("generations"))
  func partsAreTheCell(_ cells: [String]) {
    #expect(CellReading(cells[0]).parts.map(\.text).joined() == cells[0])
  }

  /// A mark may stand in any of the columns of a name.
  @Test func marksOfColumnsAreRead() {
    func name(_ cells: [(String, Role)]) -> PersonName {
      NameParser.parse(parts: cells.map { (Cleaning.words(of: $0.0), $0.1) })
    }
    let surname = name([("Щукин-мл.", .surname), ("Арсений", .given)])
    #expect(surname.generation == .younger)
    #expect(surname.tokens.map(\.text) == ["щукин", "арсений"])
    let patronymic = name([("Щукин", .surname), ("Платонович (ст.)", .patronymic)])
    #expect(patronymic.generation == .elder)
    #expect(patronymic.tokens.map(\.text) == ["щукин", "платонович"])
    #expect(name([("Щукин ст.", .surname), ("Арсений мл.", .given)]).generation == nil)
    #expect(
      NameReading(of: [("Щукин мл.", .surname), ("Арсений", .given)]).spelling == "Щукин Арсений")
  }

  @Test func theElderIsTheFirst() {
    #expect(Generation.elder.agrees(with: .first) && Generation.younger.agrees(with: .second))
    for x in Generation.allCases {
      for y in Generation.allCases {
        #expect(x.agrees(with: y) == y.agrees(with: x))
        if x == y { #expect(x.agrees(with: y)) }
      }
    }
    #expect(!Generation.elder.agrees(with: .younger) && !Generation.second.agrees(with: .third))
  }

  /// The name that is shown has its mark, or two people would be shown by one name.
  @Test func aShownNameHasItsMark() {
    #expect(CellReading("Щукин Арсений Платонович ст.").spelling == "Щукин Арсений Платонович ст.")
    #expect(CellReading("Smith, Jr., John").spelling == "Smith, Jr., John")
  }
}
