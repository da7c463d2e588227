/// An amount of evidence in bits, in fixed point: 1/1024 of a bit.
///
/// Integers, because `log2` differs between machines and the same input must give the same bytes.
public struct Bits: Sendable, Hashable, Comparable, AdditiveArithmetic {
  /// 1/1024 bits.
  public var raw: Int32

  /// An amount given in 1/1024 bits.
  @inlinable public init(raw: Int32) { self.raw = raw }

  /// The nearest fixed-point value; halves away from zero.
  @inlinable public init(_ bits: Double) { raw = Int32((bits * 1024).rounded()) }

  /// The value in bits.
  @inlinable public var value: Double { Double(raw) / 1024 }

  public static let zero = Bits(raw: 0)
  @inlinable public static func < (a: Bits, b: Bits) -> Bool { a.raw < b.raw }
  @inlinable public static func + (a: Bits, b: Bits) -> Bits { Bits(raw: a.raw + b.raw) }
  @inlinable public static func - (a: Bits, b: Bits) -> Bits { Bits(raw: a.raw - b.raw) }
  /// The same amount against.
  @inlinable public static prefix func - (a: Bits) -> Bits { Bits(raw: -a.raw) }

  /// This much of the amount, in 1/256: `bits.scaled(205)` is 80 %. Rounded towards zero.
  @inlinable public func scaled(_ parts: Int32) -> Bits {
    Bits(raw: Int32(Int64(raw) * Int64(parts) / 256))
  }
}

extension Bits {
  /// `log2(n)`, exact to 1/1024 bits, by integer arithmetic alone: the same on every machine.
  ///
  /// The fraction comes bit by bit from squaring the mantissa (Knuth, TAOCP 1, 1.2.2, exercise 25).
  /// - Precondition: `n > 0`.
  public static func log2(_ n: UInt64) -> Bits {
    precondition(n > 0, "log2 of zero")
    let exponent = 63 - n.leadingZeroBitCount
    var mantissa = n << UInt64(63 - exponent)  // 1.63 fixed point, in [1, 2)
    var fraction: Int32 = 0
    for _ in 0..<11 {
      let square = mantissa.multipliedFullWidth(by: mantissa).high  // 2.62
      fraction <<= 1
      if square >> 63 == 1 {
        fraction |= 1
        mantissa = square
      } else {
        mantissa = square << 1
      }
    }
    return Bits(raw: Int32(exponent) << 10 + (fraction + 1) >> 1)
  }

  /// `log2(numerator / denominator)`.
  public static func log2(_ numerator: UInt64, over denominator: UInt64) -> Bits {
    log2(numerator) - log2(denominator)
  }
}
