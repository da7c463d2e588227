internal import Glibc
internal import Linkage

/// What is said on standard error. Never a name: they are people at risk.
enum Talk {
  static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
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
