/// A sum of 64 bits over bytes, eight at a time: a change within any eight of them changes it.
///
/// Four sums go side by side, each a multiplication and an exchange of halves away from the next word (after the
/// multiply-and-rotate hashes of xxHash); a step can be undone, so that no change of one word is lost on the way.
struct Checksum {
  private var lanes = (
    0x9E37_79B9_7F4A_7C15 as UInt64, 0xC2B2_AE3D_27D4_EB4F as UInt64,
    0x1656_67B1_9E37_79F9 as UInt64, 0x27D4_EB2F_1656_67C5 as UInt64
  )
  private static let factor: UInt64 = 0x9FB2_1C65_1E98_DF25

  /// The sum of `bytes`, those that are missing to a multiple of 32 taken for zeros.
  static func of(_ bytes: Span<UInt8>) -> UInt64 {
    var sum = Checksum()
    let raw = unsafe bytes.bytes
    let whole = raw.byteCount & ~31
    var place = 0
    while place < whole {
      sum.add(word(raw, place), word(raw, place + 8), word(raw, place + 16), word(raw, place + 24))
      place += 32
    }
    if whole < raw.byteCount {
      var rest = [UInt8](repeating: 0, count: 32)
      for i in whole..<raw.byteCount { rest[i - whole] = bytes[i] }
      let tail = unsafe rest.span.bytes
      sum.add(word(tail, 0), word(tail, 8), word(tail, 16), word(tail, 24))
    }
    let (a, b, c, d) = sum.lanes
    return mixed(a ^ mixed(b ^ mixed(c ^ mixed(d ^ UInt64(raw.byteCount)))))
  }

  private static func word(_ bytes: RawSpan, _ place: Int) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  private mutating func add(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) {
    lanes = (
      Self.step(lanes.0, a), Self.step(lanes.1, b), Self.step(lanes.2, c), Self.step(lanes.3, d)
    )
  }

  private static func step(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    let product = (lane ^ word) &* factor
    return product << 31 | product >> 33
  }

  private static func mixed(_ sum: UInt64) -> UInt64 {
    let product = (sum ^ sum >> 29) &* factor
    return product ^ product >> 32
  }
}
