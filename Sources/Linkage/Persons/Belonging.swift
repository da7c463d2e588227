internal import NameSimilarity

/// How firmly the rows of a person hang together.
struct Belonging {
  /// For each row the probability that it belongs with the rest.
  private(set) var probabilities: [Double]
  /// The weakest of the links that hold the rows together: the least weight in the spanning tree of greatest weight.
  private(set) var weakest: Bits?

  /// - Parameter rows: the profile of each row of a person.
  init(_ rows: [UInt32], _ weights: WeightCache, prior: Bits) {
    probabilities = [Double](repeating: 1, count: rows.count)
    if rows.count == 1 { return }
    // Equal rows hang together alike: one row of each profile, and how many there are of it.
    var counts: [UInt32: Int] = [:]
    for profile in rows { counts[profile, default: 0] += 1 }
    let profiles = counts.keys.sorted()
    func weight(_ a: UInt32, _ b: UInt32) -> Bits { weights.weight(a, b) ?? Bits(-40) }
    var probabilityOfProfile: [UInt32: Double] = [:]
    for profile in profiles {
      var best = counts[profile]! > 1 ? weight(profile, profile) : Bits(-40)
      var worst = Bits.zero
      for other in profiles where other != profile {
        best = max(best, weight(profile, other))
        worst = min(worst, weight(profile, other) + prior)
      }
      // A row that somebody in the person contradicts is less sure than its best link says.
      probabilityOfProfile[profile] = (best + prior + worst.scaled(64)).probability
    }
    probabilities = rows.map { probabilityOfProfile[$0]! }

    var joined: Set<UInt32> = [profiles[0]]
    var least = profiles.filter { counts[$0]! > 1 }.map { weight($0, $0) }.min()
    while joined.count < profiles.count {
      var best: (profile: UInt32, weight: Bits)?
      for profile in profiles where !joined.contains(profile) {
        let link = joined.map { weight($0, profile) }.max()!
        if best == nil || link > best!.weight { best = (profile, link) }
      }
      joined.insert(best!.profile)
      least = min(least ?? best!.weight, best!.weight)
    }
    weakest = least
  }
}
