import Linkage
import LinkageIO

/// How long an index takes to open, and to answer each of some questions, one at a time on one thread.
struct SearchTimes {
  let opening: Double
  /// In seconds, ascending.
  private let times: [Double]

  init(index path: String, queries: String) throws {
    let names = try RecordList(readingFrom: queries)
    // The tables of names are read once for the whole run.
    var options = LinkOptions()
    options.threads = 1
    let start = cpuSeconds()
    let index = try IndexFile.open(path, options: options)
    opening = cpuSeconds() - start
    let least = options.costs.differentUpTo
    var times: [Double] = []
    for row in 0..<names.count {
      let query = RecordList(names: [names.text(row: row, column: 1)])
      let start = cpuSeconds()
      _ = try index.answers(to: query, top: 10, leastProbability: least, options: options)
      times.append(cpuSeconds() - start)
    }
    self.times = times.sorted()
  }

  /// The time that a share of the questions take at most, in milliseconds.
  func percentile(_ share: Double) -> Double {
    times.isEmpty ? 0 : times[min(times.count - 1, Int(Double(times.count) * share))] * 1e3
  }
}
