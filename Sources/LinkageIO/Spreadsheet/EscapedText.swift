/// Characters that XML cannot hold, as spreadsheets write them: `_x0007_` (ECMA-376, part 1, 22.9.2.19).
enum EscapedText {
  private static let length = 7

  /// The text with its escapes undone; `nil` where it has none.
  static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard text.contains(UInt8(ascii: "_")) else { return nil }
    var result: [UInt8] = []
    var hasEscapes = false
    var position = text.startIndex
    while position < text.endIndex {
      guard let unit = unit(text[position...]) else {
        result.append(text[position])
        position += 1
        continue
      }
      hasEscapes = true
      position += length
      var scalar = Unicode.Scalar(unit)
      if UTF16.isLeadSurrogate(unit), let trail = self.unit(text[position...]),
        UTF16.isTrailSurrogate(trail)
      {
        scalar = Unicode.Scalar(0x10000 + UInt32(unit & 0x3FF) << 10 + UInt32(trail & 0x3FF))
        position += length
      }
      result += Array(String(scalar ?? "\u{FFFD}").utf8)
    }
    return hasEscapes ? result : nil
  }

  /// Adds `text`, which is UTF-8, with everything escaped that XML cannot hold or that would be taken for an escape.
  static func append(_ text: ArraySlice<UInt8>, to result: inout [UInt8]) {
    guard text.contains(where: mayNeedEscape) else {
      result += text
      return
    }
    var position = text.startIndex
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let end = position + UTF8.width(scalar)
      switch scalar {
      case "\0"..."\u{8}", "\u{B}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}":
        result += escape(scalar.value)
      case "_" where unit(text[position...]) != nil: result += escape(scalar.value)
      default: result += text[position..<end]
      }
      position = end
    }
  }

  /// Controls, `_`, and the first byte of U+FFFE and U+FFFF.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "_") || byte == 0xEF
  }

  private static func escape(_ value: UInt32) -> [UInt8] {
    let digits = String(value, radix: 16, uppercase: true)
    return Array("_x\(String(repeating: "0", count: 4 - digits.count))\(digits)_".utf8)
  }

  /// The UTF-16 code unit that `text` begins with as an escape.
  private static func unit(_ text: ArraySlice<UInt8>) -> UInt16? {
    guard text.count >= length, text.starts(with: [UInt8(ascii: "_"), UInt8(ascii: "x")]),
      text[text.startIndex + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = text[text.startIndex + 2..<text.startIndex + 6]
    guard digits.allSatisfy({ 0x30...0x39 ~= $0 || 0x41...0x46 ~= $0 & 0xDF }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
