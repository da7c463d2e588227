import NameIndex
import TestSupport
import Testing

@Suite struct DeletionJoinTests {
  /// The key with at most `count` letters left out.
  private static func variants(_ key: [UInt8], _ count: Int) -> Set<[UInt8]> {
    var all: Set<[UInt8]> = [key]
    for _ in 0..<count {
      for variant in all {
        for place in variant.indices {
          var shorter = variant
          shorter.remove(at: place)
          all.insert(shorter)
        }
      }
    }
    return all
  }

  private static func keys(_ count: Int, seed: UInt64) -> [[UInt8]] {
    var random = SeededGenerator(seed: seed)
    return Array(Set((0..<count).map { _ in random.symbols([1, 2, 3, 4], longest: 9) }))
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  private func neighbours(_ join: DeletionJoin, _ key: Int) -> Set<Int> {
    var found = Set<Int>()
    join.forEachNeighbour(of: UInt32(key)) { found.insert(Int($0)) }
    return found
  }

  /// Whether keys of one length differ by one letter, or by two neighbours exchanged.
  private static func isOneEdit(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let places = a.indices.filter { a[$0] != b[$0] }
    guard let first = places.first, let last = places.last else { return true }
    return places.count == 1
      || places.count == 2 && last == first + 1 && a[first] == b[last] && a[last] == b[first]
  }

  /// Against leaving letters out of every pair of keys.
  @Test(arguments: 0..<8)
  func joinIsBruteForce(seed: Int) {
    let keys = Self.keys(150, seed: UInt64(seed))
    let twoDeletionsFrom = 6
    let join = DeletionJoin(StringArena(keys), twoDeletionsFrom: twoDeletionsFrom)
    func deletions(_ key: [UInt8]) -> Int {
      key.count < 4 ? 0 : key.count < twoDeletionsFrom ? 1 : 2
    }
    for (number, key) in keys.enumerated() {
      let expected = keys.indices.filter { other in
        other != number
          && !Self.variants(key, deletions(key)).isDisjoint(
            with: Self.variants(keys[other], deletions(keys[other])))
          && (key.count != keys[other].count || key.count >= twoDeletionsFrom
            || Self.isOneEdit(key, keys[other]))
      }
      #expect(neighbours(join, number) == Set(expected), "\(key)")
    }
  }

  @Test func oneEditAlwaysMeets() {
    let keys: [[UInt8]] = [
      [1, 2, 3, 4], [1, 2, 3], [1, 2, 4, 4], [1, 3, 2, 4], [5, 2, 3, 4, 1], [9],
    ]
    let join = DeletionJoin(StringArena(keys), twoDeletionsFrom: .max)
    #expect(neighbours(join, 0) == [1, 2, 3])
    #expect(neighbours(join, 5).isEmpty)
  }

  /// Keys without runs, as coarse keys are, of which one is the other with a letter added, changed, or exchanged with its
  /// neighbour.
  @Test func oneEditIsToldByWhatWasLeftOut() {
    var random = SeededGenerator(seed: 60)
    func hasRun(_ key: [UInt8]) -> Bool { zip(key, key.dropFirst()).contains { $0 == $1 } }
    func variants(_ key: [UInt8]) -> [UInt64: [DeletionJoin.Deletion]] {
      var variants: [UInt64: [DeletionJoin.Deletion]] = [:]
      DeletionJoin.forEachVariant(of: key.span, in: key.indices, twoDeletionsFrom: 9) {
        variants[$0, default: []].append($1)
      }
      return variants
    }
    var tried = 0
    while tried < 2_000 {
      let key = random.symbols([1, 2, 3, 4], longest: 11)
      guard key.count >= 4, !hasRun(key) else { continue }
      var other = key
      let place = key.indices.randomElement(using: &random)!
      switch tried % 3 {
      case 0: other.insert(UInt8.random(in: 1...4, using: &random), at: place)
      case 1: other[place] = UInt8.random(in: 1...4, using: &random)
      default: other.swapAt(place, max(0, place - 1))
      }
      if hasRun(other) { continue }
      tried += 1
      let (a, b) = (variants(key), variants(other))
      let meet = a.contains { variant, left in
        b[variant, default: []].contains { right in left.contains { $0.mayBeOneEdit(from: right) } }
      }
      #expect(meet, "\(key) \(other)")
    }
    // A letter added at one end and another left out at the other.
    let (left, right) = (variants([1, 2, 3, 4, 1]), variants([2, 3, 4, 1, 2]))
    #expect(
      left.allSatisfy { variant, places in
        !right[variant, default: []].contains { right in
          places.contains { $0.mayBeOneEdit(from: right) }
        }
      })
  }

  @Test func noKeys() {
    #expect(StringArena().count == 0)
    _ = DeletionJoin(StringArena(), twoDeletionsFrom: 5)
  }
}
