import Glibc
import Linkage
import TestSupport
import Testing

@testable import LinkageIO

/// How many lists of a set are read as they were meant.
@Suite struct GeneratedListTests {
  /// What was asked of a kind of list, and how often it was right.
  private struct Score: Sendable {
    var lists = 0
    var encodings = 0
    var dialects = 0

    static func += (sum: inout Score, other: Score) {
      sum.lists += other.lists
      sum.encodings += other.encodings
      sum.dialects += other.dialects
    }

    var text: String { "\(lists)\t\(percent(encodings))\t\(percent(dialects))" }

    private func percent(_ count: Int) -> String {
      let tenths = (count * 1_000 + lists / 2) / max(1, lists)
      return "\(tenths / 10).\(tenths % 10)"
    }
  }

  /// `DIZIM_GENERATED=full` reads the whole set and prints the table of the README (`make encodings`).
  private static var isFull: Bool {
    guard let value = unsafe getenv("DIZIM_GENERATED") else { return false }
    return unsafe String(cString: value) == "full"
  }

  /// Lists are read side by side.
  private static let parts = 8

  @Test func encodingsAndDialectsAreFoundOut() async throws {
    let generator = try ListGenerator()
    let all =
      Self.isFull
      ? ListGenerator.forms(
        rows: TestScale.isFull ? [2, 5, 20, 200, 2_000] : [2, 5, 20], seeds: 0..<3)
      : ListGenerator.forms(rows: [2, 20], seeds: 0..<3)
    // A part of the set in which everything occurs with everything.
    let step = Self.isFull ? 1 : TestScale.isFull ? 11 : 59
    let forms = all.indices.filter { $0 % step == 0 }.map { all[$0] }
    let results = try await withThrowingTaskGroup { group in
      for part in 0..<Self.parts {
        group.addTask {
          try forms.indices.filter { $0 % Self.parts == part }
            .map { ($0, try read(generator.list(forms[$0]), forms[$0])) }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }.sorted { $0.0 < $1.0 }
    }
    var scores: [String: Score] = [:]
    var misses: [String] = []
    for (index, (isDecoded, isSplit)) in results {
      let form = forms[index]
      let label = form.encoding.rawValue + (form.hasMark ? " with a mark" : "")
      for key in [
        label, "all", "\(form.rows) rows", form.language, "quotes \(form.quoting.rawValue)",
        form.hasHeader ? "with a header" : "without a header",
      ] {
        scores[key, default: Score()] +=
          Score(lists: 1, encodings: isDecoded ? 1 : 0, dialects: isSplit ? 1 : 0)
      }
      if !isDecoded || !isSplit {
        misses.append("\(form): \(isDecoded ? "" : "encoding ")\(isSplit ? "" : "dialect")")
      }
    }
    let total = try #require(scores["all"])
    if Self.isFull {
      for key in scores.keys.sorted() { print("\(key)\t\(scores[key]!.text)") }
      for miss in misses.prefix(60) { print(miss) }
    }
    #expect(1_000 * total.encodings >= 990 * total.lists, "\(misses.prefix(20))")
    #expect(1_000 * total.dialects >= 950 * total.lists, "\(misses.prefix(20))")
  }

  /// Whether the text was decoded, and whether rows and cells are those that were written.
  private func read(
    _ list: ListGenerator.List, _ form: ListGenerator.Form
  ) throws -> (isDecoded: Bool, isSplit: Bool) {
    var options = ReadOptions()
    options.needsName = false
    var reader = try ListReader(ByteInput(list.bytes), path: "list.txt", options: options)
    var rows = ListRows()
    while try reader.read(into: &rows) {}
    let cells = (0..<rows.count).map { row in
      (0..<rows.cells.cellCount(ofRow: row)).map {
        Array(rows.cells.cell(row: row, column: $0))
      }
    }
    let read =
      (reader.facts.headerLine == nil ? [] : [reader.columns.map { Array($0.name.utf8) }]) + cells
    if read == list.rows { return (true, true) }
    // The text is right where the encoding is, or where another gives the same.
    let mark = form.hasMark ? form.encoding.mark.count : 0
    let bytes = Array(list.bytes.dropFirst(mark))
    let isDecoded =
      reader.facts.encoding == form.encoding
      || decoded(bytes, reader.facts.encoding) == decoded(bytes, form.encoding)
    return (
      isDecoded,
      reader.facts.delimiter == form.delimiter && isDecoded && read.count == list.rows.count
    )
  }

  private func decoded(_ bytes: [UInt8], _ encoding: TextEncoding) -> [UInt8] {
    var text: [UInt8] = []
    var decoder = TextDecoder(encoding)
    decoder.decode(bytes, isLast: true, into: &text)
    return text
  }
}
