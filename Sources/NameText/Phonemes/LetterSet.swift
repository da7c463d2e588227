/// A set of letters in 64 bits, which may seem to hold more than were put in.
///
/// Letters have one bit by the low six bits of their value, which are others for each letter of an alphabet.
struct LetterSet: Sendable {
  private var bits: UInt64 = 0

  private static func bit(_ letter: UInt32) -> UInt64 { 1 << UInt64(letter & 63) }

  mutating func insert(_ letter: UInt32) { bits |= Self.bit(letter) }

  @inline(__always)
  func mayContain(_ letter: UInt32) -> Bool { bits & Self.bit(letter) != 0 }
}
