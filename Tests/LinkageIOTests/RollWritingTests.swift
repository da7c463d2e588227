import Linkage
import LinkageIO
import TestSupport
import Testing

@Suite struct RollWritingTests {
  private let folder = ScratchFolder()
  private let roll: Roll

  init() throws {
    let list = RecordList(
      name: "detained", names: ["Щукин Аркадий Петрович", "Shchukin Arkady Petrovich", "Алиев"])
    roll = try Linker([list]).merge()
  }

  @Test func aRollIsWrittenWithItsRowsAndQuestions() throws {
    try roll.write(
      to: folder.path("roll.csv"), rows: folder.path("rows.csv"), review: folder.path("review.csv"))
    let persons = try RecordList(readingFrom: folder.path("roll.csv"))
    #expect(persons.count == roll.persons.count)
    #expect(persons.columns.map(\.name) == RollTable.columns)
    let rows = try folder.text("rows.csv").split(separator: "\n")
    #expect(rows.count == 4 && rows[0] == "source,line,person_id,person_probability,name")
    #expect(rows[1].hasPrefix("detained,1,p") && rows[1].hasSuffix(",Щукин Аркадий Петрович"))
    #expect(try folder.text("review.csv").hasPrefix("left_key,right_key"))
  }

  @Test func onlyWhatIsAskedForIsWritten() throws {
    try roll.write(to: folder.path("roll.tsv"), format: .tsv)
    #expect(folder.names == ["roll.tsv"])
    #expect(try folder.text("roll.tsv").hasPrefix("person_id\tname\t"))
  }

  @Test func nothingIsWrittenWhereOneFileCannotBe() throws {
    #expect(throws: OutputError.self) {
      try roll.write(to: folder.path("roll.csv"), review: folder.path("absent/review.csv"))
    }
    #expect(throws: OutputError.self) {
      try roll.write(to: folder.path("roll.csv"), rows: folder.path("roll.csv"))
    }
    #expect(folder.names.isEmpty)
  }
}
