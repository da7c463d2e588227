import TestSupport
import Testing

/// What every command says and does with lists that are not as they should be.
@Suite struct ReadingCommandTests {
  private let folder = ScratchFolder()

  @Test func inspectShowsWhatAListIsTakenFor() throws {
    let path = try folder.write(
      "list.csv", "№;ФИО;Дата рождения\n1;Иванов Иван;1980\n2;Петров;1981;x\n3;;1982\n")
    let outcome = try Program.run(["inspect", path])
    #expect(outcome.status == 3)
    for line in [
      "encoding   UTF-8 (valid UTF-8)", "delimiter  semicolon", "header     line 1",
      "rows       3", "problems   1 × too many cells, first on line 3",
      "           1 × the row names nobody, first on line 4",
    ] {
      #expect(outcome.output.contains(line + "\n"), "\(outcome.output)")
    }
    #expect(outcome.output.contains("Жжжжжж Жжжж | Жжжжжж"))
    #expect(!outcome.output.contains("Иванов"))
    let table = table(try Program.run(["inspect", path, "--format", "csv"]).output)
    #expect(table.map { $0["kind"] } == ["id", "name", "birth"])
    #expect(table[0]["delimiter"] == "semicolon" && table[0]["rows"] == "3")
  }

  @Test func rejectsHoldWhatCouldNotBeRead() throws {
    let path = try folder.write("list.csv", "ФИО;x\nИванов Иван;1\nПетров;2;3\n")
    let rejects = folder.path("rejects.csv")
    let outcome = try Program.run(["dedupe", path, "--rejects", rejects])
    #expect(outcome.status == 3 && outcome.rows.count == 3)
    let rows = table(try folder.text("rejects.csv"))
    #expect(rows.count == 1)
    #expect(rows[0]["line"] == "3" && rows[0]["byte_offset"] == "33")
    #expect(rows[0]["reason"] == "too many cells: 3 instead of 2")
    #expect(rows[0]["raw"] == "Петров;2;3\\x0A")
  }

  /// Tables of pairs are lists as well.
  @Test func rejectsOfPairsAndFigures() throws {
    let rejects = folder.path("rejects.csv")
    let pairs = try folder.write("pairs.csv", "left,right\nЩукин,Shchukin\nЩукин,Шукин,3\n")
    let out = folder.path("judged.csv")
    let judged = try Program.run(["compare", "--pairs", pairs, "-o", out, "--rejects", rejects])
    #expect(judged.status == 3, "\(judged.talk)")
    #expect(table(try folder.text("rejects.csv")).map { $0["raw"] } == ["Щукин,Шукин,3\\x0A"])
    #expect(try folder.text("judged.csv").split(separator: "\n").count == 3)
    let truth = try folder.write("truth.csv", "left,right,label\na,b,1\nc,d,0,x\n")
    let said = try folder.write(
      "said.csv", "left,right,weight,decision\na,b,3,same\nc,d,-3,different\n")
    let measured = try Program.run(["evaluate", "pairs", said, truth, "--rejects", rejects])
    #expect(measured.status == 3 && measured.rows.count == 2, "\(measured.talk)")
    let rows = table(try folder.text("rejects.csv"))
    #expect(rows.map { $0["file"] } == [truth] && rows.map { $0["line"] } == ["3"])
  }

  @Test func anExcessEndsTheRunBeforeAnyOutput() throws {
    let long = String(repeating: "x", count: 2_000)
    let path = try folder.write("list.csv", "ФИО;x\nИванов Иван;\(long)\nПетров;2\n")
    let out = folder.path("out.csv")
    let refused = try Program.run(["dedupe", path, "-o", out, "--max-cell", "1000"])
    #expect(refused.status == 2 && refused.talk.contains("--max-cell"))
    #expect(!folder.names.contains("out.csv"))
    let borne = try Program.run(
      ["dedupe", path, "-o", out, "--max-cell", "1000", "--rejects", folder.path("r.csv")])
    #expect(borne.status == 3)
    #expect(try folder.text("out.csv").contains(long))
  }

  @Test func convertWritesTheSameList() throws {
    let text = "name,x\nА Б,\"1,\n2\"\nВ,3\n"
    let path = try folder.write("list.csv", text)
    #expect(try Program.run(["convert", path]).output == text)
    let packed = folder.path("list.tsv.gz")
    #expect(try Program.run(["convert", path, "-o", packed]).status == 0)
    #expect(try Program.run(["convert", packed, "--format", "csv"]).output == text)
    let ragged = try folder.write("ragged.csv", "name,x\nА,1,2\n")
    let json = try Program.run(["convert", ragged, "--format", "jsonl"])
    #expect(json.output == #"{"name":"А","x":"1","extra_1":"2"}"# + "\n" && json.status == 3)
  }

  @Test func anEncodingCanBeSaid() throws {
    let path = try folder.write("list.csv", "name,x\nМюллер,1\n")
    let wrong = try Program.run(["convert", path, "--encoding", "cp1251"])
    #expect(wrong.output.contains("РњСЋР"))
    #expect(try Program.run(["convert", path, "--encoding", "no"]).status == 64)
  }
}
