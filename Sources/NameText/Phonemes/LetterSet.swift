/// A set of letters in 64 bits, which may seem to hold more than were put in.
///
/// Letters have one bit by the low six bits of their value, which are others for each letter of an alphabet.
struct LetterSet: Sendable {
  private var bits: UInt64 = 0

  static let all = LetterSet(bits: .max)

  init() {}

  private init(bits: UInt64) { self.bits = bits }

  private static func bit(_ letter: UInt32) -> UInt64 { 1 << UInt64(letter & 63) }

  mutating func insert(_ letter: UInt32) { bits |= Self.bit(letter) }

  func mayContain(_ letter: UInt32) -> Bool { bits & Self.bit(letter) != 0 }

  /// Whether no letter is in both, for certain.
  func isDisjoint(with other: LetterSet) -> Bool { bits & other.bits == 0 }
}
