internal import NameText

/// Turns UTF-8 that `TextDecoder` made back into the bytes of the file.
struct TextEncoder {
  let encoding: TextEncoding
  private let page: CodePage?

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    page = CodePage.all[encoding.rawValue]
  }

  /// The bytes of the file that `text` was.
  func bytes(of text: [UInt8]) -> [UInt8] {
    if encoding == .utf8 { return text }
    var bytes: [UInt8] = []
    forEachCharacter(of: text) { length, index in
      let value = text.scalarValue(at: index, length: length)
      if let page {
        bytes.append(
          length == 1 ? text[index] : Unicode.Scalar(value).flatMap { page.byte(of: $0) } ?? 0x3F)
      } else if text[index] >= 0x80, length == 1 {
        bytes.append(text[index])  // half a character at the end of the file
      } else if encoding.unitSize == 4 {
        append(value, size: 4, isLittle: encoding == .utf32LittleEndian, to: &bytes)
      } else {
        let isLittle = encoding == .utf16LittleEndian
        if value < 0x10000 {
          append(value, size: 2, isLittle: isLittle, to: &bytes)
        } else {
          append(0xD800 + (value - 0x10000) >> 10, size: 2, isLittle: isLittle, to: &bytes)
          append(0xDC00 + (value - 0x10000) & 0x3FF, size: 2, isLittle: isLittle, to: &bytes)
        }
      }
    }
    return bytes
  }

  /// How many bytes of the file `text` was.
  func length(of text: ArraySlice<UInt8>) -> Int {
    if encoding == .utf8 { return text.count }
    let bytes = Array(text)
    var count = 0
    forEachCharacter(of: bytes) { length, index in
      switch encoding.unitSize {
      case 2: count += bytes[index] >= 0x80 && length == 1 ? 1 : length == 4 ? 4 : 2
      case 4: count += bytes[index] >= 0x80 && length == 1 ? 1 : 4
      default: count += 1
      }
    }
    return count
  }

  private func forEachCharacter(of text: [UInt8], _ body: (_ length: Int, _ index: Int) -> Void) {
    var index = 0
    while index < text.count {
      var length = 1
      if text[index] >= 0x80 {
        length = max(1, text.lengthOfUTF8(at: index))
        // Half of a surrogate pair, which UTF-8 has no bytes for.
        if length == 1, encoding.unitSize > 1, text[index] == 0xED, index + 2 < text.count {
          length = 3
        }
      }
      body(length, index)
      index += length
    }
  }

  private func append(_ value: UInt32, size: Int, isLittle: Bool, to bytes: inout [UInt8]) {
    for place in 0..<size {
      let shift = UInt32(8 * (isLittle ? place : size - 1 - place))
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}

extension [UInt8] {
  /// The scalar that `length` bytes from `index` on stand for.
  fileprivate func scalarValue(at index: Int, length: Int) -> UInt32 {
    if length == 1 { return UInt32(self[index]) }
    let first = UInt32(self[index]) & (0x7F >> UInt32(length))
    return self[(index + 1)..<(index + length)].reduce(first) { $0 << 6 | UInt32($1 & 0x3F) }
  }
}
