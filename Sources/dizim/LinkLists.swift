internal import ArgumentParser
internal import Linkage
internal import LinkageIO
internal import NameSimilarity

struct LinkLists: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Say which rows of one list are persons of another.",
    discussion: """
      Rows of one list are not compared with each other. By default every pair that is the same person or needs a \
      person's judgement comes out, whatever other pairs the two rows stand in; --one-to-one leaves each row its one \
      partner, chosen so that all of them together are likeliest.

      EXAMPLES:
        dizim link detained.csv released.csv -o pairs.csv
        dizim link detained.csv released.csv --one-to-one --names --reasons
        dizim link detained.csv released.csv --min-probability 0.9
      """)

  @Argument(help: "A list; - is standard input.") var left: String
  @Argument(help: "The other list.") var right: String
  @Flag(help: "At most one partner for each row.") var oneToOne = false
  @Option(help: "Leave out pairs less probable than this.") var minProbability: Double?
  @Flag(help: "Keep pairs of any probability.") var all = false
  @Flag(help: "Add the columns left_name and right_name.") var names = false
  @Flag(help: "Add the column relation: same, siblings, namesakes …") var relations = false
  @Flag(help: "Add the column reasons: what speaks for and against, in words.") var reasons = false
  @Option(help: "A review file with decisions filled in; may be repeated.") var decisions:
    [String] = []
  @OptionGroup var model: ModelOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var judging: JudgingOptions
  @OptionGroup var memory: MemoryOptions

  func validate() throws {
    if let minProbability, !(0...1).contains(minProbability) {
      throw ValidationError("--min-probability \(minProbability): a probability is wanted")
    }
    if all, minProbability != nil { throw ValidationError("either --all or --min-probability") }
    if left == "-", right == "-" { throw ValidationError("standard input can be one list only") }
  }

  func run() throws {
    let paths = [left, right]
    let files = try WritingOptions.begin(
      [writing.path] + model.outputs, inputs: paths + decisions + model.inputs)
    let rejects = try Rejects(reading, inputs: paths + decisions + model.inputs)
    let lists = try reading.read(paths)
    var options = judging.options
    options.memory = memory.bytes
    options.decisions = try decisions.flatMap { try DecisionFile.read($0) }
    options.levels = try model.levels()
    let links = try PairLinker(lists[0], lists[1], options: options).links(
      oneToOne ? .oneToOne : .manyToMany,
      leastProbability: all ? nil : minProbability ?? options.costs.differentUpTo)

    var writer = try writing.writer(columns, to: files[0])
    for link in links.pairs {
      writer.append(number: String(lists[0].line(ofRow: link.left)))
      writer.append(number: String(lists[1].line(ofRow: link.right)))
      writer.append(number: link.weight.decimal)
      writer.append(number: link.probability.fourDecimals)
      writer.append(link.decision.rawValue)
      if names {
        writer.append(lists[0].nameText(row: link.left))
        writer.append(lists[1].nameText(row: link.right))
      }
      if relations || reasons {
        let comparison = links.comparison(of: link)
        if relations { writer.append(comparison.relation.rawValue) }
        if reasons { writer.append(comparison.summary) }
      }
      try writer.endRow()
    }
    try writer.finish()
    try rejects.write(Array(zip(paths, lists)))
    try model.save(links.levels, to: files.dropFirst().first)
    try OutputFile.commit(files + rejects.files)
    summarise(links, lists)
    if !options.decisions.isEmpty {
      Talk.say(
        "\(links.decisionsApplied) of \(options.decisions.count) decisions name rows of these lists"
      )
    }
    if Talk.report(Array(zip(paths, lists))) { throw ExitCode(3) }
  }

  /// The first five are the command's promise; what is asked for besides follows them.
  private var columns: [String] {
    ["left_line", "right_line", "weight", "probability", "decision"]
      + (names ? ["left_name", "right_name"] : []) + (relations ? ["relation"] : [])
      + (reasons ? ["reasons"] : [])
  }

  private func summarise(_ links: Links, _ lists: [RecordList]) {
    func count(_ decision: Decision) -> Int { links.pairs.count { $0.decision == decision } }
    Talk.say(
      """
      \(lists[0].count) and \(lists[1].count) rows
      \(count(.same)) pairs the same, \(count(.review)) to review; \
      \(Set(links.pairs.map(\.left)).count) left and \(Set(links.pairs.map(\.right)).count) right rows in them
      prior \(links.priorLogOdds.signed) bits
      """)
  }
}
