import Linkage
import LinkageIO
import TestSupport
import Testing

@Suite struct RowsTableTests {
  private let folder = ScratchFolder()

  private func text(_ table: RowsTable, _ format: TableFormat = .csv) throws -> String {
    let bytes = try folder.table(format, table.columns) { writer in
      try table.write(to: &writer) { list, row in ("p\(list)\(row)", "0.5") }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func columnsAreJoinedAndOursAreNotTaken() throws {
    let lists = [
      try read("name,line,note\nА,1,x\nБ,2\nВ,3,y,z\n", path: "in/one.csv"),
      try read("note;ФИО;note;person_id\n1;\"Г, Д\";2;3\n", path: "two.csv"),
    ]
    #expect(
      try text(RowsTable(lists, layout: .merged)) == """
        source,line,person_id,person_probability,name,line_input,note,ФИО,note,person_id_input,\
        extra_1
        one,2,p00,0.5,А,1,x,,,,
        one,3,p01,0.5,Б,2,,,,,
        one,4,p02,0.5,В,3,y,,,,z
        two,2,p10,0.5,,,1,"Г, Д",2,3,

        """)
  }

  @Test func aDeduplicatedListKeepsItsColumns() throws {
    let list = try read("person_id,name,person_id_input\n7,А,8\n")
    #expect(
      try text(RowsTable([list], layout: .deduplicated)) == """
        person_id_input_input,name,person_id_input,person_id,person_probability
        7,А,8,p00,0.5

        """)
    #expect(
      try text(RowsTable([try read("name\nА\n")], layout: .deduplicated), .jsonl)
        == "{\"name\":\"А\",\"person_id\":\"p00\",\"person_probability\":0.5}\n")
  }
}
