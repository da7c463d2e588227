internal import NameTables

/// The rules of each system, parsed when the first one is asked for.
enum RomanisationRules {
  private struct Row {
    var source: TableCell
    var context: TableCell
    var target: TableCell
  }

  /// The letters that systems write alike; for those that have no row of their own for them.
  private static let common = "*"

  private static let rows: [String: [Row]] = {
    var rows: [String: [Row]] = [:]
    NameTable.romanisation.forEachRow { cells in
      precondition(cells.count == 5, "A row of the romanisation table cannot be read: \(cells)")
      rows[String(cells[0]), default: []].append(
        Row(source: cells[1], context: cells[2], target: cells[3]))
    }
    return rows
  }()

  /// The rules of `system`, in the order of the table.
  static func rules(of system: RomanisationSystem) -> [RomanisationRule] {
    guard let own = rows[system.rules] else {
      preconditionFailure("The system \(system.id) has no rules")
    }
    var rows = own
    switch system.direction {
    case .romanisation, .both:
      let letters = Set(own.lazy.filter { $0.context.isEmpty }.map(\.source))
      rows += Self.rows[common, default: []].filter { !letters.contains($0.source) }
    case .respelling, .latin: break
    }
    let vowels = CyrillicAlphabet.of(system.language)?.vowels ?? CyrillicAlphabet.allVowels
    return rows.map { row in
      let source = Array(String(row.source).unicodeScalars)
      return RomanisationRule(
        source: source, context: RomanisationContext(String(row.context), vowels: vowels),
        target: Array(String(row.target).unicodeScalars),
        isExact: source.contains(where: \.isCapital))
    }
  }
}
