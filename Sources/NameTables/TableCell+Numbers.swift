extension FixedWidthInteger {
  /// The number that a cell has in digits, with a minus or without; `nil` where it has none, or a greater one.
  @inlinable public init?(_ cell: TableCell, radix: Self = 10) {
    let isNegative = cell.first == UInt8(ascii: "-")
    let digits = isNegative ? cell.dropFirst() : cell
    if digits.isEmpty { return nil }
    var number: Self = 0
    for byte in digits {
      guard let digit = Self(digit: byte), digit < radix else { return nil }
      let (product, isTooGreat) = number.multipliedReportingOverflow(by: radix)
      let (sum, overflows) =
        isNegative
        ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      if isTooGreat || overflows { return nil }
      number = sum
    }
    self = number
  }

  /// What a digit of any radix up to 36 counts.
  @inlinable init?(digit byte: UInt8) {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self.init(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): self.init(byte - UInt8(ascii: "A") + 10)
    case UInt8(ascii: "a")...UInt8(ascii: "z"): self.init(byte - UInt8(ascii: "a") + 10)
    default: return nil
    }
  }
}

extension Double {
  /// The number that a cell has in decimals, 15 digits of them at most: `14.16`; `nil` where it has none.
  public init?(_ cell: TableCell) {
    guard cell.count <= 17 else { return nil }
    let isNegative = cell.first == UInt8(ascii: "-")
    var digits: Int64 = 0
    var count = 0
    var scale: Double?
    for byte in isNegative ? cell.dropFirst() : cell {
      if byte == UInt8(ascii: "."), scale == nil {
        scale = 1
      } else if let digit = Int64(digit: byte), digit < 10 {
        digits = digits * 10 + digit
        count += 1
        scale = scale.map { $0 * 10 }
      } else {
        return nil
      }
    }
    guard count > 0, count <= 15 else { return nil }
    // Both are exact, so that the quotient is the number that is nearest to the decimals.
    self = Double(isNegative ? -digits : digits) / (scale ?? 1)
  }
}
