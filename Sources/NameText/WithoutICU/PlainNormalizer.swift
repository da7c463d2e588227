#if !ICU
  /// Unicode normalisation form C for letters of Latin and Cyrillic; other letters stay as they are.
  ///
  /// The standard library compares characters by canonical equivalence but composes nothing itself, so the composed
  /// letters of the two scripts are kept by the characters that they are equal to.
  struct Normalizer: Sendable {
    static let nfc: Normalizer? = Normalizer()

    /// Composed letters by what is canonically equal to them, a letter and its mark among it.
    private let composed: [Character: Unicode.Scalar]
    /// The letter under the accents of a composed one.
    private let bases: [Unicode.Scalar: Unicode.Scalar]

    /// The marks that letters of Latin and Cyrillic are composed with.
    private static let marks: [ClosedRange<UInt32>] = [
      0x300...0x304, 0x306...0x30C, 0x30F...0x30F, 0x311...0x311, 0x31B...0x31B, 0x323...0x328,
      0x32D...0x32E, 0x330...0x331,
    ]
    private static let composedLetters: [ClosedRange<UInt32>] = [
      0xC0...0x24F, 0x400...0x4FF, 0x1E00...0x1EFF,
    ]
    private static let plainLetters: [ClosedRange<UInt32>] = [
      0x41...0x5A, 0x61...0x7A, 0x410...0x44F,
    ]

    private init() {
      var composed: [Character: Unicode.Scalar] = [:]
      for letter in Self.scalars(Self.composedLetters) { composed[Character(letter)] = letter }
      let marks = Self.scalars(Self.marks)
      var bases: [Unicode.Scalar: Unicode.Scalar] = [:]
      // A letter with one mark may bear a second one: ắ is ă with an acute.
      var layer = Self.scalars(Self.plainLetters)
      while !layer.isEmpty {
        var next: [Unicode.Scalar] = []
        for letter in layer {
          for mark in marks {
            guard let whole = composed[Self.character(letter, mark)], bases[whole] == nil else {
              continue
            }
            bases[whole] = bases[letter] ?? letter
            next.append(whole)
          }
        }
        layer = next
      }
      self.composed = composed
      self.bases = bases
    }

    /// `text` with each mark joined to the letter before it where there is such a letter.
    func normalized(_ text: String) throws(ICUError) -> String {
      var result = String.UnicodeScalarView()
      for character in text {
        if let letter = composed[character] {
          result.append(letter)
          continue
        }
        var letter: Unicode.Scalar?
        var rest = String.UnicodeScalarView()
        for scalar in character.unicodeScalars {
          if let before = letter, let whole = composed[Self.character(before, scalar)] {
            letter = whole
          } else if letter == nil {
            letter = scalar
          } else {
            rest.append(scalar)
          }
        }
        if let letter { result.append(letter) }
        result.append(contentsOf: rest)
      }
      return String(result)
    }

    /// The letter under the accents of `scalar`: `a` of `ắ`; `nil` where there are none.
    func base(of scalar: Unicode.Scalar) -> Unicode.Scalar? { bases[scalar] }

    private static func scalars(_ ranges: [ClosedRange<UInt32>]) -> [Unicode.Scalar] {
      ranges.flatMap { $0.compactMap { Unicode.Scalar($0) } }
    }

    /// A letter with a mark, as one character. A string of two characters is no key of ours: the first one counts.
    private static func character(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Character {
      var text = String.UnicodeScalarView()
      text.append(letter)
      text.append(mark)
      return String(text).first ?? Character(letter)
    }
  }
#endif
