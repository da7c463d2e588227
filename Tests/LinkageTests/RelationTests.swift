import TestSupport
import Testing

@testable import Linkage

@Suite struct RelationTests {
  struct Vector: Sendable, CustomTestStringConvertible {
    var left: [String]
    var right: [String]
    var relation: String
    var testDescription: String {
      "\(left.joined(separator: " ")) ~ \(right.joined(separator: " "))"
    }

    static func load() throws -> [Vector] {
      try TestFiles.rows("Tests/LinkageTests/Vectors/relations.tsv").map {
        Vector(left: [$0[0], $0[1]], right: [$0[2], $0[3]], relation: $0[4])
      }
    }
  }

  private func list(_ row: [String]) -> RecordList {
    var list = RecordList(
      name: "list", columns: [.init(name: "name", kind: .name), .init(name: "born", kind: .birth)])
    for cell in row { list.append(cell: cell.utf8) }
    list.endRow(line: 2)
    return list
  }

  @Test(arguments: try Vector.load())
  func relationIsNamed(_ vector: Vector) {
    for (a, b) in [(vector.left, vector.right), (vector.right, vector.left)] {
      let comparison = PairComparer(list(a), list(b))[0]
      #expect(
        comparison.relation.rawValue == vector.relation,
        "\(comparison.decision.rawValue): \(comparison.summary)")
      #expect(!comparison.alternatives.contains(comparison.relation))
    }
  }

  @Test func everyRelationHasVectors() throws {
    let vectors = try Vector.load()
    #expect(vectors.count >= 100)
    for relation in Relation.allCases {
      #expect(vectors.count { $0.relation == relation.rawValue } >= 5, "\(relation.rawValue)")
    }
  }

  /// Whatever the signs, there is one relation, and the sides may change places.
  @Test func rulesKnowNoSides() {
    var random = SeededGenerator(seed: 11)
    let signs: [FamilySigns.Sign] = [.agrees, .mayAgree, .contradicts, .unknown]
    for _ in 0..<20_000 {
      var there = FamilySigns()
      there.given = signs.randomElement(using: &random)!
      there.surname = signs.randomElement(using: &random)!
      there.patronymic = signs.randomElement(using: &random)!
      there.gender = signs.randomElement(using: &random)!
      there.leftIsFather = signs.randomElement(using: &random)!
      there.rightIsFather = signs.randomElement(using: &random)!
      there.leftIsWoman = random.oneIn(2)
      there.rightIsWoman = random.oneIn(2)
      there.isExchanged = random.oneIn(5)
      if random.oneIn(2) { there.yearsYounger = [.random(in: -90...90, using: &random)] }
      var back = there
      (back.leftIsFather, back.rightIsFather) = (there.rightIsFather, there.leftIsFather)
      (back.leftIsWoman, back.rightIsWoman) = (there.rightIsWoman, there.leftIsWoman)
      back.yearsYounger = there.yearsYounger.map { -$0 }
      let relation = Relation(there)
      #expect(Relation(back) == relation)
      #expect(relation.alternatives(there, .different) == relation.alternatives(back, .different))
      // A rule that holds could hold.
      for rule in RelationRule.all where rule.holds(there) { #expect(rule.couldHold(there)) }
    }
  }

  @Test func whatElseItCouldBeIsSaid() {
    func alternatives(_ left: [String], _ right: [String]) -> [Relation] {
      PairComparer(list(left), list(right))[0].alternatives
    }
    let couple = alternatives(["Касымов Азиз", "1960"], ["Касымова Гульнара", "1962"])
    #expect(couple == [.siblings, .spouses])
    let elder = alternatives(["Касымов Рашид", "1930"], ["Касымов Азиз", "1962"])
    #expect(elder == [.parentChild])
    let named = alternatives(["Карим Назаров", "1950"], ["Рустам Каримзода", "1984"])
    #expect(named == [.parentChild])
    #expect(alternatives(["Карим Назаров", "1980"], ["Рустам Каримзода", "1984"]).isEmpty)
    let initial = alternatives(["Тажимуратов Даулетмурат", ""], ["Тажимуратов Д.", ""])
    #expect(initial.contains(.namesakes))
    #expect(alternatives(["Ким Олег", ""], ["Каримова Лола", ""]).isEmpty)
  }

  /// Relatives out of fourteen cultures: what is named as one relation is that, nine times in ten.
  @Test func relativesOfTheCorpusAreNamedRight() throws {
    let pairs = try TestFiles.records("corpora/families/pairs.tsv").filter {
      $0["part"] == "tune" && $0["label"] == "0"
    }
    let sample = pairs.enumerated().filter { TestScale.isFull || $0.offset % 3 == 0 }.map(\.element)
    func names(_ side: String) -> RecordList { RecordList(names: sample.map { $0[side]! }) }
    let comparer = PairComparer(names("left"), names("right"))
    var right: [Relation: Int] = [:]
    var all: [Relation: Int] = [:]
    for (row, pair) in sample.enumerated() {
      let relation = comparer[row].relation
      all[relation, default: 0] += 1
      let truth = pair["relation"]!
      let isRight =
        switch relation {
        case .siblings: truth.contains("brother") || truth.contains("sister") || truth == "twins"
        case .parentChild: truth.hasPrefix("father and") || truth == "mother and child"
        case .kin, .spouses: truth != "namesakes, other surnames"
        case .namesakes, .unrelated, .same: true
        }
      if isRight { right[relation, default: 0] += 1 }
    }
    for relation in [Relation.siblings, .parentChild, .spouses, .kin] {
      let (found, correct) = (all[relation] ?? 0, right[relation] ?? 0)
      #expect(
        found >= 8 && correct * 10 >= found * 9, "\(relation.rawValue): \(correct) of \(found)")
    }
  }
}
