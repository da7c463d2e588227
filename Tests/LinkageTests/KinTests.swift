import NameSimilarity
import TestSupport
import Testing

@testable import Linkage

@Suite struct KinTests {
  private func list(_ rows: [[String]], called name: String = "list") -> RecordList {
    var list = RecordList(
      name: name,
      columns: [
        .init(name: "name", kind: .name), .init(name: "born", kind: .birth),
        .init(name: "place", kind: .place),
      ])
    for (number, row) in rows.enumerated() {
      for cell in row { list.append(cell: cell.utf8) }
      list.endRow(line: number + 2)
    }
    return list
  }

  /// A pair with names in place of numbers.
  private func named(_ roll: Roll, _ view: KinView) -> [[String]] {
    view.pairs.map {
      [
        $0.household, roll.persons[$0.left].id, roll.persons[$0.right].id, $0.relation.rawValue,
        $0.weight.decimal, $0.evidence,
      ]
    }
  }

  private let family = [
    ["Тажимуратов Полат Кутлымуратович", "1950", "Нукус"],
    ["Tajimuratov Dauletmurat Polatovich", "1984", "Nukus"],
    ["Тажимуратов Азамат Полатович", "1990", "Нукус"],
    ["Тажимуратова Айжан Полатовна", "1988", "Нукус"],
    ["Tajimuratova Aziza Rashidovna", "1986", "Nukus"],
  ]
  private let strangers = [
    ["Ким Олег Викторович", "1961", "Ташкент"], ["Юсупов Тимур Азатович", "1970", "Шымбай"],
    ["Каримова Гульнара Рустамовна", "1979", "Муйнак"], ["Реимов Ислам", "1981", "Кунград"],
    ["Досназаров Салим Ерланович", "1955", "Берунi"],
  ]

  @Test func aFamilyIsOneHousehold() throws {
    let roll = try Linker([list(family + strangers)]).merge()
    let view = roll.kin()
    #expect(Set(view.pairs.map(\.household)).count == 1)
    #expect(view.pairs.count == 10, "all of five with each other")
    func relation(_ a: String, _ b: String) -> String? {
      view.pairs.first { pair in
        let names = [roll.persons[pair.left].name, roll.persons[pair.right].name]
        return names.contains { $0.contains(a) } && names.contains { $0.contains(b) }
      }?.relation.rawValue
    }
    #expect(relation("Полат Кутл", "Dauletmurat") == "parent-child")
    #expect(relation("Азамат", "Dauletmurat") == "siblings")
    #expect(relation("Айжан", "Dauletmurat") == "siblings")
    #expect(relation("Dauletmurat", "Aziza") == "spouses")
    for pair in view.pairs where pair.relation == .parentChild {
      #expect(roll.persons[pair.left].name.contains("Полат К"), "the parent stands left")
    }
    #expect(view.pairs.allSatisfy { $0.weight >= view.least && !$0.evidence.isEmpty })
  }

  /// Rows of one person are no kin, and a roll without relatives has none.
  @Test func strangersAndCopiesAreNoKin() throws {
    #expect(try Linker([list(strangers)]).merge().kin().pairs.isEmpty)
    let twice = try Linker([list(strangers), list(strangers, called: "again")]).merge()
    #expect(twice.kin().pairs.isEmpty)
    #expect(try Linker([]).merge().kin().pairs.isEmpty)
    #expect(try Linker([list([["", "", ""], ["—", "", ""]])]).merge().kin().pairs.isEmpty)
  }

  @Test func exchangedNamesMeetWithoutASurname() throws {
    let rows = [
      ["Сагындык Жиемуратов", "1950", "Шымбай"], ["Жиемурат Сагындыков", "1980", "Шымбай"],
    ]
    let roll = try Linker([list(rows + strangers)]).merge()
    let pairs = roll.kin().pairs
    #expect(pairs.map(\.relation) == [.parentChild])
    #expect(pairs.first.map { roll.persons[$0.left].name } == "Сагындык Жиемуратов")
  }

