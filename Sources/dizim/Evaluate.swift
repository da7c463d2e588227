internal import ArgumentParser
internal import Linkage
internal import LinkageIO

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure answers against the truth.",
    discussion: """
      EXAMPLES:
        dizim evaluate pairs judged.csv pairs.tsv
        dizim evaluate clusters rows.csv truth.tsv --key source --key line
      """,
    subcommands: [Pairs.self, Clusters.self])

  /// Two tables whose rows belong together by equal cells of some columns.
  fileprivate struct Joined {
    let predicted: RecordList
    let truth: RecordList
    private let lists: [(path: String, list: RecordList)]
    private let rejects: Rejects
    /// Rows of `predicted` and `truth`.
    var rows: [(Int, Int)] = []

    init(_ predictedPath: String, _ truthPath: String, keys: [String], reading: ReadingOptions)
      throws
    {
      rejects = try Rejects(reading, inputs: [predictedPath, truthPath])
      predicted = try reading.read(predictedPath, needsName: false, header: .yes, among: [])
      truth = try reading.read(truthPath, needsName: false, header: .yes, among: [])
      lists = [(predictedPath, predicted), (truthPath, truth)]
      func columns(_ list: RecordList, _ path: String) throws -> [Int] {
        try keys.map { key in
          guard let column = list.column(key) else {
            throw ListError.unknownColumn(key, path: path, columns: list.columns.map(\.name))
          }
          return column
        }
      }
      let (left, right) = (try columns(predicted, predictedPath), try columns(truth, truthPath))
      func key(_ list: RecordList, _ columns: [Int], _ row: Int) -> [[UInt8]] {
        columns.map { Array(list.cell(row: row, column: $0)) }
      }
      var rowsOfKey: [[[UInt8]]: [Int]] = [:]
      for row in (0..<truth.count).reversed() {
        rowsOfKey[key(truth, right, row), default: []].append(row)
      }
      for row in 0..<predicted.count {
        guard let match = rowsOfKey[key(predicted, left, row)]?.popLast() else {
          throw Failure(
            "\(predictedPath):\(predicted.line(ofRow: row)): \(truthPath) has no row with the same \(keys.joined(separator: ", "))"
          )
        }
        rows.append((row, match))
      }
      if rows.count < truth.count {
        throw Failure("\(predictedPath) has \(rows.count) rows, \(truthPath) has \(truth.count)")
      }
    }

    /// Writes figures as a table of one row, and what could not be read in either table.
    func write(_ figures: [(name: String, value: String)], _ writing: WritingOptions) throws {
      let file = try WritingOptions.begin([writing.path], inputs: lists.map(\.path))[0]
      var writer = try writing.writer(figures.map(\.name), to: file)
      for figure in figures { writer.append(number: figure.value) }
      try writer.endRow()
      try writer.finish()
      try rejects.write(lists)
      try OutputFile.commit([file] + rejects.files)
      if Talk.report(lists) { throw ExitCode(3) }
    }

    func column(_ names: [String], of list: RecordList, _ path: String) throws -> Int {
      for name in names {
        if let column = list.column(name) { return column }
      }
      throw ListError.unknownColumn(names[0], path: path, columns: list.columns.map(\.name))
    }
  }

  struct Pairs: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "pairs",
      abstract: "Judged pairs against labelled pairs.",
      discussion: """
        PREDICTED has the columns left, right, weight, decision; TRUTH has left, right, label (1 same, 0 different). \
        Calibration is that of the weight at even odds, true and false pairs having equal mass.

        EXAMPLE:
          dizim compare --pairs pairs.tsv -o judged.csv && dizim evaluate pairs judged.csv pairs.tsv
        """)

    @Argument var predicted: String
    @Argument var truth: String
    @OptionGroup var writing: WritingOptions
    @OptionGroup var reading: ReadingOptions

    func run() throws {
      let joined = try Joined(predicted, truth, keys: ["left", "right"], reading: reading)
      let weight = try joined.column(["weight"], of: joined.predicted, predicted)
      let decision = try joined.column(["decision"], of: joined.predicted, predicted)
      let label = try joined.column(["label"], of: joined.truth, truth)
      let pairs = try joined.rows.map { row, match in
        let place = "\(predicted):\(joined.predicted.line(ofRow: row))"
        guard let weight = Double(joined.predicted.text(row: row, column: weight)) else {
          throw Failure("\(place):\(weight + 1): the weight is no number")
        }
        let said = joined.predicted.text(row: row, column: decision)
        guard let verdict = PairEvaluation.Verdict(rawValue: said) else {
          throw Failure("\(place):\(decision + 1): a decision is same, different or review")
        }
        let isSame = joined.truth.text(row: match, column: label) == "1"
        return PairEvaluation.Pair(weight: weight, verdict: verdict, isSame: isSame)
      }
      let result = PairEvaluation(pairs)
      try joined.write(
        [
          ("pairs", "\(result.pairCount)"), ("same", "\(result.sameCount)"),
          ("precision", result.decided.precision.fourDecimals),
          ("recall", result.decided.recall.fourDecimals), ("f1", result.decided.f1.fourDecimals),
          ("missed", result.missed.fourDecimals), ("review", result.review.fourDecimals),
          ("best_f1", result.bestF1.fourDecimals),
          ("average_precision", result.averagePrecision.fourDecimals),
          ("brier", result.brierScore.fourDecimals),
          ("calibration_error", result.calibrationError.fourDecimals),
        ], writing)
    }
  }

  struct Clusters: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "clusters",
      abstract: "Rows with their persons against the true persons.",
      discussion: """
        PREDICTED is what merge --rows or dedupe wrote; TRUTH has the same key columns and the true person in a column \
        person or entity_id.

        EXAMPLE:
          dizim evaluate clusters rows.csv truth.tsv --key source --key line
        """)

    @Argument var predicted: String
    @Argument var truth: String
    @Option(help: "The columns by which rows are the same; source and line where not given.")
    var key: [String] = []
    @OptionGroup var writing: WritingOptions
    @OptionGroup var reading: ReadingOptions

    func run() throws {
      let keys = key.isEmpty ? ["source", "line"] : key
      let joined = try Joined(predicted, truth, keys: keys, reading: reading)
      let person = try joined.column(["person_id"], of: joined.predicted, predicted)
      let entity = try joined.column(["person", "entity_id", "person_id"], of: joined.truth, truth)
      let result = ClusterEvaluation(
        predicted: joined.rows.map { joined.predicted.text(row: $0.0, column: person) },
        truth: joined.rows.map { joined.truth.text(row: $0.1, column: entity) })
      try joined.write(
        [
          ("rows", "\(joined.rows.count)"), ("people_found", "\(result.clusterCount)"),
          ("people_true", "\(result.personCount)"),
          ("precision", result.pairwise.precision.fourDecimals),
          ("recall", result.pairwise.recall.fourDecimals), ("f1", result.pairwise.f1.fourDecimals),
          ("b3_precision", result.bCubed.precision.fourDecimals),
          ("b3_recall", result.bCubed.recall.fourDecimals),
          ("b3_f1", result.bCubed.f1.fourDecimals),
          ("wrongly_merged_per_1000", String(result.wronglyMergedPerThousand)),
        ], writing)
    }
  }
}
