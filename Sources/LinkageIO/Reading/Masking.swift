/// Text of a cell made unreadable but for its form: a small or capital letter, a digit, signs as they are.
enum Masking {
  private static let longest = 40

  /// `Тажимуратов Д. (1978)` becomes `Жжжжжжжжжжж Ж. (9999)`, `O‘tkir` becomes `X‘xxxx`.
  static func masked(_ cell: ArraySlice<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    // A character has four bytes at most.
    let scalars = String(decoding: cell.prefix(4 * (longest + 1)), as: UTF8.self).unicodeScalars
    for scalar in scalars.prefix(longest) { text.append(masked(scalar)) }
    if scalars.count > longest { text.append("…") }
    return String(text)
  }

  private static func masked(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.properties.numericType != nil { return "9" }
    guard scalar.properties.isAlphabetic else { return scalar }
    let isCapital = scalar.properties.isUppercase
    switch scalar.value {
    case 0..<0x250, 0x1E00..<0x1F00: return isCapital ? "X" : "x"
    case 0x400..<0x530: return isCapital ? "Ж" : "ж"
    default: return "字"
    }
  }
}
