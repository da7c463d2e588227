/// Why a spreadsheet cannot be read, in words that follow its path.
struct SpreadsheetFailure: Error, Hashable {
  var reason: String

  init(_ reason: String) { self.reason = reason }

  /// Something exceeds a limit.
  static func over(_ subject: ReadLimits.Subject, _ limit: Int, at place: String = "")
    -> SpreadsheetFailure
  {
    SpreadsheetFailure(place + subject.sentence(limit: limit))
  }
}
