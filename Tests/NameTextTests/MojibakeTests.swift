import NameText
import TestSupport
import Testing

@Suite struct MojibakeTests {
  @Test func lettersDecodedWronglyAreRepaired() throws {
    for row in try TestFiles.rows("Tests/NameTextTests/Vectors/mojibake.tsv") {
      let repaired = Mojibake.repaired(row[0])
      #expect(repaired?.text ?? row[0] == row[2], "\(row[0])")
      #expect(repaired?.reason ?? "" == row[1], "\(row[0])")
    }
  }

  @Test func wordsOfACellAreThoseThatWereMeant() {
    #expect(Cleaning.words(of: "Èâàíîâ Ïåòð").map(\.text) == ["иванов", "петр"])
  }

  @Test func whatBecameAReplacementCharacterIsKnownWhereOnlyOneByteCouldBe() {
    #expect(Mojibake.repaired("Р\u{FFFD}РІР°РЅРѕРІ")?.text == "Иванов")
  }
}
