internal import Linkage
internal import LinkageIO
internal import NameSimilarity

/// A comparison laid out for a person to read.
struct ComparisonText {
  let text: String

  init(
    _ left: String, _ right: String, _ comparison: Comparison, _ prior: Double?,
    _ language: ReasonLanguage
  ) {
    let words = ReasonWords.of(language)
    func name(_ relation: Relation) -> String { words["relation.\(relation.rawValue)"] }
    let verdict =
      switch comparison.decision {
      case .same: words["verdict.same"]
      case .different: words["verdict.different", name(comparison.relation)]
      case .review: words["verdict.review"]
      }
    var lines = [
      "\(TerminalText(left).text)  ~  \(TerminalText(right).text)",
      "\(verdict) (p = \(comparison.probability.fourDecimals))", "",
    ]
    var rows = comparison.parts.map { part in
      [part.label, Self.sides(part, words), part.weight.signed, part.reason]
    }
    let odds = words[prior == nil ? "prior.default" : "prior.given"]
    rows.append([words["label.prior"], "", comparison.priorLogOdds.signed, odds])
    rows.append(
      [
        words["label.total"], "", (comparison.weight + comparison.priorLogOdds).signed,
        words["unit.bits"],
      ])
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
      lines.append("  \(name(comparison.relation)): \(reason)")
    }
    if !comparison.alternatives.isEmpty {
      lines.append(
        "  " + words["also", comparison.alternatives.map(name).joined(separator: ", ")])
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func sides(_ part: Comparison.Part, _ words: ReasonWords) -> String {
    if part.left == nil, part.right == nil { return "" }
    let none = words["side.none"]
    return TerminalText("\(part.left ?? none) ~ \(part.right ?? none)").text
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