  /// Orders of rows and lists and the number of threads are nothing.
  @Test(arguments: 0..<3)
  func ordersChangeNothing(seed: Int) throws {
    let lists = try Demonstration.lists()
    let roll = try Linker(lists).merge()
    let expected = named(roll, roll.kin(threads: 1))
    #expect(expected.count > 50)
    var random = SeededGenerator(seed: UInt64(seed))
    let others = lists.map { $0.reordered((0..<$0.count).shuffled(using: &random)) }
      .shuffled(using: &random)
    let again = try Linker(others).merge()
    #expect(named(again, again.kin(threads: 8)) == expected)
  }

  /// What the index finds, and what comparing everybody with everybody finds.
  @Test func nothingOfWeightIsLost() throws {
    let roll = try Linker(Demonstration.lists()).merge()
    let finder = KinFinder(KinIndex(roll))
    var scratch = NameScorer.Scratch()
    var strong = 0
    for left in finder.index.members.indices {
      for right in left + 1..<finder.index.members.count {
        let evidence = finder.evidence(left, right, &scratch)
        if let evidence, evidence.weight >= finder.least { strong += 1 }
      }
    }
    let view = finder.view(threads: 2)
    // A father's name in a spelling of another key may be lost where the surname is common.
    let found = view.pairs.count + view.leftOut
    #expect(found <= strong && found * 50 >= strong * 49, "\(found) of \(strong)")
  }

  /// Thousands who share a few surnames and fathers' names share them by chance.
  @Test func commonNamesGiveNoKin() throws {
    var random = SeededGenerator(seed: 3)
    let surnames = ["Иванов", "Алиев", "Каримов", "Ким", "Ахметов", "Юсупов", "Рахимов", "Петров"]
    let given = [
      "Иван", "Тимур", "Олег", "Рустам", "Азиз", "Ислам", "Бахтияр", "Дмитрий", "Санжар",
    ]
    let fathers = ["Иванович", "Рустамович", "Азизович", "Исламович", "Олегович", "Каримович", ""]
    let rows = (0..<TestScale.of(4_000)).map { _ in
      [
        [surnames, given, fathers].map { $0.randomElement(using: &random)! }
          .joined(separator: " "), String(Int.random(in: 1940...2000, using: &random)), "",
      ]
    }
    let roll = try Linker([list(rows)]).merge()
    let view = roll.kin()
    #expect(view.pairs.count * 20 < roll.persons.count, "\(view.pairs.count) pairs")
  }

  @Test func aClanIsCutShort() throws {
    let given = [
      "Азамат", "Бердах", "Бахтияр", "Дархан", "Ерлан", "Есен", "Кайрат", "Кенес", "Марат",
      "Махмуд",
      "Мырзабек", "Назир", "Нургали", "Отабек", "Полат", "Рашид", "Салим", "Сардор", "Сагындык",
      "Султанбек", "Тимур", "Турсынбай", "Улугбек", "Фарид", "Хасан", "Шаукат", "Ядгар", "Алишер",
    ]
    let rows = given.prefix(23).map { ["Тлеумуратов \($0) Кудайбергенович", "", "Кегейли"] }
    var random = SeededGenerator(seed: 77)
    func word(_ syllables: Int) -> String {
      (0..<syllables).map { _ in
        let letters = "бвгдзклмнпрстх".randomElement(using: &random)!
        return "\(letters)\("аеиоу".randomElement(using: &random)!)"
      }.joined()
    }
    let others = (0..<600).map { _ in ["\(word(3))ов \(word(3)) \(word(2))ович", "", word(2)] }
    let roll = try Linker([list(rows + others)]).merge()
    let view = roll.kin()
    var pairsOf: [Int: Int] = [:]
    for pair in view.pairs {
      pairsOf[pair.left, default: 0] += 1
      pairsOf[pair.right, default: 0] += 1
    }
    #expect(pairsOf.values.max() ?? 0 <= KinView.mostPairsOfPerson)
    #expect(view.leftOut > 0)
    let clan = view.pairs.filter { roll.persons[$0.left].name.hasPrefix("Тлеумуратов") }
    #expect(clan.count > 100 && Set(clan.map(\.household)).count == 1)
  }
}
