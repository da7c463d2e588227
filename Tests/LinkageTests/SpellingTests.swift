import NameText
import TestSupport
import Testing

@testable import Linkage

/// Pairs of spellings: the traps of the letters, and names in further scripts.
@Suite struct SpellingTests {
  struct Vector: Sendable, CustomTestStringConvertible {
    var kind: String
    var left: String
    var right: String
    var expected: String
    var note: String
    var testDescription: String { "\(kind): \(left) ~ \(right), \(note)" }

    static func load(_ name: String) throws -> [Vector] {
      try TestFiles.rows("Tests/LinkageTests/Vectors/\(name).tsv").map {
        Vector(kind: $0[0], left: $0[1], right: $0[2], expected: $0[3], note: $0[4])
      }
    }
  }

  @Test(arguments: try Vector.load("traps"))
  func trapsAreSeen(_ vector: Vector) { check(vector) }

  /// Han characters need ICU.
  @Test(arguments: try Vector.load("other-scripts").filter { hasICU || $0.kind != "Han" })
  func namesOfOtherScriptsAreFound(_ vector: Vector) { check(vector) }

  @Test func eachTrapOfLettersHasThreeVectors() throws {
    let counts = Dictionary(grouping: try Vector.load("traps"), by: \.kind).mapValues(\.count)
    for trap in Array(1...24) + [27, 30] { #expect(counts["\(trap)", default: 0] >= 3, "\(trap)") }
  }

  #if ICU
    private static let hasICU = true
  #else
    private static let hasICU = false
  #endif

  private func check(_ vector: Vector) {
    switch vector.expected {
    case "key": #expect(shareAReading(vector))
    case "no-key": #expect(!shareAReading(vector))
    case "same": #expect(decisions(vector) == [.same, .same])
    case "found": #expect(!decisions(vector).contains(.different))
    default: Issue.record("No such expectation: \(vector.expected)")
    }
  }

  private func decisions(_ vector: Vector) -> [Decision] {
    [(vector.left, vector.right), (vector.right, vector.left)].map { left, right in
      PairComparer(RecordList(names: [left]), RecordList(names: [right]))[0].decision
    }
  }

  private func shareAReading(_ vector: Vector) -> Bool {
    let left = readings(vector.left)
    return readings(vector.right).contains { left.contains($0) }
  }

  private func readings(_ cell: String) -> [[UInt8]] {
    Phonemes.readings(of: Cleaning.words(of: cell).map(\.text).joined())
  }
}
