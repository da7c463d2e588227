internal import Glibc
internal import Linkage
internal import LinkageIO

/// What is said on standard error. Never a name, unless it is asked for: they are people at risk.
enum Talk {
  /// Whether columns may be named. Needed also where the command line could not be read, or failed before it was.
  static let isVerbose = CommandLine.arguments.contains("--verbose")

  static func say(_ text: String) {
    // Paths come from outside, too.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let bytes = Array(lines.map { TerminalText(String($0)).text + "\n" }.joined().utf8)
    // Safety: the buffer outlives the call.
    _ = unsafe bytes.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// `1 pair`, `2 pairs`, `1 person`, `3 people`.
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }

  /// Says what could not be read in the lists; whether there was anything.
  static func report(_ lists: [(path: String, list: RecordList)]) -> Bool {
    var any = false
    for (path, list) in lists {
      for problem in list.problems.prefix(20) {
        let place = problem.column.map { "\(problem.line):\($0)" } ?? "\(problem.line)"
        say("\(path):\(place): \(problem.reason)")
      }
      if list.problems.count > 20 { say("\(path): \(list.problems.count - 20) more") }
      any = any || !list.problems.isEmpty
    }
    return any
  }
}
