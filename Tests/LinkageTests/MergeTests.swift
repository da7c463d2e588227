import Glibc
import LinkageIO
import NameSimilarity
import TestSupport
import Testing

@testable import Linkage

/// The four lists of the demonstration.
enum Demonstration {
  static let names = ["memorial-en.csv", "svodka-ru.csv", "dizim-kaa.tsv", "royxat-uz.csv"]

  static func lists() throws -> [RecordList] {
    try names.map { try RecordList(readingFrom: TestFiles.path("corpora/demo/\($0)")) }
  }
}

extension Roll {
  /// Persons by what they hold, whatever the order of rows and lists.
  var unordered: [String] {
    persons.map { person in
      let rows = zip(person.records, person.probabilities).map { record, probability in
        let list = lists[Int(record.list)]
        let cells = list.columns.indices.filter { list.columns[$0].kind != .ignore }.map {
          list.text(row: Int(record.row), column: $0)
        }
        return "\(cells) \(probability)"
      }
      return
        "\(person.id) \(person.weakestWeight?.decimal ?? "-") \(person.name) \(person.births) \(rows.sorted())"
    }.sorted()
  }

  /// The uncertain pairs by persons and weight, whatever the order of rows and lists.
  var unorderedQuestions: [String] {
    questions.map { question in
      let ids = [question.left, question.right].map {
        person(ofList: Int($0.list), row: Int($0.row)).person.id
      }
      return "\(ids.sorted()) \(question.weight.decimal) \(question.probability)"
    }.sorted()
  }

  /// Everything, in order.
  var everything: String {
    "\(priorLogOdds) \(persons) \(questions)"
  }
}

@Suite struct MergeTests {
  /// Every row comes out once, under one person, in the order it came in.
  private func expectNothingLost(_ roll: Roll, _ lists: [RecordList]) {
    let rows = lists.indices.flatMap { list in
      (0..<lists[list].count).map { RecordID(list: list, row: $0) }
    }
    #expect(roll.persons.flatMap(\.records).sorted() == rows)
    #expect(roll.persons.allSatisfy { $0.records == $0.records.sorted() && !$0.records.isEmpty })
    #expect(Set(roll.persons.map(\.id)).count == roll.persons.count, "an id twice")
    for row in rows {
      let (person, probability) = roll.person(ofList: Int(row.list), row: Int(row.row))
      #expect(person.records.contains(row) && (0...1).contains(probability))
      if person.records.count == 1 { #expect(probability == 1 && person.weakestWeight == nil) }
    }
    for question in roll.questions {
      let left = roll.person(ofList: Int(question.left.list), row: Int(question.left.row)).person
      let right = roll.person(ofList: Int(question.right.list), row: Int(question.right.row)).person
      #expect(left.id != right.id, "a question about one person")
    }
  }

  @Test(arguments: 0..<TestScale.of(40))
  func orderOfRowsAndListsIsNothing(seed: Int) throws {
    var maker = ListMaker(seed: 70_000 + seed)
    let lists =
      seed == 0
      ? try Demonstration.lists()
      : [
        maker.list("a", count: 60), maker.list("b", count: 30, hasParts: true),
        maker.list("c", count: 10),
      ]
    let roll = try Linker(lists).merge()
    expectNothingLost(roll, lists)
    #expect(roll.persons.count < lists.reduce(0) { $0 + $1.count }, "nobody was merged")
    for _ in 0..<3 {
      let shuffled = lists.shuffled(using: &maker.random).map {
        $0.reordered(Array(0..<$0.count).shuffled(using: &maker.random))
      }
      let other = try Linker(shuffled).merge()
      expectNothingLost(other, shuffled)
      #expect(other.unordered == roll.unordered)
      #expect(other.unorderedQuestions == roll.unorderedQuestions)
      #expect(other.priorLogOdds == roll.priorLogOdds)
    }
  }

  @Test(arguments: [1, 8])
  func threadsAreNothing(threads: Int) throws {
    var maker = ListMaker(seed: 71_000)
    for lists in [try Demonstration.lists(), [maker.list("a", count: 1_200)]] {
      var options = LinkOptions()
      let two = try Linker(lists, options: options).merge()
      options.threads = threads
      #expect(try Linker(lists, options: options).merge().everything == two.everything)
    }
  }

  /// Where a part of the names is looked at first, order and threads are nothing either.
  @Test func orderAndThreadsAreNothingToASample() throws {
    var maker = ListMaker(seed: 72_000)
    let lists = [maker.list("a", count: 1_500), maker.list("b", count: 500, hasParts: true)]
    let whole = try Linker(lists).merge()
    let sampled = try Linker(lists).merge(namesOfSample: 60)
    expectNothingLost(sampled, lists)
    #expect(sampled.everything != whole.everything, "there was no sample")

    var options = LinkOptions()
    options.threads = 8
    #expect(
      try Linker(lists, options: options).merge(namesOfSample: 60).everything == sampled.everything)
    let shuffled = lists.shuffled(using: &maker.random).map {
      $0.reordered(Array(0..<$0.count).shuffled(using: &maker.random))
    }
    let other = try Linker(shuffled).merge(namesOfSample: 60)
    #expect(other.unordered == sampled.unordered)
    #expect(other.unorderedQuestions == sampled.unorderedQuestions)
  }

