internal import ArgumentParser
internal import Linkage
internal import LinkageIO

struct Dedupe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dedupe",
    abstract: "Say for every row of a list which person it is.",
    discussion: """
      The same list comes out, same rows, same order, every column untouched, with person_id and person_probability \
      added.

      EXAMPLES:
        dizim dedupe list.csv -o list-with-persons.csv
        dizim dedupe list.tsv --field 'who:name' --field 'born:birth'
      """)

  @Argument(help: "The list; - is standard input.") var list: String
  @OptionGroup var writing: WritingOptions
  @Option(help: "A review file with decisions filled in; may be repeated.") var decisions:
    [String] = []
  @OptionGroup var model: ModelOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var judging: JudgingOptions
  @OptionGroup var memory: MemoryOptions

  func run() throws {
    let files = try WritingOptions.begin(
      [writing.path] + model.outputs, inputs: decisions + model.inputs)
    let rejects = try Rejects(reading, inputs: [list] + decisions + model.inputs)
    let read = try reading.read(list)
    var options = judging.options
    options.memory = memory.bytes
    options.decisions = try decisions.flatMap { try DecisionFile.read($0) }
    options.levels = try model.levels()
    let roll = try Linker([read], options: options).merge()
    let table = RowsTable(roll.lists, layout: .deduplicated)
    var writer = try writing.writer(table.columns, to: files[0])
    try table.write(personsOf: roll, to: &writer)
    try writer.finish()
    try rejects.write([(list, read)])
    try model.save(roll.levels, to: files.dropFirst().first)
    try OutputFile.commit(files + rejects.files)
    Talk.say(
      "\(Talk.count(read.count, "row")), \(Talk.count(roll.persons.count, "person", "people")), \(Talk.count(roll.questions.count, "pair")) uncertain"
    )
    if Talk.report([(list, read)]) { throw ExitCode(3) }
  }
}
