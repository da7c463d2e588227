import Linkage
import NameSimilarity

// Two names, with reasons.
let comparison = Comparison(of: "Dauletmurat Tajimuratov", and: "Тажимуратов Д.")
print(comparison.decision, comparison.probability)
for part in comparison.parts { print(part.label, part.weight.signed, part.reason) }
precondition(comparison.decision != .different && comparison.parts.count >= 2)
let others = Comparison(of: "Ислам Тимуров", and: "Тимур Исламов")
precondition(others.decision == .different && others.relation == .parentChild)

// Who on a list could it be?
let list = RecordList(names: ["Aziza Tazhimuratova", "Dauletmurat Tazhimuratov", "Arkady Shchukin"])
let search = NameSearch(list: list, queries: RecordList(names: ["Щукин Аркадий"]))
for answer in search.answers(top: 3, leastProbability: 0.2)[0] {
  print(list.text(row: answer.row, column: 0), answer.probability)
}
precondition(search.answers()[0].first?.row == 2)

// Made once, asked many times.
let index = try SearchIndex([list])
let found = try index.answers(to: RecordList(names: ["Тажимуратова Азиза"]))[0]
print(try index.row(found[0].row).text(row: 0, column: 0))
precondition(found[0].row == 0)

// Many pairs, row against row.
let left = RecordList(names: ["Щукин Аркадий", "Алиев Ислам"])
let right = RecordList(names: ["Arkady Shchukin", "Aliyeva Aziza"])
let pairs = PairComparer(left, right)
precondition((0..<pairs.count).map { pairs[$0].decision == .different } == [false, true])

// Lists with more than names, and other costs of errors.
var detained = RecordList(
  name: "detained",
  columns: [
    RecordList.Column(name: "name", kind: .name), RecordList.Column(name: "born", kind: .birth),
  ])
for (number, row) in [["Щукин Аркадий", "1984"], ["Shchukin Arkady", "14.08.1984"]].enumerated() {
  for cell in row { detained.append(cell: cell.utf8) }
  detained.endRow(line: number + 2)
}
var options = LinkOptions()
options.costs = DecisionCosts(wrongMerge: 5)
let small = try Linker([detained], options: options).merge()
precondition(small.persons.map(\.records.count) == [2])
