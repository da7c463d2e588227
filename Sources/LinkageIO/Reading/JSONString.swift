/// Strings as JSON writes them, read.
enum JSONString {
  /// The UTF-8 of a string that is well formed, given with its quotes; `nil` where it has half of a surrogate pair,
  /// which UTF-8 has no bytes for.
  static func decoded(_ quoted: ArraySlice<UInt8>) -> [UInt8]? {
    var text = quoted.dropFirst().dropLast()
    guard text.contains(UInt8(ascii: "\\")) else { return Array(text) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    while let byte = text.popFirst() {
      guard byte == UInt8(ascii: "\\"), let kind = text.popFirst() else {
        bytes.append(byte)
        continue
      }
      switch kind {
      case UInt8(ascii: "b"): bytes.append(8)
      case UInt8(ascii: "f"): bytes.append(12)
      case UInt8(ascii: "n"): bytes.append(.lineFeed)
      case UInt8(ascii: "r"): bytes.append(.carriageReturn)
      case UInt8(ascii: "t"): bytes.append(.tab)
      case UInt8(ascii: "u"):
        guard let scalar = scalar(&text) else { return nil }
        bytes += Array(UTF8.encode(scalar)!)
      default: bytes.append(kind)
      }
    }
    return bytes
  }

  /// The scalar of `\u` and four digits, and of a second such escape where it takes two.
  private static func scalar(_ text: inout ArraySlice<UInt8>) -> Unicode.Scalar? {
    let first = unit(&text)
    guard 0xD800..<0xDC00 ~= first else { return Unicode.Scalar(first) }
    guard text.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else { return nil }
    text.removeFirst(2)
    let second = unit(&text)
    guard 0xDC00..<0xE000 ~= second else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private static func unit(_ text: inout ArraySlice<UInt8>) -> UInt32 {
    let value = text.prefix(4).reduce(0) { $0 << 4 + ($1.hexadecimalValue ?? 0) }
    text.removeFirst(min(4, text.count))
    return value
  }
}
