internal import Glibc
internal import NameTables
internal import NameText

/// Counts which letter follows which in words, and writes the table by which encodings are found out.
package struct LetterPairCounts {
  /// A list has one header and many names, but a short list is told by its header alone.
  private static let weightOfHeaders = 20
  /// Letters that occur more seldom are left out.
  private static let leastOccurrences = 20
  /// A pair that was never seen costs so many bits more than its second letter.
  private static let unseen = 2.0
  private static let most = 11.0

  private var words: [String: Int] = [:]

  /// Begins with the words of `headers.tsv`.
  package init() {
    NameTable.headers.forEachRow { cells in
      add(wordsOf: String(cells[0])[...], weight: Self.weightOfHeaders)
    }
  }

  /// Adds each word of tab-separated `text` once.
  package mutating func add(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      for cell in line.split(separator: "\t") { add(wordsOf: cell, weight: 1) }
    }
  }

  private mutating func add(wordsOf cell: Substring, weight: Int) {
    for word in cell.lowercased().split(whereSeparator: { !$0.isLetter }) {
      words[String(word)] = max(weight, words[String(word)] ?? 0)
    }
  }

  /// The table as `letter-pairs.tsv`: hundredths of a bit, sorted.
  package func table(source: String) -> String {
    let end: Unicode.Scalar = "_"
    var letters: [Unicode.Scalar: Int] = [:]
    for (word, weight) in words {
      for scalar in word.unicodeScalars { letters[scalar, default: 0] += weight }
    }
    letters = letters.filter { $0.value >= Self.leastOccurrences && Self.isOfNames($0.key) }

    var pairs: [Pair: Int] = [:]
    var totals: [Unicode.Scalar: Int] = [:]
    var singles: [Unicode.Scalar: Int] = [:]
    var beginnings: [Bool: Int] = [:]
    for (word, weight) in words {
      guard let first = word.unicodeScalars.first,
        word.unicodeScalars.allSatisfy({ letters[$0] != nil })
      else { continue }
      beginnings[LetterPairs.isCyrillic(first), default: 0] += weight
      var before = end
      for scalar in Array(word.unicodeScalars) + [end] {
        pairs[Pair(before: before, letter: scalar), default: 0] += weight
        totals[before, default: 0] += weight
        singles[scalar, default: 0] += weight
        before = scalar
      }
    }
    let sums = singles.reduce(into: [Bool: Int]()) {
      if $1.key != end { $0[LetterPairs.isCyrillic($1.key), default: 0] += $1.value }
    }
    /// How common a letter is in its script; a word's end is as common as words are.
    func share(of letter: Unicode.Scalar) -> Double {
      letter == end
        ? Double(singles[end] ?? 1) / Double(singles.values.reduce(1, +))
        : Double(singles[letter] ?? 1) / Double(sums[LetterPairs.isCyrillic(letter)] ?? 1)
    }
    var rows: [String] = []
    for letter in singles.keys {
      let cost = min(Self.most, Self.unseen - log2(share(of: letter)))
      rows.append("*\t\(letter)\t\(Self.hundredths(cost))")
    }
    for (pair, count) in pairs {
      let total =
        pair.before == end
        ? beginnings[LetterPairs.isCyrillic(pair.letter)] ?? 1 : totals[pair.before] ?? 1
      let probability = (Double(count) + share(of: pair.letter)) / Double(total + 1)
      rows.append(
        "\(pair.before)\t\(pair.letter)\t\(Self.hundredths(min(Self.most, -log2(probability))))")
    }
    rows.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return
      "# before\tletter\tcost: −log2 P(letter after before) in hundredths of a bit; _ a word's end, * any letter it was never seen after\n"
      + "# Written by `dizim train letters` from headers.tsv and \(source).\n"
      + rows.joined(separator: "\n") + "\n"
  }

  private struct Pair: Hashable {
    var before: Unicode.Scalar
    var letter: Unicode.Scalar
  }

  private static func isOfNames(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x61...0x7A, 0xDF...0x24F, 0x400..<0x530: true
    default: false
    }
  }

  private static func hundredths(_ bits: Double) -> Int { Int((bits * 100).rounded()) }
}
