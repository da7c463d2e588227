internal import NameTables

/// Letters of one spelling that stand where other letters stand in another, and the languages that write so.
package struct SpellingRule: Sendable, Hashable {
  /// The letters of the one spelling; in Latin where the other is Cyrillic.
  package var written: String
  /// What they stand for: letters of the other spelling, or, between two spellings in Latin, what these stand for.
  package var meant: String
  /// The letters of the second of two spellings in Latin, else `nil`.
  package var other: String?
  /// Codes of languages, the likeliest first.
  package var languages: [String]
}

/// Which letters the systems of romanisation and the respellings write for each other.
package struct SpellingRules: Sendable {
  /// Those of `romanisation.tsv`, read when the first is asked for.
  package static let shared = SpellingRules()

  /// Up to four letters of each spelling, 16 bits a scalar.
  private struct Letters: Hashable {
    var left: UInt64
    var right: UInt64

    /// `nil` for more letters than that, and for scalars that take more bits: no alphabet of ours has any.
    init?(_ left: some Collection<Unicode.Scalar>, _ right: some Collection<Unicode.Scalar>) {
      guard let left = Self.packed(left), let right = Self.packed(right) else { return nil }
      self.left = left
      self.right = right
    }

    private static func packed(_ scalars: some Collection<Unicode.Scalar>) -> UInt64? {
      if scalars.count > SpellingRules.longest { return nil }
      var packed: UInt64 = 0
      for scalar in scalars {
        if scalar.value > 0xFFFF { return nil }
        packed = packed << 16 | UInt64(scalar.value)
      }
      return packed
    }
  }

  private struct Link {
    var rule: SpellingRule
    var isOrdinary: Bool
  }

  private var links: [Letters: Link] = [:]
  private static let longest = 4

  /// Languages in the order in which they are named.
  private static let order = [
    "kaa", "uzb", "kaz", "tuk", "kir", "tgk", "aze", "tat", "bak", "uig", "rus", "ukr", "bel",
    "bul",
    "srp", "mkd", "mon", "che",
  ]
  /// Systems whose spellings need no explanation.
  private static let ordinary: Set<Substring> = ["*", "rus-bgn-pcgn-1947", "rus-icao-9303"]

  /// How a letter or a few are written.
  private struct Writing {
    var target: String
    /// A bit for each of `order`.
    var languages: UInt32 = 0
    var isOrdinary = false
    var isLatin: Bool

    init(_ target: String) {
      self.target = target
      isLatin = target.unicodeScalars.allSatisfy { $0.value < 0x370 }
    }
  }

  private init() {
    let bits = Dictionary(
      uniqueKeysWithValues: Self.order.enumerated().map { (Substring($1), UInt32(1) << UInt32($0)) }
    )
    var writings: [String: [String: Writing]] = [:]
    NameTable.romanisation.forEachRow { cells in
      let (source, target) = (String(cells[1]), String(cells[3]))
      guard !source.isEmpty, !target.isEmpty, source != target else { return }
      let language = bits[cells[0].prefix { $0 != "-" }] ?? 0
      let isOrdinary = Self.ordinary.contains(cells[0])
      writings[source, default: [:]][target, default: Writing(target)].languages |= language
      if isOrdinary { writings[source]?[target]?.isOrdinary = true }
    }
    links.reserveCapacity(1 << 12)
    for (source, targets) in writings.sorted(by: { $0.key < $1.key }) {
      let targets = targets.values.sorted { $0.target < $1.target }
      for (number, writing) in targets.enumerated() {
        let rule = SpellingRule(
          written: writing.target, meant: source, other: nil,
          languages: Self.named(writing.languages))
        add(writing.target, source, Link(rule: rule, isOrdinary: writing.isOrdinary))
        if !writing.isLatin { continue }
        for other in targets[(number + 1)...] where other.isLatin {
          // What is unusual of the two is what needs a language.
          let shown = writing.isOrdinary ? other.languages : writing.languages
          // Of several letters that are written in both ways the one of most languages is meant.
          let known = Letters(writing.target.unicodeScalars, other.target.unicodeScalars)
            .flatMap { links[$0] }
          if known?.rule.languages.count ?? -1 < shown.nonzeroBitCount {
            let rule = SpellingRule(
              written: writing.target, meant: source, other: other.target,
              languages: Self.named(shown))
            add(writing.target, other.target, Link(rule: rule, isOrdinary: false))
          }
        }
      }
    }
  }

  /// The languages of a set of bits, in their order.
  private static func named(_ languages: UInt32) -> [String] {
    order.indices.filter { languages >> UInt32($0) & 1 == 1 }.map { order[$0] }
  }

  private mutating func add(_ a: String, _ b: String, _ link: Link) {
    // What is longer is never asked for.
    guard let letters = Letters(a.unicodeScalars, b.unicodeScalars),
      let back = Letters(b.unicodeScalars, a.unicodeScalars)
    else { return }
    links[letters] = link
    links[back] = link
  }

  /// The rules by which two spellings in lower case are one name's, those that anybody would expect left out; `nil`
  /// where they do not account for every letter.
  /// - Complexity: O(`left` × `right`).
  package func rules(_ left: String, _ right: String) -> [SpellingRule]? {
    let (a, b) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    let width = b.count + 1
    var costs = [Int](repeating: .max, count: (a.count + 1) * width)
    var steps = [(rows: Int, columns: Int)](repeating: (0, 0), count: costs.count)
    costs[0] = 0
    for i in 0...a.count {
      for j in 0...b.count where costs[i * width + j] != .max {
        for rows in 1...Self.longest where i + rows <= a.count {
          for columns in 1...Self.longest where j + columns <= b.count {
            guard let cost = cost(a[i..<(i + rows)], b[j..<(j + columns)]) else { continue }
            let place = (i + rows) * width + j + columns
            let sum = costs[i * width + j] + cost
            if sum < costs[place] {
              costs[place] = sum
              steps[place] = (rows, columns)
            }
          }
        }
      }
    }
    guard costs[a.count * width + b.count] != .max else { return nil }
    var rules: [SpellingRule] = []
    var (i, j) = (a.count, b.count)
    while i > 0 {
      let step = steps[i * width + j]
      let letters = Letters(a[(i - step.rows)..<i], b[(j - step.columns)..<j])
      if let link = letters.flatMap({ links[$0] }), !link.isOrdinary, !rules.contains(link.rule) {
        rules.append(link.rule)
      }
      (i, j) = (i - step.rows, j - step.columns)
    }
    return rules.reversed()
  }

  private func cost(_ x: ArraySlice<Unicode.Scalar>, _ y: ArraySlice<Unicode.Scalar>) -> Int? {
    if x.count == 1, y.count == 1, x.first == y.first { return 0 }
    guard let link = Letters(x, y).flatMap({ links[$0] }) else { return nil }
    return link.isOrdinary ? 1 : 2
  }
}
