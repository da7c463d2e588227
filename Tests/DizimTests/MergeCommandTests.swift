import Foundation
import TestSupport
import Testing

/// `merge` over the four lists of the demonstration.
@Suite struct MergeCommandTests {
  private let folder = ScratchFolder()

  private static let lists: [(path: String, delimiter: Character)] = [
    ("corpora/demo/memorial-en.csv", ","),
    ("corpora/demo/svodka-ru.csv", ";"), ("corpora/demo/dizim-kaa.tsv", "\t"),
    ("corpora/demo/royxat-uz.csv", ","),
  ]

  private func merge(_ more: [String] = [], prefix: String = "") throws -> Program.Outcome {
    try Program.run(
      ["merge"] + Self.lists.map { TestFiles.path($0.path) } + [
        "-o", folder.path(prefix + "roll.csv"), "--rows", folder.path(prefix + "rows.csv"),
        "--review",
        folder.path(prefix + "review.csv"),
      ] + more)
  }

  @Test func rowsInAreRowsOut() throws {
    let outcome = try merge()
    #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.talk)")
    let roll = csv(try folder.text("roll.csv"))
    #expect(
      roll.first == [
        "person_id", "name", "other_names", "birth", "gender", "place", "statuses", "sources",
        "rows",
        "weakest_weight", "conflicts",
      ])
    let rows = table(try folder.text("rows.csv"))
    #expect(
      csv(try folder.text("rows.csv"))[0].prefix(4) == [
        "source", "line", "person_id", "person_probability",
      ])
    #expect(rows.count == 449)
    let people = table(try folder.text("roll.csv"))
    #expect(Set(people.map { $0["person_id"] }) == Set(rows.map { $0["person_id"] }))
    #expect(Set(people.map { $0["person_id"] }).count == people.count)

    // Each row of each list in order, every cell as it was.
    var next = rows[...]
    for list in Self.lists {
      var text = try TestFiles.text(list.path)
      text = text.replacingOccurrences(of: "\r\n", with: "\n")
      if list.delimiter == "\t" { text = text.replacingOccurrences(of: "\"", with: "\u{1}") }
      for row in table(text, delimiter: list.delimiter) {
        let first = next.popFirst()
        let out = try #require(first)
        #expect(list.path.contains("/" + (out["source"] ?? "?") + "."))
        for (column, cell) in row {
          #expect(out[column] == cell.replacingOccurrences(of: "\u{1}", with: "\""), "\(column)")
        }
      }
    }

    // The roll names every row once, under the person that the rows say.
    let placed = people.flatMap { person in
      person["rows"]!.components(separatedBy: " | ").map { ($0, person["person_id"]!) }
    }
    #expect(placed.count == 449)
    let personOfRow = Dictionary(placed, uniquingKeysWith: { first, _ in first })
    for row in rows {
      #expect(personOfRow["\(row["source"]!):\(row["line"]!)"] == row["person_id"])
    }
  }

  /// Father and son of one name, told apart by the mark alone: two people, each row of whom is kept. A row without a mark is
  /// the one's or the other's, and never joins the two; where a full date and a place are one as well somebody is asked.
  @Test func fatherAndSonStayTwo() throws {
    let lists = [
      try folder.write(
        "one.csv",
        """
        ФИО,дата рождения,место
        Щукин Арсений Платонович ст.,12.03.1950,с. Кегейли
        Щукин Арсений Платонович мл.,12.03.1950,с. Кегейли
        Каллыханов Бердах Полатович ст.,,г. Чимбай
        Каллыханов Бердах Полатович мл.,,г. Чимбай
        Каллыханов Бердах Полатович,,г. Чимбай

        """),
      try folder.write(
        "two.csv",
        """
        name,birth,place
        "Kallykhanov, Jr., Berdakh Polatovich",,Chimbay
        Kallykhanov Berdakh Polatovich Sr.,,Chimbay

        """),
    ]
    var rolls: [String] = []
    for threads in ["1", "2", "8"] {
      let outcome = try Program.run(
        ["merge"] + lists + [
          "--threads", threads, "-o", folder.path("roll.csv"), "--review",
          folder.path("review.csv"),
        ])
      #expect(outcome.status == 0, "\(outcome.talk)")
      rolls.append(try folder.text("roll.csv") + folder.text("review.csv"))
    }
    #expect(Set(rolls).count == 1)
    let people = table(try folder.text("roll.csv"))
    #expect(people.map { $0["rows"]!.components(separatedBy: " | ").count }.reduce(0, +) == 7)
    func person(_ row: String) -> String? {
      people.first { $0["rows"]!.components(separatedBy: " | ").contains(row) }?["person_id"]
    }
    #expect(person("one:2") != person("one:3"))
    #expect(person("one:4") != person("one:5"))
    #expect(person("one:4") == person("two:3") && person("one:5") == person("two:2"))
    #expect(people.contains { $0["name"] == "Щукин Арсений Платонович ст." })
    let asked = table(try folder.text("review.csv")).first {
      Set([$0["left_row"], $0["right_row"]]) == ["one:2", "one:3"]
    }
    #expect(asked?["relation"] == "namesakes")
    #expect(asked?["reasons"]?.contains("marks that tell two people of one name apart") == true)
  }

  @Test func linesAreThoseOfTheTruth() throws {
    _ = try merge()
    let rows = table(try folder.text("rows.csv")).map { "\($0["source"]!):\($0["line"]!)" }
    let truth = try TestFiles.records("corpora/demo/truth.tsv").map {
      "\($0["source"]!):\($0["line"]!)"
    }
    #expect(rows == truth)
    let judged = try Program.run([
      "evaluate", "clusters", folder.path("rows.csv"), TestFiles.path("corpora/demo/truth.tsv"),
    ])
    #expect(
      judged.status == 0 && table(judged.output).first?["people_true"] == "222", "\(judged.talk)")
  }

  @Test func threadsAndTheDayAreNothing() throws {
    for (prefix, threads) in [("a-", "1"), ("b-", "2"), ("c-", "8")] {
      #expect(try merge(["--threads", threads], prefix: prefix).status == 0)
    }
    for name in ["roll.csv", "rows.csv", "review.csv"] {
      let one = try folder.text("a-" + name)
      #expect(try folder.text("b-" + name) == one && folder.text("c-" + name) == one, "\(name)")
    }
  }

  @Test func decisionsGoRoundAndHold() throws {
    // A cheap question is asked often.
    let cheap = ["--review-cost", "0.02"]
    _ = try merge(cheap)
    let review = csv(try folder.text("review.csv"))
    let header = review[0]
    let column = try #require(header.firstIndex(of: "decision"))
    #expect(header.prefix(2) == ["left_key", "right_key"] && review.count > 3)
    #expect(
      review.dropFirst().allSatisfy { $0[column].isEmpty }, "decided before anybody was asked")

    // Alternately, where that contradicts nothing decided so far.
    var decided = [header]
    var group: [String: Int] = [:]
    var apart: [(String, String)] = []
    for (number, row) in review.dropFirst().enumerated() {
      var row = row
      let (a, b) = (group[row[0]] ?? -2 * number - 1, group[row[1]] ?? -2 * number - 2)
      let joins = number % 2 == 0
      func clashes(_ from: Int, _ to: Int) -> Bool {
        apart.contains { pair in
          let x = group[pair.0] == from ? to : group[pair.0]
          let y = group[pair.1] == from ? to : group[pair.1]
          return x == y
        }
      }
      group[row[0]] = a
      group[row[1]] = b
      if joins, a != b, !clashes(b, a) {
        for key in group.keys where group[key] == b { group[key] = a }
        row[column] = number % 4 == 0 ? "same" : " SAME "
      } else if !joins, a != b {
        apart.append((row[0], row[1]))
        row[column] = "different"
      }
      decided.append(row)
    }
    let file = try folder.write("decided.csv", text(decided))
    let again = try merge(cheap + ["--decisions", file], prefix: "again-")
    #expect(again.status == 0, "\(again.talk)")
    let given = decided.dropFirst().count { !$0[column].isEmpty }
    #expect(again.talk.contains("\(given) of \(given) decisions"), "\(again.talk)")

    let rows = table(try folder.text("again-rows.csv"))
    let person = Dictionary(
      rows.map { ("\($0["source"]!):\($0["line"]!)", $0["person_id"]!) },
      uniquingKeysWith: { first, _ in first })
    let left = try #require(header.firstIndex(of: "left_row"))
    let right = try #require(header.firstIndex(of: "right_row"))
    for row in decided.dropFirst() where !row[column].isEmpty {
      let isOne = person[row[left]] == person[row[right]]
      #expect(
        isOne == (row[column] != "different"),
        "\(row[left]) and \(row[right]) against \(row[column])")
    }
    let asked = Set(
      csv(try folder.text("again-review.csv")).dropFirst().map { Set([$0[0], $0[1]]) })
    for row in decided.dropFirst() where !row[column].isEmpty {
      #expect(!asked.contains([row[0], row[1]]), "asked again")
    }
    // The same decisions given twice, in two files, say nothing new.
    let twice = try merge(cheap + ["--decisions", file, "--decisions", file], prefix: "twice-")
    #expect(twice.status == 0)
    #expect(try folder.text("twice-rows.csv") == folder.text("again-rows.csv"))
  }

  @Test func badAndContradictoryDecisionsAreErrors() throws {
    _ = try merge()
    let review = csv(try folder.text("review.csv"))
    let column = try #require(review[0].firstIndex(of: "decision"))
    func file(_ name: String, _ decisions: [String]) throws -> String {
      var rows = [review[0]]
      for decision in decisions {
        // One line a row, so that the lines named can be told beforehand.
        var row = review[1].map { String($0.map { $0.isNewline ? " " : $0 }) }
        row[column] = decision
        rows.append(row)
      }
      return try folder.write(name, text(rows))
    }
    let bad = try merge(["--decisions", file("bad.csv", ["perhaps"])], prefix: "x-")
    #expect(bad.status == 2 && bad.talk.contains("bad.csv:2"), "\(bad.talk)")
    let clash = try merge(["--decisions", file("clash.csv", ["same", "different"])], prefix: "x-")
    #expect(clash.status == 2, "\(clash.talk)")
    #expect(
      clash.talk.contains("clash.csv:2") && clash.talk.contains("clash.csv:3"), "\(clash.talk)")
    #expect(!folder.names.contains { $0.hasPrefix("x-") || $0.hasPrefix(".") })
  }

  /// Neither a list nor an answer of a person is written over.
  @Test func outputsAreNeverInputs() throws {
    let list = try folder.write("own.csv", "name\nАлиев Ислам\n")
    let other = try folder.write("other.csv", "name\nКаримова Гульнара\n")
    let before = try folder.text("own.csv")
    for arguments in [
      ["merge", list, other, "-o", list], ["merge", list, "-o", other, "--rows", other],
      ["merge", list, "-o", folder.path("r.csv"), "--review", list],
    ] {
      let outcome = try Program.run(arguments)
      #expect(outcome.status == 2, "\(arguments)")
    }
    #expect(try folder.text("own.csv") == before)
    #expect(!folder.names.contains("r.csv"))
  }

  /// Where an output cannot be written nothing is, standard output included.
  @Test func nothingIsPrintedWhereAnOutputFails() throws {
    let list = try folder.write("own.csv", "name\nАлиев Ислам\n")
    let outcome = try Program.run(["merge", list, "--rows", folder.path("no/such/rows.csv")])
    #expect(outcome.status == 2 && outcome.output.isEmpty)
  }

  /// Surname and given name in columns of their own and no header: both are the name.
  @Test func listsWithoutAHeaderKeepBothParts() throws {
    let rows = [
      "Юсупов,Даулет,1980", "Тажимуратов,Даулет,1980", "Каримова,Гульнара,1991",
      "Иванов,Сергей,1975",
    ]
    let list = try folder.write("bare.csv", rows.joined(separator: "\n") + "\n")
    let outcome = try Program.run(["dedupe", list, "--format", "csv"])
    let ids = Set(csv(outcome.output).dropFirst().map { $0[3] })
    #expect(ids.count == 4, "\(outcome.output)")
  }

  /// A number that says «none» is nobody's number.
  @Test func placeholdersIdentifyNobody() throws {
    var text = "name,passport\n"
    for name in ["Ахмедов Санжар", "Каримов Азиз", "Юсупова Малика", "Реимов Тимур"] {
      text += "\(name),нет данных\n\(name.split(separator: " ")[0]) Олег,0000000\n"
    }
    let list = try folder.write("none.csv", text)
    let outcome = try Program.run(["dedupe", list, "--format", "csv"])
    #expect(Set(csv(outcome.output).dropFirst().map { $0[2] }).count == 8, "\(outcome.output)")
  }

  /// They are people at risk.
  @Test func namesAreNeverTalkedAbout() throws {
    var words = Set<String>()
    for list in Self.lists {
      for row in csv(try TestFiles.text(list.path), delimiter: list.delimiter).dropFirst() {
        for cell in row {
          for word in cell.split(whereSeparator: { !$0.isLetter }) where word.count > 3 {
            words.insert(String(word))
          }
        }
      }
    }
    let paths = Self.lists.map { TestFiles.path($0.path) }
    var talks = [try merge(prefix: "t-").talk]
    for path in paths { talks.append(try Program.run(["dedupe", path]).talk) }
    talks.append(try Program.run(["search", paths[0], "Nurimbetova Elmira"]).talk)
    talks.append(try Program.run(["compare", "Nurimbetova Elmira", "Нуримбетова Эльмира"]).talk)
    talks.append(try Program.run(["evaluate", "pairs", paths[0], paths[1]]).talk)
    for path in try FileManager.default.contentsOfDirectory(
      atPath: TestFiles.path("corpora/hostile"))
    {
      talks.append(try Program.run(["dedupe", TestFiles.path("corpora/hostile/\(path)")]).talk)
    }
    words.formUnion(["Dauletmurat", "Tajimuratov", "Айгуль", "Сапарова", "Oybek", "Toshmatov"])
    // Words of ours and of the paths may also be somebody's notes.
    let ours = "list lists rows people pairs review prior page office regional demo same"
    words.subtract(ours.split(separator: " ").map(String.init))
    for talk in talks {
      for line in talk.split(separator: "\n") {
        let said = Set(line.split(whereSeparator: { !$0.isLetter }).map(String.init))
        #expect(said.isDisjoint(with: words), "\(line)")
      }
    }
  }

  private func text(_ rows: [[String]]) -> String {
    rows.map { row in
      row.map { "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }.joined(
        separator: ",") + "\n"
    }.joined()
  }
}
