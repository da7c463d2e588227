internal import ArgumentParser
internal import Linkage
internal import LinkageIO
internal import NameSimilarity

struct Model: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model",
    abstract: "Show how the rows of one person are taken to differ.",
    discussion: """
      For each level of each comparison: m, the share of true pairs that come out so; u, the share of pairs of \
      strangers; what it weighs in bits; and how many true pairs it was learned from. Without FILE, the starting \
      values that come with the program.

      EXAMPLES:
        dizim model
        dizim merge may.csv june.csv -o roll.csv --save-model model.tsv
        dizim model model.tsv
        dizim merge july.csv august.csv -o roll.csv --model model.tsv
      """)

  @Argument(help: "What --save-model has written.") var file: String?
  @OptionGroup var writing: WritingOptions

  func run() throws {
    let output = try WritingOptions.begin([writing.path], inputs: file.map { [$0] } ?? [])[0]
    let model = try file.map { try ModelFile.read($0) } ?? .standard
    var writer = try writing.writer(
      ["comparison", "level", "m", "u", "weight", "pairs", "basis"], to: output)
    for level in model.levels {
      writer.append(level.comparison)
      writer.append(level.name)
      writer.append(number: level.m.sixDigits)
      writer.append(number: level.u.sixDigits)
      writer.append(number: level.weight.decimal)
      writer.append(number: String(level.pairs))
      writer.append(level.pairs > 0 ? "learned" : "starting value")
      try writer.endRow()
    }
    try writer.finish()
    try OutputFile.commit([output])
  }
}

/// Where the model of a run comes from and where it goes.
struct ModelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Judge by a model that --save-model has written, instead of learning one.", valueName: "FILE")
  )
  var model: String?
  @Option(
    help: ArgumentHelp(
      "Write how the rows of one person differ in these lists.", valueName: "FILE"))
  var saveModel: String?

  /// The files that are read.
  var inputs: [String] { model.map { [$0] } ?? [] }
  /// The files that are written.
  var outputs: [String] { saveModel.map { [$0] } ?? [] }

  func levels() throws -> LevelModel? { try model.map { try ModelFile.read($0) } }

  /// Writes the model where it is wanted, and says where the lists could not show anything.
  func save(_ levels: LevelModel, to file: OutputFile?) throws {
    guard let file else { return }
    try file.write(Array(ModelFile.text(levels).utf8))
    let start = levels.comparisonsAtStart
    if !start.isEmpty {
      Talk.say(
        "too few pairs to learn from, the starting values stand: \(start.joined(separator: ", "))")
    }
  }
}
