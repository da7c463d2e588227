/// Why a list could not be read.
@nonexhaustive
public enum ListError: Error, Hashable, Sendable {
  case cannotOpen(path: String, reason: String)
  case empty(path: String)
  case noNameColumn(path: String, columns: [String])
  case unknownColumn(String, path: String, columns: [String])
}
