import NameTables
@_spi(_Unicode) import Swift
import Testing

struct ParsingTableTests {
  /// The tables with the number of their columns and whether the first column tells rows apart.
  static let tables: [(name: String, table: NameTable, columns: Int)] = [
    ("patronymic-affixes", .patronymicAffixes, 6), ("surname-suffixes", .surnameSuffixes, 7),
    ("case-endings", .caseEndings, 7), ("name-equivalents", .nameEquivalents, 5),
    ("titles", .titles, 6), ("given-names", .givenNames, 3), ("name-elements", .nameElements, 3),
    ("compound-words", .compoundWords, 4), ("generation-words", .generationWords, 5),
  ]

  private func rows(_ table: NameTable) -> [[String]] {
    var rows: [[String]] = []
    table.forEachRow { rows.append($0.map(String.init)) }
    return rows
  }

  @Test(arguments: tables.indices)
  func isWellFormed(_ index: Int) {
    let (name, table, columns) = Self.tables[index]
    let rows = rows(table)
    #expect(rows.count > 100, "\(name)")
    for row in rows {
      #expect(row.count == columns, "\(name): \(row)")
      #expect(row.allSatisfy { !$0.isEmpty }, "\(name): \(row)")
      #expect(
        row.allSatisfy {
          Array($0.unicodeScalars) == Array($0._nfc)
        },
        "\(name): \(row)")
    }
    #expect(Set(rows).count == rows.count, "\(name)")
  }

  /// No form mixes alphabets, is in capitals, or has another apostrophe than words have.
  @Test func writesFormsAsWordsAre() {
    let forms: [(String, [Int], NameTable)] = [
      ("patronymic-affixes", [0, 4], .patronymicAffixes),
      ("surname-suffixes", [0, 2, 3, 5], .surnameSuffixes), ("case-endings", [0, 1], .caseEndings),
      ("name-equivalents", [1], .nameEquivalents), ("titles", [0], .titles),
      ("given-names", [0], .givenNames), ("name-elements", [0], .nameElements),
      ("generation-words", [0], .generationWords),
    ]
    for (name, columns, table) in forms {
      for row in rows(table) {
        let alphabets = Set(
          columns.filter { row[$0] != "none" }.flatMap { row[$0].unicodeScalars }.filter {
            $0.properties.isAlphabetic
          }
          .filter { $0 != "\u{2BC}" }.map { $0.value >= 0x400 })
        #expect(alphabets.count == 1, "\(name): \(row)")
        for column in columns {
          #expect(row[column] == row[column].lowercased(), "\(name): \(row)")
          #expect(!row[column].contains(where: { "'’‘ʻ`".contains($0) }), "\(name): \(row)")
        }
      }
    }
  }

  @Test func isSorted() {
    for (name, table, _) in Self.tables {
      let keys = rows(table).map { Array($0[0].utf8) }
      for (left, right) in zip(keys, keys.dropFirst()) {
        #expect(!right.lexicographicallyPrecedes(left), "\(name)")
      }
    }
  }

  @Test func keepsToItsWords() {
    let vocabularies: [(NameTable, Int, Set<String>)] = [
      (.patronymicAffixes, 1, ["joined", "separate", "joined+separate", "whole", "none"]),
      (.surnameSuffixes, 4, ["strong", "weak", "none"]),
      (.caseEndings, 2, ["given", "surname", "patronymic"]),
      (.caseEndings, 4, ["any", "consonant", "vowel", "hush", "velar", "soft", "i", "start"]),
      (.caseEndings, 5, ["slavic", "slavic-listed", "turkic"]),
      (.nameEquivalents, 3, ["full", "doublet", "translated", "equivalent", "short"]),
      (.titles, 1, ["title", "particle", "year", "alias", "maiden"]),
      (.titles, 2, ["drop", "keep", "weak"]),
      (.titles, 3, ["initial", "final", "any"]), (.givenNames, 1, ["m", "f"]),
      (.nameElements, 1, ["m", "f", "-"]),
      (.generationWords, 1, ["elder", "younger", "1", "2", "3", "4", "5", "-"]),
      (
        .generationWords, 2,
        [
          "short", "last", "dotted", "adjective", "doubtful", "kin", "pair", "leading", "numeral",
          "single", "ending",
        ]
      ),
      (.compoundWords, 1, ["opening", "kunya", "article", "closing"]),
    ]
    for (table, column, words) in vocabularies {
      for row in rows(table) { #expect(words.contains(row[column]), "\(row)") }
    }
  }

  @Test func writesDiminutiveEndingsAsWordsAre() {
    let rows = rows(.diminutiveEndings)
    #expect(!rows.isEmpty && Set(rows).count == rows.count)
    for row in rows {
      #expect(row.count == 3 && row.allSatisfy { !$0.isEmpty }, "\(row)")
      #expect(row[0] == row[0].lowercased() && row[1] == row[1].lowercased(), "\(row)")
    }
    let keys = rows.map { Array($0[0].utf8) }
    for (left, right) in zip(keys, keys.dropFirst()) {
      #expect(!right.lexicographicallyPrecedes(left), "\(right)")
    }
  }

  @Test func bringsSyllablesToOneSpelling() {
    let rows = rows(.syllables)
    #expect(rows.count > 2000 && Set(rows.map { $0[0...3] }).count == rows.count)
    let systems: Set = [
      "palladius", "wade-giles", "korean", "korean-russian", "hangul", "vietnamese-russian",
      "burmese", "burmese-russian",
    ]
    for row in rows {
      #expect(row.count == 6 && row.allSatisfy { !$0.isEmpty }, "\(row)")
      #expect(row.allSatisfy { Array($0.unicodeScalars) == Array($0._nfc) }, "\(row)")
      #expect(systems.contains(row[1]), "\(row)")
      #expect(["surname", "given", "either"].contains(row[2]), "\(row)")
      #expect(row[3].utf8.allSatisfy { 0x61...0x7A ~= $0 }, "\(row)")
      #expect(["yes", "no"].contains(row[4]), "\(row)")
    }
    let keys = rows.map { Array($0[0].utf8) }
    for (left, right) in zip(keys, keys.dropFirst()) {
      #expect(!right.lexicographicallyPrecedes(left), "\(right)")
    }
  }

  @Test func spellsRussianInTheLettersOfTheWord() {
    let rows = rows(.russianSpelling)
    #expect(!rows.isEmpty && Set(rows.map { $0[0...2] }).count == rows.count)
    for row in rows {
      #expect(row.count == 6 && row.allSatisfy { !$0.isEmpty }, "\(row)")
      #expect(["initial", "final", "whole", "-"].contains(row[1]), "\(row)")
      #expect(["yes", "no"].contains(row[4]), "\(row)")
      let scripts = Set((row[0] + row[3]).unicodeScalars.map { $0.value >= 0x400 })
      #expect(scripts.count == 1 && row[0] == row[0].lowercased(), "\(row)")
    }
    let keys = rows.map { Array($0[0].utf8) }
    for (left, right) in zip(keys, keys.dropFirst()) {
      #expect(!right.lexicographicallyPrecedes(left), "\(right)")
    }
  }
}
