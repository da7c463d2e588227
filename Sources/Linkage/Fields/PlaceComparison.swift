/// How the words of two places compare.
enum PlaceComparison {
  /// The word that both places share, else nearly share, else the region both lie in; the rarest by `surprise` of
  /// several.
  static func shared<Surprise: Comparable>(
    _ a: [[UInt8]], _ b: [[UInt8]], surprise: ([UInt8]) -> Surprise
  ) -> (word: [UInt8], surprise: Surprise, level: FieldLevel)? {
    var best: (word: [UInt8], surprise: Surprise, level: FieldLevel)?
    for x in a {
      for y in b {
        guard let level = level(x, y) else { continue }
        let word = x.count > y.count ? y : x
        let found = surprise(word)
        if let best, (best.level.rawValue, found) <= (level.rawValue, best.surprise) { continue }
        best = (word, found, level)
      }
    }
    return best
  }

  /// The levels stand in the order of what they say.
  private static func level(_ x: [UInt8], _ y: [UInt8]) -> FieldLevel? {
    if x == y { return Regions.isRegion(x) ? .placeInRegion : .placeAgrees }
    return isNear(x, y) ? .placeNear : nil
  }

  /// Long enough that few words are a letter from it.
  private static let shortest = 5

  /// Whether two coarse keys differ by one letter, or one begins or ends with the other: a word with a slip in it, or
  /// two words run together.
  static func isNear<Symbol: Equatable>(_ a: [Symbol], _ b: [Symbol]) -> Bool {
    let (x, y) = a.count <= b.count ? (a, b) : (b, a)
    if x.count < shortest { return false }
    var prefix = 0
    while prefix < x.count, x[prefix] == y[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < x.count - prefix, x[x.count - 1 - suffix] == y[y.count - 1 - suffix] {
      suffix += 1
    }
    if y.count - x.count <= 1, prefix + suffix >= x.count - (y.count == x.count ? 1 : 0) {
      return true
    }
    if x.count == y.count, prefix + suffix == x.count - 2, x[prefix] == y[prefix + 1],
      x[prefix + 1] == y[prefix]
    {
      return true
    }
    if prefix == x.count { return true }
    return y.suffix(x.count).elementsEqual(x)
  }
}
