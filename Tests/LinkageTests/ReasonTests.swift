import NameTables
import NameText
import Testing

@testable import Linkage

@Suite struct ReasonTests {
  private func reasons(_ left: String, _ right: String, _ language: ReasonLanguage) -> [String] {
    var options = LinkOptions()
    options.language = language
    return Comparison(of: left, and: right, options: options).parts.map {
      "\($0.label): \($0.reason)"
    }
  }

  /// Each text stands in every language and says the same of the case.
  @Test func theTableIsWholeAndSorted() {
    var last = ""
    NameTable.reasons.forEachRow { cells in
      #expect(cells.count == 4 && !cells.contains(""), "\(cells)")
      let key = String(cells[0])
      #expect(last.unicodeScalars.lexicographicallyPrecedes(key.unicodeScalars), "\(key)")
      last = key
      func places(_ cell: TableCell) -> Set<Substring> {
        let parts = String(cell).split(separator: "{", omittingEmptySubsequences: false)
        return Set(parts.dropFirst().map { $0.prefix { $0 != "}" } })
      }
      #expect(places(cells[1]) == places(cells[2]), "\(key)")
    }
  }

  @Test func levelsAndRelationsHaveTheirTexts() {
    for language in ReasonLanguage.allCases {
      let words = ReasonWords.of(language)
      for relation in Relation.allCases {
        #expect(!words["relation.\(relation.rawValue)"].isEmpty)
      }
      for comparison in FieldComparison.ofFields where comparison != .gender {
        for (level, _) in comparison.levels {
          #expect(!words["\(comparison.name).\(level.name)"].isEmpty)
        }
      }
    }
  }

  @Test(arguments: [
    ("Tajimuratov", "Тажимуратов", ["j~ж kaa"]), ("Tazhimuratov", "Тажимуратов", []),
    ("Дәўлетмурат", "Даулетмурат", ["а~ә kaa", "у~ў kaa"]),
    ("Tajimuratov", "Tazhimuratov", ["j~zh~ж kaa"]), ("Щукин", "Щукин", []),
  ])
  func spellingRulesAreNamed(left: String, right: String, expected: [String]) throws {
    let rules = try #require(SpellingRules.shared.rules(left.lowercased(), right.lowercased()))
    let shown = rules.map { rule in
      [rule.written, rule.other, rule.meant].compactMap { $0 }.joined(separator: "~")
        + " \(rule.languages.first ?? "-")"
    }
    #expect(shown == expected)
  }

  @Test func whatNoRuleExplainsIsNotExplained() {
    #expect(SpellingRules.shared.rules("щукин", "карпов") == nil)
    #expect(SpellingRules.shared.rules("", "а") == nil)
  }

  @Test func reasonsAreGivenInRussian() {
    let russian = reasons("Tajimuratov Azamat", "Тажимуратов Азамат Полатович", .russian)
    #expect(russian.contains { $0.hasPrefix("фамилия: ") && $0.contains("(каракалпакский") })
    #expect(russian.contains("отчество: указано с одной стороны, не противоречит"))
    let english = reasons("Tajimuratov Azamat", "Тажимуратов Азамат Полатович", .english)
    #expect(english.contains("patronymic: missing on one side, not contradicted"))
    #expect(russian.count == english.count)
    let latin = russian.flatMap { $0.unicodeScalars }.filter { ("a"..."z").contains($0) }
    #expect(latin.count <= 3, "English words in a Russian text: \(russian)")
  }
}
