internal import ArgumentParser
internal import Linkage
internal import LinkageIO
internal import NameText

struct Normalize: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Read names, and write them in named systems of romanisation.",
    discussion: """
      A row comes out for each name: its words with their roles, the gender with the reason, script, sounds, a year of \
      birth in the cell, and a column for each system of --to; the last column names the systems that were used. Which \
      system of a family (bgn-pcgn, icao-9303, latin) is told by the name's language: by its letters, the other names of the \
      list, or --language. Latin names are written in other systems where their letters say which alphabet they are \
      in, or --from does. `cyrillic` is the Cyrillic of the name's language.

      Without a FILE, or with -, names are read from standard input, one a line; with --field or --delimiter, - is a \
      list.

      EXAMPLES:
        dizim normalize list.csv --to bgn-pcgn,icao-9303 -o out.csv
        dizim normalize --name 'Дәўлетмурат Тәжимуратов' --to latin,iso-9
        dizim normalize list.csv --from uzb-1995 --to uzb-2026,cyrillic
        dizim normalize --systems
      """)

  @Argument(help: "The list; - or nothing: standard input, one name a line.") var file: String?
  @Option(
    name: .customLong("name"), help: ArgumentHelp("A name; may be repeated.", valueName: "NAME"))
  var names: [String] = []
  @Option(
    help: ArgumentHelp(
      "Systems to write the names in, parted by commas; may be repeated.", valueName: "SYSTEM,…"))
  var to: [String] = []
  @Option(help: "The system that Latin names are written in.") var from: String?
  @Option(help: "The language of all names, ISO 639-3: rus, kaz, uzb, kaa …") var language: String?
  @Flag(help: "List the systems and end.") var systems = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if !names.isEmpty, file != nil { throw ValidationError("either a FILE or --name") }
    if systems, file != nil || !names.isEmpty || !to.isEmpty {
      throw ValidationError("--systems lists the systems and takes no names")
    }
    do throws(RomanisationError) { _ = try renderer() } catch {
      throw ValidationError(error.description)
    }
  }

  func run() throws {
    let output = try WritingOptions.begin([writing.path], inputs: file.map { [$0] } ?? [])[0]
    if systems { return try listSystems(to: output) }
    let rejects = try Rejects(reading, inputs: file.map { [$0] } ?? [])
    let list = try list()
    let table = NormalizedTable(list, renderer: try renderer())
    var unrendered = 0
    if !names.isEmpty, writing.format(for: output.path) == .table {
      try output.write(Array(table.text.utf8))
    } else {
      var writer = try writing.writer(table.columns, to: output)
      unrendered = try table.write(to: &writer)
      try writer.finish()
    }
    try rejects.write([(file ?? "-", list)])
    try OutputFile.commit([output] + rejects.files)
    if unrendered > 0 {
      Talk.say(
        "names with an empty cell: \(unrendered); their language has no such system, or their letters do not say "
          + "which alphabet they are in; --language and --from do")
    }
    if Talk.report([(file ?? "-", list)]) { throw ExitCode(3) }
  }

  private func renderer() throws(RomanisationError) -> NameRenderer {
    let requests = to.flatMap { $0.split(separator: ",").map { $0.lowercased() } }
    return try NameRenderer(to: requests, language: language, from: from)
  }

  private func list() throws -> RecordList {
    if !names.isEmpty { return RecordList(names: names) }
    if let file, file != "-" || reading.isDeclared { return try reading.read(file) }
    return RecordList(names: try TextFile.read("-").lines)
  }

  private func listSystems(to output: OutputFile) throws {
    var writer = try writing.writer(
      ["system", "language", "direction", "norm", "other_names", "example"], to: output)
    for system in RomanisationSystem.all {
      writer.append(system.id)
      writer.append(NameLanguage.name(of: system.language))
      writer.append(system.direction.rawValue)
      writer.append(system.norm)
      writer.append(system.otherNames.joined(separator: " "))
      writer.append(system.example)
      try writer.endRow()
    }
    try writer.finish()
    try OutputFile.commit([output])
  }
}

extension RomanisationError {
  var description: String {
    switch self {
    case .unknownSystem(let name):
      "there is no system \"\(name)\"; dizim normalize --systems lists them"
    case .unknownLanguage(let code):
      "there is no language \"\(code)\"; ISO 639-3 is wanted: rus, kaz"
    case .goesOneWay(let id): "--from \(id): this system does not lead back to Cyrillic"
    @unknown default: "the names cannot be written so"
    }
  }
}

extension String {
  /// The lines, without their ends.
  fileprivate var lines: [String] {
    var lines = split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
