import NameIndex
import TestSupport
import Testing

@Suite struct PostingsTests {
  @Test(arguments: 0..<20)
  func sameAsADictionary(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let keyCount = Int.random(in: 1...40, using: &random)
    let pairs = (0..<UInt32.random(in: 0...200, using: &random)).map { item in
      (key: UInt32.random(in: 0..<UInt32(keyCount), using: &random), item: item)
    }
    let postings = Postings(keyCount: keyCount) { yield in
      for pair in pairs { yield(pair.key, pair.item) }
    }
    for key in 0..<UInt32(keyCount) {
      #expect(Array(postings[key]) == pairs.filter { $0.key == key }.map(\.item))
    }
  }

  @Test func noKeys() {
    let postings = Postings(keyCount: 3) { _ in }
    #expect((UInt32(0)..<3).allSatisfy { postings[$0].isEmpty })
  }
}

@Suite struct ParallelMapTests {
  @Test(arguments: [1, 2, 3, 8, 64])
  func partsComeInOrder(threads: Int) {
    for count in [0, 1, 2, 5, 99, 1_000] {
      for part in [1, 3, 64, 5_000] {
        let ranges = parallelMap(count: count, part: part, threads: threads) { $0 }
        #expect(ranges.flatMap(Array.init) == Array(0..<count), "\(count) by \(part)")
        #expect(ranges.allSatisfy { $0.count <= part && !$0.isEmpty })
        let one = parallelMap(count: count, part: part, threads: 1) { $0 }
        #expect(ranges == one, "the parts depend on the number of threads")
      }
    }
  }
}
