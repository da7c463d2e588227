internal import NameText

/// Finds out how text stands in bytes: by the mark at the beginning, by zeros, by being UTF-8, by how its letters read.
enum EncodingDetector {
  /// What was found.
  struct Guess: Equatable {
    var encoding: TextEncoding
    var reason: Reason
  }

  /// What speaks for an encoding, most certain first.
  enum Reason: String {
    case given = "given"
    case mark = "byte order mark"
    case plain = "plain ASCII"
    case valid = "valid UTF-8"
    case zeros = "pattern of zeros"
    case letters = "letters in the order of names"
    case mostlyValid = "mostly valid UTF-8"
    case unknown = "not known"

    /// Whether it may well be wrong.
    var isGuess: Bool {
      switch self {
      case .zeros, .letters, .mostlyValid, .unknown: true
      default: false
      }
    }
  }

  /// Enough for a few hundred rows.
  private static let sampleSize = 1 << 16
  /// The usual first, since the first of equals wins.
  private static let codePages: [TextEncoding] = [
    .windows1251, .windows1252, .ibm866, .koi8R, .koi8U, .iso8859Part5, .macCyrillic,
  ]
  /// Hundredths of a bit that letters may cost: what reads worse is no list of names in any encoding that we know.
  ///
  /// Names cost 390 a pair in Cyrillic, noise 850. In Latin letters only pairs with marks are counted, and marks are
  /// rare: names cost 600, of Karakalpak 700, noise 880. Of few pairs neither is sure: what a pair may cost falls with
  /// the root of their number, as chance does.
  private static func worst(ofPairs pairs: Int, in encoding: TextEncoding) -> Int {
    (encoding == .windows1252 ? 780 : 680) * pairs + Int(900 * Double(pairs).squareRoot())
  }

  /// The encoding of what begins with `bytes`.
  ///
  /// - Complexity: O(1), since only a sample is looked at.
  static func guess(_ bytes: ArraySlice<UInt8>) -> Guess {
    let marked: [TextEncoding] = [
      .utf8, .utf32LittleEndian, .utf32BigEndian, .utf16LittleEndian, .utf16BigEndian,
    ]
    if let encoding = marked.first(where: { bytes.starts(with: $0.mark) }) {
      return Guess(encoding: encoding, reason: .mark)
    }
    let sample = sample(of: bytes)
    if let wide = wideEncoding(of: sample) { return Guess(encoding: wide, reason: .zeros) }
    guard sample.contains(where: { $0 >= 0x80 }) else {
      return Guess(encoding: .utf8, reason: .plain)
    }
    let (valid, invalid) = validity(of: sample)
    if invalid == 0 { return Guess(encoding: .utf8, reason: .valid) }
    if valid > 2 * invalid { return Guess(encoding: .utf8, reason: .mostlyValid) }
    return narrowEncoding(of: sample)
  }

  /// The rows around the first bytes that are no ASCII.
  private static func sample(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    let first = bytes.firstIndex { $0 >= 0x80 || $0 == 0 } ?? bytes.startIndex
    let start = max(bytes.startIndex, first - 4_096)
    // Characters of UTF-16 lie on even places.
    let even = start - (start - bytes.startIndex) % 2
    return Array(bytes[even...].prefix(sampleSize))
  }

  // MARK: Two bytes a character

  /// UTF-16 without a mark, by how much of either reading is what lists hold.
  private static func wideEncoding(of sample: [UInt8]) -> TextEncoding? {
    let units = sample.count / 2
    guard units >= 2, sample.contains(0) else { return nil }
    var plausible = (little: 0, big: 0)
    for index in 0..<units {
      let (first, second) = (sample[2 * index], sample[2 * index + 1])
      if isPlausible(high: second, low: first) { plausible.little += 1 }
      if isPlausible(high: first, low: second) { plausible.big += 1 }
    }
    let best = max(plausible.little, plausible.big)
    guard 10 * best >= 9 * units, plausible.little != plausible.big else { return nil }
    return plausible.little > plausible.big ? .utf16LittleEndian : .utf16BigEndian
  }

  /// Whether a unit of UTF-16 is ASCII, a letter of Latin or Cyrillic or a usual sign.
  private static func isPlausible(high: UInt8, low: UInt8) -> Bool {
    switch high {
    case 0: 0x20...0x7E ~= low || low >= 0xA0 || [.tab, .lineFeed, .carriageReturn].contains(low)
    case 1, 2, 4, 5: true
    case 0x20, 0x21: low > 0
    default: false
    }
  }

  // MARK: UTF-8

  /// How many bytes belong to characters of several bytes, and how many to none. A character that the end cuts off
  /// counts for neither.
  private static func validity(of sample: [UInt8]) -> (valid: Int, invalid: Int) {
    var (valid, invalid) = (0, 0)
    var index = 0
    while index < sample.count {
      if sample[index] < 0x80 {
        index += 1
        continue
      }
      let length = sample.lengthOfUTF8(at: index)
      if length > 0 {
        valid += length
        index += length
      } else if sample.count - index < 4, sample.isCutOff(at: index) {
        break
      } else {
        invalid += 1
        index += 1
      }
    }
    return (valid, invalid)
  }

  // MARK: One byte a character

  private static func narrowEncoding(of sample: [UInt8]) -> Guess {
    let head = sample.prefix(4_096)
    var best: (encoding: TextEncoding, cost: Int, pairs: Int)?
    for encoding in codePages {
      let page = CodePage.named(encoding.rawValue)
      var (cost, pairs) = LetterPairs.shared.cost(ofBytes: sample, in: page)
      cost -= headersKnown(in: head, page) * bitsOfHeader
      if cost < best?.cost ?? .max { best = (encoding, cost, pairs) }
    }
    guard let best, best.cost <= worst(ofPairs: best.pairs, in: best.encoding) else {
      return Guess(encoding: .utf8, reason: .unknown)
    }
    return Guess(encoding: best.encoding, reason: .letters)
  }

  /// What a known header that is no ASCII speaks for the encoding in which it is one, in hundredths of a bit.
  private static let bitsOfHeader = 1_500

  /// How many cells of the first lines head columns, if they are read so.
  private static func headersKnown(in head: ArraySlice<UInt8>, _ page: CodePage) -> Int {
    let lines = head.split(maxSplits: 10) { $0 == .lineFeed || $0 == .carriageReturn }.prefix(10)
    var known = 0
    for line in lines {
      let cells = line.split {
        [.tab, .quote, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|")].contains($0)
      }
      for cell in cells.prefix(100) where cell.count <= 60 && cell.contains(where: { $0 >= 0x80 }) {
        var text = String.UnicodeScalarView()
        for byte in cell { text.append(page.scalar(of: byte) ?? "\u{FFFD}") }
        if HeaderVocabulary.shared.kind(of: String(text)) != nil { known += 1 }
      }
    }
    return known
  }
}

extension LetterPairs {
  /// What bytes cost where they are read by `page`.
  fileprivate func cost(ofBytes bytes: [UInt8], in page: CodePage) -> (cost: Int, pairs: Int) {
    var reader = reader()
    var (total, nothings) = (0, 0)
    for byte in bytes {
      guard let scalar = page.scalar(of: byte) else {
        total += Self.undefined
        nothings += 1
        continue
      }
      reader.take(scalar)
    }
    total += reader.finish()
    return (total, reader.count + nothings)
  }
}
