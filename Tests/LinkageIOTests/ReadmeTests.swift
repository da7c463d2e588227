import Linkage
import LinkageIO
import TestSupport
import Testing

/// The lines by which README.md shows the library.
@Suite struct ReadmeTests {
  @Test func theLinesOfTheReadmeMakeARoll() throws {
    let paths = ["memorial-en.csv", "svodka-ru.csv"].map { TestFiles.path("corpora/demo/\($0)") }
    let lists = try paths.map { try RecordList(readingFrom: $0) }
    let roll = try Linker(lists).merge()
    var shown: [(String, [String])] = []
    for person in roll.persons where person.records.count > 1 {
      shown.append((person.name, person.sources))
    }
    #expect(!shown.isEmpty && shown.allSatisfy { !$0.0.isEmpty && !$0.1.isEmpty })
    #expect(roll.persons.reduce(0) { $0 + $1.records.count } == lists.reduce(0) { $0 + $1.count })
  }
}
