import Foundation
import TestSupport
import Testing

@Suite struct NormalizeCommandTests {
  private let folder = ScratchFolder()

  @Test func aListComesOutNameByName() throws {
    let path = try folder.write(
      "list.csv",
      "id,ФИО,Год рождения\n1,\"ТАЖИМУРАТОВА Лалагул Исламовна, 1984 г.р.\",1984\n2,Дәўлетмурат Тәжимуратов,1990\n3,г-н Каримов Д.А.,\n"
    )
    let outcome = try Program.run([
      "normalize", path, "--to", "bgn-pcgn,icao-9303", "--to", "kaa-2016",
    ])
    #expect(outcome.status == 0 && outcome.talk.isEmpty, "\(outcome.talk)")
    #expect(
      outcome.rows.first == [
        "line", "name", "cleaned", "surname", "given", "patronymic", "other", "gender",
        "gender_reason", "generation", "birth_year", "script", "language", "key", "readings",
        "coarse_key",
        "bgn-pcgn", "icao-9303", "kaa-2016", "systems",
      ])
    let rows = table(outcome.output)
    #expect(rows.count == 3)
    #expect(rows.map { $0["line"] } == ["2", "3", "4"])
    #expect(rows[0]["name"] == "ТАЖИМУРАТОВА Лалагул Исламовна, 1984 г.р.")
    #expect(rows[0]["cleaned"] == "ТАЖИМУРАТОВА Лалагул Исламовна")
    #expect(
      [rows[0]["surname"], rows[0]["given"], rows[0]["patronymic"]] == [
        "ТАЖИМУРАТОВА", "Лалагул", "Исламовна",
      ])
    #expect(rows[0]["gender"] == "female" && rows[0]["birth_year"] == "1984")
    #expect(rows[0]["gender_reason"]?.contains("surname in -ова") == true)
    #expect(rows[0]["bgn-pcgn"] == "TAZHIMURATOVA Lalagul Islamovna")
    #expect(rows[0]["systems"] == "rus-bgn-pcgn-1947 | rus-icao-9303 | kaa-2016")
    #expect(rows[1]["language"] == "kaa" && rows[1]["kaa-2016"] == "Dáwletmurat Tájimuratov")
    #expect(rows[1]["key"] == "daevletmurat taezhimuratov")
    #expect(
      rows[1]["systems"]
        == "kaa-russian > rus-bgn-pcgn-1947 | kaa-russian > rus-icao-9303 | kaa-2016")
    #expect(rows[2]["cleaned"] == "Каримов Д. А." && rows[2]["other"] == "initial Д. А.")
    #expect(rows[2]["gender"] == "male")
    let again = try Program.run(["normalize", path, "--to", "bgn-pcgn,icao-9303,kaa-2016"])
    #expect(again.output == outcome.output)
  }

  @Test func splitColumnsAreOneName() throws {
    let path = try folder.write(
      "list.csv", "familiyasi,ismi,otasining ismi\nGʻaniyev,Oʻtkir,Karim oʻgʻli\n")
    let outcome = try Program.run(["normalize", path, "--to", "cyrillic,2026"])
    #expect(outcome.status == 0, "\(outcome.talk)")
    let row = try #require(table(outcome.output).first)
    #expect(row["name"] == "Gʻaniyev Oʻtkir Karim oʻgʻli")
    #expect(row["patronymic"] == "Karim oʼgʼli" && row["given"] == "Oʼtkir")
    #expect(row["cyrillic"] == "Ғаниев Ўткир Карим ўғли")
    #expect(row["2026"] == "Ğaniyev Ötkir Karim öğli")
    #expect(row["systems"] == "uzb-1995 | uzb-1995 > uzb-2026")
  }

  @Test func standardInputIsANameALine() throws {
    let names = "Щукин, Юрий\n\nOʻtkir\n"
    let bare = try Program.run("normalize --to passport", input: names)
    #expect(bare.status == 0, "\(bare.talk)")
    #expect(table(bare.output).map { $0["passport"] } == ["Shchukin, Iurii", "", "Oʻtkir"])
    #expect(try Program.run("normalize - --to passport", input: names).output == bare.output)
    let list = try Program.run("normalize - --field b:name", input: "a,b\n1,Щукин\n")
    #expect(table(list.output).map { $0["surname"] } == ["Щукин"], "\(list.talk)")
  }

  @Test func whatCannotBeWrittenIsCountedAndNotNamed() throws {
    let outcome = try Program.run(["normalize", "--name", "Tajimuratov", "--to", "cyrillic"])
    #expect(outcome.status == 0)
    #expect(table(outcome.output).first?["cyrillic"]?.isEmpty == true)
    #expect(outcome.talk.contains("empty cell: 1;") && !outcome.talk.contains("Tajimuratov"))
    let told = try Program.run([
      "normalize", "--name", "Tajimuratov", "--to", "cyrillic", "--from", "kaa-2016",
    ])
    #expect(table(told.output).first?["cyrillic"] == "Тажимуратов" && told.talk.isEmpty)
  }

  @Test func aNameOnATerminalIsAParagraph() throws {
    let outcome = try Program.run([
      "normalize", "--name", "Щукин\u{1B}[2J Юрий", "--to", "iso-9", "--format", "table",
    ])
    #expect(outcome.status == 0 && !outcome.output.contains("\u{1B}"))
    #expect(outcome.output.contains("Ŝukin"))
  }

  @Test func systemsAreListed() throws {
    let outcome = try Program.run(["normalize", "--systems"])
    #expect(outcome.status == 0)
    let systems = table(outcome.output)
    #expect(systems.count > 200)
    for id in [
      "rus-bgn-pcgn-1947", "rus-icao-9303", "mul-iso-9-1995", "kaa-2016", "uzb-1995", "kaz-2021",
    ] {
      #expect(systems.contains { $0["system"] == id }, "\(id)")
    }
    for system in systems {
      #expect(system.values.filter(\.isEmpty).count <= 1, "\(system)")
      #expect(system["example"]?.contains("→") == true)
    }
  }

  @Test func formatsHoldTheSame() throws {
    let path = try folder.write("names.txt", "name\nЩукин Юрий, 1984\n")
    let line = try Program.run(["normalize", path, "--to", "iso-9", "--format", "jsonl"]).output
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object["iso-9"] as? String == "Ŝukin Ûrij" && object["birth_year"] as? Int == 1984)
    let tsv = try Program.run(["normalize", path, "--to", "iso-9", "--format", "tsv"]).output
    #expect(csv(tsv, delimiter: "\t").last?.contains("Ŝukin Ûrij") == true)
  }
}
