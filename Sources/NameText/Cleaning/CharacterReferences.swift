/// Letters that a web page wrote as references: `G&#699;ulomov`, `O&#39;Brien`, `&#1040;&#1083;&#1080;`, `&quot;`.
enum CharacterReferences {
  /// Those that exports write by name; letters come by number.
  private static let named: [Substring: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "laquo": "«",
    "raquo": "»", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "ndash": "–",
    "mdash": "—", "shy": "\u{AD}",
  ]
  /// `#x10FFFF`, and no name above is longer.
  private static let longest = 8

  /// The text with its references resolved; `nil` where it has none.
  /// - Complexity: O(scalars).
  static func resolved(_ text: String) -> String? {
    guard hasAmpersand(text) else { return nil }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    var wasResolved = false
    while let scalar = rest.popFirst() {
      if scalar == "&", let end = rest.prefix(longest + 1).firstIndex(of: ";"),
        let meant = meaning(of: Substring(rest[..<end]))
      {
        result.append(meant)
        rest = rest[rest.index(after: end)...]
        wasResolved = true
      } else {
        result.append(scalar)
      }
    }
    return wasResolved ? String(result) : nil
  }

  private static func hasAmpersand(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    for place in bytes.indices where bytes[place] == UInt8(ascii: "&") { return true }
    return false
  }

  private static func meaning(of reference: Substring) -> Unicode.Scalar? {
    guard reference.first == "#" else { return named[reference] }
    let digits = reference.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap { Unicode.Scalar($0) }
  }
}
