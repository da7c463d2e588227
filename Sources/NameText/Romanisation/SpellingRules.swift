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

  /// Up to four letters, 16 bits a scalar, the first in the upper ones: numbers stand in the order of texts.
  private struct Letters: Hashable {
    static let most = 4
    private(set) var packed: UInt64 = 0
    private(set) var count = 0

    /// `nil` for more letters than that, and for scalars that take more bits: no alphabet of ours has any.
    init?(_ values: ArraySlice<UInt32>) {
      for value in values {
        if !append(value) { return nil }
      }
    }

    init?(_ cell: TableCell) {
      let isWhole = cell.withSpan { bytes in
        var place = 0
        while place < bytes.count {
          let (value, length) = bytes.scalar(at: place)
          if !append(value) { return false }
          place += length
        }
        return true
      }
      if !isWhole { return nil }
    }

    private mutating func append(_ value: UInt32) -> Bool {
      if count == Self.most || value > 0xFFFF { return false }
      packed |= UInt64(value) << UInt64(48 - 16 * count)
      count += 1
      return true
    }

    var scalars: some Sequence<Unicode.Scalar> {
      (0..<count).lazy.compactMap { [packed] in
        Unicode.Scalar(UInt16(truncatingIfNeeded: packed >> UInt64(48 - 16 * $0)))
      }
    }

    var text: String { String(String.UnicodeScalarView(scalars)) }

    var isLatin: Bool { scalars.allSatisfy { $0.value < 0x370 } }
  }

  /// Letters of both spellings, in either order.
  private struct Pair: Hashable {
    private let least: UInt64
    private let most: UInt64

    init(_ a: Letters, _ b: Letters) {
      least = min(a.packed, b.packed)
      most = max(a.packed, b.packed)
    }
  }

  private struct Link {
    var written: Letters
    var meant: Letters
    var other: Letters?
    /// A bit for each of `order`.
    var languages: UInt32
    var isOrdinary: Bool

    var rule: SpellingRule {
      SpellingRule(
        written: written.text, meant: meant.text, other: other?.text,
        languages: order.indices.filter { languages >> UInt32($0) & 1 == 1 }.map {
          String(order[$0])
        })
    }
  }

  private var links: [Pair: Link] = [:]

  /// Languages in the order in which they are named.
  private static let order: [TableCell] = [
    "kaa", "uzb", "kaz", "tuk", "kir", "tgk", "aze", "tat", "bak", "uig", "rus", "ukr", "bel",
    "bul",
    "srp", "mkd", "mon", "che",
  ]
  /// Systems whose spellings need no explanation.
  private static let ordinary: [TableCell] = ["*", "rus-bgn-pcgn-1947", "rus-icao-9303"]

  /// How letters are written by some systems.
  private struct Writing {
    var source: Letters
    var target: Letters
    /// A bit for each of `order`.
    var languages: UInt32
    var isOrdinary: Bool
  }

  private init() {
    let writings = Self.writings()
    links.reserveCapacity(1 << 11)
    var rest = writings[...]
    while let source = rest.first?.source {
      let targets = rest.prefix { $0.source == source }
      rest = rest[targets.endIndex...]
      for (number, writing) in zip(targets.indices, targets) {
        links[Pair(writing.target, source)] = Link(
          written: writing.target, meant: source, other: nil, languages: writing.languages,
          isOrdinary: writing.isOrdinary)
        if !writing.target.isLatin { continue }
        for other in targets[(number + 1)...] where other.target.isLatin {
          // What is unusual of the two is what needs a language.
          let shown = writing.isOrdinary ? other.languages : writing.languages
          // Of several letters that are written in both ways the one of most languages is meant.
          let pair = Pair(writing.target, other.target)
          if links[pair]?.languages.nonzeroBitCount ?? -1 < shown.nonzeroBitCount {
            links[pair] = Link(
              written: writing.target, meant: source, other: other.target, languages: shown,
              isOrdinary: false)
          }
        }
      }
    }
  }

  /// The rows of the table in the order of their letters, those of the same letters together; what is longer than
  /// `Letters` is never asked for.
  private static func writings() -> [Writing] {
    var rows: [Writing] = []
    var system: TableCell = ""
    var (language, isOrdinary) = (UInt32(0), false)
    NameTable.romanisation.forEachRow { cells in
      if cells[0] != system {
        system = cells[0]
        let code = system.prefix { $0 != UInt8(ascii: "-") }
        language = order.firstIndex(of: code).map { 1 << UInt32($0) } ?? 0
        isOrdinary = ordinary.contains(system)
      }
      guard !cells[1].isEmpty, !cells[3].isEmpty, cells[1] != cells[3],
        let source = Letters(cells[1]), let target = Letters(cells[3])
      else { return }
      rows.append(
        Writing(source: source, target: target, languages: language, isOrdinary: isOrdinary))
    }
    rows.sort {
      $0.source.packed != $1.source.packed
        ? $0.source.packed < $1.source.packed : $0.target.packed < $1.target.packed
    }
    return rows.reduce(into: []) { writings, row in
      guard let last = writings.last, last.source == row.source, last.target == row.target else {
        writings.append(row)
        return
      }
      writings[writings.count - 1].languages |= row.languages
      if row.isOrdinary { writings[writings.count - 1].isOrdinary = true }
    }
  }

  /// The rules by which two spellings in lower case are one name's, those that anybody would expect left out; `nil`
  /// where they do not account for every letter.
  /// - Complexity: O(`left` × `right`).
  package func rules(_ left: String, _ right: String) -> [SpellingRule]? {
    let (a, b) = (left.unicodeScalars.map(\.value), right.unicodeScalars.map(\.value))
    let width = b.count + 1
    var costs = [Int](repeating: .max, count: (a.count + 1) * width)
    var steps = [(rows: Int, columns: Int)](repeating: (0, 0), count: costs.count)
    costs[0] = 0
    for i in 0...a.count {
      for j in 0...b.count where costs[i * width + j] != .max {
        for rows in 1...Letters.most where i + rows <= a.count {
          for columns in 1...Letters.most where j + columns <= b.count {
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
      if let link = link(a[(i - step.rows)..<i], b[(j - step.columns)..<j]), !link.isOrdinary {
        let rule = link.rule
        if !rules.contains(rule) { rules.append(rule) }
      }
      (i, j) = (i - step.rows, j - step.columns)
    }
    return rules.reversed()
  }

  private func cost(_ x: ArraySlice<UInt32>, _ y: ArraySlice<UInt32>) -> Int? {
    if x.count == 1, y.count == 1, x.first == y.first { return 0 }
    return link(x, y).map { $0.isOrdinary ? 1 : 2 }
  }

  private func link(_ x: ArraySlice<UInt32>, _ y: ArraySlice<UInt32>) -> Link? {
    guard let x = Letters(x), let y = Letters(y) else { return nil }
    return links[Pair(x, y)]
  }
}
