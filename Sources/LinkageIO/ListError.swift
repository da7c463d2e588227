public import Linkage

/// Why a list could not be read.
@nonexhaustive
public enum ListError: Error, Hashable, Sendable {
  case cannotOpen(path: String, reason: String)
  case empty(path: String)
  /// The file is of a kind that holds no rows as text.
  case notText(path: String, what: String)
  /// A workbook that is damaged, exceeds a limit or holds no list.
  case badWorkbook(path: String, reason: String)
  case noNameColumn(path: String, columns: [String])
  case unknownColumn(String, path: String, columns: [String])
  /// Something is larger than its limit.
  case overLimit(ReadLimits.Subject, limit: Int, path: String, line: Int, column: Int?)
  /// A decision that is neither `same` nor `different`.
  case badDecision(path: String, line: Int, column: Int)
  /// A model that cannot be read.
  case badModel(path: String, line: Int, reason: String)
  /// An index that cannot be used.
  case badIndex(path: String, IndexError)
}

extension ListError: CustomStringConvertible {
  /// One sentence for the person at the terminal, with nothing in it that steers the terminal.
  ///
  /// It names no columns of the list: without a header they may be names of people.
  public var description: String { description(namingColumns: false) }

  /// The sentence; with the columns of the list, if they are wanted.
  package func description(namingColumns: Bool) -> String {
    let sentence =
      switch self {
      case .cannotOpen(let path, let reason): "\(path): \(reason)"
      case .empty(let path): "\(path): the file is empty"
      case .notText(let path, let what): "\(path): \(what), not a list as text"
      case .badWorkbook(let path, let reason): "\(path): \(reason)"
      case .noNameColumn(let path, let columns):
        "\(path): no column of names was recognised among "
          + (namingColumns
            ? Self.quoted(columns) : "the \(columns.count) there are (--verbose names them)")
          + "; say which it is with --field COLUMN:name"
      case .unknownColumn(let column, let path, let columns):
        "\(path): there is no column \"\(column)\""
          + (namingColumns
            ? "; the columns are \(Self.quoted(columns))"
            : " among the \(columns.count) there are (--verbose names them)")
      case .overLimit(let subject, let limit, let path, let line, let column):
        path + (line > 0 ? ":\(line)" : "") + (column.map { ":\($0)" } ?? "")
          + ": \(subject.sentence(limit: limit)); "
          + "a larger limit or --rejects FILE lets it pass"
      case .badDecision(let path, let line, let column):
        "\(path):\(line):\(column): a decision is same or different, or empty"
      case .badModel(let path, let line, let reason): "\(path):\(line): \(reason)"
      case .badIndex(let path, let error): "\(path): \(error)"
      }
    return TerminalText(sentence).text
  }

  private static func quoted(_ columns: [String]) -> String {
    let shown = columns.prefix(20).map { "\"\($0.prefix(80))\"" }.joined(separator: ", ")
    return columns.count > 20 ? "\(shown) and \(columns.count - 20) more" : shown
  }
}
