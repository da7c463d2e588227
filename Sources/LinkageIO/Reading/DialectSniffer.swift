internal import Linkage

/// Finds out how a file is written from its first rows.
///
/// Each delimiter is tried on a sample. The one wins that cuts most rows into the same number of
/// cells, the first row among them, and whose first row holds words of a header.
struct DialectSniffer {
  /// Enough for a few hundred rows, and still only a moment to parse six times.
  private static let sampleSize = 1 << 16
  // In a tie the earlier wins: tabs and bars hardly occur inside of names, commas do.
  private static let delimiters: [UInt8] = [
    .tab, UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: ","),
  ]

  let vocabulary: HeaderVocabulary
  let fileExtension: String

  /// The dialect of `bytes` from `start` on; what is `given` is kept.
  func dialect(of bytes: [UInt8], from start: Int, options: ReadOptions) -> Dialect {
    let delimiter = options.delimiter ?? likelyDelimiter(sample(of: bytes, from: start))
    let isQuoted =
      switch options.quoting {
      case .quoted: true
      case .raw: false
      // Only in tab-separated files are literal quotes a habit.
      case .auto: delimiter != .tab || quotesAreMarks(bytes, from: start)
      }
    return Dialect(delimiter: delimiter, isQuoted: isQuoted)
  }

  /// Whether the quotes of a tab-separated file are marks around cells or letters within them.
  ///
  /// They are marks where each of them can be one, and some cell could not stand without its
  /// marks or the first cell has them. Without quotes it does not matter.
  private func quotesAreMarks(_ bytes: [UInt8], from start: Int) -> Bool {
    let count = bytes[start...].count { $0 == .quote }
    guard count > 0 else { return false }
    let result = TableParser.parse(bytes, from: start, dialect: Dialect(delimiter: .tab))
    return result.problems.isEmpty && result.quotes.meaningful == count
      && (result.quotes.cellsInNeed > 0 || bytes[start] == .quote)
  }

  private func sample(of bytes: [UInt8], from start: Int) -> [UInt8] {
    var sample = bytes[start...].prefix(Self.sampleSize)
    // A row cut off in the middle would count as ragged.
    if sample.endIndex < bytes.count, let end = sample.lastIndex(of: .lineFeed) {
      sample = sample[...end]
    }
    return Array(sample)
  }

  private func likelyDelimiter(_ sample: [UInt8]) -> UInt8 {
    var best: (delimiter: UInt8, score: Double)?
    for delimiter in Self.delimiters {
      let score = score(delimiter, sample)
      if score > 0, score > best?.score ?? 0 { best = (delimiter, score) }
    }
    if let best { return best.delimiter }
    // One column: a delimiter that parts no cell leaves them whole.
    if fileExtension == "tsv" { return .tab }
    return [UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: ";")].first { delimiter in
      let cells = TableParser.parse(sample, dialect: Dialect(delimiter: delimiter)).cells
      return cells.cellEnds.count == cells.lines.count
    } ?? .tab
  }

  private func score(_ delimiter: UInt8, _ sample: [UInt8]) -> Double {
    guard sample.contains(delimiter) else { return 0 }
    let dialect = Dialect(delimiter: delimiter)
    let cells = TableParser.parse(sample, dialect: dialect).cells
    let widths = cells.lines.indices.map { cells.cellCount(ofRow: $0) }
    let usual = widths.mostFrequent
    guard let usual, usual > 1 else { return 0 }
    let share = Double(widths.count { $0 == usual }) / Double(widths.count)
    var score = share * share * (1 - 1 / Double(usual))
    if widths[0] != usual { score *= 0.6 }
    let recognised = (0..<widths[0]).compactMap { column in
      vocabulary.kind(of: String(decoding: cells.cell(row: 0, column: column), as: UTF8.self))
    }
    // The header is one word, for names: what stands in the rows below is punctuation.
    if widths[0] == 1, recognised.first?.isAboutNames ?? false { return 0 }
    score += 0.5 * Double(recognised.count) / Double(widths[0])
    if fileExtension == "tsv", delimiter == .tab { score += 0.3 }
    // Half of a pair of quotes is left in a cell where the cut went through the pair.
    let halves = cells.lines.indices.count { cells.hasOddQuotes(inRow: $0) }
    return score * (1 - 0.5 * Double(halves) / Double(widths.count))
  }
}

extension RecordCells {
  fileprivate func hasOddQuotes(inRow row: Int) -> Bool {
    (0..<cellCount(ofRow: row)).contains { column in
      cell(row: row, column: column).count { $0 == .quote } % 2 == 1
    }
  }
}

extension [Int] {
  /// The value that occurs most often, the greatest of several.
  var mostFrequent: Int? {
    var best: (value: Int, count: Int)?
    var run = 0
    var previous: Int?
    for value in sorted() {
      run = value == previous ? run + 1 : 1
      previous = value
      if run >= best?.count ?? 0 { best = (value, run) }
    }
    return best?.value
  }
}
