import NameSimilarity

/// The metrics by the names that the vectors have for them.
enum Metrics {
  static let distances: [(name: String, metric: any EditDistance)] = [
    ("Levenshtein", Levenshtein()), ("OSA", OSA()), ("DamerauLevenshtein", DamerauLevenshtein()),
    ("Indel", Indel()), ("LCSSequence", LCSSequence()), ("Hamming", Hamming()),
  ]

  static let similarities: [(name: String, metric: any SimilarityMetric)] =
    distances.map { ($0.name, $0.metric) } + [
      ("Jaro", Jaro()), ("JaroWinkler", JaroWinkler()), ("JaroWinkler long", longTolerant),
      ("TokenSortRatio", TokenSortRatio()), ("TokenSetRatio", TokenSetRatio()),
      ("PartialRatio", PartialRatio()), ("WRatio", WRatio()),
    ]

  static let longTolerant: JaroWinkler = {
    var metric = JaroWinkler()
    metric.isLongTolerant = true
    return metric
  }()

  static func distance(named name: String) -> (any EditDistance)? {
    weighted(name) ?? distances.first { $0.name == name }?.metric
  }

  static func similarity(named name: String) -> (any SimilarityMetric)? {
    weighted(name) ?? similarities.first { $0.name == name }?.metric
  }

  /// `Levenshtein 1,1,2`: costs of insertion, deletion, substitution.
  private static func weighted(_ name: String) -> Levenshtein? {
    guard name.hasPrefix("Levenshtein ") else { return nil }
    let costs = name.dropFirst("Levenshtein ".count).split(separator: ",").compactMap { Int($0) }
    return Levenshtein(insertion: costs[0], deletion: costs[1], substitution: costs[2])
  }
}
