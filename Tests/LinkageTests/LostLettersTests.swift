import NameSimilarity
import TestSupport
import Testing

@testable import Linkage

/// Lists of Kazakh, Karakalpak and Uzbek names that went through windows-1251, which has not all of their letters.
@Suite struct LostLettersTests {
  /// `?` where a letter has no place in windows-1251.
  private func lost(_ name: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let isLost = scalar.value >= 0x460 && scalar != "ґ" && scalar != "Ґ" && scalar != "№"
      text.append(isLost ? "?" : scalar)
    }
    return String(text)
  }

  /// Full names of different people, in each of which some letter is lost.
  private func names() throws -> [String] {
    let words = try TestFiles.rows("corpora/training/names.tsv")
      .filter { ["kaa", "kaz", "uzb"].contains($0[0]) }.map { $0[1] }
    let isSurname = { (word: String) in word.hasSuffix("ов") || word.hasSuffix("ев") }
    let given = words.filter { !isSurname($0) && lost($0) != $0 }
    return zip(words.filter(isSurname), given).map { "\($0) \($1)" }
  }

  @Test func aWholeListFindsItsNamesAgain() throws {
    let names = try names()
    #expect(names.count > 100)
    let (whole, damaged) = (RecordList(names: names), RecordList(names: names.map(lost)))
    let links = try PairLinker(whole, damaged).links(.oneToOne).pairs
    let right = links.count { $0.left == $0.right }
    #expect(100 * right >= 95 * names.count, "\(right) of \(names.count)")
    #expect(100 * right >= 98 * links.count, "\(right) of \(links.count) links")
  }

  /// The letter that is lost is worth less than the one that is there, and more than another one.
  @Test(arguments: [
    ("Тәжімұратов Дәулет", "Тажимуратов Камал"), ("Өтегенов Ғалым", "Атегенов Калым"),
    ("Қаллыханова Гүлнара", "Валлыханова Гюльнара"),
  ])
  func aLostLetterIsNoPunctuation(name: String, other: String) {
    func weight(_ left: String, _ right: String) -> Double {
      PairComparer(RecordList(names: [left]), RecordList(names: [right]))[0].weight.value
    }
    let damaged = weight(name, lost(name))
    #expect(weight(name, name) > damaged && damaged > weight(name, other))
    let without = String(lost(name).filter { $0 != "?" })
    #expect(damaged > weight(name, without))
  }
}
