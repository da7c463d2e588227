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

  /// Names of all languages, as they are written: none is taken for letters decoded wrongly.
  @Test func namesAsTheyAreStayAsTheyAre() throws {
    for file in ["aliases-rigour-nametokens", "aliases-places-geonames"] {
      for row in try TestFiles.records("corpora/public/\(file).tsv") {
        let repaired = Mojibake.repaired(row["name"]!)
        #expect(repaired == nil, "\(row["name"]!) \(repaired?.reason ?? "")")
      }
    }
  }

  /// Names in small letters alone are not told, since nothing in them is suspicious: the shares count them.
  @Test(arguments: [
    ("windows-1251", "windows-1252", 98), ("KOI8-R", "windows-1252", 99),
    ("IBM866", "windows-1252", 98), ("KOI8-R", "windows-1251", 98), ("IBM866", "windows-1251", 95),
    ("windows-1251", "KOI8-R", 95), ("windows-1251", "IBM866", 97),
  ])
  func mostNamesAreRepaired(right: String, wrong: String, percent: Int) throws {
    let (right, wrong) = (CodePage.named(right), CodePage.named(wrong))
    var (repaired, all) = (0, 0)
    for row in try TestFiles.records("corpora/demo/people.tsv") {
      let name = row["name"]!
      let bytes = name.unicodeScalars.map { right.byte(of: $0) }
      guard name.unicodeScalars.contains(where: { $0.value >= 0x400 }), !bytes.contains(nil) else {
        continue
      }
      var text = String.UnicodeScalarView()
      for byte in bytes { text.append(wrong.scalar(of: byte!) ?? Unicode.Scalar(byte!)) }
      all += 1
      if Mojibake.repaired(String(text))?.text == name { repaired += 1 }
    }
    #expect(all > 10 && 100 * repaired >= percent * all, "\(repaired) of \(all)")
  }

  @Test func wordsOfACellAreThoseThatWereMeant() {
    #expect(Cleaning.words(of: "Èâàíîâ Ïåòð").map(\.text) == ["иванов", "петр"])
  }

  @Test func whatBecameAReplacementCharacterIsKnownWhereOnlyOneByteCouldBe() {
    #expect(Mojibake.repaired("Р\u{FFFD}РІР°РЅРѕРІ")?.text == "Иванов")
  }
}
