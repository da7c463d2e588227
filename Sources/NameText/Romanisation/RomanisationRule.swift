/// A row of the table: letters, where it holds, what is written for them.
struct RomanisationRule: Sendable {
  /// In lower case, apostrophes as U+02BC; with `isExact`, as it stands.
  var source: [Unicode.Scalar]
  var context: RomanisationContext
  var target: [Unicode.Scalar]
  /// The row is for a capital, which has a form of its own: `Ы` is `Í` in Karakalpak.
  var isExact: Bool

  /// Whether the rule holds at `start`.
  func holds(in text: RomanisationText, at start: Int) -> Bool {
    let end = start + source.count
    guard end <= text.count else { return false }
    let letters = isExact ? text.scalars : text.folded
    for offset in source.indices where letters[start + offset] != source[offset] { return false }
    return context.holds(in: text, from: start, to: end)
  }

  /// Whether this rule is asked before `other`: more conditions, then more letters, then capitals.
  func precedes(_ other: RomanisationRule) -> Bool {
    if context.count != other.context.count { return context.count > other.context.count }
    if source.count != other.source.count { return source.count > other.source.count }
    return isExact && !other.isExact
  }
}
