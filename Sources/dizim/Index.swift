internal import ArgumentParser
internal import Linkage
internal import LinkageIO

struct Index: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Make lists ready for searching, in a file that opens at once.",
    discussion: """
      The file has all that search needs, the rows of the lists among it; the answers are those that the lists give. An \
      index among the lists is taken over without reading its rows again, and comes first.

      EXAMPLES:
        dizim index list.csv -o list.dzx
        dizim search list.dzx 'Даулетмурат Тажимуратов'
        dizim index list.dzx more.csv -o larger.dzx
      """)

  @Argument(help: "The lists, and indexes to add them to; - is standard input.") var lists: [String]
  @Option(name: .shortAndLong, help: "Where to write the index.") var output: String
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var memory: MemoryOptions
  @Option(help: "Threads; the result does not depend on it.") var threads = 2

  func validate() throws {
    if lists.isEmpty { throw ValidationError("a list is wanted") }
    if threads < 1 { throw ValidationError("--threads \(threads): at least 1") }
  }

  func run() throws {
    let file = try WritingOptions.begin([output], inputs: lists)[0]
    let rejects = try Rejects(reading, inputs: lists)
    var options = LinkOptions()
    options.threads = threads
    let older = lists.filter { IndexFile.isIndex($0) }
    let paths = lists.filter { !older.contains($0) }
    let indexes = try older.map { try IndexFile.open($0, options: options) }
    let read = try reading.read(paths)
    try MemoryNeed.check(read, work: .indexing, allowed: memory.bytes)
    try IndexFile.write(
      RecordList.withDistinctNames(read), addedTo: indexes, to: file, options: options)
    let all = Array(zip(paths, read))
    try rejects.write(all)
    try OutputFile.commit([file] + rejects.files)
    if Talk.report(all) { throw ExitCode(3) }
  }
}
