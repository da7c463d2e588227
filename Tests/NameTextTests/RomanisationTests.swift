import NameTables
import NameText
import TestSupport
import Testing

@Suite struct RomanisationTests {
  @Test func writesAsTheNormsSay() throws {
    let rows = vectors("romanisation")
    #expect(rows.count > 400)
    var romanisers: [String: Romaniser] = [:]
    for row in rows {
      let system = try #require(RomanisationSystem(id: row[0]), "\(row)")
      let romaniser = romanisers[row[0]] ?? Romaniser(system)
      romanisers[row[0]] = romaniser
      #expect(romaniser.rendering(of: row[1]) == row[2], "\(row)")
    }
  }

  @Test func writesBack() throws {
    let rows = vectors("romanisation-reverse")
    #expect(rows.count > 30)
    for row in rows {
      let system = try #require(RomanisationSystem(id: row[0]), "\(row)")
      let reverse = try #require(ReverseRomaniser(system), "\(row)")
      #expect(reverse.original(of: row[1]) == (row[2].isEmpty ? nil : row[2]), "\(row)")
    }
  }

  /// What comes back is written as what was there.
  @Test(arguments: RomanisationSystem.all.filter { $0.direction == .both })
  func thereAndBackAndThereIsTheSame(system: RomanisationSystem) throws {
    let romaniser = Romaniser(system)
    let reverse = try #require(ReverseRomaniser(system))
    var generator = SeededGenerator(seed: 11)
    let language = system.language == "mul" ? "rus" : system.language
    let letters = Array(
      TableTests.rows(.cyrillicAlphabets).first { $0[0] == language }![2].unicodeScalars)
    var same = 0
    for _ in 0..<200 {
      var name = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 3...8, using: &generator) {
        name.append(letters.randomElement(using: &generator)!)
      }
      let latin = romaniser.rendering(of: String(name))
      guard let original = reverse.original(of: latin) else { continue }
      if romaniser.rendering(of: original) == latin { same += 1 }
    }
    #expect(same >= 190, "\(same) of 200")
  }

  @Test func capitalsFollowTheSource() {
    for system in RomanisationSystem.all where system.direction == .romanisation {
      let romaniser = Romaniser(system)
      let plain = romaniser.rendering(of: "лукашов")
      let capitalised = romaniser.rendering(of: "Лукашов")
      let capitals = romaniser.rendering(of: "ЛУКАШОВ")
      #expect(capitalised.lowercased() == plain, "\(system.id)")
      #expect(capitalised.prefix(1) == plain.prefix(1).uppercased(), "\(system.id)")
      #expect(capitals == plain.uppercased(), "\(system.id)")
      #expect(romaniser.rendering(of: "12 (,) — „ 漢字") == "12 (,) — „ 漢字", "\(system.id)")
    }
  }

  @Test func aLongWordOfUnhappyLettersEnds() throws {
    let reverse = try #require(ReverseRomaniser(RomanisationSystem(id: "kaz-2021")!))
    #expect(reverse.original(of: String(repeating: "şçi", count: 500)) != nil)
  }

  // MARK: Systems

  @Test func systemsAreNamedOnceAndHaveRules() {
    let ids = RomanisationSystem.all.map(\.id)
    #expect(ids.count > 200)
    #expect(Set(ids).count == ids.count)
    let ruled = Set(TableTests.rows(.romanisation).map { $0[0] })
    let asked = Set(TableTests.rows(.romanisationSystems).map { $0[4] })
    #expect(ruled == asked.union(["*"]))
    for language in Set(RomanisationSystem.all.map(\.language)) {
      let own = RomanisationSystem.all.filter { $0.language == language }
      let names = own.flatMap { [$0.name] + $0.otherNames }
      #expect(Set(names).count == names.count, "\(language)")
    }
  }

  /// What most systems write is said once.
  @Test func noSystemRepeatsTheCommonLetters() {
    let rows = TableTests.rows(.romanisation)
    var common: [String: String] = [:]
    for row in rows where row[0] == "*" { common[row[1]] = row[3] }
    #expect(common.count > 60)
    let romanisations = Set(
      TableTests.rows(.romanisationSystems).filter { ["both", "romanisation"].contains($0[3]) }
        .map { $0[4] })
    for row in rows where romanisations.contains(row[0]) && row[2].isEmpty {
      #expect(common[row[1]] != row[3], "\(row)")
    }
  }

  @Test(arguments: [
    ("bgn-pcgn", "rus", "rus-bgn-pcgn-1947"), ("bgn-pcgn", "uzb", "uzb-bgn-pcgn-2000"),
    ("bgn-pcgn", "ukr", "ukr-bgn-pcgn-2019"), ("iso-9", "kaa", "mul-iso-9-1995"),
    ("icao-9303", "bel", "bel-icao-9303"), ("icao-9303", "uzb", nil),
    ("latin", "kaa", "kaa-2016"), ("kaz-2021", "rus", "kaz-2021"), ("2021", "kaz", "kaz-2021"),
    ("mrz", "uzb", "mul-icao-9303-mrz"), ("nonsense", "rus", nil),
  ])
  func requestsFindSystems(request: String, language: String, expected: String?) {
    #expect(RomanisationSystem(request, language: language)?.id == expected)
  }

  // MARK: Languages

  @Test(arguments: [
    ("Щукин", "rus"), ("Тажимуратов Даулетмурат", "rus"), ("Дәўлетмурат", "kaa"),
    ("Ўткир Ғаниев", "uzb"), ("Нұрсұлтан", "kaz"), ("Юрій Їжакевич", "ukr"),
    ("Віктар Быкаў", "bel"),
    ("Жээнбеков Сооронбай", "rus"), ("Өмүрбек", "kir"), ("Ҷамшед", "tgk"), ("Ђорђе", "srp"),
    ("Қўчқоров", "uzb"), ("Һүсејнов", "aze"), ("Ҡасим", "bak"),
  ])
  func lettersTellTheLanguage(name: String, language: String) {
    #expect(NameLanguage.candidates(forCyrillic: name).first == language)
  }

  @Test(arguments: [
    ("Oʻtkir Gʻaniyev", "uzb-1995"), ("Dáwletmurat", "kaa-2016"), ("Əliyev", "aze-1991"),
    ("Tajimuratov", nil), ("Łukasz", nil), ("Ibrayım Jaqsımuratov", nil),
    ("Da'wletmurat", "kaa-1995"), ("Ótkir", "kaa-2016"), ("Şükür", nil), ("Qyzǵylt", "kaa-2016"),
    ("Baxadi'r", "kaa-2009"), ("Ma'rufov", nil), ("Ýelena", "tuk-1999"),
    ("Ljubiša", "srp-cyrtranslit"),
  ])
  func lettersTellTheAlphabet(name: String, system: String?) {
    #expect(LanguageTally().alphabet(ofLatin: name)?.id == system)
  }
}
