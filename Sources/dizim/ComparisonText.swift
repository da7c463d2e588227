internal import Linkage
internal import LinkageIO
internal import NameSimilarity

/// A comparison laid out for a person to read.
struct ComparisonText {
  let text: String

  init(_ left: String, _ right: String, _ comparison: Comparison, _ prior: Double?) {
    let verdict =
      switch comparison.decision {
      case .same: "same"
      case .different: "different: \(comparison.relation.rawValue)"
      case .review: "needs a person"
      }
    var lines = [
      "\(TerminalText(left).text)  ~  \(TerminalText(right).text)",
      "\(verdict) (p = \(comparison.probability.fourDecimals))", "",
    ]
    var rows = comparison.parts.map { part in
      [part.label, Self.sides(part), part.weight.signed, part.reason]
    }
    let odds = prior == nil ? "one of a list of 1,000 (--prior)" : "as given by --prior"
    rows.append(["prior", "", comparison.priorLogOdds.signed, odds])
    rows.append(["total", "", (comparison.weight + comparison.priorLogOdds).signed, "bits"])
    let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
    for row in rows {
      let cells = row.enumerated().map { column, cell in
        let blanks =
          column < 3 ? String(repeating: " ", count: max(0, widths[column] - cell.count)) : ""
        return column == 2 ? blanks + cell : cell + blanks
      }
      lines.append(("  " + cells.joined(separator: "  ")).trimmingEnd)
    }
    if let reason = comparison.relationReason {
      lines.append("  \(comparison.relation.rawValue): \(reason)")
    }
    if !comparison.alternatives.isEmpty {
      lines.append(
        "  could also be: " + comparison.alternatives.map(\.rawValue).joined(separator: ", "))
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func sides(_ part: Comparison.Part) -> String {
    if part.left == nil, part.right == nil { return "" }
    return TerminalText("\(part.left ?? "none") ~ \(part.right ?? "none")").text
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
