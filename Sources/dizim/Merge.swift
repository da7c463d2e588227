internal import ArgumentParser
internal import Linkage
internal import LinkageIO
internal import NameSimilarity

struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Make one roll of several lists, on which every person stands once.",
    discussion: """
      Every row comes out again (--rows) under exactly one person. What is uncertain goes to --review: fill in same \
      or different under decision and give the file back with --decisions, in this run or the next. --kin shows who on \
      the roll may be related to whom; it changes nothing else.

      EXAMPLES:
        dizim merge memorial.csv svodka.csv -o roll.csv --rows rows.csv --review review.csv
        dizim merge memorial.csv svodka.csv -o roll.csv --decisions review.csv
        dizim merge memorial.csv svodka.csv -o roll.csv --kin kin.csv
        dizim merge census.csv svodka.csv -o roll.csv --unique census.csv
        dizim merge a.csv b.tsv -o roll.csv --field 'Кто:name' --field 'Born:birth'
      """)

  @Argument(help: "The lists; - is standard input.") var lists: [String]
  @OptionGroup var writing: WritingOptions
  @Option(help: "Write every input row with its person here.") var rows: String?
  @Option(help: "Write the uncertain pairs here.") var review: String?
  @Option(help: "Write the persons who may be related here.") var kin: String?
  @Option(help: "A review file with decisions filled in; may be repeated.") var decisions:
    [String] = []
  @Option(
    help: ArgumentHelp(
      "One of the lists that has each person once; may be repeated.", valueName: "LIST"))
  var unique: [String] = []
  @OptionGroup var model: ModelOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var judging: JudgingOptions
  @OptionGroup var memory: MemoryOptions

  func validate() throws {
    for list in unique where !lists.contains(list) {
      throw ValidationError("--unique \(list): it is none of the lists that are merged")
    }
  }

  func run() throws {
    let clock = ContinuousClock.now
    let files = try Outputs(self)
    let rejects = try Rejects(reading, inputs: lists + decisions + model.inputs)
    let read = try reading.read(lists)
    var options = judging.options
    options.memory = memory.bytes
    options.decisions = try decisions.flatMap { try DecisionFile.read($0) }
    options.uniqueLists = Set(lists.indices.filter { unique.contains(lists[$0]) })
    options.levels = try model.levels()
    let roll = try Linker(RecordList.withDistinctNames(read), options: options).merge()

    // The roll goes last: where it goes to standard output, everything else is written by then.
    if let rows = files.rows {
      let table = RowsTable(roll.lists, layout: .merged)
      var writer = try writing.writer(table.columns, to: rows)
      try table.write(personsOf: roll, to: &writer)
      try writer.finish()
    }
    if let review = files.review {
      let table = ReviewTable(roll)
      try table.write(to: writing.writer(table.columns, to: review))
    }
    let kin = files.kin == nil ? nil : roll.kin(threads: options.threads)
    if let file = files.kin, let kin {
      try KinTable.write(kin, of: roll, to: writing.writer(KinTable.columns, to: file))
    }
    try model.save(roll.levels, to: files.model)
    try RollTable.write(roll, to: writing.writer(RollTable.columns, to: files.roll))
    try rejects.write(Array(zip(lists, read)))
    try OutputFile.commit(files.all + rejects.files)

    summarise(roll, seconds: clock.duration(to: .now))
    if roll.unaskedQuestions > 0 {
      Talk.say(
        "\(roll.unaskedQuestions) more pairs are as uncertain; nobody is asked about more than ten times"
      )
    }
    if let kin { summarise(kin) }
    if !options.decisions.isEmpty {
      Talk.say(
        "\(roll.decisionsApplied) of \(options.decisions.count) decisions name rows of these lists")
    }
    if Talk.report(Array(zip(lists, read))) { throw ExitCode(3) }
  }

  /// The files to write, begun before the work, so that a path that cannot be written is known at once.
  private struct Outputs {
    let roll: OutputFile
    let rows: OutputFile?
    let review: OutputFile?
    let kin: OutputFile?
    let model: OutputFile?
    let all: [OutputFile]

    init(_ command: Merge) throws {
      let others = [command.rows, command.review, command.kin, command.model.saveModel]
      all = try WritingOptions.begin(
        [command.writing.path] + others.compactMap { $0 },
        inputs: command.lists + command.decisions + command.model.inputs)
      var begun = all[...]
      roll = begun.removeFirst()
      (rows, review, kin, model) = (
        others[0].map { _ in begun.removeFirst() }, others[1].map { _ in begun.removeFirst() },
        others[2].map { _ in begun.removeFirst() }, others[3].map { _ in begun.removeFirst() }
      )
    }
  }

  private func summarise(_ kin: KinView) {
    let households = Set(kin.pairs.map(\.household)).count
    Talk.say(
      """
      \(kin.pairs.count) pairs of kin in \(households) households; \(kin.tooWeak) more share less than \
      \(kin.least.decimal) bits, as strangers do
      """)
    if kin.leftOut > 0 {
      Talk.say(
        "\(kin.leftOut) further pairs of kin are left out; nobody stands in more than \(KinView.mostPairsOfPerson)"
      )
    }
  }

  private func summarise(_ roll: Roll, seconds: Duration) {
    let rows = roll.lists.reduce(0) { $0 + $1.count }
    let across = roll.persons.filter { $0.sources.count > 1 }.count
    let asked = Set(roll.questions.flatMap { [$0.left, $0.right] }).count
    Talk.say(
      """
      \(Talk.count(rows, "row")) in \(Talk.count(roll.lists.count, "list"))
      \(Talk.count(roll.persons.count, "person", "people")), \(across) of them on more than one list
      \(Talk.count(roll.questions.count, "pair")) to review (\(Talk.count(asked, "row")))\(review == nil && !roll.questions.isEmpty ? ": write them with --review" : "")
      prior \(Bits(raw: roll.priorLogOdds.raw).signed) bits, \(seconds.formatted) s
      """)
  }
}

extension Duration {
  /// Seconds with two decimals.
  var formatted: String {
    let hundredths = components.seconds * 100 + components.attoseconds / 10_000_000_000_000_000
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
