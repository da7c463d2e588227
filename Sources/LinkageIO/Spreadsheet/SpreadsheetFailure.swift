/// Why a spreadsheet cannot be read, in words that follow its path.
struct SpreadsheetFailure: Error, Hashable {
  var reason: String

  init(_ reason: String) { self.reason = reason }

  /// Something exceeds a limit; `option` raises it.
  static func limit(_ what: String, option: String) -> SpreadsheetFailure {
    SpreadsheetFailure("\(what); \(option) raises the limit")
  }
}
