/// A call of ICU that failed.
enum ICUError: Error, Hashable {
  /// ICU's own status code, positive.
  case status(Int32)
  /// The package was built without its trait `ICU`.
  case absent
}
