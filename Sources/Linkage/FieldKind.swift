/// What a column of a list holds.
public enum FieldKind: String, Sendable, Hashable, CaseIterable {
  case name, given, surname, patronymic
  /// Other names of the person: alternatives to the name.
  case alias
  /// A date or a year of birth.
  case birth
  /// How old somebody was on the row's `event` date; evidence where that is known.
  case age
  /// Any other date; no evidence.
  case event
  case place, gender
  /// The row's own key; no evidence, since row numbers of two lists mean nothing.
  case id
  /// A passport or personal number; evidence.
  case identifier
  case status, source, text, ignore

  /// The kind with this name; `date` is taken to mean a birth date.
  public init?(named name: String) {
    self.init(rawValue: name == "date" ? "birth" : name)
  }
}
