import NameIndex
import TestSupport
import Testing

@Suite struct StringArenaTests {
  /// Few symbols and lengths about eight, where the beginnings that are compared at once end; zeros, which stand behind a
  /// shorter string there; equal strings.
  @Test(arguments: 0..<20)
  func ascendingIsTheOrderOfArrays(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let strings = (0..<300).map { _ in
      (0..<Int.random(in: 0...12, using: &random)).map { _ in
        UInt8.random(in: 0...1, using: &random) * UInt8.random(in: 0...1, using: &random) * 255
      }
    }
    let arena = StringArena(strings)
    let expected = strings.indices.sorted { a, b in
      strings[a] != strings[b] ? strings[a].lexicographicallyPrecedes(strings[b]) : a < b
    }
    #expect(arena.ascending().map(Int.init) == expected)
    for (a, b) in zip(expected, expected.dropFirst()) {
      #expect(arena.areEqual(UInt32(a), UInt32(b)) == (strings[a] == strings[b]))
    }
    #expect(Set(strings).count < strings.count)
  }

  @Test func noStrings() {
    #expect(StringArena().ascending().isEmpty)
    #expect(StringArena([[]]).ascending() == [0])
  }

  @Test func stringsAreNumberedAsTheyAreMet() {
    var numbers = StringNumbers()
    let met = [[1, 2], [], [1], [1, 2], [], [2, 1]].map { numbers.number(of: $0) }
    #expect(met == [0, 1, 2, 0, 1, 3])
    #expect(numbers.count == 4)
    #expect((0..<4).map { numbers.strings[UInt32($0)] } == [[1, 2], [], [1], [2, 1]])
  }
}
