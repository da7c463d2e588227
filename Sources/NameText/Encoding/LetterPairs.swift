internal import NameTables

/// Which letter follows which in names: how well text reads, in bits.
///
/// Bytes that were taken for the wrong encoding give letters in an order that no name has, capitals in the middle of
/// words, both scripts in one word, and signs that nobody types. The cheapest reading of some bytes is the likeliest.
package struct LetterPairs: Sendable {
  /// Learned from names and the words of headers (`letter-pairs.tsv`).
  package static let shared = LetterPairs()

  // Costs by reasoning, in hundredths of a bit; pairs of letters cost between 0 and 1,100.
  /// A capital after a small letter of the same word.
  private static let capitalInside = 800
  /// A small letter after two capitals or more.
  private static let smallAfterCapitals = 400
  /// Letters of both scripts in one word.
  private static let mixedScripts = 1_400
  /// A sign that lists do have: a dash, a quotation mark, `№`, a pound.
  private static let usualSign = 500
  /// Any other sign: a box, a mathematical one.
  private static let otherSign = 1_200
  private static let control = 2_500
  /// A byte that stands for nothing.
  package static let undefined = 3_000

  /// Small letters of the alphabets known, numbered from 1; 0 is a word's end.
  private let numbers: [Unicode.Scalar: Int]
  private let isCyrillic: [Bool]
  private let costs: [Int32]

  private init() {
    var numbers: [Unicode.Scalar: Int] = [:]
    var isCyrillic = [false]
    var rows: [(before: TableCell, letter: TableCell, cost: Int32)] = []
    NameTable.letterPairs.forEachRow { cells in
      rows.append((cells[0], cells[1], Int32(cells[2]) ?? 0))
      guard cells[0] == "*", let letter = String(cells[1]).unicodeScalars.first, letter != "_"
      else {
        return
      }
      numbers[letter] = isCyrillic.count
      isCyrillic.append(Self.isCyrillic(letter))
    }
    // Pairs that were not seen cost what their second letter costs (rows that begin with `*`).
    let count = isCyrillic.count
    var costs = [Int32](repeating: 1_100, count: count * count)
    let number = { (cell: TableCell) in
      String(cell).unicodeScalars.first.flatMap { numbers[$0] } ?? 0
    }
    for row in rows where row.before == "*" {
      for before in 0..<count { costs[before * count + number(row.letter)] = row.cost }
    }
    for row in rows where row.before != "*" {
      costs[number(row.before) * count + number(row.letter)] = row.cost
    }
    (self.numbers, self.isCyrillic, self.costs) = (numbers, isCyrillic, costs)
  }

  package static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool {
    0x400..<0x530 ~= scalar.value
  }

  /// What `text` costs, in hundredths of a bit: the sum over pairs of which one is no ASCII, since those of ASCII are
  /// the same in all readings.
  /// - Complexity: O(scalars).
  package func cost(of text: some Sequence<Unicode.Scalar>) -> Int {
    var reader = reader()
    for scalar in text { reader.take(scalar) }
    return reader.finish()
  }

  /// Adds up the costs of a text that comes scalar by scalar.
  package func reader() -> Reader { Reader(pairs: self) }

  /// Adds up costs scalar by scalar.
  package struct Reader {
    private let pairs: LetterPairs
    private let alphabet: Int
    private var total = 0
    /// How many costs were added up.
    package private(set) var count = 0
    private var previous = 0
    private var previousIsASCII = true
    private var capitals = 0
    private var letters = 0

    fileprivate init(pairs: LetterPairs) {
      self.pairs = pairs
      alphabet = pairs.isCyrillic.count
    }

    package mutating func take(_ scalar: Unicode.Scalar) {
      let isASCII = scalar.value < 0x80
      let lower = ScalarTable.shared.lower(of: scalar)
      guard let number = pairs.numbers[lower] else {
        endWord(isASCII: isASCII)
        if !isASCII { add(LetterPairs.cost(ofSign: scalar)) }
        previousIsASCII = isASCII
        return
      }
      if !(isASCII && previousIsASCII) {
        if previous != 0, pairs.isCyrillic[previous] != pairs.isCyrillic[number] {
          add(LetterPairs.mixedScripts)
        } else {
          add(Int(pairs.costs[previous * alphabet + number]))
        }
        if lower == scalar {
          if capitals > 1, capitals == letters { total += LetterPairs.smallAfterCapitals }
        } else if letters > capitals {
          total += LetterPairs.capitalInside
        }
      }
      letters += 1
      if lower != scalar { capitals += 1 }
      previous = number
      previousIsASCII = isASCII
    }

    private mutating func add(_ cost: Int) {
      total += cost
      count += 1
    }

    private mutating func endWord(isASCII: Bool) {
      if previous != 0, !(isASCII && previousIsASCII) {
        add(Int(pairs.costs[previous * alphabet]))
      }
      (previous, capitals, letters) = (0, 0, 0)
    }

    /// The cost of all that was taken.
    package mutating func finish() -> Int {
      endWord(isASCII: true)
      return total
    }
  }

  private static func cost(ofSign scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "«", "»", "—", "–", "‘", "’", "“", "”", "„", "…", "№", "\u{A0}", "ʻ", "ʼ", "‐", "−", "£",
      "€", "§", "°", "©", "®":
      usualSign
    case "\u{80}"..."\u{9F}": control
    default: scalar.properties.isAlphabetic ? 1_100 : otherSign
    }
  }
}
