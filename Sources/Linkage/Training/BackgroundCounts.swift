internal import NameSimilarity
internal import NameText

/// Counts from which the background model is made: how common names are and which sounds follow which.
package struct BackgroundCounts: Sendable {
  private var rates: [[UInt8]: Double] = [:]
  private var bigrams: [UInt16: UInt64] = [:]

  package init() {}

  /// Adds a counted list of names, lines `name … count` with a header, `share` of all tokens of a name being of its
  /// kind: a given name is one token of three.
  package mutating func add(countedNames text: String, share: Double) {
    var rows: [(String, Double)] = []
    var total = 0.0
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard let count = cells.last.flatMap({ Double($0) }), let name = cells.first else { continue }
      rows.append((String(name), count))
      total += count
    }
    for (name, count) in rows {
      guard let token = NameParser.parse(Cleaning.words(of: name)).tokens.first else { continue }
      let key = NameModel.standard.coarseKey(of: token, spelled: Phonemes.symbols(of: token.text))
      rates[key, default: 0] += share * count / total
    }
  }

  /// Adds the spellings of names, each once, for the model of sounds.
  package mutating func add(_ spellings: SpellingClusters) {
    for cluster in spellings.clusters {
      for spelling in cluster {
        var previous: UInt8 = 0
        for symbol in spelling.symbols + [0] {
          bigrams[UInt16(previous) << 8 | UInt16(symbol), default: 0] += 1
          previous = symbol
        }
      }
    }
  }

  /// `name-rates.tsv`: keys that at least one name in `leastOneIn` has.
  package func rateTable(leastOneIn: Double, source: String) -> String {
    let rows = rates.filter { $0.value * leastOneIn >= 1 }.map { key, rate in
      let bits = Bits.log2(1 << 40, over: UInt64(rate * Double(1 << 40)))
      return "\(String(decoding: key, as: UTF8.self))\t\(bits.decimal)"
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return
      "# coarse key\tbits: −log2 of the share of all tokens of names\n# Written by `dizim train background` from \(source).\n"
      + rows.joined(separator: "\n") + "\n"
  }

  /// `symbol-bigrams.tsv`, each pair seen half a time more than it was.
  package func bigramTable(source: String) -> String {
    let symbols =
      [0] + (1..<UInt8(AlignmentCosts.alphabetSize)).filter { !Phonemes.name(of: $0).isEmpty }
    var rows: [String] = []
    for x in symbols {
      let counts = symbols.map { 2 * (bigrams[UInt16(x) << 8 | UInt16($0)] ?? 0) + 1 }
      let total = counts.reduce(0, +)
      for (y, count) in zip(symbols, counts) where count > 1 {
        rows.append(
          "\(x == 0 ? "" : Phonemes.name(of: x))\t\(y == 0 ? "" : Phonemes.name(of: y))\t\(Bits.log2(total, over: count).decimal)"
        )
      }
    }
    rows.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return
      "# x\ty\tbits: −log2 P(y after x); empty: the start, the end of a name\n# Written by `dizim train background` from \(source).\n"
      + rows.joined(separator: "\n") + "\n"
  }
}
