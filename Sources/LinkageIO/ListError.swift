/// Why a list could not be read.
@nonexhaustive
public enum ListError: Error, Hashable, Sendable {
  case cannotOpen(path: String, reason: String)
  case empty(path: String)
  /// The file is of a kind that holds no rows as text.
  case notText(path: String, what: String)
  case noNameColumn(path: String, columns: [String])
  case unknownColumn(String, path: String, columns: [String])
  /// Something is larger than its limit.
  case overLimit(ReadLimits.Subject, limit: Int, path: String, line: Int, column: Int?)
  /// A decision that is neither `same` nor `different`.
  case badDecision(path: String, line: Int, column: Int)
  /// A model that cannot be read.
  case badModel(path: String, line: Int, reason: String)
}

extension ListError: CustomStringConvertible {
  /// One sentence for the person at the terminal, with nothing in it that steers the terminal.
  ///
  /// It names columns; in a list without a header that was taken to have one, what stands in the
  /// first row.
  public var description: String {
    let sentence =
      switch self {
      case .cannotOpen(let path, let reason): "\(path): \(reason)"
      case .empty(let path): "\(path): the file is empty"
      case .notText(let path, let what): "\(path): \(what), not a list as text"
      case .noNameColumn(let path, let columns):
        "\(path): no column of names was recognised among \(Self.quoted(columns)); "
          + "say which it is with --field COLUMN:name"
      case .unknownColumn(let column, let path, let columns):
        "\(path): there is no column \"\(column)\"; the columns are \(Self.quoted(columns))"
      case .overLimit(let subject, let limit, let path, let line, let column):
        path + (line > 0 ? ":\(line)" : "") + (column.map { ":\($0)" } ?? "")
          + ": \(subject.sentence(limit: limit)); "
          + "a larger limit or --rejects FILE lets it pass"
      case .badDecision(let path, let line, let column):
        "\(path):\(line):\(column): a decision is same or different, or empty"
      case .badModel(let path, let line, let reason): "\(path):\(line): \(reason)"
      }
    return TerminalText(sentence).text
  }

  private static func quoted(_ columns: [String]) -> String {
    let shown = columns.prefix(20).map { "\"\($0.prefix(80))\"" }.joined(separator: ", ")
    return columns.count > 20 ? "\(shown) and \(columns.count - 20) more" : shown
  }
}
