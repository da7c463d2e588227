/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every machine.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// True once in `n` times.
  public mutating func oneIn(_ n: Int) -> Bool { Int.random(in: 0..<n, using: &self) == 0 }

  /// A string of up to `longest` symbols out of `symbols`.
  public mutating func symbols(_ symbols: [UInt8], longest: Int) -> [UInt8] {
    (0..<Int.random(in: 0...longest, using: &self)).map { _ in symbols.randomElement(using: &self)!
    }
  }
}
