/// A number of a spreadsheet as a person would write it.
///
/// Programs store 1984 as `1984.0` or `1.984E3`, and 3.2 as `3.2000000000000002`.
enum PlainNumber {
  /// Longer numbers keep their exponent.
  private static let mostDigits = 21
  /// What a double is sure of.
  private static let sureDigits = 15

  /// `text` without exponent, idle zeros and the noise of binary fractions; unchanged where it is no number.
  static func text(_ text: [UInt8]) -> [UInt8] {
    // Most numbers are whole and short.
    if text.count <= sureDigits, text.allSatisfy({ 0x30...0x39 ~= $0 }) { return text }
    guard let number = Number(text) else { return text }
    if number.digits.count > sureDigits, number.exponent < 0,
      let value = Double(String(decoding: text, as: UTF8.self)),
      let shortest = Number(Array("\(value)".utf8))
    {
      return shortest.plain ?? text
    }
    return number.plain ?? text
  }

  /// Digits with a power of ten.
  private struct Number {
    var isNegative = false
    /// Without zeros at either end, unless it is zero.
    var digits: [UInt8] = []
    var exponent = 0

    init?(_ text: [UInt8]) {
      var rest = text[...]
      if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        isNegative = sign == UInt8(ascii: "-")
        rest.removeFirst()
      }
      var isFraction = false
      while let byte = rest.first, byte | 0x20 != UInt8(ascii: "e") {
        rest.removeFirst()
        if byte == UInt8(ascii: "."), !isFraction {
          isFraction = true
        } else if 0x30...0x39 ~= byte {
          digits.append(byte)
          if isFraction { exponent -= 1 }
        } else {
          return nil
        }
      }
      guard !digits.isEmpty, digits.count < 400 else { return nil }
      if rest.popFirst() != nil {
        let isDown = rest.first == UInt8(ascii: "-")
        if isDown || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        guard let power = DecimalDigits.value(rest), power < 400 else { return nil }
        exponent += isDown ? -power : power
      }
      while digits.count > 1, digits.last == 0x30 {
        digits.removeLast()
        exponent += 1
      }
      while digits.count > 1, digits.first == 0x30 { digits.removeFirst() }
    }

    /// `nil` where it would be too long.
    var plain: [UInt8]? {
      let zero = UInt8(ascii: "0")
      if digits == [zero] { return digits }
      let sign: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
      if exponent >= 0 {
        guard digits.count + exponent <= mostDigits else { return nil }
        return sign + digits + [UInt8](repeating: zero, count: exponent)
      }
      let whole = digits.count + exponent
      guard -exponent <= mostDigits else { return nil }
      let point = UInt8(ascii: ".")
      if whole > 0 { return sign + digits[..<whole] + [point] + digits[whole...] }
      return sign + [zero, point] + [UInt8](repeating: zero, count: -whole) + digits
    }
  }
}
