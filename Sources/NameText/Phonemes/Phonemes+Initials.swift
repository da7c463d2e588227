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
  /// - Parameter text: an initial in lower case, as a rule one letter.
  public static func soundsAbbreviated(as text: String) -> UInt64 {
    // Of more letters than one it is told already: Sh. is no С.
    guard let letter = text.unicodeScalars.first, text.unicodeScalars.count == 1 else { return 0 }
    return abbreviated[letter] ?? 0
  }

  /// By the first letter of a grapheme what it can stand for at the beginning of a word.
  private static let abbreviated: [Unicode.Scalar: UInt64] = {
    let alphabet = PhonemeAlphabet.shared
    let e = bit(alphabet.byte(named: "e"))
    var sounds: [Unicode.Scalar: UInt64] = [:]
    NameTable.graphemes.forEachRow { cells in
      guard cells[2].isEmpty || cells[2].starts(with: "before".utf8) || cells[2] == "initial",
        let letter = String(cells[0]).unicodeScalars.first,
        let name = cells[3].split(separator: UInt8(ascii: " ")).first
      else { return }
      // е is e here and ye there, and ё without its dots.
      let isIotated = name == "ye" || name == "yo"
      sounds[letter, default: 0] |= bit(alphabet.byte(named: name)) | (isIotated ? e : 0)
    }
    return sounds
  }()
}
