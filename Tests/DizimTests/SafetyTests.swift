import Foundation
import TestSupport
import Testing

/// What must hold whatever happens to a run: the old output is whole, and nothing else is left.
@Suite struct SafetyTests {
  private let folder = ScratchFolder()
  private static let list =
    "Full name,Born\nТажимуратов Даулетмурат,1984\n=HYPERLINK(1),1990\n+998 90 123,1975\n"

  /// A run that waits for its list, with an output that exists.
  private func waitingRun(_ output: String) throws -> (process: Process, input: Pipe, talk: Pipe) {
    try folder.write(output, "old")
    let (process, input, talk) = (Process(), Pipe(), Pipe())
    process.executableURL = Program.url
    process.arguments = ["dedupe", "-", "-o", folder.path(output)]
    (process.standardInput, process.standardError) = (input, talk)
    try process.run()
    return (process, input, talk)
  }

  /// Interrupts are ignored where the tests run in the background, so it is another signal.
  @Test(arguments: ["out.csv", "out.xlsx"])
  func anEndedRunLeavesTheOldOutput(output: String) throws {
    let (process, input, talk) = try waitingRun(output)
    try input.fileHandleForWriting.write(contentsOf: Data("Full name,Born\nAn".utf8))
    // The run has begun when it has opened its output, which has no name.
    Thread.sleep(forTimeInterval: 0.5)
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 2)
    let said = String(decoding: talk.fileHandleForReading.availableData, as: UTF8.self)
    #expect(said.hasPrefix("dizim: ended by"), "\(said)")
    #expect(try folder.text(output) == "old" && folder.names == [output])
  }

  @Test func aKilledRunLeavesNothing() throws {
    let (process, input, _) = try waitingRun("out.csv")
    try input.fileHandleForWriting.write(contentsOf: Data("Full name,Born\nAn".utf8))
    Thread.sleep(forTimeInterval: 0.5)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(try folder.text("out.csv") == "old" && folder.names == ["out.csv"])
  }

  @Test func nothingOfMemoryIsWrittenDown() throws {
    let (process, input, _) = try waitingRun("out.csv")
    defer {
      try? input.fileHandleForWriting.close()
      process.waitUntilExit()
    }
    Thread.sleep(forTimeInterval: 0.5)
    let limits = try String(
      contentsOfFile: "/proc/\(process.processIdentifier)/limits", encoding: .utf8)
    let core = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") }
    #expect(core?.split(separator: " ").dropFirst(4).first == "0", "\(limits)")
  }

  /// No file may grow beyond a few hundred bytes, as if the disk were full.
  @Test(arguments: ["out.csv", "out.xlsx", "out.jsonl"])
  func aFullDiskLeavesTheOldOutput(output: String) throws {
    let rows = (0..<400).map { "Тажимуратов\($0) Даулетмурат\($0),19\(10 + $0 % 90)\n" }.joined()
    let path = try folder.write("list.csv", "Full name,Born\n" + rows)
    try folder.write(output, "old")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", "ulimit -f 4; exec \"$0\" \"$@\" 2>/dev/null", Program.url.path, "dedupe", path, "-o",
      folder.path(output),
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 2)
    #expect(try folder.text(output) == "old" && folder.names == ["list.csv", output].sorted())
  }

  @Test(arguments: ["csv", "tsv"])
  func excelSafeTablesHoldNoFormulasAndComeBack(format: String) throws {
    let path = try folder.write("list.csv", Self.list)
    let safe = folder.path("safe.\(format)")
    // A number of a telephone names nobody.
    #expect(try Program.run(["dedupe", path, "--excel-safe", "-o", safe]).status == 3)
    let delimiter: Character = format == "csv" ? "," : "\t"
    let cells = csv(try folder.text("safe.\(format)"), delimiter: delimiter).map { $0[0] }
    #expect(
      cells == ["Full name", "Тажимуратов Даулетмурат", "'=HYPERLINK(1)", "'+998 90 123"])
    let again = csv(try Program.run(["dedupe", safe]).output).map { $0[0] }
    #expect(again == ["Full name", "Тажимуратов Даулетмурат", "=HYPERLINK(1)", "+998 90 123"])
  }

  /// All commands that write tables write workbooks, to files and to pipes.
  @Test(
    .enabled(if: Traits.hasXLSX),
    arguments: [
      "merge LIST", "dedupe LIST", "link LIST LIST", "search LIST Тажимуратов", "normalize LIST",
      "compare Щукин Shchukin", "compare --pairs PAIRS", "evaluate clusters ROWS ROWS --key id",
      "normalize --systems",
    ])
  func everyTableMayBeAWorkbook(line: String) throws {
    let list = try folder.write("list.csv", Self.list)
    let pairs = try folder.write("pairs.csv", "left,right\nЩукин,Shchukin\n")
    let rows = try folder.write("rows.csv", "id,person_id\n1,a\n2,a\n")
    let places = ["LIST": list, "PAIRS": pairs, "ROWS": rows]
    let arguments = line.split(separator: " ").map { places[String($0)] ?? String($0) }
    let path = folder.path("out.xlsx")
    #expect([0, 3].contains(try Program.run(arguments + ["-o", path]).status))
    let file = try TestFiles.bytes(at: path)
    #expect(file.starts(with: [0x50, 0x4B, 3, 4]))
    // What is piped is the same workbook; a shell keeps its bytes.
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let piped = folder.path("piped.xlsx")
    process.arguments =
      [
        "-c", "p=$1; shift; \"$0\" \"$@\" --format xlsx 2>/dev/null | cat >\"$p\"",
        Program.url.path, piped,
      ]
      + arguments
    try process.run()
    process.waitUntilExit()
    #expect(try TestFiles.bytes(at: piped) == file)
  }

  /// Names of people stay out of messages, unless they are asked for.
  @Test func columnsAreNamedWhenAsked() throws {
    let path = try folder.write("list.csv", "Full name,Сапарова\nx,y\n")
    let arguments = ["dedupe", path, "--field", "Кто:name"]
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 2 && !outcome.talk.contains("Сапарова"), "\(outcome.talk)")
    #expect(try Program.run(arguments + ["--verbose"]).talk.contains("Сапарова"))
  }
}
