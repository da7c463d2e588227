/// From the text of a cell to clean words.
///
/// ```swift
/// Cleaning.words(of: "Тажимуратов Д.").map(\.text)    // ["тажимуратов", "д"]
/// Cleaning.words(of: "CAПAPOB, O‘tkir").map(\.text)   // ["сапаров", "oʼtkir"]
/// ```
public enum Cleaning {
  /// The words of `cell` in their order: letters that were decoded wrongly repaired, form C, invisible characters dropped, homoglyphs repaired, lower
  /// case, one apostrophe. Words of other scripts are put in Latin letters, by a table of ours or by ICU; in a package
  /// built without its trait `ICU` those of scripts without a table stay as they are.
  ///
  /// Any thread may call it. What ICU cannot do is left as it was typed, since nothing of a cell may be lost.
  /// - Complexity: O(scalars of the cell).
  public static func words(of cell: String) -> [Word] { read(cell).words }

  /// Whether `cell` has any words.
  /// - Complexity: O(scalars of the cell), and a look at the first letter for most.
  package static func hasWords(_ cell: String) -> Bool {
    let text = Mojibake.repaired(cell)?.text ?? cell
    // A letter or a digit begins a word wherever it stands, and composing makes letters of letters.
    return text.unicodeScalars.contains { $0.value < 0x530 && isOfWord($0) }
      || CellText(composed(text)).scalars.contains(where: isOfWord)
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    let kind = ScalarTable.shared.kind(of: scalar)
    return kind.isLetter || kind == .digit
  }

  /// The words of `cell` with their places in it.
  static func read(_ cell: String) -> CellText {
    var text = CellText(repaired(cell))
    forEachWord(of: text.scalars) { word, letters, script in
      if script == .other {
        appendRomanised(word, letters, to: &text.words)
      } else {
        text.words.append(folded(word, letters, script: script))
      }
      while text.places.count < text.words.count { text.places.append(word.place) }
    }
    return text
  }

  /// The same words in the letters of the cell: as clean as `words(of:)`, but for their capitals.
  /// - Complexity: O(scalars of the cell).
  static func spellings(of cell: String) -> [String] {
    var spellings: [String] = []
    // Those of other scripts, as far as they follow each other.
    var words: [Word] = []
    forEachWord(of: CellText(repaired(cell)).scalars) { word, letters, script in
      if script == .other {
        let count = words.count
        appendRomanised(word, letters, to: &words)
        // Most of these scripts have no capitals; names in Latin letters have.
        spellings += words[count...].map { $0.text.capitalisingFirstLetter }
      } else {
        words.removeAll()
        var spelling = String.UnicodeScalarView()
        spelling.append(contentsOf: letters)
        spellings.append(String(spelling))
      }
    }
    return spellings
  }

  /// Calls `body` for each word of `cell` with its letters, homoglyphs repaired, and the script it is in.
  private static func forEachWord(
    of cell: [Unicode.Scalar], _ body: (RawWord, ArraySlice<Unicode.Scalar>, Script) -> Void
  ) {
    var raw = WordReader.words(in: cell)
    let verdicts = raw.words.map { Homoglyphs.shared.verdict(on: raw.letters[$0.letters]) }
    let cellIsCyrillic = verdicts.contains(.cyrillic) && !verdicts.contains(.latin)
    let cellIsLatin = verdicts.contains(.latin) && !verdicts.contains(.cyrillic)

    for (word, verdict) in zip(raw.words, verdicts) {
      if word.isNumber {
        body(word, raw.letters[word.letters], .number)
        continue
      }
      let script: Script =
        switch verdict {
        case .latin: .latin
        case .cyrillic: .cyrillic
        case .latinOrCyrillic: cellIsCyrillic ? .cyrillic : .latin
        case .cyrillicOrLatin: cellIsLatin ? .latin : .cyrillic
        case .other: .other
        }
      if script != .other {
        Homoglyphs.shared.repair(&raw.letters, word.letters, to: script)
      }
      body(word, raw.letters[word.letters], script)
    }
  }

  /// The scalars of `cell`, its letters put right where they were decoded wrongly, in form C.
  private static func repaired(_ cell: String) -> [Unicode.Scalar] {
    composed(Mojibake.repaired(cell)?.text ?? cell)
  }

  /// The scalars of `text` in form C. ICU is asked only where it might differ.
  static func composed(_ text: String) -> [Unicode.Scalar] {
    let scalars = text.scalars
    if !scalars.allSatisfy(isComposed), let composed = try? Normalizer.nfc?.normalized(text) {
      return Array(composed.unicodeScalars)
    }
    return scalars
  }

