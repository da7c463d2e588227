internal import NameTables

/// Letters of one script typed in words of the other, put right while the case still shows: a Latin `H`
/// typed for `Н` would be an `h` after folding.
struct Homoglyphs: Sendable {
  /// The letter meant in a Cyrillic word, in one with letters of Kazakh, in a Latin word.
  private var cyrillic: [Unicode.Scalar: Unicode.Scalar] = [:]
  private var kazakh: [Unicode.Scalar: Unicode.Scalar] = [:]
  private var latin: [Unicode.Scalar: Unicode.Scalar] = [:]

  /// Below U+0530 a bit for each letter that can only be Latin, and one for each that can only be Cyrillic.
  private var isOnly: [UInt8] = []
  private static let (latinOnly, cyrillicOnly): (UInt8, UInt8) = (1, 2)

  static let shared = Homoglyphs()

  private init() {
    NameTable.homoglyphs.forEachRow { cells in
      guard let typed = String(cells[0]).unicodeScalars.first,
        let meant = String(cells[2]).unicodeScalars.first
      else { preconditionFailure("A row of the homoglyph table cannot be read: \(cells)") }
      switch cells[1] {
      case "cyrillic": cyrillic[typed] = meant
      case "kazakh": kazakh[typed] = meant
      case "latin": latin[typed] = meant
      default: preconditionFailure("The homoglyph table names an unknown script: \(cells[1])")
      }
    }
    isOnly = (0..<0x530).map { value in
      // Safe to unwrap: there are no surrogates below U+D800.
      let scalar = Unicode.Scalar(UInt32(value))!
      return (hasNoCyrillicTwin(scalar) ? Self.latinOnly : 0)
        | (hasNoLatinTwin(scalar) ? Self.cyrillicOnly : 0)
    }
  }

  /// What the letters of a word say of its script.
  enum Verdict {
    case latin, cyrillic, other
    /// Each letter has a twin in the other script: `PETP`, `САХАР`.
    case latinOrCyrillic, cyrillicOrLatin
  }

  func verdict(on word: ArraySlice<Unicode.Scalar>) -> Verdict {
    var latinCount = 0
    var cyrillicCount = 0
    for scalar in word {
      switch ScalarTable.shared.kind(of: scalar) {
      case .latin: latinCount += 1
      case .cyrillic: cyrillicCount += 1
      case .otherLetter: return .other
      default: break
      }
    }
    // The searches below end at the first letter without a twin, one of the first three in most words.
    let hasLatinOnly = latinCount > 0 && word.contains(where: isLatinOnly)
    if cyrillicCount == 0 { return hasLatinOnly ? .latin : .latinOrCyrillic }
    let hasCyrillicOnly = word.contains(where: isCyrillicOnly)
    if latinCount == 0 { return hasCyrillicOnly ? .cyrillic : .cyrillicOrLatin }
    // Letters that cannot be of the other script decide, unless they are a few among many.
    if hasCyrillicOnly, !hasLatinOnly { return .cyrillic }
    if hasLatinOnly, !hasCyrillicOnly, latinCount >= cyrillicCount { return .latin }
    if hasCyrillicOnly { return cyrillicCount >= latinCount ? .cyrillic : .latin }
    // What is Cyrillic may all be Latin; the words beside it tell.
    return cyrillicCount >= latinCount ? .cyrillicOrLatin : .latinOrCyrillic
  }

  private func isLatinOnly(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x530
      ? isOnly[Int(scalar.value)] & Self.latinOnly != 0 : hasNoCyrillicTwin(scalar)
  }

  private func isCyrillicOnly(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x530
      ? isOnly[Int(scalar.value)] & Self.cyrillicOnly != 0 : hasNoLatinTwin(scalar)
  }

  private func hasNoCyrillicTwin(_ scalar: Unicode.Scalar) -> Bool {
    ScalarTable.shared.kind(of: scalar) == .latin
      && (cyrillic[scalar] == nil || isByCase(scalar))
  }

  private func hasNoLatinTwin(_ scalar: Unicode.Scalar) -> Bool {
    ScalarTable.shared.kind(of: scalar) == .cyrillic && latin[scalar] == nil
  }

  /// Whether a Latin small letter is a twin by its capital only (`h` for Н), which proves nothing of the word.
  private func isByCase(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "b", "h", "m", "t", "n", "r", "g", "u", "w", "l": true
    default: false
    }
  }

  /// Replaces the letters of the other script in a word, which is a part of `letters`, by those that were meant.
  func repair(_ letters: inout [Unicode.Scalar], _ word: Range<Int>, to script: Script) {
    let own: ScalarTable.Kind = script == .cyrillic ? .cyrillic : .latin
    let areAtHome = letters[word].allSatisfy { isAtHome($0, in: own) }
    if script == .cyrillic, !areAtHome || letters[word].contains("\u{406}") {
      for index in word where Palochka.isMeant(at: index, of: word, in: letters) {
        letters[index] = Palochka.letter
      }
    }
    if areAtHome { return }
    let isKazakh = own == .cyrillic && letters[word].contains(where: Self.isOfKazakh)
    for index in word where !isAtHome(letters[index], in: own) {
      let letter = letters[index]
      let meant = own == .latin ? latin[letter] : isKazakh ? kazakh[letter] : nil
      if let meant = meant ?? (own == .cyrillic ? cyrillic[letter] : nil) { letters[index] = meant }
    }
  }

  private func isAtHome(_ scalar: Unicode.Scalar, in script: ScalarTable.Kind) -> Bool {
    // ĸ counts as Latin, but no alphabet of ours has it.
    ScalarTable.shared.kind(of: scalar) == script && scalar != "\u{138}"
  }

  private static func isOfKazakh(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "ә", "ғ", "қ", "ң", "ө", "ұ", "ү", "Ә", "Ғ", "Қ", "Ң", "Ө", "Ұ", "Ү": true
    default: false
    }
  }
}
