/// Writes Latin names back in the Cyrillic letters that a system was made from.
///
/// ```swift
/// let reverse = ReverseRomaniser(RomanisationSystem(id: "uzb-1995")!)!
/// reverse.original(of: "Oʻtkir Gʻaniyev")   // "Ўткир Ғаниев"
/// ```
///
/// What comes back is what the system writes as the given word, wherever there is such a word; letters that the
/// system drops (ь) cannot come back.
public struct ReverseRomaniser: Sendable {
  /// The system whose way back it is.
  public let system: RomanisationSystem
  let forward: Romaniser
  /// By the first letter of what is written, in lower case; the likeliest first.
  let pieces: [Unicode.Scalar: [Piece]]
  let vowels: Set<Unicode.Scalar>

  /// What a rule writes, and for which letters.
  struct Piece: Sendable {
    var written: [Unicode.Scalar]
    var original: [Unicode.Scalar]
    /// The original is a capital that has a form of its own.
    var isExact: Bool
    /// Its capital has a form of its own, so this one is no capital of it.
    var hasExactCapital: Bool

    /// ъ and ь stand within foreign words: `ye` is йе sooner than ъе.
    var beginsWithSign: Bool { original[0] == "ъ" || original[0] == "ь" }
  }

  /// The way back of `system`; `nil` where the system goes one way only.
  public init?(_ system: RomanisationSystem) {
    guard system.direction == .both else { return nil }
    self.system = system
    forward = Romaniser(system)
    let alphabet = CyrillicAlphabet.of(system.language)
    vowels = alphabet?.vowels ?? CyrillicAlphabet.allVowels
    let table = ScalarTable.shared
    let rules = RomanisationRules.rules(of: system).filter { rule in
      !rule.target.isEmpty
        && rule.source.allSatisfy { letter in
          alphabet?.letters.contains(table.lower(of: letter)) ?? true
        }
    }
    let exact = Set(rules.lazy.filter(\.isExact).map { table.lower(of: $0.source[0]) })
    var pieces: [Unicode.Scalar: [Piece]] = [:]
    for rule in rules {
      let written = rule.target.map { $0.isApostrophe ? "\u{2BC}" : $0 }
      pieces[table.lower(of: written[0]), default: []].append(
        Piece(
          written: written, original: rule.source, isExact: rule.isExact,
          hasExactCapital: !rule.isExact && exact.contains(rule.source[0])))
    }
    self.pieces = pieces.mapValues { $0.sorted(by: Self.isLikelier) }
  }

  /// The pieces whose first letter `scalar` may be, in either case: `I` is the capital of i and of ı.
  func pieces(beginningWith scalar: Unicode.Scalar) -> [Piece] {
    let pieces = self.pieces[ScalarTable.shared.lower(of: scalar)] ?? []
    return scalar == "I" ? pieces + (self.pieces["ı"] ?? []) : pieces
  }

  /// Letters before signs, much before little; else in the order of the alphabet.
  private static func isLikelier(_ a: Piece, _ b: Piece) -> Bool {
    if a.beginsWithSign != b.beginsWithSign { return b.beginsWithSign }
    if a.written.count != b.written.count { return a.written.count > b.written.count }
    return a.original.lexicographicallyPrecedes(b.original)
  }

  /// `text` in Cyrillic; `nil` where it has a letter that the system does not write.
  /// - Complexity: O(scalars) for most words; a word asks for a few thousand steps at most.
  public func original(of text: String) -> String? {
    let text = RomanisationText(Array(text.unicodeScalars))
    var result = String.UnicodeScalarView()
    var end = 0
    for word in text.words {
      result.append(contentsOf: text.scalars[end..<word.lowerBound])
      guard let original = original(ofWord: Array(text.scalars[word])) else { return nil }
      result.append(contentsOf: original)
      end = word.upperBound
    }
    result.append(contentsOf: text.scalars[end...])
    return String(result)
  }

  /// Whether the system has all letters of `text`: whether `original(of:)` has an answer.
  /// - Complexity: O(scalars × pieces of one letter).
  public func hasLetters(of text: String) -> Bool {
    let text = RomanisationText(Array(text.unicodeScalars))
    return text.words.allSatisfy { word in
      let word = Array(text.scalars[word])
      return word.allSatisfy(Self.isNoLatin) || Search(reverse: self, word: word).canEnd
    }
  }

  /// Whether each apostrophe of `text` belongs to a letter of the system, as in oʻ, and is no sign of its own.
  func ownsApostrophes(of text: String) -> Bool {
    let letters = RomanisationText(Array(text.unicodeScalars)).folded
    return letters.indices.allSatisfy { index in
      guard letters[index] == "\u{2BC}" else { return true }
      guard index > 0 else { return false }
      let letter = Array(letters[index - 1...index])
      return pieces[letter[0], default: []].contains { $0.written == letter }
    }
  }

  private static func isNoLatin(_ scalar: Unicode.Scalar) -> Bool {
    ScalarTable.shared.kind(of: scalar) != .latin
  }

  private func original(ofWord word: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    // Letters of no Latin word, such as a Cyrillic name among Latin ones, are what they should become already.
    if word.allSatisfy(Self.isNoLatin) { return word }
    var search = Search(reverse: self, word: word)
    return search.found()
  }
}

extension Unicode.Scalar {
  var isApostrophe: Bool { ScalarTable.shared.kind(of: self) == .apostrophe }
}
