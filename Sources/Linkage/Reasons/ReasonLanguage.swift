/// The language in which reasons are given.
public enum ReasonLanguage: String, Sendable, Hashable, CaseIterable {
  case english = "en"
  case russian = "ru"
}
