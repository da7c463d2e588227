import NameSimilarity
import TestSupport
import Testing

@testable import Linkage

@Suite struct DecisionTests {
  private func decide(_ decision: Decision, _ a: UInt64, _ b: UInt64, _ origin: Int)
    -> PersonDecision
  {
    PersonDecision(
      leftKey: RowKeys.text(a), rightKey: RowKeys.text(b), decision: decision,
      origin: "review.csv:\(origin)")
  }

  private func merge(_ lists: [RecordList], _ decisions: [PersonDecision]) throws -> Roll {
    var options = LinkOptions()
    options.decisions = decisions
    return try Linker(lists, options: options).merge()
  }

  private func id(_ roll: Roll, _ record: RecordID) -> String {
    roll.person(ofList: Int(record.list), row: Int(record.row)).person.id
  }

  /// Drawn at random and free of contradiction: rows are dealt into groups; within a group a chain of `same` from
  /// one row to the next, between groups some `different`. Each holds absolutely, also through others.
  @Test(arguments: 0..<15)
  func decisionsHoldThroughOthers(seed: Int) throws {
    var maker = ListMaker(seed: 80_000 + seed)
    let lists =
      seed < 3
      ? try Demonstration.lists() : [maker.list("a", count: 50), maker.list("b", count: 30)]
    let keys = RowKeys(lists)
    let rows = lists.indices.flatMap { list in
      (0..<lists[list].count).map { RecordID(list: list, row: $0) }
    }
    // One row of each content, since a key names all rows that hold the same.
    var seen = Set<UInt64>()
    let drawn = rows.shuffled(using: &maker.random).filter { seen.insert(keys[$0]).inserted }
      .prefix(40)
    let groups = drawn.map { ($0, Int.random(in: 0..<15, using: &maker.random)) }
    var decisions: [PersonDecision] = []
    var last: [Int: RecordID] = [:]
    for (row, group) in groups {
      if let before = last[group] {
        decisions.append(decide(.same, keys[before], keys[row], decisions.count + 2))
      }
      last[group] = row
    }
    var apart: [(RecordID, RecordID)] = []
    for _ in 0..<40 {
      let (a, b) = (
        groups.randomElement(using: &maker.random)!, groups.randomElement(using: &maker.random)!
      )
      if a.1 == b.1 { continue }
      decisions.append(decide(.different, keys[a.0], keys[b.0], decisions.count + 2))
      apart.append((a.0, b.0))
    }
    let roll = try merge(lists, decisions.shuffled(using: &maker.random))
    #expect(roll.persons.flatMap(\.records).sorted() == rows)
    #expect(roll.decisionsApplied == decisions.count)
    for (row, group) in groups {
      #expect(id(roll, row) == id(roll, last[group]!), "same does not hold")
    }
    let groupOfRow = Dictionary(uniqueKeysWithValues: groups)
    for (a, b) in apart {
      // Through others: whoever is one person with either is not one person with the other.
      for x in drawn where groupOfRow[x] == groupOfRow[a] {
        for y in drawn where groupOfRow[y] == groupOfRow[b] {
          #expect(id(roll, x) != id(roll, y), "different does not hold")
        }
      }
    }
    for question in roll.questions {
      let (left, right) = (id(roll, question.left), id(roll, question.right))
      #expect(
        !apart.contains { Set([id(roll, $0.0), id(roll, $0.1)]) == [left, right] },
        "asked again what a person has decided")
    }
  }

  private let three = RecordList(names: [
    "Алиев Ислам", "Каримова Гульнара", "Berdaq Reymov", "Тимур Реимов",
  ])

  @Test func contradictionsNameBoth() throws {
    let keys = RowKeys([three])
    let key = (0..<4).map { keys[RecordID(list: 0, row: $0)] }
    let chain = [decide(.same, key[0], key[1], 2), decide(.same, key[1], key[2], 3)]
    let other = decide(.same, key[3], key[3], 9)
    for order in [chain + [other], [other] + chain.reversed()] {
      let apart = decide(.different, key[2], key[0], 4)
      do {
        _ = try merge([three], order + [apart])
        Issue.record("a contradiction went through")
      } catch LinkageError.contradictoryDecisions(let join, let part) {
        #expect(part == apart)
        #expect(chain.contains(join), "\(join.origin) has nothing to do with it")
      }
    }
    #expect(throws: LinkageError.self) {
      try merge([three], [decide(.different, key[0], key[1], 2), decide(.same, key[1], key[0], 3)])
    }
  }

  @Test func decisionsOfOtherListsAreLeftAlone() throws {
    let roll = try merge([three], [decide(.same, 1, 2, 2), decide(.different, 1, 3, 3)])
    #expect(roll.decisionsApplied == 0 && roll.persons.count == 4)
  }

  /// Copies of a row have keys of their own, so that each can be decided of.
  @Test func copiesOfARowAreDecidedApart() throws {
    let list = RecordList(names: [
      "Алиев Ислам", "Каримова Гульнара", "Алиев Ислам", "Каримова Гульнара",
    ])
    let keys = RowKeys([list])
    let key = (0..<4).map { keys[RecordID(list: 0, row: $0)] }
    #expect(Set(key).count == 4)
    let decisions = [decide(.different, key[0], key[2], 2), decide(.same, key[0], key[1], 3)]
    let roll = try merge([list], decisions)
    func person(_ row: Int) -> String { roll.person(ofList: 0, row: row).person.id }
    #expect(roll.decisionsApplied == 2)
    #expect(person(0) == person(1) && person(0) != person(2))
  }

  /// Next month's list has other numbers, another status and a column more.
  @Test func keysSurviveWhatIsNoEvidence() {
    func list(_ columns: [(String, FieldKind)], _ rows: [[String]]) -> RecordList {
      var list = RecordList(
        name: "list", columns: columns.map { RecordList.Column(name: $0.0, kind: $0.1) })
      for (number, row) in rows.enumerated() {
        for cell in row { list.append(cell: cell.utf8) }
        list.endRow(line: number + 2)
      }
      return list
    }
    let then = list(
      [("n", .id), ("name", .name), ("status", .status)],
      [["1", "Алиев Ислам", "missing"], ["2", "Каримова Гульнара", "missing"]])
    let now = list(
      [("status", .status), ("name", .name), ("note", .text), ("n", .id)],
      [["released", "Каримова Гульнара", "x", "7"], ["missing", "Алиев Ислам", "", "8"]])
    let (a, b) = (RowKeys([then]), RowKeys([now]))
    #expect(a[RecordID(list: 0, row: 0)] == b[RecordID(list: 0, row: 1)])
    #expect(a[RecordID(list: 0, row: 1)] == b[RecordID(list: 0, row: 0)])
    #expect(a[RecordID(list: 0, row: 0)] != a[RecordID(list: 0, row: 1)])
  }
}
