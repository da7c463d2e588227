/// An amount of evidence in bits, in fixed point: 1/1024 of a bit.
///
/// Integers, because `log2` differs between machines and the same input must give the same bytes.
public struct Bits: Sendable, Hashable, Comparable, AdditiveArithmetic {
  /// 1/1024 bits.
  public var raw: Int32

  @inlinable public init(raw: Int32) { self.raw = raw }

  /// The nearest fixed-point value; halves away from zero.
  public init(_ bits: Double) { raw = Int32((bits * 1024).rounded()) }

  /// The value in bits.
  public var value: Double { Double(raw) / 1024 }

  public static let zero = Bits(raw: 0)
  @inlinable public static func < (a: Bits, b: Bits) -> Bool { a.raw < b.raw }
  @inlinable public static func + (a: Bits, b: Bits) -> Bits { Bits(raw: a.raw + b.raw) }
  @inlinable public static func - (a: Bits, b: Bits) -> Bits { Bits(raw: a.raw - b.raw) }
  @inlinable public static prefix func - (a: Bits) -> Bits { Bits(raw: -a.raw) }
}
