import Glibc

/// A stage that was timed.
struct Measurement {
  var stage: String
  var count: Int
  var seconds: Double
  /// A number that anybody who does the same work comes to.
  var checksum: Double
}

/// Runs `body` three times and keeps the median CPU time: other processes make the wall clock useless. What it answers is
/// kept as well, unless `checksum` works one out, outside of the time.
func measure(
  _ stage: String, count: Int, _ body: () -> Double, checksum: (() -> Double)? = nil
) -> Measurement {
  var seconds: [Double] = []
  var answer = 0.0
  for _ in 0..<3 {
    let start = cpuSeconds()
    answer = body()
    seconds.append(cpuSeconds() - start)
  }
  return Measurement(
    stage: stage, count: count, seconds: seconds.sorted()[1], checksum: checksum?() ?? answer)
}

func cpuSeconds() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
