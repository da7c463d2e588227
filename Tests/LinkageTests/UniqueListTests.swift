import NameSimilarity
import Testing

@testable import Linkage

@Suite struct UniqueListTests {
  private func merge(_ lists: [RecordList], unique: Set<Int>, _ decisions: [PersonDecision] = [])
    throws -> Roll
  {
    var options = LinkOptions()
    options.uniqueLists = unique
    options.decisions = decisions
    return try Linker(lists, options: options).merge()
  }

  private func list(_ name: String, _ names: [String]) -> RecordList {
    var list = RecordList(names: names)
    list.name = name
    return list
  }

  private let once = [
    "Петрашевский Аркадий Львович", "Petrashevsky Arkady Lvovich", "Вержбицкая Лолагуль",
  ]

  @Test func thePromiseIsBelieved() throws {
    let lists = [list("once", once), list("other", ["Verzhbitskaya Lolagul"])]
    #expect(try merge(lists, unique: []).persons.count == 2)
    let roll = try merge(lists, unique: [0])
    #expect(roll.persons.count == 3)
    #expect(roll.person(ofList: 0, row: 2).person.id == roll.person(ofList: 1, row: 0).person.id)
    #expect(roll.questions.isEmpty, "asked about what was promised")
  }

  /// Even rows that are the same byte for byte.
  @Test func equalRowsAreTwoPeople() throws {
    let lists = [list("once", [once[0], once[0]])]
    #expect(try merge(lists, unique: []).persons.count == 1)
    #expect(try merge(lists, unique: [0]).persons.count == 2)
  }

  /// Who could be either of two people is neither's without a person's word.
  @Test func rivalsShareTheEvidence() throws {
    let lists = [list("once", Array(once.prefix(2))), list("other", ["Петрашевский Аркадий"])]
    let roll = try merge(lists, unique: [0])
    #expect(roll.persons.count == 3)
    #expect(!roll.questions.isEmpty && roll.questions.allSatisfy { $0.probability < 0.75 })
  }

  @Test func aDecisionGoesBeforeThePromise() throws {
    let lists = [list("once", once)]
    let keys = RowKeys(lists)
    let key = (0..<2).map { RowKeys.text(keys[RecordID(list: 0, row: $0)]) }
    let decision = PersonDecision(
      leftKey: key[0], rightKey: key[1], decision: .same, origin: "review.csv:2")
    #expect(try merge(lists, unique: [0], [decision]).persons.count == 2)
  }
}
