/// Strings as JSON writes them (RFC 8259).
enum JSONText {
  /// `text` in quotes, with what must be escaped and what would break a line or a page escaped.
  static func quoted(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = [.quote]
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": bytes += [UInt8(ascii: "\\"), UInt8(truncatingIfNeeded: scalar.value)]
      case "\n": bytes += Array("\\n".utf8)
      case "\r": bytes += Array("\\r".utf8)
      case "\t": bytes += Array("\\t".utf8)
      // Signs that turn the direction of writing hide what a line says.
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{61C}", "\u{200E}", "\u{200F}",
        "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        let digits = String(scalar.value, radix: 16)
        bytes += Array("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
      default: bytes += Array(UTF8.encode(scalar)!)
      }
    }
    bytes.append(.quote)
    return bytes
  }
}
