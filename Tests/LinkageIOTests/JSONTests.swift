import Linkage
import TestSupport
import Testing

@testable import LinkageIO

/// Whether bytes are one value of JSON and nothing else.
private func isJSON(_ bytes: [UInt8]) -> Bool {
  var scanner = JSONScanner(bytes, in: 0..<bytes.count)
  guard (try? scanner.value()) != nil else { return false }
  scanner.skipSpace()
  return scanner.isAtEnd
}

@Suite struct JSONTests {
  struct Vector: Sendable, CustomTestStringConvertible {
    var isValid: Bool
    var text: String
    var testDescription: String { text }

    static func load() throws -> [Vector] {
      try TestFiles.rows("Tests/LinkageIOTests/Vectors/json.tsv").map { row in
        var text = ""
        for scalar in row[1].unicodeScalars {
          let stands: Unicode.Scalar =
            switch scalar {
            case "⇥": "\t"
            case "↵": "\n"
            case "␀": "\0"
            default: scalar
            }
          text.unicodeScalars.append(stands)
        }
        return Vector(isValid: row[0] == "yes", text: text)
      }
    }
  }

  // MARK: The grammar

  @Test(arguments: try Vector.load())
  func grammarIsThatOfTheStandard(_ vector: Vector) {
    #expect(isJSON(Array(vector.text.utf8)) == vector.isValid)
  }

