import NameSimilarity
import NameText
import Testing

@testable import Linkage

/// Several names of one person, in one cell or in columns of their own.
@Suite struct OtherNamesTests {
  private func list(_ rows: [[String]], kinds: [FieldKind] = [.name, .alias]) -> RecordList {
    var list = RecordList(
      name: "list", columns: kinds.map { RecordList.Column(name: $0.rawValue, kind: $0) })
    for (row, cells) in rows.enumerated() {
      for cell in cells { list.append(cell: cell.utf8) }
      list.endRow(line: row + 2)
    }
    return list
  }

  private func comparison(_ left: [String], _ right: [String]) -> Comparison {
    PairComparer(list([left]), list([right]))[0]
  }

  @Test(arguments: [
    ["Каллыханова Лолагул", "Тажимуратова Гульнара"],
    ["Каллыханова Лолагул", "Тажимуратова Гульнара; Сапарова Айгуль"],
    ["Каллыханова Лолагул | Тажимуратова Гульнара", ""],
    ["Каллыханова Лолагул; Тажимуратова Гульнара", ""],
  ])
  func anyOfTheNamesMayAgree(row: [String]) {
    for other in ["Kallyhanova Lolagul", "Tazhimuratova Gulnara"] {
      let found = comparison(row, [other, ""])
      #expect(found.decision != .different, "\(other)")
      #expect(found.weight == comparison([other, ""], row).weight)
      #expect(found.parts.contains { $0.label == "other names" && $0.weight < .zero })
    }
    #expect(comparison(row, ["Бердимуратов Алишер", ""]).decision == .different)
  }

  /// The parts add up to the weight, what the choice costs among them.
  @Test func aChoiceAmongNamesHasItsPrice() {
    let one = comparison(["Каллыханова Лолагул", ""], ["Kallyhanova Lolagul", ""])
    let two = comparison(
      ["Каллыханова Лолагул", "Бердимуратов Алишер"], ["Kallyhanova Lolagul", ""])
    let four = comparison(
      ["Каллыханова Лолагул", "Бердимуратов Алишер"],
      ["Kallyhanova Lolagul", "Ермекбаев Нурлан"])
    #expect(one.weight - two.weight == Bits(1) && one.weight - four.weight == Bits(2))
    #expect(four.parts.reduce(Bits.zero) { $0 + $1.weight } == four.weight)
  }

  @Test func aSearchFindsEveryName() {
    let people = list([
      ["Ермекбаев Нурлан", ""], ["Каллыханова Лолагул", "Тажимуратова Гульнара|Сапарова Айгуль"],
      ["Бердимуратов Алишер", ""],
    ])
    let queries = list([
      ["Saparova Aygul", ""], ["Лолагул Каллыханова", ""], ["Нурлан; Алишер", ""],
    ])
    let answers = NameSearch(list: people, queries: queries).answers()
    #expect(answers[0].map(\.row) == [1] && answers[1].map(\.row) == [1])
    #expect(Set(answers[2].map(\.row)) == [0, 2])
  }

  @Test func aRollShowsTheOtherNames() throws {
    let roll = try Linker([
      list([["Каллыханова Лолагул Муратовна | Лола", "Тажимуратова Гульнара"]])
    ]).merge()
    #expect(roll.persons[0].name == "Каллыханова Лолагул Муратовна")
    #expect(roll.persons[0].otherNames == ["Лола", "Тажимуратова Гульнара"])
  }

  /// A cell of a thousand names costs no more than one of `RowNames.mostOthers`.
  @Test func fewNamesOfManyAreCompared() {
    let letters = Array("абвгдеж")
    let many = (0..<1_000).map { number in
      "Имя" + String(String(number, radix: 7).map { letters[Int(String($0), radix: 7)!] })
    }
    let names = list([[many.joined(separator: ";"), ""]]).rowNames(row: 0)
    #expect(names.others.count == RowNames.mostOthers)
    #expect(names.main.tokens.map(\.text) == ["имяа"])
  }
}
