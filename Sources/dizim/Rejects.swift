internal import Linkage
internal import LinkageIO

/// The file of `--rejects`, begun before the work, so that a path that cannot be written is known at once.
struct Rejects {
  /// The file as one of the command's outputs; empty without `--rejects`.
  let files: [OutputFile]

  init(_ reading: ReadingOptions, inputs: [String]) throws {
    files = try WritingOptions.begin(reading.rejects.map { [$0] } ?? [], inputs: inputs)
  }

  /// Writes what could not be read as it should be in the lists.
  func write(_ lists: [(path: String, list: RecordList)]) throws {
    guard let file = files.first else { return }
    let format: TableFormat =
      file.path.hasSuffix(".tsv") ? .tsv : file.path.hasSuffix(".jsonl") ? .jsonl : .csv
    try RejectsTable.write(
      lists, to: TableWriter(format, columns: RejectsTable.columns, to: file))
  }
}