  /// Scalars that form C neither changes nor joins to their neighbours; true for all that common lists hold.
  private static func isComposed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x400..<0x483, 0x48A..<0x530, 0x1E00..<0x1F00, 0x2002..<0x2070, 0xFF01..<0xFF5F:
      true
    default: false
    }
  }

  private static func folded(
    _ word: RawWord, _ scalars: ArraySlice<Unicode.Scalar>, script: Script
  ) -> Word {
    var letters = 0
    var capitals = 0
    // A name's first letter that is lost was a capital.
    var firstIsCapital = scalars.first == WordReader.lostLetter
    let bytes = scalars.reduce(0) { $0 + UTF8.width(ScalarTable.shared.lower(of: $1)) }
    let text = unsafe String(unsafeUninitializedCapacity: bytes) { room in
      var size = 0
      for scalar in scalars {
        let lower = ScalarTable.shared.lower(of: scalar)
        // Safety: there is room for the bytes of all of them. A scalar is never without an encoding.
        if lower.value < 0x80 {
          unsafe room[size] = UInt8(truncatingIfNeeded: lower.value)
          size &+= 1
        } else if lower.value < 0x800 {
          unsafe room[size] = 0xC0 | UInt8(truncatingIfNeeded: lower.value >> 6)
          unsafe room[size &+ 1] = 0x80 | UInt8(truncatingIfNeeded: lower.value & 0x3F)
          size &+= 2
        } else {
          for byte in UTF8.encode(lower)! {
            unsafe room[size] = byte
            size &+= 1
          }
        }
        guard ScalarTable.shared.kind(of: scalar).isLetter else { continue }
        letters += 1
        if lower != scalar {
          capitals += 1
          if letters == 1 { firstIsCapital = true }
        }
      }
      return size
    }
    return Word(
      text: text, script: script, isUpperCase: letters >= 2 && capitals == letters,
      isCapitalised: firstIsCapital, endsWithPeriod: word.endsWithPeriod,
      isCutOff: word.isCutOff, separator: word.separator, enclosure: word.enclosure)
  }

  /// Adds `word` in Latin letters, by our table or by ICU: several words of a name in Han characters, an Arabic
  /// article apart.
  private static func appendRomanised(
    _ word: RawWord, _ letters: ArraySlice<Unicode.Scalar>, to words: inout [Word]
  ) {
    let original = folded(word, letters, script: .other)
    if appendHangul(original, to: &words) { return }
    var parts = ScriptLetters.shared.romanised(original.text)
    let isOfTable = parts != nil
    if parts == nil, original.text.unicodeScalars.allSatisfy({ 0x1000...0x109F ~= $0.value }) {
      parts = SyllableSpelling.shared.romanisedBurmese(original.text)
    }
    if parts == nil { parts = transliterated(original.text) }
    guard let parts, !parts.isEmpty else {
      words.append(original)
      return
    }
    for (index, part) in parts.enumerated() {
      var made = original
      made.text = part
      made.isUpperCase = false
      if index > 0 { made.separator = isOfTable ? .hyphen : .space }
      made.endsWithPeriod = original.endsWithPeriod && index == parts.count - 1
      words.append(made)
    }
  }

  /// Adds a word in Hangul as surname and syllables of the given name, and says whether it is one.
  private static func appendHangul(_ original: Word, to words: inout [Word]) -> Bool {
    guard let first = original.text.unicodeScalars.first, 0xAC00...0xD7A3 ~= first.value else {
      return false
    }
    let isFirst = words.last.map { $0.script != .other || original.separator == .comma } ?? true
    guard
      let (parts, hasSurname) = original.text.withScalars({
        SyllableSpelling.shared.romanisedHangul($0, isFirst: isFirst)
      })
    else { return false }
    for (index, part) in parts.enumerated() {
      var made = original
      made.text = part
      if index > 0 { made.separator = index == 1 && hasSurname ? .space : .hyphen }
      made.endsWithPeriod = original.endsWithPeriod && index == parts.count - 1
      words.append(made)
    }
    return true
  }

  /// What ICU makes of `word`, parted at blanks, letters only; `nil` where it can do nothing.
  private static func transliterated(_ word: String) -> [String]? {
    guard let romanised = try? Transliterator.romanised(word), romanised != word else { return nil }
    let letters = word.unicodeScalars
    // ICU takes some characters together with what stands beside them; a name has a word for each.
    if letters.count > 1, letters.count <= mostHan, letters.allSatisfy(isHan),
      romanised.unicodeScalars.split(separator: " ").count != letters.count
    {
      return letters.map { (try? Transliterator.romanised(String($0))) ?? String($0) }
    }
    let parts = romanised.unicodeScalars.split(separator: " ").map { part in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: part.filter { ScalarTable.shared.kind(of: $0).isLetter })
      return String(text)
    }
    return parts.filter { !$0.isEmpty }
  }
}

extension Cleaning {
  /// No name in Han characters has more.
  private static let mostHan = 4

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    0x3400...0x4DBF ~= scalar.value || 0x4E00...0x9FFF ~= scalar.value
  }
}

extension String {
  /// The text with a capital at its beginning.
  fileprivate var capitalisingFirstLetter: String {
    guard let first = unicodeScalars.first else { return self }
    var scalars = String.UnicodeScalarView()
    scalars.append(first.capital)
    scalars.append(contentsOf: unicodeScalars.dropFirst())
    return String(scalars)
  }
}
