import NameSimilarity
import TestSupport
import Testing

@testable import Linkage

/// What lists teach of names that contradict each other.
@Suite struct NameWitnessTests {
  private let surnames = [
    "Щукин", "Калинин", "Воробьёв", "Третьяков", "Мельников", "Зайцев", "Кузнецов", "Голубев",
    "Баранов", "Тарасов", "Белов", "Комаров", "Орлов", "Киселёв", "Макаров", "Андреев",
  ]
  private let given = [
    "Аркадий", "Борис", "Виктор", "Григорий", "Дмитрий", "Евгений", "Захар", "Игорь", "Кирилл",
    "Леонид", "Максим", "Николай", "Олег", "Павел", "Роман", "Семён",
  ]

  /// People with a date of birth each; `second` is the name on their other row.
  private func list(
    people: Int, second: (Int, String, String) -> String?,
    name: (Int, String, String) -> String = { "\($1) \($2)" }
  ) -> RecordList {
    var random = SeededGenerator(seed: 7)
    var list = RecordList(
      name: "list",
      columns: [.init(name: "name", kind: .name), .init(name: "born", kind: .birth)])
    func row(_ name: String, _ date: String) {
      list.append(cell: name.utf8)
      list.append(cell: date.utf8)
      list.endRow(line: list.count + 2)
    }
    for number in 0..<people {
      let (x, y) = (surnames[number % 16], given[number / 16 % 16])
      let date =
        "\(Int.random(in: 1950...2000, using: &random))-"
        + "\(Int.random(in: 10...12, using: &random))-\(Int.random(in: 10...28, using: &random))"
      row(name(number, x, y), date)
      if let other = second(number, x, y) { row(other, date) }
    }
    return list
  }

  private func relief(_ list: RecordList, _ level: FieldLevel) throws -> Double {
    let roll = try Linker([list]).merge()
    return roll.scorer.table.fields.shares.relief(level).value
  }

  @Test func aliasesAreLearned() throws {
    let list = list(people: 200) { number, x, y in
      number % 4 == 0 ? "\(x) \(given[(number / 16 + 5) % 16])" : "\(x) \(y)"
    }
    #expect(try relief(list, .givenContradicts) > 10)
    let merged = try Linker([list]).merge().persons.count
    #expect((195...225).contains(merged))
  }

  /// Twins are born on one day and have one surname; some of them teach nothing.
  @Test func twinsAreNotLearned() throws {
    let list = list(people: 200) { number, x, y in
      number % 50 == 0 ? "\(x) \(given[(number / 16 + 5) % 16])" : "\(x) \(y)"
    }
    #expect(try relief(list, .givenContradicts) <= 0)
    let persons = try Linker([list]).merge().persons
    #expect(persons.count >= 204)
  }

  /// Where the father is the same they are no witnesses at all, however few the pairs are that would outvote them.
  @Test func twinsOfOneFatherAreNoWitnesses() throws {
    let list = list(people: 24) { number, x, y in
      let father = ["Петрович", "Павлович", "Кириллович"][number % 3]
      return number % 3 == 0
        ? "\(x) \(given[(number / 16 + 5) % 16]) \(father)" : "\(x) \(y) \(father)"
    } name: { number, x, y in
      "\(x) \(y) \(["Петрович", "Павлович", "Кириллович"][number % 3])"
    }
    #expect(try relief(list, .givenContradicts) <= 0)
  }

  @Test func cleanListsKeepThePrices() throws {
    let list = list(people: 200) { _, x, y in "\(y) \(x)" }
    for level in [FieldLevel.givenContradicts, .surnameContradicts, .nameDiffers] {
      #expect(try relief(list, level) <= 0)
    }
  }
}
