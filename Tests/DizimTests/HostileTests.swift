import Foundation
import TestSupport
import Testing

/// Broken input files with what must happen to each (`corpora/hostile/expected.tsv`).
@Suite struct HostileTests {
  struct Expectation: Sendable, CustomTestStringConvertible {
    var file: String
    var exit: Int32
    var rows: Int
    var persons: Int
    var lines: Set<Int>
    var testDescription: String { file }

    static func load() throws -> [Expectation] {
      try TestFiles.records("corpora/hostile/expected.tsv").map { row in
        Expectation(
          file: row["file"]!, exit: Int32(row["exit"]!)!, rows: Int(row["rows"]!)!,
          persons: Int(row["persons"]!)!,
          lines: row["lines"] == "-"
            ? [] : Set(row["lines"]!.split(separator: ",").map { Int($0)! }))
      }
    }
  }

  private let folder = ScratchFolder()

  @Test(arguments: try Expectation.load().filter { Traits.hasXLSX || !$0.file.hasSuffix(".xlsx") })
  func happensWhatMust(_ expected: Expectation) throws { try check(expected) }

  private func check(_ expected: Expectation) throws {
    let path = TestFiles.path("corpora/hostile/\(expected.file)")
    let outcome = try Program.run(["dedupe", path])
    #expect(outcome.status == expected.exit, "\(outcome.talk)")
    let rows = csv(outcome.output)
    #expect(max(0, rows.count - 1) == expected.rows, "\(outcome.output)")
    if expected.exit == 2 {
      #expect(outcome.output.isEmpty)
    } else {
      let width = rows.first?.count ?? 0
      #expect(rows.first?.suffix(2) == ["person_id", "person_probability"])
      #expect(rows.allSatisfy { $0.count == width }, "rows of different widths")
      #expect(Set(rows.dropFirst().map { $0[width - 2] }).count == expected.persons)
    }
    let reported = outcome.talk.split(separator: "\n").filter { $0.hasPrefix(path + ":") }
      .compactMap {
        Int($0.dropFirst(path.count + 1).prefix { $0.isNumber })
      }
    #expect(Set(reported) == expected.lines, "\(outcome.talk)")
  }

  @Test func everyFileIsExpected() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: TestFiles.path("corpora/hostile")
    )
    .filter { file in [".csv", ".tsv", ".xlsx"].contains { file.hasSuffix($0) } }
    #expect(Set(files) == Set(try Expectation.load().map(\.file)).union(["expected.tsv"]))
  }

  /// Each row's own bytes stand in the output, whatever they are.
  @Test(arguments: [
    "invalid-utf8.csv", "nul.csv", "bom.csv", "crlf.csv", "too-many-cells.csv", "raw-quotes.tsv",
  ])
  func bytesAreKept(name: String) throws {
    let path = TestFiles.path("corpora/hostile/\(name)")
    let out = folder.path("out." + name.suffix(3))
    _ = try Program.run(["dedupe", path, "-o", out])
    let input = try TestFiles.bytes(at: path)
    let output = try TestFiles.bytes(at: out)
    let lines = output.split(separator: 10)
    let rows = input.split(separator: 10).map { $0.last == 13 ? $0.dropLast() : $0 }
    #expect(lines.count == rows.count)
    for (row, line) in zip(rows, lines).dropFirst() where name != "raw-quotes.tsv" {
      #expect(line.starts(with: row), "\(String(decoding: row, as: UTF8.self))")
    }
    if name == "raw-quotes.tsv" {
      // Quotes written so that a reader who knows quoting gets the letters back.
      let again = csv(String(decoding: output, as: UTF8.self), delimiter: "\t")
      #expect(again.map { $0[0] }.contains("\"Daulet Tajimuratov"))
    }
  }

  @Test func noEscapeReachesATerminal() throws {
    let path = TestFiles.path("corpora/hostile/injection.csv")
    let grid = try Program.run(["dedupe", path, "--format", "table"])
    #expect(!grid.output.contains("\u{1B}") && !grid.talk.contains("\u{1B}"))
    let json = try Program.run(["dedupe", path, "--format", "jsonl"])
    #expect(!json.output.contains("\u{1B}"))
    let cells = csv(try Program.run(["dedupe", path]).output).map { $0[3] }
    #expect(
      cells == [
        "Note", "formula", "@SUM(1+1)", "<script>alert(1)</script>", "\u{1B}[31mred\u{1B}[0m",
        "-2+3",
      ])
    // A header that steers the terminal does not do so out of an error.
    let bad = try folder.write("bad.csv", "\u{1B}[31mxx,yy\n1,2\n")
    let outcome = try Program.run(["dedupe", bad, "--field", "zz:name"])
    #expect(outcome.status == 2 && !outcome.talk.contains("\u{1B}"))
  }

  @Test(arguments: ["merge", "dedupe", "search", "compare", "evaluate"])
  func everyCommandBearsEveryFile(command: String) throws {
    for expected in try Expectation.load() {
      let path = TestFiles.path("corpora/hostile/\(expected.file)")
      let arguments =
        switch command {
        case "merge": ["merge", path, TestFiles.path("corpora/hostile/bom.csv")]
        case "search": ["search", path, "Айгуль Сапарова"]
        case "compare": ["compare", "--pairs", path]
        case "evaluate": ["evaluate", "clusters", path, path]
        default: ["dedupe", path]
        }
      let outcome = try Program.run(arguments)
      #expect(
        [0, 1, 2, 3].contains(outcome.status), "\(expected.file): \(outcome.status) \(outcome.talk)"
      )
      if command == "merge", expected.exit != 2, Traits.hasXLSX || !path.hasSuffix(".xlsx") {
        #expect(outcome.status == expected.exit, "\(expected.file)")
      }
    }
  }
}
