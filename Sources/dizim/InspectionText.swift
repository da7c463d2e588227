internal import Linkage
internal import LinkageIO

/// An inspection for a person to read.
struct InspectionText {
  private(set) var text: String

  init(_ inspection: ListInspection, path: String) {
    let facts = inspection.facts
    var lines: [(label: String, value: String)] = [
      ("file", path),
      ("format", facts.format.rawValue + (facts.isCompressed ? ", gzip" : "")),
    ]
    if facts.format != .workbook {
      lines.append(("encoding", "\(facts.encoding.rawValue) (\(facts.encodingReason))"))
    }
    if let delimiter = Self.word(for: facts.delimiter) { lines.append(("delimiter", delimiter)) }
    if facts.delimiter != nil {
      let escape = facts.escape == nil ? "" : ", escaped by \\"
      lines.append(("quote", (Self.word(for: facts.quote) ?? "none, each is a letter") + escape))
      lines.append(("header", facts.headerLine.map { "line \($0)" } ?? "none"))
    }
    lines.append(("rows", String(inspection.rows)))
    let problems = inspection.problems.map {
      "\($0.count) × \($0.reason), first on line \($0.firstLine)"
    }
    lines.append(("problems", problems.first ?? "none"))
    lines += problems.dropFirst().map { ("", $0) }
    text = lines.map { Self.padded($0.label, to: 11) + TerminalText($0.value).text + "\n" }.joined()

    let header = ["column", "kind", "filled", "samples"]
    let rows = inspection.columns.map { column in
      [
        column.name, column.kind.rawValue, String(column.filled),
        column.samples.joined(separator: " | "),
      ]
      .map { TerminalText($0).text }
    }
    // Samples come last and need no width.
    let widths = (0..<3).map { place in ([header] + rows).map { $0[place].count }.max() ?? 0 }
    text += "\n"
    for row in [header] + rows {
      let cells = zip(row, widths + [0]).map { Self.padded($0, to: $1 + 2) }
      text += cells.joined().droppingBlanksAtTheEnd + "\n"
    }
  }

  /// What a delimiter or quote is called.
  static func word(for byte: UInt8?) -> String? {
    switch byte {
    case nil: nil
    case UInt8(ascii: ","): "comma"
    case UInt8(ascii: ";"): "semicolon"
    case UInt8(ascii: "\t"): "tab"
    case UInt8(ascii: "|"): "pipe"
    case UInt8(ascii: " "): "space"
    case UInt8(ascii: "\""): "double"
    case UInt8(ascii: "'"): "single"
    case let byte?: String(Unicode.Scalar(byte))
    }
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

extension String {
  fileprivate var droppingBlanksAtTheEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
