/// Which keys of a vocabulary differ by little: keys one edit apart (a letter added, left out, changed, or two neighbours
/// exchanged), found as those that are equal once a letter is left out of one or both of them (symmetric deletion, after
/// Bocek, Hunt and Stiller 2007). Of long keys two letters may be left out, and what meets so is not looked at again.
package struct DeletionJoin: Sendable {
  private let keys: StringArena
  private let twoDeletionsFrom: Int
  /// The groups of keys that are equal with letters left out: those of key `k` are
  /// `groups[groupStarts[k]..<groupStarts[k + 1]]`.
  private var groupStarts: [UInt32] = []
  private var groups: [UInt32] = []
  /// The keys of group `g` are `members[memberStarts[g]..<memberStarts[g + 1]]`, ascending.
  private var memberStarts: [UInt32] = [0]
  private var members: [UInt32] = []

  /// Keys shorter than this are met by equality alone: without a letter they say nothing.
  private static let shortest = 4

  /// Finds the groups of `keys`, which are distinct.
  ///
  /// - Parameter twoDeletionsFrom: the length from which two letters may be left out.
  /// - Complexity: O(letters × keys), the square of the letters for keys with two left out.
  package init(_ keys: StringArena, twoDeletionsFrom: Int) {
    self.keys = keys
    self.twoDeletionsFrom = twoDeletionsFrom
    var entries: [Entry] = []
    entries.reserveCapacity(Self.mostVariants(of: keys, twoDeletionsFrom: twoDeletionsFrom))
    for key in 0..<UInt32(keys.count) {
      Self.forEachVariant(
        of: keys.bytes.span, in: keys.range(of: key), twoDeletionsFrom: twoDeletionsFrom
      ) { hash, _ in
        entries.append(Entry(hash: UInt32(truncatingIfNeeded: hash), key: key))
      }
    }
    Self.sortByHash(&entries)
    var counts = [UInt32](repeating: 0, count: keys.count + 1)
    var pairs: [(key: UInt32, group: UInt32)] = []
    var first = 0
    while first < entries.count {
      var last = first + 1
      while last < entries.count, entries[last].hash == entries[first].hash { last += 1 }
      // A variant that one key alone has brings nobody together.
      if last - first > 1 {
        let group = UInt32(memberStarts.count - 1)
        let before = members.count
        for entry in entries[first..<last]
        where members.count == before || members[members.count - 1] != entry.key {
          members.append(entry.key)
          pairs.append((entry.key, group))
          counts[Int(entry.key) + 1] += 1
        }
        memberStarts.append(UInt32(members.count))
      }
      first = last
    }
    for key in 0..<keys.count { counts[key + 1] += counts[key] }
    groupStarts = counts
    groups = [UInt32](repeating: 0, count: pairs.count)
    for pair in pairs {
      groups[Int(counts[Int(pair.key)])] = pair.group
      counts[Int(pair.key)] += 1
    }
  }

  /// Calls `body` with every key that differs little from `key`, not with `key` itself; with some more than once, and once in
  /// a great many with one that differs by more, whose variant happens to have the same hash.
  package func forEachNeighbour(of key: UInt32, _ body: (UInt32) -> Void) {
    for place in groupStarts[Int(key)]..<groupStarts[Int(key) + 1] {
      let group = Int(groups[Int(place)])
      for member in memberStarts[group]..<memberStarts[group + 1] {
        let other = members[Int(member)]
        if other != key, mayBeOneEdit(key, other) { body(other) }
      }
    }
  }

  /// Whether two keys that have a variant in common are one edit apart, and not one letter added here and another left out
  /// there; they may be where two letters were left out.
  private func mayBeOneEdit(_ a: UInt32, _ b: UInt32) -> Bool {
    var (left, right) = (keys.range(of: a), keys.range(of: b))
    if left.count != right.count || left.count >= twoDeletionsFrom { return true }
    let symbols = keys.bytes.span
    while !left.isEmpty, symbols[left.lowerBound] == symbols[right.lowerBound] {
      (left, right) = (left.dropFirst(), right.dropFirst())
    }
    while !left.isEmpty, symbols[left.upperBound - 1] == symbols[right.upperBound - 1] {
      (left, right) = (left.dropLast(), right.dropLast())
    }
    return left.count <= 1
      || left.count == 2 && symbols[left.lowerBound] == symbols[right.upperBound - 1]
        && symbols[left.upperBound - 1] == symbols[right.lowerBound]
  }

  /// A variant of a key; in eight bytes, since there are some 25 of each key. Of ten million variants some ten
  /// thousand pairs have one hash and differ, which brings keys together that have nothing else in common.
  private struct Entry {
    var hash: UInt32
    var key: UInt32
  }

  /// No fewer than there are.
  private static func mostVariants(of keys: StringArena, twoDeletionsFrom: Int) -> Int {
    (0..<UInt32(keys.count)).reduce(0) { sum, key in
      let letters = keys.range(of: key).count
      return sum + 1 + letters + (letters < twoDeletionsFrom ? 0 : letters * (letters - 1) / 2)
    }
  }

  /// Which letter was left out for a variant.
  package struct Deletion: Sendable, Hashable {
    /// The letter's place, no more than the last that is told apart.
    package let place: UInt8

    /// A place that is known.
    package init(place: UInt8) { self.place = place }

    private static let last: UInt8 = 61
    /// More than one letter.
    static let several = Deletion(place: 62)
    static let none = Deletion(place: 63)

    init(at place: Int) { self.place = UInt8(min(place, Int(Self.last))) }

    /// Whether two keys without runs of which this and the other were left out for one variant are one edit apart: a letter changed, or
    /// two neighbours exchanged. Where they are further apart, a letter was added here and another left out there. They may
    /// be where one of the places is not told.
    package func mayBeOneEdit(from other: Deletion) -> Bool {
      if place >= Self.last || other.place >= Self.last { return true }
      return abs(Int(place) - Int(other.place)) <= 1
    }
  }

  /// Calls `body` with a hash of the key that stands in `range`, and then of each of its variants, and what was left out.
  package static func forEachVariant(
    of symbols: Span<UInt8>, in range: Range<Int>, twoDeletionsFrom: Int,
    _ body: (UInt64, Deletion) -> Void
  ) {
    body(hash(symbols, range, without: -1, -1), .none)
    if range.count < shortest { return }
    for a in range {
      // Of a run of one letter it does not matter which is left out.
      if a > range.lowerBound, symbols[a] == symbols[a - 1] { continue }
      body(hash(symbols, range, without: a, -1), Deletion(at: a - range.lowerBound))
      if range.count < twoDeletionsFrom { continue }
      for b in (a + 1)..<max(a + 1, range.upperBound) {
        body(hash(symbols, range, without: a, b), .several)
      }
    }
  }

  /// The hash by which a key is known.
  package static func hash(of key: Span<UInt8>) -> UInt64 {
    hash(key, key.indices, without: -1, -1)
  }

  /// A hash of the symbols in `range` but those at `a` and `b`.
  private static func hash(_ symbols: Span<UInt8>, _ range: Range<Int>, without a: Int, _ b: Int)
    -> UInt64
  {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in range where place != a && place != b {
      hash = (hash ^ UInt64(symbols[place])) &* 0x100_0000_01B3
    }
    return mixed(hash)
  }

  /// Spreads the bits of a hash (the finaliser of SplitMix64).
  private static func mixed(_ hash: UInt64) -> UInt64 {
    var z = hash
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Brings entries into the order of their hashes, keys of one hash as they came: a radix sort.
  private static func sortByHash(_ entries: inout [Entry]) {
    var sorted = entries
    for shift in [0, 11, 22] as [UInt32] {
      var ends = [Int](repeating: 0, count: 1 << 11 + 1)
      for entry in entries { ends[Int(entry.hash >> shift & 2047) + 1] += 1 }
      for digit in 0..<2048 { ends[digit + 1] += ends[digit] }
      for entry in entries {
        let digit = Int(entry.hash >> shift & 2047)
        sorted[ends[digit]] = entry
        ends[digit] += 1
      }
      swap(&entries, &sorted)
    }
  }
}
