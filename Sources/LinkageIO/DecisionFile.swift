public import Linkage

/// A review file that came back with decisions filled in.
public enum DecisionFile {
  /// The decisions in the file at `path`; rows whose `decision` is empty are left out.
  ///
  /// - Throws: `ListError`; `badDecision` where a cell says neither `same` nor `different`.
  public static func read(_ path: String) throws(ListError) -> [PersonDecision] {
    var options = ReadOptions()
    options.needsName = false
    options.header = .yes
    let list = try RecordList(readingFrom: path, options: options)
    func column(_ name: String) throws(ListError) -> Int {
      guard let index = list.columns.firstIndex(where: { $0.name == name }) else {
        throw .unknownColumn(name, path: path, columns: list.columns.map(\.name))
      }
      return index
    }
    let (left, right) = (try column("left_key"), try column("right_key"))
    let decision = try column("decision")
    var decisions: [PersonDecision] = []
    for row in 0..<list.count {
      let text = list.text(row: row, column: decision).filter { !$0.isWhitespace }.lowercased()
      let origin = "\(path):\(list.line(ofRow: row))"
      if text.isEmpty || text == "review" { continue }
      guard let known = Decision(rawValue: text) else {
        throw .badDecision(path: path, line: list.line(ofRow: row), column: decision + 1)
      }
      decisions.append(
        PersonDecision(
          leftKey: list.text(row: row, column: left), rightKey: list.text(row: row, column: right),
          decision: known, origin: origin))
    }
    return decisions
  }
}
