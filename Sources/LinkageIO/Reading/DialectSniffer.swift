internal import Linkage

/// Finds out how a file is written from its first rows, in the manner of van den Burg, Nazábal and Sutton (2019).
///
/// Each dialect is tried on a sample. The one wins whose rows are most alike (*pattern*) and whose cells are most often
/// something that cells hold (*type*). What lists of people show besides speaks too: words that head columns.
struct DialectSniffer {
  /// Enough for a few hundred rows, and still only a moment to parse some times.
  private static let sampleSize = 1 << 16
  // In a tie the earlier wins: tabs and bars hardly occur inside of names, commas do.
  private static let usual: [UInt8] = [
    .tab, UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: ","),
  ]
  /// Delimiters that stand in cells far more often than between them.
  private static let rare: [UInt8] = [UInt8(ascii: "^"), UInt8(ascii: "~"), UInt8(ascii: ":")]

  let vocabulary: HeaderVocabulary
  let fileExtension: String

  /// The dialect of `text` from `start` on; what is given in `options` is kept.
  func dialect(of text: [UInt8], from start: Int, options: ReadOptions) -> Dialect {
    let sample = Sample(of: text, from: start)
    let quotes = quoteCandidates(in: sample, options.quoting)
    if let delimiter = options.delimiter {
      let dialects = quotes.map {
        Dialect(delimiter: delimiter, quote: $0.quote, escape: $0.escape)
      }
      return settled(best(of: dialects, in: sample) ?? dialects[0], sample, options.quoting)
    }
    let usual = Self.usual.flatMap { delimiter in
      quotes.map { Dialect(delimiter: delimiter, quote: $0.quote, escape: $0.escape) }
    }
    if let best = best(of: usual, in: sample) { return settled(best, sample, options.quoting) }
    if let rare = rareDialect(of: sample, quotes) { return rare }
    // One column: a delimiter that parts no cell leaves them whole.
    let quote = quotes[0].quote
    let whole = [UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: ";")].first { delimiter in
      let rows = sample.parsed(Dialect(delimiter: delimiter, quote: quote)).rows
      return rows.cells.cellEnds.count == rows.count
    }
    let delimiter = fileExtension == "tsv" ? .tab : whole ?? .tab
    return settled(Dialect(delimiter: delimiter, quote: quote), sample, options.quoting)
  }

  /// What the dialect is judged by.
  private struct Sample {
    let bytes: [UInt8]
    /// Whether the file goes on behind it, most likely in the middle of a row.
    let goesOn: Bool

    init(of text: [UInt8], from start: Int) {
      bytes = Array(text[start...].prefix(sampleSize))
      goesOn = start + bytes.count < text.count
    }

    func contains(_ byte: UInt8) -> Bool { bytes.contains(byte) }

    func parsed(_ dialect: Dialect) -> (rows: ListRows, quotes: RowParser.QuoteUse, end: Int) {
      RowParser.parse(bytes, dialect: dialect, goesOn: goesOn)
    }
  }

  // MARK: Quotes

  private typealias Quotes = (quote: UInt8?, escape: UInt8?)

  /// Which quotes may mean something: the usual ones, escaped ones where there are such, and apostrophes where
  /// cells begin and end with them.
  private func quoteCandidates(in sample: Sample, _ quoting: ReadOptions.Quoting) -> [Quotes] {
    if quoting == .raw { return [(nil, nil)] }
    var candidates: [Quotes] = [(.quote, nil)]
    let backslash = UInt8(ascii: "\\")
    let pairs = zip(sample.bytes, sample.bytes.dropFirst())
    if pairs.contains(where: { $0 == (backslash, .quote) }) {
      candidates.append((.quote, backslash))
    }
    if !sample.contains(.quote), sample.contains(.apostrophe) {
      candidates.append((.apostrophe, nil))
    }
    return candidates
  }

  /// Takes quotes off a dialect in which they are no marks. Only in tab-separated files are literal ones a habit.
  private func settled(
    _ dialect: Dialect, _ sample: Sample, _ quoting: ReadOptions.Quoting
  ) -> Dialect {
    guard quoting == .auto, dialect.delimiter == .tab, !quotesAreMarks(dialect, sample) else {
      return dialect
    }
    return Dialect(delimiter: .tab, quote: nil)
  }

  /// Whether the quotes of a tab-separated file are marks around cells or letters within them.
  ///
  /// They are marks where each of them can be one, and some cell could not stand without its
  /// marks or the first cell has them. Without quotes it does not matter.
  private func quotesAreMarks(_ dialect: Dialect, _ sample: Sample) -> Bool {
    guard let quote = dialect.quote else { return false }
    guard sample.contains(quote) else { return false }
    let (rows, quotes, end) = sample.parsed(dialect)
    let count = sample.bytes[..<end].count { $0 == quote }
    let areMarks = dialect.escape != nil || quotes.meaningful == count
    return rows.problems.isEmpty && areMarks && (quotes.cellsInNeed > 0 || sample.bytes[0] == quote)
  }

  // MARK: Delimiters

  private func best(of dialects: [Dialect], in sample: Sample) -> Dialect? {
    var best: (dialect: Dialect, score: Double)?
    for dialect in dialects where sample.contains(dialect.delimiter) {
      let score = score(dialect, sample)
      if score > 0, score > best?.score ?? 0 { best = (dialect, score) }
    }
    return best?.dialect
  }

  /// How well a dialect cuts the sample into rows; 0 where it does not.
  private func score(_ dialect: Dialect, _ sample: Sample) -> Double {
    let (rows, quotes, _) = sample.parsed(dialect)
    guard rows.count > 0 else { return 0 }
    if dialect.quote == .apostrophe, !apostrophesAreMarks(rows, quotes) { return 0 }
    let pattern = patternScore(rows.cells)
    guard pattern > 0 else { return 0 }
    let recognised = (0..<rows.cells.cellCount(ofRow: 0)).compactMap { column in
      vocabulary.kind(of: String(decoding: rows.cells.cell(row: 0, column: column), as: UTF8.self))
    }
    let width = rows.cells.cellCount(ofRow: 0)
    // The header is one word, for names: what stands in the rows below is punctuation.
    if width == 1, recognised.first?.isAboutNames ?? false { return 0 }
    var score = pattern * (0.3 + 0.7 * typeScore(rows.cells, dialect))
    score += 0.5 * Double(recognised.count) / Double(width)
    if fileExtension == "tsv", dialect.delimiter == .tab { score += 0.3 }
    // A quote that was none costs the rows it stands in.
    return score * (1 - 0.5 * min(1, Double(rows.problems.count) / Double(rows.count)))
  }

  /// From 0 to 1: how much the rows are alike, and how many cells they have.
  ///
  /// The measure of the paper divides by the number of different patterns, which a title and a line of totals would
  /// already make three; here each pattern counts by the square of its share.
  private func patternScore(_ cells: RecordCells) -> Double {
    var counts: [Int: Int] = [:]
    for row in cells.lines.indices { counts[cells.cellCount(ofRow: row), default: 0] += 1 }
    let rows = Double(cells.lines.count)
    let score = counts.reduce(0) { sum, entry in
      let share = Double(entry.value) / rows
      return sum + share * share * (1 - 1 / Double(entry.key))
    }
    // A first row of another width is a title, or no row of this dialect.
    let usual = cells.lines.indices.map { cells.cellCount(ofRow: $0) }.mostFrequent
    return usual == cells.cellCount(ofRow: 0) ? score : score * 0.6
  }

  private static let cellsLookedAt = 4_000

  /// From 0 to 1: the share of cells that are a number, a date, words or empty. Sentences count half, and cells in
  /// which the marks of another dialect stand nothing.
  private func typeScore(_ cells: RecordCells, _ dialect: Dialect) -> Double {
    var sum = 0.0
    var count = 0
    for row in cells.lines.indices where count < Self.cellsLookedAt {
      for column in 0..<cells.cellCount(ofRow: row) {
        sum += typeScore(cells.cell(row: row, column: column), dialect)
        count += 1
      }
    }
    return count == 0 ? 0 : sum / Double(count)
  }

  private func typeScore(_ cell: ArraySlice<UInt8>, _ dialect: Dialect) -> Double {
    if cell.first == .quote || cell.last == .quote, cell.count(where: { $0 == .quote }) % 2 == 1 {
      return 0
    }
    switch CellShape(cell) {
    case .empty, .integer, .date, .words: return 1
    case .other:
      let isForeign = cell.contains { byte in
        byte != dialect.delimiter && (byte == .tab || byte == UInt8(ascii: ";"))
      }
      return isForeign ? 0.2 : 0.5
    }
  }

  /// How many cells of the first row head columns.
  private func knownHeaders(_ cells: RecordCells) -> Int {
    (0..<cells.cellCount(ofRow: 0)).count { column in
      vocabulary.kind(of: String(decoding: cells.cell(row: 0, column: column), as: UTF8.self))
        != nil
    }
  }

  /// Whether cells stand in apostrophes throughout: none is left over, and rows without are few.
  private func apostrophesAreMarks(_ rows: ListRows, _ quotes: RowParser.QuoteUse) -> Bool {
    rows.problems.isEmpty && quotes.meaningful >= rows.count
  }

  /// A dialect with a delimiter that is seldom one, where all rows prove it.
  private func rareDialect(of sample: Sample, _ quotes: [Quotes]) -> Dialect? {
    for delimiter in Self.rare + [UInt8(ascii: " ")] where sample.contains(delimiter) {
      for candidate in quotes {
        let dialect = Dialect(
          delimiter: delimiter, quote: candidate.quote, escape: candidate.escape)
        let (rows, use, _) = sample.parsed(dialect)
        let widths = Set(rows.cells.lines.indices.map { rows.cells.cellCount(ofRow: $0) })
        guard rows.count > 1, rows.problems.isEmpty, widths.count == 1, let width = widths.first
        else { continue }
        // Blanks part words; that they part cells is only sure where quotes hold cells with blanks together.
        let isProven =
          switch delimiter {
          case UInt8(ascii: " "): width > 1 && use.cellsInNeed > 0
          // Colons part hours and minutes.
          case UInt8(ascii: ":"): width > 2 && knownHeaders(rows.cells) > 0
          default: width > 1
          }
        if isProven { return dialect }
      }
    }
    return nil
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
