/// SipHash-2-4 (Aumasson and Bernstein 2012) with a fixed key: 64 bits that name a row by what it holds.
///
/// The key is fixed because the same content must give the same name on every machine and in every run.
struct ContentHash {
  private var v0: UInt64 = 0x736f_6d65_7073_6575
  private var v1: UInt64 = 0x646f_7261_6e64_6f6d
  private var v2: UInt64 = 0x6c79_6765_6e65_7261
  private var v3: UInt64 = 0x7465_6462_7974_6573
  private var tail: UInt64 = 0
  private var length: UInt64 = 0

  /// A hash under the key (`k0`, `k1`).
  init(k0: UInt64 = 0x6469_7a69_6d20_726f, k1: UInt64 = 0x6c6c_2076_6572_2e31) {
    v0 ^= k0
    v1 ^= k1
    v2 ^= k0
    v3 ^= k1
  }

  private mutating func round() {
    v0 &+= v1
    v1 = (v1 << 13 | v1 >> 51) ^ v0
    v0 = v0 << 32 | v0 >> 32
    v2 &+= v3
    v3 = (v3 << 16 | v3 >> 48) ^ v2
    v0 &+= v3
    v3 = (v3 << 21 | v3 >> 43) ^ v0
    v2 &+= v1
    v1 = (v1 << 17 | v1 >> 47) ^ v2
    v2 = v2 << 32 | v2 >> 32
  }

  private mutating func compress(_ word: UInt64) {
    v3 ^= word
    round()
    round()
    v0 ^= word
  }

  mutating func update(_ byte: UInt8) {
    tail |= UInt64(byte) << (8 * (length & 7))
    length &+= 1
    if length & 7 == 0 {
      compress(tail)
      tail = 0
    }
  }

  mutating func update(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { update(byte) }
  }

  mutating func update(_ number: UInt64) {
    for shift in 0..<UInt64(8) { update(UInt8(truncatingIfNeeded: number >> (8 * shift))) }
  }

  consuming func finish() -> UInt64 {
    compress(tail | length << 56)
    v2 ^= 0xff
    for _ in 0..<4 { round() }
    return v0 ^ v1 ^ v2 ^ v3
  }
}

extension UInt64 {
  /// Sixteen hexadecimal digits.
  var hex: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
