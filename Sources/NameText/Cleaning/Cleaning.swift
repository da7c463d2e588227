/// From the text of a cell to clean words.
///
/// ```swift
/// Cleaning.words(of: "Тажимуратов Д.").map(\.text)    // ["тажимуратов", "д"]
/// Cleaning.words(of: "CAПAPOB, O‘tkir").map(\.text)   // ["сапаров", "oʼtkir"]
/// ```
public enum Cleaning {
  /// The words of `cell` in their order: form C, invisible characters dropped, homoglyphs repaired, lower
  /// case, one apostrophe. Words of scripts without a table are romanised by ICU; in a package built without its
  /// trait `ICU` they stay as they are.
  ///
  /// Any thread may call it. What ICU cannot do is left as it was typed, since nothing of a cell may be lost.
  /// - Complexity: O(scalars of the cell).
  public static func words(of cell: String) -> [Word] {
    let raw = WordReader.words(in: scalars(of: cell))
    let verdicts = raw.map { Homoglyphs.shared.verdict(on: $0.scalars) }
    let cellIsCyrillic = verdicts.contains(.cyrillic) && !verdicts.contains(.latin)
    let cellIsLatin = verdicts.contains(.latin) && !verdicts.contains(.cyrillic)

    var words: [Word] = []
    words.reserveCapacity(raw.count)
    for (word, verdict) in zip(raw, verdicts) {
      if word.isNumber {
        words.append(folded(word, script: .number))
        continue
      }
      switch verdict {
      case .latin: words.append(repaired(word, to: .latin))
      case .cyrillic: words.append(repaired(word, to: .cyrillic))
      case .latinOrCyrillic: words.append(repaired(word, to: cellIsCyrillic ? .cyrillic : .latin))
      case .cyrillicOrLatin: words.append(repaired(word, to: cellIsLatin ? .latin : .cyrillic))
      case .other: appendRomanised(word, to: &words)
      }
    }
    return words
  }

  /// The scalars of `cell` in form C, full-width letters made plain. ICU is asked only where it might differ.
  private static func scalars(of cell: String) -> [Unicode.Scalar] {
    var result = Array(cell.unicodeScalars)
    if !result.allSatisfy(isComposed), let composed = try? Normalizer.nfc?.normalized(cell) {
      result = Array(composed.unicodeScalars)
    }
    for index in result.indices where (0xFF01...0xFF5E).contains(result[index].value) {
      // Full-width forms stand in the order of ASCII.
      result[index] = Unicode.Scalar(UInt8(result[index].value - 0xFF01 + 0x21))
    }
    return result
  }

  /// Scalars that form C neither changes nor joins to their neighbours; true for all that common lists hold.
  private static func isComposed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x400..<0x483, 0x48A..<0x530, 0x1E00..<0x1F00, 0x2002..<0x2070, 0xFF01..<0xFF5F:
      true
    default: false
    }
  }

  private static func repaired(_ word: RawWord, to script: Script) -> Word {
    var word = word
    Homoglyphs.shared.repair(&word.scalars, to: script)
    return folded(word, script: script)
  }

  private static func folded(_ word: RawWord, script: Script) -> Word {
    let table = ScalarTable.shared
    var text = String.UnicodeScalarView()
    var letters = 0
    var capitals = 0
    var firstIsCapital = false
    for scalar in word.scalars {
      let lower = table.lower(of: scalar)
      text.append(lower)
      guard table.kind(of: scalar).isLetter else { continue }
      letters += 1
      if lower != scalar {
        capitals += 1
        if letters == 1 { firstIsCapital = true }
      }
    }
    return Word(
      text: String(text), script: script, isUpperCase: letters >= 2 && capitals == letters,
      isCapitalised: firstIsCapital, endsWithPeriod: word.endsWithPeriod,
      separator: word.separator, enclosure: word.enclosure)
  }

  /// Adds one word for each that ICU makes of `word`: several of a name in Han characters.
  private static func appendRomanised(_ word: RawWord, to words: inout [Word]) {
    let original = folded(word, script: .other)
    guard let romanised = try? Transliterator.romanised(original.text) else {
      words.append(original)
      return
    }
    var parts = romanised.unicodeScalars.split(separator: " ").map { part in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: part.filter { ScalarTable.shared.kind(of: $0).isLetter })
      return String(text)
    }
    parts.removeAll(where: \.isEmpty)
    if parts.isEmpty { words.append(original) }
    for (index, part) in parts.enumerated() {
      var made = original
      made.text = part
      made.isUpperCase = false
      if index > 0 { made.separator = .space }
      made.endsWithPeriod = original.endsWithPeriod && index == parts.count - 1
      words.append(made)
    }
  }
}
