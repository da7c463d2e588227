internal import Dispatch
internal import Synchronization

/// The results of `body` over the parts of `0..<count`, in order, worked off by `threads` threads.
///
/// The parts do not depend on the number of threads, and results are joined in order: the same result for any
/// number.
package func parallelMap<Result: Sendable>(
  count: Int, part: Int, threads: Int, _ body: @Sendable (Range<Int>) -> Result
) -> [Result] {
  parallelMap(count: count, part: part, threads: threads, room: { () }) { range, _ in body(range) }
}

/// The same with room of its own for each thread, made by `room`, which serves one part after another, ascending; what
/// is left in it from another part may not change a result.
package func parallelMap<Result: Sendable, Room: ~Copyable>(
  count: Int, part: Int, threads: Int, room: @Sendable () -> Room,
  _ body: @Sendable (Range<Int>, inout Room) -> Result
) -> [Result] {
  let parts = (count + part - 1) / part
  let range = { (number: Int) in number * part..<min(count, (number + 1) * part) }
  guard threads > 1, parts > 1 else {
    var own = room()
    return (0..<parts).map { body(range($0), &own) }
  }
  let results = Mutex([Result?](repeating: nil, count: parts))
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: min(threads, parts)) { _ in
    var own = room()
    while true {
      let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
      if number >= parts { return }
      let result = body(number * part..<min(count, (number + 1) * part), &own)
      results.withLock { $0[number] = result }
    }
  }
  return results.withLock { $0.map { $0! } }
}

extension Array {
  /// The elements of all parts, in order, in an array that is made no larger than they need.
  package func joinedParts<Part>() -> [Part] where Element == [Part] {
    var all: [Part] = []
    all.reserveCapacity(reduce(0) { $0 + $1.count })
    for part in self { all.append(contentsOf: part) }
    return all
  }
}
