import Foundation
import TestSupport
import Testing

private let list =
  "Full name,Born,Village\nТажимуратов Даулетмурат,1984,Нукус\nDáwletmurat Tájimuratov,1984,Nókis\nCaesar Bonaparte,1990,Шымбай\n"

@Suite struct CommandTests {
  private let folder = ScratchFolder()

  // MARK: Help and usage

  @Test(arguments: [
    "", "merge", "dedupe", "link", "search", "compare", "normalize", "evaluate", "evaluate pairs",
    "evaluate clusters",
    "train", "train alignment", "train background",
  ])
  func helpShowsAnExample(command: String) throws {
    let outcome = try Program.run(command + " --help")
    #expect(outcome.status == 0 && outcome.talk.isEmpty)
    let example = outcome.output.range(of: "EXAMPLE")
    #expect(example != nil, "\(command)")
    if let example {
      #expect(outcome.output[example.upperBound...].contains("dizim " + command), "\(command)")
    }
  }

  @Test(arguments: [
    "nonsense", "merge", "dedupe", "search list.csv", "compare onlyone", "compare a b c",
    "compare a b --pairs x.csv", "dedupe x.csv --nonsense", "dedupe x.csv --field born",
    "dedupe x.csv --field born:nonsense", "dedupe x.csv --prior 2", "dedupe x.csv --prior 0",
    "dedupe x.csv --threads 0", "dedupe x.csv --merge-cost -1", "dedupe x.csv --format xml",
    "search x.csv name --top 0", "search x.csv name --min-probability 7", "evaluate pairs x.csv",
    "search x.csv name --queries y.csv", "normalize x.csv --name y", "normalize --to nonsense",
    "normalize --language nonsense", "normalize --from rus-icao-9303", "normalize x.csv --systems",
    "link x.csv", "link x.csv y.csv z.csv",
    "link x.csv y.csv --all --min-probability 0.5", "link x.csv y.csv --min-probability 2",
    "link - -",
  ])
  func wrongUsageIs64(line: String) throws {
    let outcome = try Program.run(line)
    #expect(outcome.status == 64, "\(outcome.talk)")
    #expect(outcome.output.isEmpty && !outcome.talk.isEmpty)
  }

  @Test func mistypedCommandIsAnsweredWithTheRightOne() throws {
    let near = try Program.run("megre list.csv")
    #expect(near.status == 64 && near.talk.contains("did you mean merge?"))
    let far = try Program.run("Тажимуратов list.csv")
    #expect(far.status == 64 && far.talk.contains("There is no such command"))
    #expect(!far.talk.contains("Тажимуратов"), "a name must not reach the terminal")
  }

  // MARK: Errors write nothing

