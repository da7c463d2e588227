import Linkage
import LinkageIO

let paths = Array(CommandLine.arguments.dropFirst().dropLast())
let output = CommandLine.arguments[CommandLine.arguments.count - 1]

let lists = try paths.map { try RecordList(readingFrom: $0) }
let roll = try Linker(lists).merge()
for person in roll.persons where person.records.count > 1 { print(person.name, person.sources) }

try roll.write(to: "\(output)/roll.csv", rows: "\(output)/rows.csv", review: "\(output)/review.csv")

// What was asked comes back as decisions.
let decisions = try DecisionFile.read("\(output)/review.csv")
precondition(decisions.isEmpty)

// A column that no header tells of.
var reading = ReadOptions()
reading.kinds = [(column: "Full name", kind: .name)]
let again = try RecordList(readingFrom: paths[0], options: reading)
precondition(again.count == lists[0].count)
let written = try RecordList(readingFrom: "\(output)/roll.csv")
precondition(written.count == roll.persons.count)
