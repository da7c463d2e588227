/// A call of ICU that failed.
@nonexhaustive
public enum ICUError: Error, Hashable, Sendable {
  /// ICU's own status code, positive.
  case status(Int32)
}