  @Test(arguments: [
    "dedupe MISSING -o OUT", "merge MISSING -o OUT --rows ROWS", "search MISSING x -o OUT",
    "compare --pairs LIST -o OUT", "dedupe LIST -o OUT --field nothere:name",
    "dedupe LIST -o OUT --decisions LIST", "merge LIST -o OUT --rows OUT",
    "merge LIST -o OUT --rows NOFOLDER/rows.csv", "evaluate clusters LIST LIST -o OUT",
    "merge LIST LIST -o OUT --decisions MISSING", "train alignment LIST -o OUT",
    "normalize MISSING --to iso-9 -o OUT",
    "dedupe LIST -o OUT --field Village:ignore --field Full_name:name",
    "link LIST MISSING -o OUT", "link MISSING LIST -o OUT", "link LIST LIST -o LIST",
    "link LIST LIST -o OUT --decisions OUT", "merge LIST -o OUT --kin LIST",
    "merge LIST -o OUT --kin OUT", "merge LIST -o OUT --kin NOFOLDER/rows.csv",
  ])
  func errorsAre2AndWriteNothing(line: String) throws {
    try folder.write("list.csv", list)
    try folder.write("out.csv", "kept")
    let places = [
      "LIST": "list.csv", "OUT": "out.csv", "ROWS": "rows.csv", "MISSING": "missing.csv",
      "NOFOLDER/rows.csv": "no/rows.csv",
    ]
    let arguments = line.split(separator: " ").map { word in
      places[String(word)].map(folder.path) ?? String(word)
    }
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 2, "\(outcome.talk)")
    #expect(outcome.output.isEmpty && outcome.talk.hasPrefix("dizim: "), "\(outcome.talk)")
    #expect(try folder.text("out.csv") == "kept")
    #expect(folder.names == ["list.csv", "out.csv"], "something was left behind")
  }

  @Test func outputTakesTheFilesPlace() throws {
    let path = try folder.write("list.csv", list)
    try folder.write("out.csv", "old")
    let printed = try Program.run(["dedupe", path])
    let outcome = try Program.run(["dedupe", path, "-o", folder.path("out.csv")])
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    #expect(try folder.text("out.csv") == printed.output && !printed.output.isEmpty)
    #expect(folder.names == ["list.csv", "out.csv"], "a temporary file was left")
    // The list may be its own output: it is read whole before.
    #expect(try Program.run(["dedupe", path, "-o", path]).status == 0)
    #expect(try folder.text("list.csv") == printed.output)
  }

  // MARK: Formats

  @Test func formatsHoldTheSame() throws {
    let path = try folder.write("list.csv", list)
    let rows = csv(try Program.run(["dedupe", path, "--format", "csv"]).output)
    #expect(rows.first == ["Full name", "Born", "Village", "person_id", "person_probability"])
    #expect(rows.count == 4)
    #expect(
      csv(try Program.run(["dedupe", path]).output) == rows, "CSV is for what is no terminal")
    let tsv = try Program.run(["dedupe", path, "--format", "tsv"]).output
    #expect(csv(tsv, delimiter: "\t") == rows)
    let lines = try Program.run(["dedupe", path, "--format", "jsonl"]).output.split(separator: "\n")
    #expect(lines.count == 3)
    for (line, row) in zip(lines, rows.dropFirst()) {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(object["Full name"] as? String == row[0])
      #expect(object["person_id"] as? String == row[3])
      #expect((object["person_probability"] as? NSNumber)?.doubleValue == Double(row[4]))
    }
    let grid = try Program.run(["dedupe", path, "--format", "table"]).output
    for cell in rows.joined() { #expect(grid.contains(cell)) }
    #expect(!grid.contains("\u{1B}"))
  }

  @Test func endingsChooseTheFormat() throws {
    let path = try folder.write("list.csv", list)
    for (name, start) in [
      ("a.tsv", "Full name\tBorn"), ("a.jsonl", "{\"Full name\":"), ("a.txt", "Full name,Born"),
    ] {
      #expect(try Program.run(["dedupe", path, "-o", folder.path(name)]).status == 0)
      #expect(try folder.text(name).hasPrefix(start))
    }
    #expect(try Program.run(["dedupe", path, "--bom"]).output.hasPrefix("\u{FEFF}Full name"))
  }

  // MARK: Reading

  @Test func standardInputIsADash() throws {
    let path = try folder.write("list.csv", list)
    let piped = try Program.run(["dedupe", "-"], input: list)
    let named = try Program.run(["dedupe", path])
    #expect(piped.status == 0 && piped.output == named.output)
  }

  @Test func fieldsSayWhatColumnsHold() throws {
    let path = try folder.write(
      "list.csv",
      "aa,bb\nТажимуратов Даулетмурат,1984\nTajimuratov Dauletmurat,1984\nИванов Пётр,1984\n")
    let outcome = try Program.run(["dedupe", path, "--field", "aa:name", "--field", "bb:date"])
    #expect(outcome.status == 0, "\(outcome.talk)")
    let people = table(outcome.output).map { $0["person_id"] }
    #expect(people.count == 3 && people[0] == people[1] && people[0] != people[2])
    let turned = try Program.run(["dedupe", path, "--field", "bb:name", "--field", "aa:ignore"])
    #expect(turned.status == 3, "years name nobody")
    // A column's kind may be named for one list of several.
    let other = try folder.write("other.csv", "cc,dd\nТажимуратов Даулетмурат,1984\n")
    let merged = try Program.run(["merge", path, other, "--field", "aa:name", "--field", "cc:name"])
    #expect(merged.status == 0, "\(merged.talk)")
  }

  // MARK: Search and compare

  @Test func searchAnswersAndSaysWhenNobody() throws {
    let path = try folder.write("list.csv", list)
    let found = try Program.run([
      "search", path, "Tazhimuratov Davletmurat", "Нурмухаммедова Айсулу",
    ])
    #expect(found.status == 0, "\(found.talk)")
    #expect(
      csv(found.output).first == [
        "query_id", "query", "rank", "id", "name", "weight", "probability", "decision",
      ])
    let answers = table(found.output)
    #expect(answers.map { $0["id"] } == ["2", "3"] || answers.map { $0["id"] } == ["3", "2"])
    #expect(answers.map { $0["rank"] } == ["1", "2"])
    #expect(answers.allSatisfy { $0["query"] == "Tazhimuratov Davletmurat" })
    let top = try Program.run(["search", path, "Tazhimuratov Davletmurat", "--top", "1"])
    #expect(table(top.output).count == 1)

    let nobody = try Program.run([
      "search", path, "Нурмухаммедова Айсулу", "-o", folder.path("none.csv"),
    ])
    #expect(nobody.status == 1)
    #expect(csv(try folder.text("none.csv")).count == 1, "the header alone")

    let queries = try folder.write(
      "queries.csv", "query_id,name\nq7,Caesar Bonaparte\nq8,Тажимуратов Даулетмурат\n")
    let asked = try Program.run(["search", path, "--queries", queries])
    #expect(asked.status == 0 && Set(table(asked.output).map { $0["query_id"] }) == ["q7", "q8"])
    let all = try Program.run(["search", path, "Тажимуратов Реим", "--all"])
    let some = try Program.run(["search", path, "Тажимуратов Реим", "--min-probability", "0.99"])
    #expect(table(all.output).count == 2 && some.status == 1)
  }

  @Test func compareSaysWhy() throws {
    let names = ["Dauletmurat Tajimuratov", "Тажимуратов Даулетмурат"]
    let text = try Program.run(["compare"] + names)
    #expect(text.status == 0 && text.talk.isEmpty)
    for word in names + ["same", "surname", "given name", "prior", "total"] {
      #expect(text.output.contains(word))
    }
    let row = table(try Program.run(["compare", "--format", "csv"] + names).output)
    #expect(row.first?["decision"] == "same" && row.first?["relation"] == "same" && row.count == 1)
    let likely = try Program.run(["compare", "--format", "csv", "--prior", "0.5"] + names)
    #expect(Double(table(likely.output)[0]["probability"]!)! >= Double(row[0]["probability"]!)!)
  }

  @Test func comparePairsKeepsRows() throws {
    let pairs = try folder.write(
      "pairs.tsv",
      "left\tright\tlabel\tweight\nТимур Исламов\tИслам Тимуров\t0\tmine\nБахадыр Жаксымуратов\tBaxadır Jaqsımuratov\t1\t\n"
    )
    let outcome = try Program.run(["compare", "--pairs", pairs])
    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(
      outcome.rows.first
        == [
          "left", "right", "label", "weight_input", "weight", "probability", "decision", "relation",
        ])
    #expect(outcome.rows[1].prefix(4) == ["Тимур Исламов", "Ислам Тимуров", "0", "mine"])
    #expect(table(outcome.output).map { $0["decision"] } == ["different", "same"])
  }

  // MARK: Evaluate, against figures worked out by hand

  @Test func evaluatePairs() throws {
    let predicted = try folder.write(
      "judged.csv",
      "left,right,weight,decision\na,1,-1,different\na,2,1,same\na,3,-2,different\na,4,2,same\na,5,1,review\n"
    )
    let truth = try folder.write(
      "truth.tsv", "left\tright\tlabel\na\t5\t1\na\t4\t1\na\t3\t1\na\t2\t0\na\t1\t0\n")
    let outcome = try Program.run(["evaluate", "pairs", predicted, truth])
    #expect(outcome.status == 0, "\(outcome.talk)")
    let expected = [
      "pairs": "5", "same": "3", "precision": "0.5000", "recall": "0.3333", "f1": "0.4000",
      "missed": "0.3333",
      "review": "0.2000", "best_f1": "0.7500", "average_precision": "0.7556", "brier": "0.2707",
      "calibration_error": "0.3611",
    ]
    #expect(table(outcome.output) == [expected])
    let short = try folder.write("short.csv", "left,right,weight,decision\na,1,-1,different\n")
    #expect(try Program.run(["evaluate", "pairs", short, truth]).status == 2, "rows are missing")
    let bad = try folder.write("bad.csv", "left,right,weight,decision\na,1,much,different\n")
    let one = try folder.write("one.tsv", "left\tright\tlabel\na\t1\t1\n")
    let refused = try Program.run(["evaluate", "pairs", bad, one])
    #expect(refused.status == 2 && refused.talk.contains("bad.csv:2:3"), "\(refused.talk)")
  }

  @Test func evaluateClusters() throws {
    let predicted = try folder.write(
      "rows.csv", "source,line,person_id\nx,2,1\nx,3,1\nx,4,1\nx,5,2\ny,2,3\n")
    let truth = try folder.write(
      "truth.tsv", "source\tline\tperson\ny\t2\tc\nx\t2\ta\nx\t3\ta\nx\t4\tb\nx\t5\tb\n")
    let outcome = try Program.run(["evaluate", "clusters", predicted, truth])
    #expect(outcome.status == 0, "\(outcome.talk)")
    var figures = table(outcome.output).first ?? [:]
    let wrong = Double(figures.removeValue(forKey: "wrongly_merged_per_1000") ?? "") ?? 0
    #expect(abs(wrong - 2000.0 / 3) < 0.01)
    #expect(
      figures == [
        "rows": "5", "people_found": "3", "people_true": "3", "precision": "0.3333",
        "recall": "0.5000",
        "f1": "0.4000", "b3_precision": "0.7333", "b3_recall": "0.8000", "b3_f1": "0.7652",
      ])
  }

  // MARK: Train

  /// The committed table is what the command makes of the committed data, byte for byte.
  @Test(.enabled(if: TestScale.isFull)) func trainAlignmentWritesTheCommittedTable() throws {
    let aliases = TestFiles.path("corpora/public/aliases-rigour-nametokens.tsv")
    let names = TestFiles.path("corpora/training/names.tsv")
    let outcome = try Program.run([
      "train", "alignment", aliases, "--names", names, "-o", folder.path("alignment.tsv"),
    ])
    #expect(outcome.status == 0, "\(outcome.talk)")
    let committed = try TestFiles.text("Sources/CNameTables/tables/alignment.tsv")
    #expect(
      try folder.text("alignment.tsv") == committed, "the table is not what the command writes")
  }

  // MARK: The reader goes away

  @Test func aClosedPipeIsNoError() throws {
    let rows = (0..<4_000).map { "Тажимуратов Даулетмурат \($0),\(1900 + $0 % 100)\n" }
    let path = try folder.write("long.csv", "name,born\n" + rows.joined())
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = [
      "-c",
      "set -o pipefail; \"$0\" search \"$1\" 'Тажимуратов Даулетмурат' --all --top 4000 2>\"$2\" | head -c 10 >/dev/null",
      Program.url.path, path, folder.path("talk"),
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try folder.text("talk").isEmpty, "the end of the pipe was talked about")
  }
}
