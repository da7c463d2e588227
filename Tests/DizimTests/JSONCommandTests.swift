import Foundation
import TestSupport
import Testing

/// JSON Lines into every command and out of it.
@Suite struct JSONCommandTests {
  private let folder = ScratchFolder()
  private let lines = """
    {"id": 9007199254740993, "Full name": "Тажимуратов Даулетмурат", "Born": 1984, "ok": true, "x": 1.0}
    {"Full name": "Dáwletmurat Tájimuratov", "Born": "1984", "tags": ["a", {"b": null}], "id": null}
    {"Full name": "Ким \\u041elег \\ud83d\\ude00 \\"О\\"", "note": "a\\tb\\nc"}

    """

  private func objects(_ text: String) throws -> [NSDictionary] {
    try text.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? NSDictionary)
    }
  }

  @Test func dedupeGivesBackWhatCameIn() throws {
    let path = try folder.write("list.jsonl", lines)
    let outcome = try Program.run(["dedupe", path, "--format", "jsonl"])
    #expect(outcome.status == 0, "\(outcome.talk)")
    let (before, after) = (try objects(lines), try objects(outcome.output))
    #expect(before.count == after.count)
    for (old, new) in zip(before, after) {
      let own: Set<String> = ["person_id", "person_probability"]
      #expect(Set((new.allKeys as! [String])) == Set((old.allKeys as! [String])).union(own))
      for key in old.allKeys as! [String] {
        #expect((old[key] as! NSObject).isEqual(new[key]), "\(key)")
      }
    }
    // Numbers keep their spelling, which a parser does not show.
    #expect(
      outcome.output.contains("\"id\":9007199254740993") && outcome.output.contains("\"x\":1.0"))
    #expect(after[0]["person_id"] as? String == after[1]["person_id"] as? String)
    #expect(after[0]["person_id"] as? String != after[2]["person_id"] as? String)
    // As an array it is the same list.
    let array = "[" + lines.split(separator: "\n").joined(separator: ",\n") + "]"
    let again = try Program.run(["dedupe", "-", "--format", "jsonl"], input: array)
    #expect(again.output == outcome.output)
  }

  /// The same list as CSV and as JSON Lines: the same persons, the same answers.
  @Test func everyCommandReadsIt() throws {
    let csvPath = TestFiles.path("corpora/demo/memorial-en.csv")
    let rows = table(try TestFiles.text("corpora/demo/memorial-en.csv"))
    let header = csv(try TestFiles.text("corpora/demo/memorial-en.csv"))[0]
    let text = try rows.map { row in
      let members = try header.map { key in
        try [key, row[key]!].map { text in
          String(
            decoding: try JSONSerialization.data(
              withJSONObject: text, options: .fragmentsAllowed), as: UTF8.self)
        }.joined(separator: ":")
      }
      return "{" + members.joined(separator: ",") + "}\n"
    }.joined()
    let path = try folder.write("memorial-en.jsonl", text)
    let russian = TestFiles.path("corpora/demo/svodka-ru.csv")

    let roll = try ["csv", "jsonl"].map { kind in
      let lists = [kind == "csv" ? csvPath : path, russian]
      _ = try Program.run(["merge"] + lists + ["-o", folder.path(kind + "-roll.csv")])
      return table(try folder.text(kind + "-roll.csv")).map { [$0["person_id"], $0["name"]] }
    }
    #expect(roll[0] == roll[1] && roll[0].count > 100)

    func links(_ list: String) throws -> [[String?]] {
      table(try Program.run(["link", list, russian, "--names"]).output).map {
        [$0["right_line"], $0["weight"], $0["left_name"], $0["right_name"]]
      }
    }
    #expect(try links(path) == links(csvPath))

    func answers(_ list: String) throws -> [[String?]] {
      table(try Program.run(["search", list, "Iskender Tleumuratov"]).output).map {
        [$0["name"], $0["weight"]]
      }
    }
    #expect(try answers(path) == answers(csvPath) && !answers(path).isEmpty)
  }

  @Test func pairsAndDecisionsReadIt() throws {
    let pairs = try folder.write(
      "pairs.jsonl",
      "{\"left\":\"Ислам Тимуров\",\"right\":\"Тимур Исламов\",\"n\":7}\n{\"right\":\"Ким Олег\",\"left\":\"Kim Oleg\"}\n"
    )
    let outcome = try Program.run(["compare", "--pairs", pairs, "--format", "jsonl"])
    let judged = try objects(outcome.output)
    #expect(outcome.status == 0 && judged.count == 2, "\(outcome.talk)")
    #expect(judged[0]["relation"] as? String == "parent-child" && judged[0]["n"] as? Int == 7)
    #expect(judged[1]["n"] == nil && judged[1]["left"] as? String == "Kim Oleg")
  }

  /// Every command's own output is JSON, a line a row.
  @Test(arguments: [
    "merge LIST LIST -o OUT --rows ROWS --review REVIEW --kin KIN", "dedupe LIST -o OUT",
    "link LIST LIST --names --relations --reasons -o OUT", "search LIST Tajimuratov --all -o OUT",
    "compare Tajimuratov Тажимуратов -o OUT",
  ])
  func everyCommandWritesIt(line: String) throws {
    let list = try folder.write(
      "list.csv",
      "Full name,Born,Note\nТажимуратов Полат,1950,\"a \"\"b\"\"\u{1}\u{2028}\"\n"
        + "Тажимуратов Даулетмурат Полатович,1984,\nTajimuratov Dauletmurat,1984,x\n")
    let places = ["LIST": list, "OUT": "out", "ROWS": "rows", "REVIEW": "review", "KIN": "kin"]
    let arguments = line.split(separator: " ").map { word in
      places[String(word)].map { $0.hasPrefix("/") ? $0 : folder.path($0 + ".jsonl") }
        ?? String(word)
    }
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 0, "\(outcome.talk)")
    for name in folder.names where name.hasSuffix(".jsonl") {
      let text = try folder.text(name)
      #expect(try objects(text).count == text.split(separator: "\n").count, "\(name)")
      #expect(name == "review.jsonl" || !text.isEmpty, "\(name)")
    }
  }

  @Test func badLinesAreReportedAndKept() throws {
    let path = try folder.write("list.jsonl", lines + "{\"Full name\": \"Пак\n[1]\n")
    let outcome = try Program.run(["dedupe", path])
    #expect(outcome.status == 3)
    #expect(outcome.talk.contains(path + ":4: no object of JSON"))
    #expect(outcome.talk.contains(path + ":5: no object of JSON"))
    let rows = table(outcome.output)
    #expect(rows.count == 5)
    #expect(rows[3]["extra_1"] == "{\"Full name\": \"Пак" && rows[4]["extra_1"] == "[1]")
  }
}
