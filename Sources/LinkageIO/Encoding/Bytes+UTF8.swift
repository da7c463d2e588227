extension ArraySlice<UInt8> {
  var isUTF8: Bool { (try? UTF8Span(validating: span)) != nil }
}

extension [UInt8] {
  /// UTF-8 without NUL bytes.
  var holdsOnlyText: Bool { isUTF8 && !contains(0) }

  var isUTF8: Bool { (try? UTF8Span(validating: span)) != nil }

  /// The length of the character of several bytes that begins at `index`, as UTF-8 allows them; 0 where none does.
  func lengthOfUTF8(at index: Int) -> Int {
    let lead = self[index]
    let length: Int
    // The second byte is bounded further: no overlong form, no surrogate, nothing beyond U+10FFFF.
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard index + length <= count, second ~= self[index + 1] else { return 0 }
    for place in index + 2..<index + length where self[place] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// Whether the array ends in the middle of a character that begins at `index`.
  func isCutOff(at index: Int) -> Bool {
    guard 0xC2...0xF4 ~= self[index] else { return false }
    return self[(index + 1)...].allSatisfy { $0 & 0xC0 == 0x80 }
  }
}
