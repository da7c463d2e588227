import Linkage
import LinkageIO

let output = CommandLine.arguments[1]

let paths = ["corpora/demo/memorial-en.csv", "corpora/demo/svodka-ru.csv"]
let lists = try paths.map { try RecordList(readingFrom: $0) }
let roll = try Linker(lists).merge()
for person in roll.persons where person.records.count > 1 { print(person.name, person.sources) }

try roll.write(to: "\(output)/roll.csv", rows: "\(output)/rows.csv", review: "\(output)/review.csv")

// What was asked comes back as decisions.
let decisions = try DecisionFile.read("\(output)/review.csv")
precondition(decisions.isEmpty)

// Lists that are searched often.
try IndexFile.write(lists, to: "\(output)/people.dzx")
let index = try IndexFile.open("\(output)/people.dzx")
let found = try index.answers(to: RecordList(names: ["Тажимуратова Азиза"]))[0]
let person = try index.row(found[0].row)
precondition(person.name == "memorial-en" && IndexFile.isIndex("\(output)/people.dzx"))

// A column that no header tells of.
var reading = ReadOptions()
reading.kinds = [(column: "Full name", kind: .name)]
let again = try RecordList(readingFrom: paths[0], options: reading)
precondition(again.count == lists[0].count)
let written = try RecordList(readingFrom: "\(output)/roll.csv")
precondition(written.count == roll.persons.count)
