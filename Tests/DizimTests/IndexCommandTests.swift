import TestSupport
import Testing

@Suite struct IndexCommandTests {
  private let folder = ScratchFolder()
  private static let list = """
    id,full name,born,place
    a1,Тажимуратов Даулетмурат,1984-03-12,Нукус
    a2,Tajimuratov D.,1984,Nukus
    a3,"Щукин Аркадий (Arkady Shchukin)",14.08.1961,Москва
    a4,,1990,
    a5,Lolagul Kallyhanova,1979-11-02,Шымбай

    """
  private static let queries = """
    query_id,name,birth,place
    q1,Dáwletmurat Tájimuratov,12.03.1984,Nókis
    q2,Аркадий Щукин,1961,
    q3,Каллыхановой Лалагул,,Chimbay
    q4,Никто Никаков,,

    """

  @Test func answersAreThoseOfTheList() throws {
    let list = try folder.write("list.csv", Self.list)
    let queries = try folder.write("asked.csv", Self.queries)
    let file = folder.path("list.dzx")
    let made = try Program.run(["index", list, "-o", file])
    #expect(made.status == 3 && made.output.isEmpty, "\(made.talk)")
    for options in [["--all"], ["--top", "1"], ["--min-probability", "0.5"], []] {
      let expected = try Program.run(["search", list, "--queries", queries] + options)
      let given = try Program.run(["search", file, "--queries", queries] + options)
      #expect(given.output == expected.output)
      #expect(given.rows.count > 1 && given.status == 0, "\(given.talk)")
    }
    #expect(try Program.run(["search", file, "Никто Никаков"]).status == 1)
  }

  @Test func listsAreAddedToAnIndex() throws {
    let list = try folder.write("list.csv", Self.list)
    let more = try folder.write("more.csv", "name\nАркадий Щукин\nРеимов Тимур\n")
    let (file, larger) = (folder.path("list.dzx"), folder.path("larger.dzx"))
    let together = folder.path("together.dzx")
    _ = try Program.run(["index", list, "-o", file])
    #expect(try Program.run(["index", more, file, "-o", larger]).status == 0)
    _ = try Program.run(["index", list, more, "-o", together])
    #expect(try folder.bytes(of: "larger.dzx") == folder.bytes(of: "together.dzx"))
    let found = try table(Program.run(["search", larger, "Щукин Аркадий"]).output)
    #expect(found.map { $0["source"] } == ["more", "list"])
    #expect(found.map { $0["id"] } == ["2", "a3"])
    // What is read is not written over.
    #expect(try Program.run(["index", more, file, "-o", file]).status == 2)
  }

  @Test func whatIsWrongWithAFileIsSaid() throws {
    let list = try folder.write("list.csv", Self.list)
    let file = folder.path("list.dzx")
    _ = try Program.run(["index", list, "-o", file])
    let bytes = try folder.bytes(of: "list.dzx")
    func said(_ bytes: [UInt8]) throws -> String {
      try TestFiles.write(bytes, to: file)
      let run = try Program.run(["search", file, "Щукин Аркадий"])
      #expect(run.status == 2 && run.output.isEmpty)
      return run.talk
    }
    #expect(try said(Array(bytes.dropLast(100))).contains("list.dzx: the index is truncated"))
    var changed = bytes
    changed[8] = 77
    #expect(try said(changed).contains("version 77"))
    changed = bytes
    changed[20] ^= 1
    #expect(try said(changed).contains("list.dzx: the index is damaged"))
    changed = bytes
    for place in 4096..<bytes.count { changed[place] ^= 1 }
    #expect(try said(changed).contains("damaged"))
    // An index is no list.
    try TestFiles.write(bytes, to: file)
    #expect(try Program.run(["dedupe", file]).talk.contains("an index"))
  }

  @Test func theCommandIsKnown() throws {
    #expect(try Program.run("--help").output.contains("index "))
    #expect(try Program.run("indx list.csv").talk.contains("did you mean index?"))
    #expect(try Program.run(["--generate-completion-script", "bash"]).output.contains("index"))
    #expect(try Program.run(["index", "list.csv"]).status == 64)
  }
}
