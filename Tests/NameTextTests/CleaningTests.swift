import NameText
import Testing

@Suite struct CleaningTests {
  @Test(arguments: vectors("words"))
  func wordsAreThoseOfTheVectors(_ row: [String]) {
    let described = Cleaning.words(of: row[0]).map(describe).joined(separator: " ")
    #expect(described == (row.count > 1 ? row[1] : ""))
  }

  @Test(.enabled(if: ICUTrait.isEnabled), arguments: vectors("words-icu"))
  func wordsOfOtherScriptsAreRomanised(_ row: [String]) {
    #expect(Cleaning.words(of: row[0]).map(describe).joined(separator: " ") == row[1])
  }

  @Test(.enabled(if: !ICUTrait.isEnabled), arguments: vectors("words-icu"))
  func wordsOfOtherScriptsStayUnreadWithoutICU(_ row: [String]) {
    let words = Cleaning.words(of: row[0])
    #expect(words.map(\.text) == [row[0].lowercased()] && words[0].script == .other)
    #expect(Phonemes.symbols(of: words[0].text).allSatisfy { $0 > 0 && $0 < 64 })
  }

  /// With ICU and without.
  @Test(arguments: [
    ("Е\u{308}лкин", "ёлкин"), ("И\u{306}уле", "йуле"), ("Ta\u{301}jimuratov", "tájimuratov"),
    ("Qonu\u{308}r", "qonür"), ("S\u{327}aban", "şaban"), ("O\u{31B}\u{301}n", "ớn"),
    ("a\u{306}\u{301}", "ắ"), ("a\u{301}\u{306}", "á"), ("Да\u{301}улет", "даулет"),
    ("И\u{306}\u{301}о", "йо"), ("\u{212B}s", "ås"),
  ])
  func marksAreJoinedToTheirLetters(_ cell: String, _ expected: String) {
    let text = Cleaning.words(of: cell).map(\.text).joined(separator: " ")
    #expect(Array(text.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(arguments: [("ắli", "ali"), ("ǎli", "ali"), ("ḿir", "mir"), ("ѝван", "иван")])
  func accentsThatNoTableKnowsAreStripped(_ word: String, _ plain: String) {
    #expect(Phonemes.symbols(of: word) == Phonemes.symbols(of: plain))
  }

  @Test(arguments: vectors("homoglyphs"))
  func homoglyphsAreRepaired(_ row: [String]) {
    #expect(Cleaning.words(of: row[0]).map(\.text).joined(separator: " ") == row[1])
  }

  @Test func theFilesOfVectorsAreThere() {
    #expect(vectors("words").count > 30)
    #expect(vectors("words-icu").count >= 4)
    #expect(vectors("homoglyphs").count > 20)
  }

  @Test(arguments: vectors("words") + vectors("homoglyphs"))
  func cleaningTwiceChangesNothing(_ row: [String]) {
    let once = Cleaning.words(of: row[0]).filter { $0.script != .other }.map(\.text)
    let twice = once.flatMap { Cleaning.words(of: $0).map(\.text) }
    // ĸ and homoglyphs that follow their neighbours are settled the first time.
    #expect(twice == once)
  }

  @Test func seededGarbageKeepsItsLettersAndFoldsOnce() {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    let alphabet = Array("абвҚқѕіїIİıOoСcҺhGʻ'`’\"«»()-–.,/ 0469№Ğǵ́ĸßあع\u{200B}".unicodeScalars)
    for _ in 0..<3000 {
      var cell = String.UnicodeScalarView()
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        cell.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      for word in Cleaning.words(of: String(cell)) {
        #expect(!word.text.isEmpty)
        #expect(word.text == word.text.lowercased() || word.text.contains("ı"))
        #expect(Phonemes.symbols(of: word.text).allSatisfy { $0 > 0 && $0 < 64 })
        if word.script != .other, word.script != .number {
          // Alone, a word may lose a digit that its neighbours made a letter; never a letter.
          let again = Cleaning.words(of: word.text).map(\.text).joined()
          #expect(again.unicodeScalars.count == word.text.unicodeScalars.count)
        }
      }
    }
  }

  private func describe(_ word: Word) -> String {
    var result =
      switch word.separator {
      case .start: ""
      case .space: "_"
      case .hyphen: "-"
      case .comma: ","
      case .other: ";"
      }
    switch word.enclosure {
    case .none: result += word.text
    case .brackets: result += "(" + word.text + ")"
    case .quotes: result += "\"" + word.text + "\""
    }
    switch word.script {
    case .latin: result += ":l"
    case .cyrillic: result += ":c"
    case .other: result += ":o"
    case .number: result += ":n"
    }
    if word.isUpperCase { result += "U" }
    if word.isCapitalised { result += "C" }
    if word.endsWithPeriod { result += "." }
    return result
  }
}
