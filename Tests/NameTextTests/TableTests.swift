import NameTables
import NameText
@_spi(_Unicode) import Swift
import Testing

@Suite struct TableTests {
  /// A table with the columns that make a row's key, in the order of which it is sorted.
  struct Subject: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var table: NameTable
    var columns: Int
    var key: [Int]
    /// Tables whose rows stand in an order of meaning are only unique.
    var isSorted = true
  }

  static let subjects = [
    Subject(testDescription: "phonemes", table: .phonemes, columns: 6, key: [0], isSorted: false),
    Subject(testDescription: "graphemes", table: .graphemes, columns: 6, key: [1, 0, 2]),
    Subject(
      testDescription: "habits", table: .habits, columns: 5, key: [0, 1, 2], isSorted: false),
    Subject(testDescription: "sounds", table: .sounds, columns: 4, key: [0], isSorted: false),
    Subject(testDescription: "homoglyphs", table: .homoglyphs, columns: 4, key: [0, 1]),
    Subject(testDescription: "scripts", table: .scripts, columns: 5, key: [0, 1]),
    Subject(testDescription: "cell-words", table: .cellWords, columns: 4, key: [0]),
    Subject(testDescription: "date-words", table: .dateWords, columns: 4, key: [0]),
    Subject(testDescription: "marks", table: .marks, columns: 3, key: [0], isSorted: false),
    Subject(testDescription: "romanisation", table: .romanisation, columns: 5, key: [0, 1, 2]),
    Subject(
      testDescription: "romanisation-systems", table: .romanisationSystems, columns: 7, key: [0, 1]),
    Subject(
      testDescription: "cyrillic-alphabets", table: .cyrillicAlphabets, columns: 6, key: [0],
      isSorted: false),
  ]

  static func rows(_ table: NameTable) -> [[String]] {
    var rows: [[String]] = []
    table.forEachRow { rows.append($0.map(String.init)) }
    return rows
  }

  @Test(arguments: subjects)
  func rowsAreWholeUniqueAndInOrder(_ subject: Subject) {
    let rows = Self.rows(subject.table)
    #expect(rows.count >= 20)
    var seen: Set<[String]> = []
    var last: [[UInt32]] = []
    for row in rows {
      #expect(row.count == subject.columns, "\(row)")
      #expect(!row[row.count - 1].isEmpty, "no source: \(row)")
      let key = subject.key.map { row[$0] }
      #expect(seen.insert(key).inserted, "twice: \(row)")
      guard subject.isSorted else { continue }
      // The general rule of a grapheme stands after its special ones.
      let scalars = key.prefix(2).map { $0.unicodeScalars.map(\.value) }
      let isInOrder =
        last.isEmpty
        || last.lexicographicallyPrecedes(scalars) { $0.lexicographicallyPrecedes($1) }
        || last == scalars
      #expect(isInOrder, "out of order: \(row)")
      last = scalars
    }
  }

  @Test(arguments: subjects.filter { $0.testDescription != "homoglyphs" })
  func textIsComposed(_ subject: Subject) {
    for row in Self.rows(subject.table) {
      for cell in row {
        #expect(Array(cell.unicodeScalars) == Array(cell._nfc), "\(row)")
      }
    }
  }

  @Test func symbolBytesAreUniqueAndBelow64() {
    let bytes = Self.rows(.phonemes).compactMap { UInt8($0[1]) }
    #expect(bytes.count == Self.rows(.phonemes).count)
    #expect(Set(bytes).count == bytes.count)
    #expect(bytes.allSatisfy { $0 > 0 && $0 < 64 })
    #expect(Phonemes.symbol(named: "patronymic-m") == 56)
    #expect(Phonemes.symbol(named: "patronymic-f") == 57)
    #expect(Phonemes.symbol(named: "a") == 1)
  }

  @Test func graphemesNameSymbolsAndHabitsThatExist() {
    let habits = Set(Self.rows(.habits).map { $0[0] })
    for row in Self.rows(.graphemes) {
      #expect(row[1].isEmpty || habits.contains(row[1]), "\(row)")
      #expect(row[0] == row[0].lowercased(), "\(row)")
      for name in row[3].split(separator: " ") {
        #expect(Phonemes.symbol(named: String(name)) != nil, "\(row)")
      }
    }
  }

  /// What a letter of another script becomes can be read on.
  @Test func scriptsAreWrittenInLettersThatHaveSounds() {
    let unknown = Phonemes.symbol(named: "unknown")!
    for row in Self.rows(.scripts) {
      #expect(!Phonemes.symbols(of: row[3]).contains(unknown), "\(row)")
    }
  }

  /// Every letter of the alphabets we promise has a row of its own, so that none is read without its accent.
  @Test func noLetterOfOurAlphabetsIsUnknown() {
    let alphabets =
      "абвгдеёжзийклмнопрстуфхцчшщъыьэюяєіїґўәғқңөұүһҳҷӣӯҹҝјҗҙҡҫђљњћџѓѕќѐѝӏ"
      + "abcdefghijklmnopqrstuvwxyzʼáóúǵńýíäöüūğñşıçõəňžčšćđŭŝâûëèěĭėśźĺżł"
    let graphemes = Set(Self.rows(.graphemes).map { $0[0] })
    for letter in alphabets { #expect(graphemes.contains(String(letter)), "\(letter)") }
  }
}
