public import Linkage
internal import NameSimilarity

/// The uncertain pairs as a table with both rows side by side and an empty `decision` column for a person to fill in.
public struct ReviewTable: Sendable {
  /// The header.
  public let columns: [String]
  private let roll: Roll
  /// The columns shown of each side: the name of a column in any list that holds evidence or context.
  private let shown: [String]

  /// The questions of `roll`.
  public init(_ roll: Roll) {
    self.roll = roll
    var shown: [String] = []
    for list in roll.lists {
      for column in list.columns where column.kind != .ignore && !shown.contains(column.name) {
        shown.append(column.name)
      }
    }
    self.shown = shown
    columns =
      ["left_key", "right_key", "left_row", "right_row"]
      + ["probability", "weight", "relation", "reasons", "decision", "left_name", "right_name"]
      + shown.flatMap { ["left \($0)", "right \($0)"] }
  }

  /// Writes all questions, the most valuable first.
  public func write(to writer: consuming TableWriter) throws(OutputError) {
    for question in roll.questions {
      writer.append(question.leftKey)
      writer.append(question.rightKey)
      writer.append(place(question.left))
      writer.append(place(question.right))
      writer.append(question.probability.fourDecimals)
      writer.append(question.weight.decimal)
      writer.append(question.relation.rawValue)
      writer.append(question.reasons)
      writer.append("")
      writer.append(roll.personName(of: question.left))
      writer.append(roll.personName(of: question.right))
      for column in shown {
        writer.append(bytes: cell(question.left, column))
        writer.append(bytes: cell(question.right, column))
      }
      try writer.endRow()
    }
    try writer.finish()
  }

  private func place(_ record: RecordID) -> String {
    let list = roll.lists[Int(record.list)]
    return "\(list.name):\(list.line(ofRow: Int(record.row)))"
  }

  private func cell(_ record: RecordID, _ column: String) -> ArraySlice<UInt8> {
    let list = roll.lists[Int(record.list)]
    guard let index = list.columns.firstIndex(where: { $0.name == column }) else { return [] }
    return list.cell(row: Int(record.row), column: index)
  }
}

extension Double {
  /// `0.0512`; never more certain than four decimals can say.
  package var fourDecimals: String {
    if self >= 1 { return "1" }
    let digits = String(min(9_999, Int((self * 10_000).rounded())))
    return "0." + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
