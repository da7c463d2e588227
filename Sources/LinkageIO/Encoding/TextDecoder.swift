internal import NameText

/// Turns the bytes of a file into UTF-8, block by block.
///
/// What stands for nothing in the encoding is no UTF-8 afterwards either, and can be turned back (`TextEncoder`): a
/// byte stays as it is, half of a surrogate pair becomes the three bytes that UTF-8 would have for it if it had any.
struct TextDecoder {
  let encoding: TextEncoding
  /// The UTF-8 of each byte from 0x80 on, first byte lowest, with its length in the highest byte.
  private let characters: [UInt32]
  /// Bytes of a character whose rest is not there yet; the first half of a surrogate pair too.
  private var pending: [UInt8] = []

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    guard let page = CodePage.all[encoding.rawValue] else {
      characters = []
      return
    }
    characters = (UInt8(0x80)...0xFF).map { byte in
      let bytes = page.scalar(of: byte).map { Array(UTF8.encode($0)!) } ?? [byte]
      return bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) } | UInt32(bytes.count) << 24
    }
  }

  /// Adds the UTF-8 of `block` to `text`; `isLast` where nothing comes after it.
  mutating func decode(_ block: [UInt8], isLast: Bool, into text: inout [UInt8]) {
    switch encoding.unitSize {
    case 2: decodeUnits(of: block, isLast: isLast, into: &text)
    case 4: decodeScalars(of: block, isLast: isLast, into: &text)
    default:
      if characters.isEmpty { text += block } else { decodePage(block, into: &text) }
    }
  }

  private func decodePage(_ block: [UInt8], into text: inout [UInt8]) {
    text.reserveCapacity(text.count + block.count + block.count / 2)
    for byte in block {
      if byte < 0x80 {
        text.append(byte)
        continue
      }
      var character = characters[Int(byte) - 0x80]
      for _ in 0..<character >> 24 {
        text.append(UInt8(truncatingIfNeeded: character))
        character >>= 8
      }
    }
  }

  /// UTF-16.
  private mutating func decodeUnits(of block: [UInt8], isLast: Bool, into text: inout [UInt8]) {
    let bytes = pending + block
    let isLittle = encoding == .utf16LittleEndian
    let unit = { (index: Int) -> UInt32 in
      isLittle
        ? UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8
        : UInt32(bytes[index]) << 8 | UInt32(bytes[index + 1])
    }
    var index = 0
    while index + 1 < bytes.count {
      let first = unit(index)
      if 0xD800..<0xDC00 ~= first {
        if index + 3 < bytes.count {
          let second = unit(index + 2)
          if 0xDC00..<0xE000 ~= second {
            text.appendScalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            index += 4
            continue
          }
        } else if !isLast {
          break
        }
      }
      text.appendScalar(first)
      index += 2
    }
    keep(bytes[index...], isLast: isLast, into: &text)
  }

  /// UTF-32.
  private mutating func decodeScalars(of block: [UInt8], isLast: Bool, into text: inout [UInt8]) {
    let bytes = pending + block
    let isLittle = encoding == .utf32LittleEndian
    var index = 0
    while index + 3 < bytes.count {
      let unit = bytes[index..<index + 4]
      let value = (isLittle ? unit.reversed() : Array(unit)).reduce(UInt32(0)) {
        $0 << 8 | UInt32($1)
      }
      // What is no scalar at all has no bytes of its own to stay as.
      text.appendScalar(value <= 0x10FFFF ? value : 0xFFFD)
      index += 4
    }
    keep(bytes[index...], isLast: isLast, into: &text)
  }

  /// Keeps what is left of a block for the next; at the end half a character stays as it is.
  private mutating func keep(_ rest: ArraySlice<UInt8>, isLast: Bool, into text: inout [UInt8]) {
    pending = isLast ? [] : Array(rest)
    if isLast { text += rest }
  }
}

extension [UInt8] {
  /// Adds a scalar in UTF-8; half of a surrogate pair in the form that UTF-8 would give it.
  mutating func appendScalar(_ value: UInt32) {
    let continuation = { (shift: UInt32) in UInt8(0x80 | value >> shift & 0x3F) }
    switch value {
    case 0..<0x80: append(UInt8(value))
    case 0x80..<0x800:
      append(UInt8(0xC0 | value >> 6))
      append(continuation(0))
    case 0x800..<0x10000:
      append(UInt8(0xE0 | value >> 12))
      append(continuation(6))
      append(continuation(0))
    default:
      append(UInt8(0xF0 | value >> 18))
      append(continuation(12))
      append(continuation(6))
      append(continuation(0))
    }
  }
}
