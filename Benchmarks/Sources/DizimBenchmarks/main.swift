// Times the kernels and the stages on a list of tokens and a list of names, and prints a row for each, tab-separated:
// stage, how many a second and core, how many there were, a checksum, remarks. `benchmark.py` makes a table of it.
//
//   DizimBenchmarks TOKENS NAMES
//
// Or says how long the questions of a list, its names in the second column, take of an index:
//
//   DizimBenchmarks search INDEX QUERIES
import Glibc
import NameSimilarity

let arguments = CommandLine.arguments
if arguments.count == 4, arguments[1] == "search" {
  let times = try SearchTimes(index: arguments[2], queries: arguments[3])
  print("opened in ms", times.opening * 1e3, separator: "\t")
  for share in [0.5, 0.9, 0.99, 1] {
    print("p\(Int(share * 100)) in ms", times.percentile(share), separator: "\t")
  }
  exit(0)
}
precondition(arguments.count == 3, "usage: DizimBenchmarks TOKENS NAMES")
let tokens = TokenStages(lines(of: arguments[1]))

func show(_ measurement: Measurement, _ remark: String = "") {
  let rate = Double(measurement.count) / measurement.seconds
  print(
    measurement.stage, Int(rate), measurement.count, measurement.checksum, remark, separator: "\t")
}

for level in KernelLevel.available.reversed() {
  let accuracy = tokens.accuracy(level)
  for measurement in tokens.measurements(level) {
    let isLearned = measurement.stage.hasPrefix("learned")
    show(
      measurement,
      "\(level)"
        + (isLearned ? "; \(accuracy.equal) of \(accuracy.tried) costs as one at a time" : ""))
  }
}
show(tokens.plainMeasurement())
for measurement in NameStages(names: lines(of: arguments[2])).measurements() { show(measurement) }
