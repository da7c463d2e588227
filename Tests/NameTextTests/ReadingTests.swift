import NameText
import Testing

@Suite struct ReadingTests {
  @Test(arguments: vectors("readings"))
  func spellingsOfOneNameShareAReading(_ row: [String]) {
    let left = readings(row[0])
    let right = readings(row[1])
    #expect(left.contains { right.contains($0) }, "\(row[3]), \(row[4])")
    if row[2] == "first" {
      #expect(left[0] == right[0], "\(row[3]), \(row[4])")
    }
  }

  @Test(arguments: vectors("different"))
  func differentNamesShareNone(_ row: [String]) {
    let left = readings(row[0])
    let right = readings(row[1])
    #expect(!left.contains { right.contains($0) })
  }

  @Test func theFilesOfVectorsAreThere() {
    #expect(vectors("readings").count >= 300)
    #expect(vectors("different").count >= 15)
  }

  @Test func thereAreAtMostFourReadingsAndTheyDiffer() {
    for row in vectors("readings") {
      for word in row.prefix(2) {
        let readings = readings(word)
        #expect((1...4).contains(readings.count))
        #expect(Set(readings).count == readings.count)
      }
    }
  }

  @Test func theEmptyWordHasOneEmptyReading() {
    #expect(Phonemes.readings(of: "") == [[]])
  }

  private func readings(_ cell: String) -> [[UInt8]] {
    Phonemes.readings(of: Cleaning.words(of: cell).map(\.text).joined())
  }
}
