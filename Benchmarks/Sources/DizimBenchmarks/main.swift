// Times the kernels and the stages on a list of tokens and a list of names, and prints a row for each, tab-separated:
// stage, how many a second and core, how many there were, a checksum, remarks. `benchmark.py` makes a table of it.
//
//   DizimBenchmarks TOKENS NAMES
import NameSimilarity

let arguments = CommandLine.arguments
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
