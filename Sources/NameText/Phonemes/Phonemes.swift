package import NameTables

/// Names as strings of phoneme symbols, one byte a symbol below 64, the same for Cyrillic and Latin.
///
/// ```swift
/// Phonemes.description(of: Phonemes.symbols(of: "щукин"))      // "shch u k i n"
/// Phonemes.description(of: Phonemes.symbols(of: "shchukin"))   // "shch u k i n"
/// ```
///
/// Letters that mean several things (Latin j, c, ch, x, w, y, ı) have open symbols of their own in
/// `symbols(of:)`, for a learned alignment to judge; `readings(of:)` resolves them.
public enum Phonemes {
  /// The symbols of a word that is cleaned and in lower case, open letters left open.
  /// - Complexity: O(scalars of the word).
  public static func symbols(of word: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(word.utf8.count)
    word.withScalars { Graphemes.plain.append($0, to: &result) }
    return result
  }

  /// The name of a symbol in the phoneme table; empty where no symbol has that byte.
  public static func name(of symbol: UInt8) -> String {
    symbol < 64 ? PhonemeAlphabet.shared.names[Int(symbol)] : ""
  }

  /// The names of `symbols`, parted by blanks.
  public static func description(of symbols: [UInt8]) -> String {
    symbols.map(name(of:)).joined(separator: " ")
  }

  /// `symbols` in ASCII letters run together, for a person to read; two strings of symbols may look alike so.
  public static func ascii(_ symbols: [UInt8]) -> String {
    var text = ""
    for symbol in symbols {
      switch name(of: symbol) {
      case "ʼ": break
      case "ы", "ı?": text += "y"
      case "э": text += "e"
      case "ä": text += "ae"
      case "ö": text += "oe"
      case "ü": text += "ue"
      case "ŏ": text += "o"
      case "unknown": text += "?"
      case let name: text += name.prefix { $0 != "?" && $0 != "~" }
      }
    }
    return text
  }

  /// The byte of the symbol called `name`, where there is one: `"patronymic-m"`.
  public static func symbol(named name: String) -> UInt8? {
    PhonemeAlphabet.shared.names.firstIndex(of: name).map { UInt8($0) }
  }

  /// The same for a name in a table.
  package static func symbol(named name: TableCell) -> UInt8? {
    PhonemeAlphabet.shared.knownByte(named: name)
  }

  /// A key for blocking: one ASCII letter a class of sounds, runs of one letter collapsed, signs dropped.
  ///
  /// It collides far too often to decide anything.
  /// - Complexity: O(symbols).
  public static func coarse(_ symbols: [UInt8]) -> [UInt8] {
    let classes = PhonemeAlphabet.shared.coarse
    var result: [UInt8] = []
    result.reserveCapacity(symbols.count)
    for symbol in symbols where symbol < 64 {
      let letter = classes[Int(symbol)]
      if letter != 0, result.last != letter { result.append(letter) }
    }
    return result
  }
}
