import Foundation
import TestSupport
import Testing

/// Names that break programs (`Vectors/odd-names.tsv`): each comes out as it came in, and steers no terminal.
@Suite struct OddNameTests {
  struct OddName: Sendable {
    var text: String
    /// Somebody, nobody, several.
    var takenFor: String

    static func load() throws -> [OddName] {
      try TestFiles.records("Tests/DizimTests/Vectors/odd-names.tsv").map { row in
        OddName(
          text: try JSONDecoder().decode(String.self, from: Data(row["text"]!.utf8)),
          takenFor: row["taken for"]!)
      }
    }
  }

  private let folder = ScratchFolder()
  private let names: [OddName]
  private let list: String

  init() throws {
    names = try OddName.load()
    list = try folder.write("list.csv", Self.written([["ФИО", "id"]] + Self.rows(names)))
  }

  /// A row with a key that no name holds.
  private static func rows(_ names: [OddName]) -> [[String]] {
    names.enumerated().map { [$1.text, "key-\($0)-"] }
  }

  private static func written(_ rows: [[String]]) -> String {
    rows.map { row in
      row.map { "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }
        .joined(separator: ",") + "\n"
    }.joined()
  }

  /// Equal strings may be of different scalars.
  private func bytes(_ rows: [[String]]) -> [[[UInt8]]] { rows.map { $0.map { Array($0.utf8) } } }

  @Test func everyCellComesOutAndNobodyIsSaidToBe() throws {
    let rejects = folder.path("rejects.csv")
    let outcome = try Program.run(["dedupe", list, "--rejects", rejects])
    #expect(outcome.status == 3)
    let cells = outcome.rows.dropFirst().map { Array($0.prefix(2)) }
    #expect(bytes(cells) == bytes(Self.rows(names)))
    let reported = table(try folder.text("rejects.csv"))
    for (number, name) in names.enumerated() {
      let reasons = reported.filter { $0["raw"]!.contains("key-\(number)-") }.map { $0["reason"]! }
      let (nobody, several) = ("the row names nobody", "several people")
      #expect(reasons.contains { $0.contains(nobody) } == (name.takenFor == "nobody"), "\(name)")
      #expect(reasons.contains { $0.contains(several) } == (name.takenFor == "several"), "\(name)")
    }
    // Those who are not known are not one another.
    let persons = outcome.rows.dropFirst().map { $0[2] }
    let unknown = names.indices.filter { names[$0].takenFor == "nobody" }.map { persons[$0] }
    #expect(unknown.allSatisfy { person in persons.count { $0 == person } == 1 })
  }

  @Test(arguments: ["tsv", "jsonl", "jsonl.gz", "xlsx"])
  func everyFormatBringsThemBack(format: String) throws {
    if format == "xlsx", !Traits.hasXLSX { return }
    let path = folder.path("list.\(format)")
    #expect([0, 3].contains(try Program.run(["convert", list, "-o", path]).status))
    let rows = try Program.run(["convert", path]).rows
    #expect(bytes(rows) == bytes([["ФИО", "id"]] + Self.rows(names)))
  }

  @Test func asHeadersTheyComeBackToo() throws {
    let headers = ["ФИО"] + names.map(\.text)
    let row = ["Алиев Тимур"] + names.map { _ in "1" }
    let path = try folder.write("wide.csv", Self.written([headers, row]))
    let rows = try Program.run(["convert", path]).rows
    #expect(bytes(rows) == bytes([headers, row]))
  }

  @Test func nothingOfThemReachesATerminal() throws {
    let pairs = Self.written(
      [["left", "right"]] + zip(names, names.dropFirst()).map { [$0.text, $1.text] })
    try folder.write("pairs.csv", pairs)
    let lines = [
      ["dedupe", list, "--format", "table", "--verbose"],
      ["inspect", list, "--format", "table", "--verbose"],
      ["normalize", list, "--format", "table"],
      ["search", list, "\u{1B}[31mАлиев\u{202E}", "--format", "table"],
      ["compare", "\u{1B}[31mАлиев\u{202E} Тимур", "Aliyev\u{7} Timur"],
      ["compare", "--pairs", folder.path("pairs.csv"), "--format", "table"],
      ["dedupe", "\u{1B}]0;\u{202E}.csv"], ["\u{1B}[31m"],
    ]
    for line in lines {
      let outcome = try Program.run(line)
      let steering = (outcome.output + outcome.talk).unicodeScalars.filter { scalar in
        switch scalar.properties.generalCategory {
        case .control: scalar != "\n"
        case .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
      }
      #expect(steering.isEmpty, "\(line): \(steering.map(\.value))")
    }
  }

  @Test func comparisonsOfThemAreSymmetric() throws {
    let texts = names.map(\.text).filter { !$0.isEmpty }
    let pairs = zip(texts, texts.dropFirst() + texts.prefix(1)).map { [$0, $1] }
    func weights(_ pairs: [[String]]) throws -> [String?] {
      let path = try folder.write("pairs.csv", Self.written([["left", "right"]] + pairs))
      return table(try Program.run(["compare", "--pairs", path]).output).map { $0["weight"] }
    }
    let there = try weights(pairs)
    #expect(there == (try weights(pairs.map { $0.reversed() })))
    #expect(there.count == pairs.count)
    #expect(there.allSatisfy { $0.flatMap(Double.init)?.isFinite ?? false })
  }

  /// A pasted book is kept, and costs no more than a moment.
  @Test func endlessNamesAreBorne() throws {
    let endless = [
      String(repeating: "ж", count: 5_000), String(repeating: "Алиев ", count: 10_000),
      String(repeating: "А.", count: 10_000), String(repeating: "\u{301}", count: 20_000),
      String(repeating: "(", count: 20_000), String(repeating: "Алиев,", count: 10_000),
      String(repeating: "1980 ", count: 10_000), String(repeating: "?", count: 20_000),
    ]
    let rows = endless.enumerated().map { [$1, "\($0)"] } + [["Алиев Тимур", "last"]]
    let path = try folder.write("long.csv", Self.written([["ФИО", "id"]] + rows))
    let clock = ContinuousClock()
    var outcome: Program.Outcome?
    let time = try clock.measure { outcome = try Program.run(["dedupe", path]) }
    #expect(bytes(outcome!.rows.dropFirst().map { Array($0.prefix(2)) }) == bytes(rows))
    #expect(time < .seconds(20))
  }
}
