/// How texts compare that are no names: addresses, notes, post codes.
enum TextComparison {
  /// Whether two texts differ by a slip, or one begins or ends with the other; of short ones too many do by chance.
  static func isNear(_ a: String, _ b: String) -> Bool {
    let (x, y) = (a.utf8, b.utf8)
    // A slip leaves the beginning or the end as it is: most pairs end here.
    guard x.count > 4, y.count > 4, x.first == y.first || x.last == y.last else { return false }
    return PlaceComparison.isNear(Array(a.unicodeScalars), Array(b.unicodeScalars))
  }
}
