import NameText
import Testing

@Suite struct NameRendererTests {
  private func rendering(
    _ name: String, _ request: String, language: String? = nil, from: String? = nil,
    in tally: LanguageTally = LanguageTally()
  ) throws -> NameRenderer.Rendering? {
    var renderer = try NameRenderer(to: [request], language: language, from: from)
    return renderer.renderings(of: name, in: tally)[0]
  }

  @Test func findsTheWay() throws {
    for row in vectors("rendering-ways") {
      let way = try rendering(
        row[0], row[1], language: row[2].isEmpty ? nil : row[2],
        from: row[3].isEmpty ? nil : row[3])
      #expect(way?.text ?? "" == row[4], "\(row)")
      #expect(way?.systems.joined(separator: " ") ?? "" == row[5], "\(row)")
    }
  }

  @Test func theListDecidesWhereLettersDoNot() throws {
    var tally = LanguageTally()
    #expect(try rendering("Жақсымуратов", "latin", in: tally)?.systems == ["kaz-2021"])
    for name in ["Дәўлетмурат", "Әўез", "Гүлайым Сәўирбаева"] { tally.count(cyrillic: name) }
    #expect(try rendering("Жақсымуратов", "latin", in: tally)?.systems == ["kaa-2016"])
    // A word of Uzbek letters alone stays what it can only be; plain letters stay Russian.
    #expect(try rendering("Қўчқоров", "latin", in: tally)?.systems == ["uzb-1995"])
    #expect(try rendering("Нұрлан", "latin", in: tally)?.systems == ["kaz-2021"])
    #expect(try rendering("Каримов", "bgn-pcgn", in: tally)?.systems == ["rus-bgn-pcgn-1947"])
  }

  @Test func plainLatinIsWrittenOnlyAmongItsLike() throws {
    var tally = LanguageTally()
    let plain = ["Tajimuratov", "Kenesbay", "Marat", "Aysha"]
    #expect(try rendering("Tajimuratov", "cyrillic", in: tally) == nil)
    for name in ["Dáwletmurat", "Ájiniyaz", "Gúlayım"] + plain { tally.count(latin: name) }
    #expect(try rendering("Tajimuratov", "cyrillic", in: tally)?.text == "Тажимуратов")
    for name in plain.prefix(2) { tally.count(latin: name) }
    // Other habits of writing than the list's alphabet.
    #expect(try rendering("Marzhan", "cyrillic", in: tally) == nil)
    #expect(try rendering("Kyzlargul", "cyrillic", in: tally) == nil)
    for name in ["Oʻtkir", "Gʻani"] { tally.count(latin: name) }
    #expect(try rendering("Tajimuratov", "cyrillic", in: tally) == nil)
  }

  @Test func theListDecidesWhoseApostropheItIs() throws {
    var tally = LanguageTally()
    #expect(try rendering("Qi'yas", "cyrillic", in: tally) == nil)
    for name in ["Dáwletmurat", "Gúlayım", "Ájiniyaz", "Karimov"] { tally.count(latin: name) }
    #expect(try rendering("Qi'yas", "cyrillic", in: tally)?.text == "Қыяс")
    #expect(try rendering("O'teniyazov", "cyrillic", in: tally)?.text == "Өтениязов")
    var uzbek = LanguageTally()
    #expect(try rendering("Ma'rufov", "cyrillic", in: uzbek) == nil)
    for name in ["Qoʻshnazarov", "Oʻtkir", "Gʻani", "Karimov"] { uzbek.count(latin: name) }
    #expect(try rendering("Ma'rufov", "cyrillic", in: uzbek)?.text == "Маъруфов")
  }

  @Test func aFewNamesDoNotMakeAListTheirs() throws {
    var tally = LanguageTally()
    for name in ["Qoʻshnazarova", "Oʻtkir", "Gʻani"] { tally.count(latin: name) }
    for number in 0..<10 { tally.count(latin: "Marjan \(number)") }
    #expect(try rendering("Karimov", "cyrillic", in: tally) == nil)
    #expect(try rendering("Oʻtkir", "cyrillic", in: tally)?.text == "Ўткир")
  }

  @Test func apostrophesAreOfTheListsLanguage() throws {
    var tally = LanguageTally()
    #expect(try rendering("O'teniyazov", "cyrillic", in: tally)?.systems == ["uzb-1995"])
    for name in ["Na'wbahar Gu'lshat", "Wa'lixanov", "Da'wletmurat"] {
      tally.count(latin: name)
    }
    let way = try rendering("O'teniyazov", "cyrillic", in: tally)
    #expect(way?.text == "Өтениязов" && way?.systems == ["kaa-1995"])
    // A few Karakalpak names among many Uzbek ones do not make those Karakalpak.
    for number in 0..<20 { tally.count(latin: "O'tkir \(number)") }
    #expect(try rendering("O'tkir", "cyrillic", in: tally)?.text == "Ўткир")
  }

  @Test func theTallyDoesNotDependOnOrder() {
    let names = ["Дәўлетмурат", "Нұрлан", "Ўткир Ҷамшед", "Әўез", "Ўсар"]
    var forward = LanguageTally()
    var backward = LanguageTally()
    for name in names { forward.count(cyrillic: name) }
    for name in names.reversed() { backward.count(cyrillic: name) }
    for name in names {
      #expect(forward.language(ofCyrillic: name) == backward.language(ofCyrillic: name))
    }
  }

  @Test func whatCannotBeAskedForIsRefused() {
    #expect(throws: RomanisationError.unknownSystem("nonsense")) {
      try NameRenderer(to: ["nonsense"])
    }
    #expect(throws: RomanisationError.unknownLanguage("xyz")) {
      try NameRenderer(to: [], language: "xyz")
    }
    #expect(throws: RomanisationError.goesOneWay("rus-icao-9303")) {
      try NameRenderer(to: [], from: "rus-icao-9303")
    }
  }
}