  @Test func everyPrefixOfAnObjectIsNone() throws {
    let text = Array(#" {"a":[1.5e3,"б\u0416\"",{"c":null}],"d":true} "#.utf8)
    for count in 0..<text.count - 1 { #expect(!isJSON(Array(text[..<count])), "\(count)") }
    #expect(isJSON(text))
  }

  @Test func depthAndDamageDoNoHarm() {
    let deep = [UInt8](repeating: .openBracket, count: 300_000)
    #expect(!isJSON(deep) && isJSON(deep + [UInt8](repeating: .closeBracket, count: deep.count)))
    // Any bytes are either JSON or not; nothing traps.
    var random = TestSupport.SeededGenerator(seed: 8)
    let symbols = Array(#"{}[]",:\u0123tfn e-.+"#.utf8) + [0, 0xFF, 0xD0]
    for _ in 0..<TestScale.of(60_000) {
      let bytes = random.symbols(symbols, longest: 24)
      _ = isJSON(bytes)
      _ = try? RecordList(parsing: Array(#"{"name":"А"}"#.utf8) + [.lineFeed] + bytes, path: "-")
    }
  }

  @Test func stringsAreDecoded() {
    func decoded(_ text: String) -> String? {
      JSONString.decoded(Array(text.utf8)[...]).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(decoded(#""\"\\\/\b\f\n\r\t""#) == "\"\\/\u{8}\u{C}\n\r\t")
    #expect(decoded(#""\u0416\ud83d\ude00x""#) == "Ж😀x")
    #expect(decoded(#""""#) == "")
    for half in [#""\ud800""#, #""\ud800x""#, #""\ud800\u0041""#, #""\udc00\ud800""#] {
      #expect(decoded(half) == nil, "\(half)")
    }
  }

  // MARK: Lists

  @Test func keysAreColumns() throws {
    let list = try read(
      """
      {"full name": "А Б", "birth year": 1980, "status": null}

      {"status": "x", "full name": "В Г", "more": [1, {"a": "}"}]}
      """, path: "list.jsonl")
    #expect(list.columns.map(\.name) == ["full name", "birth year", "status", "more"])
    #expect(list.columns.map(\.kind) == [.name, .birth, .status, .text])
    #expect(
      rows(list) == [["А Б", "1980", "", ""], ["В Г", "", "x", "[1, {\"a\": \"}\"}]"]])
    #expect((0..<2).map { list.line(ofRow: $0) } == [1, 3])
    #expect((0..<4).map { list.form(row: 0, column: $0) } == [.text, .json, .null, .absent])
    #expect(list.problems.isEmpty)
  }

  @Test(arguments: [
    "[{\"name\":\"А\"},{\"name\":\"Б\"}]", "\n [ \n{\"name\":\n\"А\"} , {\"name\":\"Б\"}\n]\n",
    "\u{FEFF}[{\"name\":\"А\"},{\"name\":\"Б\"}]",
    "{\"name\":\"А\"}\r\n{\"name\":\"Б\"}\r\n", "\u{FEFF}{\"name\":\"А\"}\n{\"name\":\"Б\"}",
  ])
  func layoutsAreFoundOut(text: String) throws {
    for path in ["a.json", "a.txt", "-"] {
      let list = try read(text, path: path)
      #expect(rows(list) == [["А"], ["Б"]] && list.problems.isEmpty)
    }
  }

  @Test func whatIsNoJSONIsReadAsBefore() throws {
    let list = try read("name,note\n\"{А}\",[x]\n{Б},{\"a\":1}\n")
    #expect(rows(list).map(\.[0]) == ["{А}", "{Б}"])
    #expect(try read("{name},born\nА,1\n").columns.map(\.name) == ["{name}", "born"])
  }

  @Test func badLinesAreKeptAndReported() throws {
    let list = try read(
      """
      {"name": "А"}
      {"name": "Б"
      ["В"]
      {"name": "Г"} x
      {"name": "Д"}
      """, path: "list.jsonl")
    #expect(list.count == 5)
    #expect(
      rows(list) == [
        ["А"], ["", "{\"name\": \"Б\""], ["", "[\"В\"]"], ["", "{\"name\": \"Г\"} x"], ["Д"],
      ])
    #expect(Set(list.problems.map(\.line)) == [2, 3, 4])
    #expect(list.problems.filter { $0.reason.hasPrefix("no object of JSON") }.count == 3)
  }

  @Test func aBrokenArrayKeepsItsRest() throws {
    let named = try read(
      "[{\"name\":\"А\"},\n 7,\n{\"name\":\"Б\"},\n{\"name\" \"В\"}]", path: "a.json")
    #expect(rows(named) == [["А"], ["", "7"], ["Б"], ["", "{\"name\" \"В\"}]"]])
    #expect(Set(named.problems.map(\.line)) == [2, 4])
  }

  /// What is named `.json` and begins like it is no table of one column.
  @Test(arguments: [
    "[ false, nul", "[ false, tru", "[\"Иванов\", \"Пет", "{\"name\":\"А\"", "[1,2]",
  ])
  func brokenJSONIsNoTable(text: String) throws {
    #expect(throws: ListError.self) { try RecordList(parsing: Array(text.utf8), path: "a.json") }
  }

  @Test func aKeyThatStandsTwiceHasTwoColumns() throws {
    let list = try read(
      "{\"name\":\"А\",\"x\":1,\"x\":2}\n{\"x\":3,\"name\":\"Б\"}", path: "a.jsonl")
    #expect(list.columns.map(\.name) == ["name", "x", "x"])
    #expect(rows(list) == [["А", "1", "2"], ["Б", "3", ""]])
    #expect(list.problems.map(\.line) == [1])
  }

  @Test func halfAPairIsKeptAsItIs() throws {
    let list = try read(#"{"name":"А","x":"\ud800 \"y\""}"#, path: "a.jsonl")
    #expect(rows(list) == [["А", #""\ud800 \"y\"""#]])
    #expect(list.form(row: 0, column: 1) == .json && list.problems.map(\.line) == [1])
  }

  @Test func tooManyKeysStandTogether() throws {
    let rows = (0..<60).map { row in
      let members = (0..<20).map { "\"k\(row * 20 + $0)\":\($0)" }.joined(separator: ",")
      return "{\"name\":\"А\",\(members)}"
    }
    let list = try read(rows.joined(separator: "\n"), path: "a.jsonl")
    #expect(list.columns.count == 1_000 && list.count == 60)
    let beyond = list.text(row: 59, column: 1_000)
    #expect(isJSON(Array(beyond.utf8)) && beyond.contains("\"k1199\":19"))
    #expect(!list.problems.isEmpty)
  }

  // MARK: There and back

  /// Whatever stands in the objects comes back, with its type and as it was spelled.
  @Test(arguments: 0..<TestScale.of(200))
  func aListComesBackAsItWas(seed: Int) throws {
    var random = TestSupport.SeededGenerator(seed: UInt64(seed))
    let values = [
      "1", "1.0", "-0", "1e400", "9007199254740993", "true", "false", "null", "[1,{\"a\":[]}]",
      "{}",
      "\"\"", "\"Жан\"", "\"\\\"\\\\\"", "\"\\n\"", "\"1.0\"", "\"null\"", "\"😀\"", "\"\\ud800\"",
    ]
    let keys = ["a", "b", "Ж", "", "person", "a b"]
    let lines = (0..<20).map { row in
      let members = keys.shuffled(using: &random).prefix(.random(in: 0...6, using: &random))
        .sorted()
        .map { "\"\($0)\":\(values.randomElement(using: &random)!)" }
      return "{" + (["\"name\":\"N\(row)\""] + members).joined(separator: ",") + "}"
    }
    let list = try read(lines.joined(separator: "\n"), path: "a.jsonl")
    let folder = ScratchFolder()
    let table = RowsTable([list], layout: .deduplicated)
    let bytes = try folder.table(.jsonl, table.columns) { writer in
      try table.write(to: &writer) { _, _ in ("p", "1") }
    }
    let written = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    for (line, out) in zip(lines, written) {
      #expect(
        members(String(out)) == members(line) + ["\"person_id\":\"p\"", "\"person_probability\":1"])
    }
    #expect(written.count == lines.count)
  }

  /// The members of an object as written, in the order of their text, those of ours last.
  private func members(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var scanner = JSONScanner(bytes, in: 0..<bytes.count)
    let members = (try? scanner.object()) ?? []
    let texts = members.map {
      String(decoding: bytes[$0.key.lowerBound..<$0.value.upperBound], as: UTF8.self)
    }
    return texts.filter { !$0.hasPrefix("\"person_") }.sorted()
      + texts.filter { $0.hasPrefix("\"person_") }
  }
}
