import NameSimilarity
import NameText
import TestSupport
import Testing

@testable import Linkage

/// Spellings for training, made out of names.
@Suite struct RenderedNamesTests {
  private func names(_ text: String) throws -> RenderedNames {
    try RenderedNames(names: text, file: "names.tsv")
  }

  private func has(_ pairs: [AlignmentTrainer.Pair], _ left: String, _ right: String) -> Bool {
    let sides = [Phonemes.symbols(of: left), Phonemes.symbols(of: right)]
    return pairs.contains { $0.left == sides[0] && $0.right == sides[1] }
  }

  @Test(arguments: [
    ("bel", "зямцоў", "Земцов", "ziamtsou", "zemtsov"),
    ("bel", "зямцоў", "Земцов", "зямцоў", "zemcov"),
    ("kaz", "жүнісов", "Жунусов", "jünısov", "zhunusov"),
    ("kaz", "жүнісов", "Жунусов", "jünısov", "zhünisov"),
    ("aze", "һаҹызадә", "Гаджизаде", "hacızadə", "gadzhizade"),
    ("tgk", "ҷӯразода", "Джуразода", "ҷӯразода", "djourazoda"),
  ])
  func nameIsWrittenInBothSystems(
    language: String, name: String, russian: String, left: String, right: String
  ) throws {
    let pairs = try names("\(language)\t\(name)\t\(russian)\n").pairs(mostPerName: .max)
    #expect(has(pairs, left, right), "\(left) ~ \(right) is missing")
  }

  @Test func russianSpellingsAreNoPairOfTheirOwn() throws {
    let names = try names("bel\tЗямцоў\tЗемцов\n")
    let own = Set(names.names[0].own)
    for pair in names.pairs(mostPerName: .max) {
      #expect(own.contains(pair.left))
      #expect(pair.left != pair.right || names.names[0].russian.contains(pair.right))
    }
  }

  @Test func noNameMakesMorePairsThanItMay() throws {
    let names = try names("# comment\nbel\tЗямцоў\tЗемцов\n\nkaz\tЖүнісов\tЖунусов\n")
    let all = names.pairs(mostPerName: .max)
    let few = names.pairs(mostPerName: 5)
    #expect(few.count == 10 && all.count > 20)
    #expect(Set(few.map { [$0.left, $0.right] }).count == 10, "a pair was taken twice")
    #expect(few.allSatisfy { pair in all.contains { $0 == pair } })
  }

  @Test(arguments: ["bel\tЗямцоў", "xxx\tЗямцоў\tЗемцов", "bel\tЗямцоў\tЗемцов\t"])
  func badLineIsNamed(line: String) {
    #expect(throws: TrainingError.unreadableName(file: "names.tsv", line: 2)) {
      try names("# language\tname\tRussian\n\(line)\n")
    }
  }

  /// What judges the engine must not have taught it.
  @Test func noNameForTrainingStandsInWhatJudges() throws {
    var judged: Set<String> = []
    for name in [
      "families/pairs.tsv", "spellings/pairs.tsv", "demo/people.tsv", "demo/svodka-ru.csv",
      "demo/dizim-kaa.tsv", "demo/royxat-uz.csv",
    ] {
      let text = try TestFiles.text("corpora/\(name)")
      for cell in text.split(whereSeparator: { "\t\n;,\r\n\"".contains($0) }) {
        judged.formUnion(Cleaning.words(of: String(cell)).map(\.text))
      }
    }
    #expect(judged.count > 5_000)
    let names = try TestFiles.rows("corpora/training/names.tsv")
    for cells in names {
      for name in cells[1...] {
        let words = Cleaning.words(of: name).map(\.text)
        #expect(words.count == 1 && judged.isDisjoint(with: words), "\(name)")
      }
    }
  }

  @Test func trainingNamesAreSortedAndUnique() throws {
    let rows = try TestFiles.text("corpora/training/names.tsv").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    for (before, after) in zip(rows, rows.dropFirst()) {
      #expect(before.utf8.lexicographicallyPrecedes(after.utf8), "\(before)")
    }
  }
}
