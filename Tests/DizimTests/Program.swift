import Foundation
import TestSupport
import Testing

/// The program as it was built, run as a user runs it.
enum Program {
  struct Outcome {
    var status: Int32
    var output: String
    var talk: String

    /// The rows of CSV on standard output.
    var rows: [[String]] { csv(output) }
  }

  /// Beside the bundle of tests, wherever that was built.
  static let url: URL = {
    if let path = ProcessInfo.processInfo.environment["DIZIM_PROGRAM"] {
      return URL(filePath: path)
    }
    let tests = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
    return tests.resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "dizim")
  }()

  /// Runs the program to its end.
  static func run(_ arguments: [String], input: String? = nil) throws -> Outcome {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    let folder = ScratchFolder()
    let (out, err) = (folder.path("out"), folder.path("err"))
    for name in ["out", "err"] { try folder.write(name, "") }
    // Files and not pipes, so that no buffer fills up while nobody reads.
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: out))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: err))
    process.standardInput = FileHandle.nullDevice
    if let input {
      try folder.write("in", input)
      process.standardInput = try FileHandle(forReadingFrom: URL(filePath: folder.path("in")))
    }
    try process.run()
    process.waitUntilExit()
    let status = process.terminationReason == .exit ? process.terminationStatus : -1
    return Outcome(status: status, output: try folder.text("out"), talk: try folder.text("err"))
  }

  /// Runs the program on a command line of words without blanks.
  static func run(_ line: String, input: String? = nil) throws -> Outcome {
    try run(line.split(separator: " ").map(String.init), input: input)
  }
}

/// The cells of CSV text (RFC 4180), read by another way than the program's own.
func csv(_ text: String, delimiter: Character = ",") -> [[String]] {
  var rows: [[String]] = []
  var row: [String] = []
  var cell = ""
  var isQuoted = false
  var scalars = Array(text.unicodeScalars)[...]
  if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
  let separator = delimiter.unicodeScalars.first!
  while let scalar = scalars.popFirst() {
    if isQuoted {
      if scalar != "\"" {
        cell.unicodeScalars.append(scalar)
      } else if scalars.first == "\"" {
        scalars.removeFirst()
        cell += "\""
      } else {
        isQuoted = false
      }
    } else if scalar == "\"", cell.isEmpty {
      isQuoted = true
    } else if scalar == separator || scalar == "\n" {
      row.append(cell)
      cell = ""
      if scalar == "\n" {
        rows.append(row)
        row = []
      }
    } else {
      cell.unicodeScalars.append(scalar)
    }
  }
  if !cell.isEmpty || !row.isEmpty { rows.append(row + [cell]) }
  return rows
}

/// The rows of CSV as dictionaries by header.
func table(_ text: String, delimiter: Character = ",") -> [[String: String]] {
  let rows = csv(text, delimiter: delimiter)
  guard let header = rows.first else { return [] }
  return rows.dropFirst().map {
    Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first })
  }
}
