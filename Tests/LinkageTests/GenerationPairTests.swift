import TestSupport
import Testing

@testable import Linkage

/// Marks of an elder and a younger of one name keep two people apart, and nothing else does that they are taken for.
@Suite struct GenerationPairTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    var left: String
    var right: String
    var areApart: Bool
    var testDescription: String { "\(left) ~ \(right)" }

    static func load() throws -> [Pair] {
      try TestFiles.rows("Tests/LinkageTests/Vectors/generations.tsv").map {
        Pair(left: $0[0], right: $0[1], areApart: $0[2] == "apart")
      }
    }
  }

  @Test(arguments: try Pair.load())
  func pairsAreJudged(_ pair: Pair) {
    let one = Comparison(of: pair.left, and: pair.right)
    let other = Comparison(of: pair.right, and: pair.left)
    #expect(one.decision == (pair.areApart ? .different : .same))
    #expect(one.weight == other.weight && one.decision == other.decision)
    if pair.areApart { #expect(one.relation == .namesakes) }
  }

  @Test func thePairsAreMany() throws {
    let pairs = try Pair.load()
    #expect(pairs.count >= 80 && pairs.count(where: \.areApart) >= 40)
  }

  @Test func marksAreGivenInWords() {
    for (language, texts) in [
      (
        ReasonLanguage.english,
        ["elder", "younger", "marks that tell two people of one name apart"]
      ),
      (.russian, ["старший", "младший", "пометки, которыми различают двух людей с одним именем"]),
    ] {
      var options = LinkOptions()
      options.language = language
      let comparison = Comparison(
        of: "Щукин Арсений Платонович ст.", and: "Shchukin Arseniy Platonovich Jr.",
        options: options)
      let part = comparison.parts.first { $0.reason == texts[2] }
      #expect(part?.left == texts[0] && part?.right == texts[1])
    }
  }

  /// A row with a mark beside one without it says the same as two without.
  @Test func oneMarkAloneSaysNothing() {
    let plain = Comparison(of: "Щукин Арсений Платонович", and: "Shchukin Arseniy Platonovich")
    let marked = Comparison(of: "Щукин Арсений Платонович", and: "Shchukin Arseniy Platonovich Jr.")
    #expect(plain.weight == marked.weight)
  }
}
