/// Numbers strings of symbols as they are first met.
package struct StringNumbers: Sendable {
  /// The strings by number.
  package private(set) var strings = StringArena()
  private var numbers: [Key: UInt32] = [:]

  /// Hashed all at once and not byte by byte.
  private struct Key: Hashable {
    let symbols: [UInt8]

    func hash(into hasher: inout Hasher) {
      unsafe symbols.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
  }

  /// No strings.
  package init() {}

  package var count: Int { strings.count }

  /// The number of a string.
  package mutating func number(of string: [UInt8]) -> UInt32 {
    let key = Key(symbols: string)
    if let number = numbers[key] { return number }
    let number = UInt32(count)
    numbers[key] = number
    strings.append(string)
    return number
  }
}
