import NameText
import Testing

@Suite struct PhonemeTests {
  @Test(arguments: vectors("symbols"))
  func symbolsAreThoseOfTheTable(_ row: [String]) {
    #expect(Phonemes.description(of: Phonemes.symbols(of: row[0])) == row[1])
  }

  @Test func theFileOfVectorsIsThere() {
    #expect(vectors("symbols").count > 15)
  }

  @Test func coarseKeysAgreeAcrossScripts() {
    let cyrillic = Phonemes.coarse(Phonemes.symbols(of: "тажимуратов"))
    let latin = Phonemes.coarse(Phonemes.symbols(of: "tajimuratov"))
    #expect(cyrillic == latin)
    #expect(cyrillic != Phonemes.coarse(Phonemes.symbols(of: "каллыханов")))
  }
}
