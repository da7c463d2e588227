internal import NameIndex

/// Coarse keys with letters left out, so that a key finds those that are equal to it once a letter is left out of either
/// (`DeletionJoin`).
///
/// Known by a hash of which the first bits are the bucket and the last 32 stand in it.
struct KeyVariants {
  private(set) var buckets: [UInt32] = [0, 0]
  private(set) var entries: [UInt64] = []

  /// A variant in its bucket: the last bits of the hash, which letter was left out, and the number of the key.
  struct Entry {
    let bits: UInt64

    /// What a file says.
    init(bits: UInt64) { self.bits = bits }

    fileprivate init(_ variant: UInt64, _ without: DeletionJoin.Deletion, key: UInt32) {
      bits = variant << 32 | UInt64(without.place) << UInt64(KeyVariants.keyBits) | UInt64(key)
    }

    func isOf(_ variant: UInt64) -> Bool { bits >> 32 == variant & 0xFFFF_FFFF }
    var without: DeletionJoin.Deletion {
      DeletionJoin.Deletion(place: UInt8(bits >> UInt64(KeyVariants.keyBits) & 63))
    }
    var key: UInt32 { UInt32(bits & (1 << UInt64(KeyVariants.keyBits) - 1)) }
  }

  private static let keyBits = 26

  /// No variants.
  init() {}

  /// The variants of keys that are known by their hashes, and by `numbers`.
  /// - Throws: `IndexError.tooLarge` where there are more keys than an entry numbers.
  init(_ spelled: [UInt64: [UInt8]], numbers: [UInt64: UInt32]) throws(IndexError) {
    if numbers.count > 1 << Self.keyBits { throw .tooLarge }
    var count = 0
    Self.forEach(spelled) { _, _, _ in count += 1 }
    let bits = Self.bits(variants: count)
    var starts = [UInt32](repeating: 0, count: 1 << bits + 1)
    Self.forEach(spelled) { variant, _, _ in starts[Self.bucket(variant, bits: bits) + 1] += 1 }
    for bucket in 0..<1 << bits { starts[bucket + 1] += starts[bucket] }
    buckets = starts
    entries = [UInt64](repeating: 0, count: count)
    Self.forEach(spelled) { variant, without, hash in
      let bucket = Self.bucket(variant, bits: bits)
      entries[Int(starts[bucket])] = Entry(variant, without, key: numbers[hash]!).bits
      starts[bucket] += 1
    }
    // The order within a bucket is not that in which a dictionary gives its keys.
    for bucket in 0..<1 << bits {
      entries[Int(buckets[bucket])..<Int(buckets[bucket + 1])].sort()
    }
  }

  private static func forEach(
    _ spelled: [UInt64: [UInt8]], _ body: (UInt64, DeletionJoin.Deletion, UInt64) -> Void
  ) {
    for (hash, key) in spelled {
      DeletionJoin.forEachVariant(
        of: key.span, in: key.indices, twoDeletionsFrom: TokenJoin.twoDeletionsFrom
      ) { body($0, $1, hash) }
    }
  }

  /// About four variants to a bucket.
  private static func bits(variants: Int) -> Int {
    max(1, Int.bitWidth - (variants / 4).leadingZeroBitCount)
  }

  static func bucket(_ variant: UInt64, bits: Int) -> Int { Int(variant >> UInt64(64 - bits)) }
}
