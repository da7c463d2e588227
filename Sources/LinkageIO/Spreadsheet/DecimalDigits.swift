/// Whole numbers out of ASCII digits.
enum DecimalDigits {
  /// The number of nothing but up to nine digits; `nil` for anything else.
  static func value(_ digits: some Collection<UInt8>) -> Int? {
    guard 1...9 ~= digits.count else { return nil }
    var value = 0
    for digit in digits {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}
