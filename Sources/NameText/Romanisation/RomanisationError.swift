/// Why names cannot be written as asked.
@nonexhaustive
public enum RomanisationError: Error, Hashable, Sendable {
  case unknownSystem(String)
  case unknownLanguage(String)
  /// Latin cannot be read by a system that does not lead back.
  case goesOneWay(String)
}
