import NameText
import TestSupport
import Testing

@Suite struct NameReadingTests {
  @Test func readsAsTheVectorsSay() {
    let rows = vectors("name-readings")
    #expect(rows.count > 12)
    for row in rows {
      let reading = NameReading(of: row[0])
      #expect(reading.spelling == row[1], "\(row)")
      #expect(reading.genderReason == row[2], "\(row)")
      #expect(reading.key == row[3], "\(row)")
    }
  }

  @Test func partsKeepTheirRoles() {
    let reading = NameReading(of: [("Карим қызы", .patronymic), ("Г-жа Айсұлу", .given)])
    #expect(reading.text(of: .patronymic) == "Карим қызы")
    #expect(reading.text(of: .given) == "Айсұлу")
    #expect(reading.text(of: .surname) == nil)
    #expect(reading.spelling == "Карим қызы Айсұлу")
  }

  /// The parse that a reading shows is the parse that names are compared by.
  @Test func theNameIsTheOneCompared() {
    for row in vectors("parsing-roles") + vectors("name-readings") {
      #expect(NameReading(of: row[0]).name == PersonName(parsing: row[0]), "\(row)")
      #expect(NameReading(of: row[0]).parts.count == NameReading(of: row[0]).name.tokens.count)
    }
  }

  @Test func keysAreASCII() {
    for row in vectors("words") + vectors("name-readings") {
      let reading = NameReading(of: row[0])
      #expect((reading.key + reading.readings).utf8.allSatisfy { $0 < 0x80 }, "\(row)")
    }
  }
}
