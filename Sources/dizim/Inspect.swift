internal import ArgumentParser
internal import Linkage
internal import LinkageIO

struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show what a list is taken for, before it is used.",
    discussion: """
      Encoding, delimiter, columns with their kinds and three masked samples each, rows, and what could not be read. \
      A wrong guess is put right with --encoding, --delimiter and --field, here and in every other command. With \
      --format csv, tsv or jsonl a row comes out for each column.

      EXAMPLES:
        dizim inspect list.csv
        dizim inspect list.csv --encoding koi8-r --field 'Кто:name'
      """)

  @Argument(help: "The list; - is standard input.") var list: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let file = try WritingOptions.begin([writing.path], inputs: [list])[0]
    let inspection = try ListInspection(of: list, options: reading.options(needsName: false))
    if writing.isForTable {
      try writeTable(inspection, to: file)
    } else {
      let report = InspectionText(inspection, path: list)
      try file.write(Array(report.text.utf8))
    }
    try OutputFile.commit([file])
    if !inspection.problems.isEmpty { throw ExitCode(3) }
  }

  private func writeTable(_ inspection: ListInspection, to file: OutputFile) throws {
    let facts = inspection.facts
    let samples = (1...3).map { "sample_\($0)" }
    var writer = try writing.writer(
      [
        "file", "format", "encoding", "delimiter", "quote", "header_line", "rows", "problems",
        "column", "name", "kind", "filled",
      ] + samples, to: file)
    for (index, column) in inspection.columns.enumerated() {
      writer.append(list)
      writer.append(facts.format.rawValue)
      writer.append(facts.encoding.rawValue)
      writer.append(InspectionText.word(for: facts.delimiter) ?? "")
      writer.append(InspectionText.word(for: facts.quote) ?? "")
      writer.append(facts.headerLine.map { String($0) } ?? "")
      writer.append(number: String(inspection.rows))
      writer.append(number: String(inspection.problems.reduce(0) { $0 + $1.count }))
      writer.append(number: String(index + 1))
      writer.append(column.name)
      writer.append(column.kind.rawValue)
      writer.append(number: String(column.filled))
      for sample in samples.indices {
        writer.append(sample < column.samples.count ? column.samples[sample] : "")
      }
      try writer.endRow()
    }
    try writer.finish()
  }
}