  /// A list that is sent again has new row numbers and another order.
  @Test func keysSurviveNewNumbers() {
    func list(_ rows: [[String]]) -> RecordList {
      var list = RecordList(
        name: "a", columns: [.init(name: "no", kind: .id), .init(name: "name", kind: .name)])
      for cells in rows {
        for cell in cells { list.append(cell: cell.utf8) }
        list.endRow(line: 2)
      }
      return list
    }
    let first = RowKeys([list([["1", "Тимур Реимов"], ["2", "Ислам Реимов"]])])
    let again = RowKeys([list([]), list([["17", "Ислам Реимов"], ["18", "Тимур Реимов"]])])
    #expect(first[RecordID(list: 0, row: 0)] == again[RecordID(list: 1, row: 1)])
    #expect(first[RecordID(list: 0, row: 1)] == again[RecordID(list: 1, row: 0)])
    #expect(first[RecordID(list: 0, row: 0)] != first[RecordID(list: 0, row: 1)])
    // What stands in which cell matters.
    let (one, two) = (RowKeys([list([["", "ab", "c"]])]), RowKeys([list([["", "a", "bc"]])]))
    #expect(one[RecordID(list: 0, row: 0)] != two[RecordID(list: 0, row: 0)])
  }

  @Test func onceMoreIsTheSame() throws {
    let lists = try Demonstration.lists()
    #expect(try Linker(lists).merge().everything == Linker(lists).merge().everything)
  }

  /// A list sent twice adds rows to the persons there are, and no person.
  @Test func aListSentTwiceMakesNobodyNew() throws {
    let lists = try Demonstration.lists()
    var again = lists[0]
    again.name = "again"
    let roll = try Linker(lists + [again]).merge()
    expectNothingLost(roll, lists + [again])
    let copied = (0..<again.count).count { row in
      roll.person(ofList: 0, row: row).person.id == roll.person(ofList: 4, row: row).person.id
    }
    // A row whose name is common and that has nothing else stays a question.
    #expect(
      copied * 10 >= again.count * 9, "only \(copied) of \(again.count) rows met their copies")
  }

  @Test func smallestLists() throws {
    #expect(try Linker([]).merge().persons.isEmpty)
    let empty = RecordList(names: [])
    #expect(try Linker([empty, empty]).merge().persons.isEmpty)
    let blank = RecordList(names: ["", " ", "", "—"])
    let roll = try Linker([blank]).merge()
    #expect(roll.persons.count == 4 && roll.questions.isEmpty, "rows without a name were merged")
    #expect(try Linker([RecordList(names: ["Тимур Реимов"])]).merge().persons.count == 1)
  }

  /// Ten thousand rows of one common name cost neither fifty million alignments nor as many questions.
  @Test(arguments: [false, true])
  func tenThousandEqualNames(hasBirth: Bool) throws {
    var list = RecordList(
      name: "a", columns: [.init(name: "name", kind: .name), .init(name: "born", kind: .birth)])
    for row in 0..<10_000 {
      list.append(cell: "Алиев Ислам".utf8)
      list.append(cell: (hasBirth ? "1978-05-30" : "").utf8)
      list.endRow(line: row + 2)
    }
    var options = LinkOptions()
    options.threads = 1
    let start = ThreadTime.now
    let roll = try Linker([list], options: options).merge()
    let people = Set((0..<list.count).map { roll.person(ofList: 0, row: $0).person.id })
    let seconds = ThreadTime.now - start
    // A common name alone is never enough; with one day of birth for all it is one row sent over and over.
    #expect(people.count == (hasBirth ? 1 : list.count), "\(people.count) people")
    #expect(roll.questions.count < list.count)
    #if !DEBUG
      #expect(seconds < 5, "\(seconds) s")
    #endif
  }

  /// Of equal rows that may be several people's a few are asked about: the same few in any order of the lists.
  @Test func theSameCopiesAreAskedAboutInAnyOrder() throws {
    func list(_ name: String, _ rows: Int) -> RecordList {
      var list = RecordList(name: name, columns: [.init(name: "name", kind: .name)])
      let others = ["Каримова Гульнара", "Юсупов Тимур", "Ким Олег"]
      for (row, name) in (Array(repeating: "Иванов А.", count: rows) + others).enumerated() {
        list.append(cell: name.utf8)
        list.endRow(line: row + 2)
      }
      return list
    }
    let (a, b) = (list("a", 130), list("b", 120))
    var options = LinkOptions()
    options.prior = 0.1
    func asked(_ lists: [RecordList]) throws -> [[String]] {
      try Linker(lists, options: options).merge().questions.map { [$0.leftKey, $0.rightKey] }
    }
    let questions = try asked([a, b])
    #expect(!questions.isEmpty)
    #expect(try asked([b, a]) == questions)
  }

  /// Namesakes of one year are asked about, and an exchange of day and month is none of theirs.
  @Test(arguments: [("15.10.1961", 2, 1), ("05.05.1961", 1, 0), ("05.06.1961", 1, 0)])
  func anotherDayOfOneYear(birth: String, persons: Int, questions: Int) throws {
    var list = RecordList(
      name: "list",
      columns: [.init(name: "name", kind: .name), .init(name: "birth", kind: .birth)])
    for (row, date) in ["05.05.1961", birth].enumerated() {
      list.append(cell: "Иванов Иван Иванович".utf8)
      list.append(cell: date.utf8)
      list.endRow(line: row + 2)
    }
    let roll = try Linker([list]).merge()
    #expect(roll.persons.count == persons && roll.questions.count == questions)
  }
}

/// The processor time of this thread in seconds: what else runs does not count.
enum ThreadTime {
  static var now: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
