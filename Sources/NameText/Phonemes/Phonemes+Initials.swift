internal import NameTables

extension Phonemes {
  /// The phonemes, a bit for each, that a word may begin with: as it is spelled, and as its readings have it.
  public static func openingSounds(
    spelled symbols: [UInt8], readings: some Sequence<[UInt8]>
  ) -> UInt64 {
    var sounds = bit(symbols.first)
    for reading in readings {
      sounds |= bit(reading.first)
      // A reading takes я apart; an initial is one letter.
      if reading.count > 1, reading[0] == i { sounds |= iotated[Int(reading[1])] }
    }
    return sounds
  }

  private static let i = PhonemeAlphabet.shared.byte(named: "i")
  /// By the vowel behind an i the letter that is both.
  private static let iotated: [UInt64] = {
    let alphabet = PhonemeAlphabet.shared
    var letters = [UInt64](repeating: 0, count: 64)
    let pairs: [(vowel: TableCell, letter: TableCell)] = [("a", "ya"), ("u", "yu"), ("o", "yo")]
    for (vowel, letter) in pairs {
      letters[Int(alphabet.byte(named: vowel))] = bit(alphabet.byte(named: letter))
    }
    return letters
  }()

  private static func bit(_ symbol: UInt8?) -> UInt64 { symbol.map { 1 << UInt64($0) } ?? 0 }

  /// The phonemes, a bit for each, that can begin a name whose initial is written as `text`: Y stands for Елена, Юрий
  /// and Ыбрай, K for Халил, D for Джаннет, since an initial is the first letter of a spelling and a spelling begins
  /// with letters that together are one sound.
  ///
  /// Of more letters than one it is told already: Sh. is no С, but Дж. is Jahongir's.
  ///
  /// - Parameter text: an initial in lower case, as a rule one letter.
  public static func soundsAbbreviated(as text: String) -> UInt64 {
    let letters = text.unicodeScalars
    guard let letter = letters.first else { return 0 }
    return letters.count == 1 ? openings.ofLetter[letter] ?? 0 : openings.ofGrapheme[text] ?? 0
  }

  /// The phonemes, a bit for each, that the first letters of `text` can stand for in any language: J is ж, дж and й;
  /// 0 where the tables do not know the first letter.
  ///
  /// - Parameter text: a name in lower case, in either script.
  /// - Complexity: O(1), a look-up for each of the few letters that a grapheme may have.
  public static func openingSounds(of text: String) -> UInt64 {
    openingSounds(of: text.utf8Span.span)
  }

  /// The same for the bytes of a text.
  static func openingSounds(of bytes: Span<UInt8>) -> UInt64 {
    let openings = Self.openings
    var sounds: UInt64 = 0
    var end = 0
    while end < bytes.count, end < openings.longest {
      end += bytes.scalar(at: end).length
      sounds = openings.ofGrapheme[bytes.extracting(0..<end)] ?? sounds
    }
    return sounds
  }

  /// The first eight letters of a word in Cyrillic, a byte each, the first in the lowest: without their marks, since ё is
  /// typed as е and Қ. as К., and without the signs of softness; 0 for a word of another script.
  public static func openingLetters(of text: String) -> UInt64 {
    var letters: UInt64 = 0
    var count: UInt64 = 0
    for scalar in text.unicodeScalars where count < 8 {
      switch scalar {
      case "ь", "ъ", "\u{2BC}": continue
      default:
        guard 0x430..<0x500 ~= scalar.value else { return count == 0 ? 0 : letters }
        letters |= UInt64(unmarked(scalar).value - 0x400) << (8 * count)
        count += 1
      }
    }
    return letters
  }

  private static func unmarked(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    switch letter {
    case "ё", "є": "е"
    case "й", "і", "ї", "ј", "ӣ": "и"
    case "ў", "ү", "ұ", "ӯ": "у"
    case "ґ", "ғ": "г"
    case "қ", "ҡ": "к"
    case "ң": "н"
    case "ҳ", "һ": "х"
    case "ҷ": "ч"
    case "җ": "ж"
    case "ҙ": "з"
    case "ҫ": "с"
    case "ә": "а"
    case "ө": "о"
    default: letter
    }
  }

  /// What graphemes can stand for at the beginning of a word, and by their first letters; the bytes of the longest.
  private static let openings:
    (ofGrapheme: WordTable<UInt64>, ofLetter: [Unicode.Scalar: UInt64], longest: Int) = {
      let alphabet = PhonemeAlphabet.shared
      let e = bit(alphabet.byte(named: "e"))
      var ofGrapheme = WordTable<UInt64>(minimumCapacity: 512)
      var ofLetter: [Unicode.Scalar: UInt64] = [:]
      NameTable.graphemes.forEachRow { cells in
        guard cells[2].isEmpty || cells[2].starts(with: "before".utf8) || cells[2] == "initial",
          let letter = String(cells[0]).unicodeScalars.first,
          let name = cells[3].split(separator: UInt8(ascii: " ")).first
        else { return }
        // е is e here and ye there, and ё without its dots; Latin writes э and е alike.
        let isE = name == "ye" || name == "yo" || name == "э"
        let sounds = bit(alphabet.byte(named: name)) | (isE ? e : 0)
        // Names of the Far East would make J a ц.
        if cells[1] != "pinyin" && cells[1] != "japanese" {
          ofGrapheme.set((ofGrapheme[cells[0]] ?? 0) | sounds, of: cells[0])
        }
        ofLetter[letter, default: 0] |= sounds
      }
      // The one sound that Russian has two letters for; of Жаныбек it makes Джаныбек.
      let dzh = bit(alphabet.byte(named: "dzh")) | bit(alphabet.byte(named: "zh"))
      ofGrapheme.set(dzh, of: "дж")
      ofLetter["д", default: 0] |= dzh
      var longest = 0
      ofGrapheme.forEach { grapheme, _ in longest = max(longest, grapheme.count) }
      return (ofGrapheme, ofLetter, longest)
    }()
}
