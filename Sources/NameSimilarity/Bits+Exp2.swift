extension Bits {
  /// `2^bits` in 1/2³² for bits in −32…0, clamped there; by IEEE additions and multiplications alone, so that it is
  /// the same on every machine.
  public var exp2Q32: UInt64 {
    let bits = min(0, max(-32, value))
    let whole = Int(bits.rounded(.down))
    let x = (bits - Double(whole)) * 0.6931471805599453
    // Taylor series of e^x on [0, ln 2): the error of nine terms is below 2^-26 of the value.
    var term = 1.0
    var sum = 1.0
    for n in 1...9 {
      term *= x / Double(n)
      sum += term
    }
    return UInt64(sum * 4294967296.0) >> UInt64(-whole)
  }

  /// `log2(2^a + 2^b)`: the odds of either of two things that exclude each other.
  package static func log2OfSum(_ a: Bits, _ b: Bits) -> Bits {
    let one: UInt64 = 1 << 32
    return max(a, b) + log2(one + Bits(raw: -abs(a.raw - b.raw)).exp2Q32, over: one)
  }

  /// The probability with these log odds, in 1/2³²: `1 / (1 + 2^−bits)`.
  public var probabilityQ32: UInt64 {
    let odds = Bits(raw: -abs(raw)).exp2Q32
    let one: UInt64 = 1 << 32
    // Halved on both sides, since 2³² · 2³² would not fit.
    let small = (odds << 31) / ((one + odds) >> 1)
    return raw < 0 ? small : one - small
  }

  /// The probability with these log odds.
  public var probability: Double { Double(probabilityQ32) / 4294967296.0 }

  /// The log odds of a probability; certainty is held at 32 bits.
  public init(logOddsOf probability: Double) {
    let q = UInt64(min(max(probability, 0), 1) * 4294967296.0)
    self = Bits.log2(max(q, 1), over: max(4_294_967_296 - q, 1))
  }
}
