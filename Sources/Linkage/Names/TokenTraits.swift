internal import NameSimilarity

/// The phoneme symbols that a token may begin with, one bit each.
struct OpeningSounds: Sendable, Hashable {
  /// As it is spelled and read.
  var own: UInt64
  /// As the names begin that stand for it in Cyrillic: М of Микола for Николай.
  var ofOthers: UInt64

  /// Where nobody asks for them.
  static let none = OpeningSounds(own: 0, ofOthers: 0)
}

/// How a token begins, for holding an initial against it.
struct TokenOpening: Sendable, Hashable {
  var sounds = OpeningSounds.none
  /// The first eight letters, without their marks, of a token in Cyrillic, the first in the lowest byte.
  var letters: UInt64 = 0
}

/// What the scorer asks of a token for every pair, in few bytes.
struct TokenTraits: Sendable {
  let isInitial: Bool
  /// Made of somebody else's name, a father's or grandfather's: a surname or a patronymic.
  let isDerived: Bool
  /// How many of its first symbols say what an initial abbreviates: more than one of `Ив.`, which is no `Игорь`.
  private let abbreviated: UInt8
  /// The first eight symbols that the token is spelled with, the first in the lowest byte.
  private let symbols: UInt64
  private let opening: TokenOpening
  /// The sounds that may begin a name that is cut down to the token; none where it is no initial.
  private let abbreviates: UInt64

  /// - Parameters:
  ///   - symbols: those that the token is spelled with.
  ///   - abbreviates: the sounds that a name may begin with which is cut down to the token; 0 for initials of more letters
  ///     than one sound has.
  init(
    isInitial: Bool, symbols: [UInt8], opening: TokenOpening, abbreviates: UInt64, isDerived: Bool
  ) {
    self.isInitial = isInitial
    self.isDerived = isDerived
    self.opening = opening
    self.abbreviates = abbreviates
    let first = symbols.prefix(8)
    self.symbols = first.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    abbreviated = isInitial ? abbreviates == 0 ? UInt8(first.count) : 1 : 0
  }

  /// How an initial and a name, or two initials, may be one.
  enum InitialLikeness {
    /// They begin with one letter, or one sound where letters differ by system: Д and Даулет, D and Д, Y and Елена.
    case alike
    /// They do in another language or under another habit of writing: М, Николай; И, Яков.
    case seldom
  }

  /// How the two, of which one is an initial, may begin with the same letter; `nil` where they cannot.
  func likenessOfInitial(_ other: TokenTraits, _ aligner: Aligner) -> InitialLikeness? {
    if symbols == 0 || other.symbols == 0 { return nil }
    if max(abbreviated, other.abbreviated) > 1 { return beginsAlike(other, aligner) ? .alike : nil }
    let (letters, otherLetters) = (opening.letters, other.opening.letters)
    let areCyrillic = letters != 0 && otherLetters != 0
    if areCyrillic, letters & 0xFF == otherLetters & 0xFF { return .alike }
    if soundsAlike(other, aligner) { return areCyrillic ? .seldom : .alike }
    let isTranslated =
      opening.sounds.ofOthers & other.abbreviates != 0
      || other.opening.sounds.ofOthers & abbreviates != 0
    return isTranslated ? .seldom : nil
  }

  private func soundsAlike(_ other: TokenTraits, _ aligner: Aligner) -> Bool {
    let (first, otherFirst) = (
      UInt8(truncatingIfNeeded: symbols), UInt8(truncatingIfNeeded: other.symbols)
    )
    return first == otherFirst || opening.sounds.own & other.abbreviates != 0
      || other.opening.sounds.own & abbreviates != 0 || aligner.isRegular(first, otherFirst)
  }

  /// Whether all of an abbreviation begins the other, letter by letter in Cyrillic and else sound by sound.
  private func beginsAlike(_ other: TokenTraits, _ aligner: Aligner) -> Bool {
    let areCyrillic = opening.letters != 0 && other.opening.letters != 0
    let (own, others) =
      areCyrillic
      ? (opening.letters, other.opening.letters) : (symbols, other.symbols)
    for place in 0..<UInt64(8) {
      let x = UInt8(truncatingIfNeeded: own >> (8 * place))
      let y = UInt8(truncatingIfNeeded: others >> (8 * place))
      // The abbreviation ends here, the shorter one of two.
      if x == 0 && isInitial || y == 0 && other.isInitial { return true }
      if x != y, areCyrillic || x == 0 || y == 0 || !aligner.isRegular(x, y) { return false }
    }
    return true
  }
}

extension Aligner {
  /// Whether one symbol for the other is what systems of spelling differ in, and no slip.
  fileprivate func isRegular(_ x: UInt8, _ y: UInt8) -> Bool {
    costs.substituting(x, y) <= Bits(4).raw
  }
}
