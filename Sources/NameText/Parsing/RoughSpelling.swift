internal import NameTables

/// A spelling without what romanisations disagree about: Дмитрий, Dmitriy, Dmitry and Dmitrij are one.
///
/// It serves to look a name up in the tables of given names, whose answer is a hint, and nothing
/// else: it merges а and о, и and ы, and is far too coarse for a comparison of persons.
struct RoughSpelling: Hashable, Sendable {
  /// FNV-1a of the rough letters: 64 bits, so that two of some thousand names do not meet by chance.
  let hash: UInt64

  /// The rough spelling of a word, in lower case.
  init(_ word: String) { self.init(word.utf8Span.span) }

  /// That of a word in a table.
  init(_ cell: TableCell) { self = cell.withSpan { RoughSpelling($0) } }

  private init(_ bytes: Span<UInt8>) {
    var letters = Letters()
    var place = 0
    while place < bytes.count {
      let (value, length) = bytes.scalar(at: place)
      place += length
      if let two = letters.pending {
        letters.pending = nil
        if letters.append(two, followedBy: value) { continue }
      }
      letters.read(value)
    }
    hash = letters.finish()
  }
}

/// The rough letters read so far: only the last one and the hash of all.
private struct Letters {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  /// A Latin letter whose sound depends on the one after it.
  var pending: UInt8?
  /// The letter read last, not in the hash yet.
  private var last: UInt8 = 0

  private mutating func append(_ letter: UInt8) {
    // Double letters and runs of i (ий, iy) are one letter, and so are ye, ie, je.
    if letter == last { return }
    // Джамиля, Dzhamilya, Djamila, Džemila: the d is part of the sound.
    if letter == UInt8(ascii: "j"), last == UInt8(ascii: "d") {
      last = letter
      return
    }
    if last != UInt8(ascii: "i") || letter != UInt8(ascii: "e") { hashLast() }
    last = letter
  }

  private mutating func hashLast() {
    hash = (hash ^ UInt64(last)) &* 0x100_0000_01b3
  }

  mutating func finish() -> UInt64 {
    if let pending { append(pending) }
    hashLast()
    return hash
  }

  private mutating func append(_ letters: StaticString) {
    // Safety: a static string's bytes live for ever.
    for index in 0..<letters.utf8CodeUnitCount {
      unsafe append(letters.utf8Start[index])
    }
  }

  /// Whether `letter` and the h (or other second half) after it are one sound, which is then read.
  mutating func append(_ letter: UInt8, followedBy second: UInt32) -> Bool {
    switch (letter, second) {
    case (UInt8(ascii: "s"), 0x68): append("s")
    case (UInt8(ascii: "c"), 0x68): append("c")
    case (UInt8(ascii: "k"), 0x68): append("h")
    case (UInt8(ascii: "g"), 0x68): append("g")
    case (UInt8(ascii: "z"), 0x68): append("j")
    default:
      append(letter)
      return false
    }
    return true
  }

  mutating func read(_ value: UInt32) {
    switch Unicode.Scalar(value) {
    case "s", "c", "k", "g", "z", "d": pending = UInt8(truncatingIfNeeded: value)
    case "д": pending = UInt8(ascii: "d")
    case "а", "ә", "о", "ө", "a", "o", "á", "ä", "ə", "ó", "ö", "õ", "à", "â", "ã", "ā", "ă", "å",
      "ò", "ô", "ō", "ŏ":
      append("a")
    case "е", "ё", "э", "є", "e", "è", "é", "ê", "ë", "ē", "ė", "ě", "ę": append("e")
    case "и", "і", "й", "ы", "ӣ", "ј", "i", "y", "ı", "í", "ý", "ì", "î", "ï", "ī", "ÿ":
      append("i")
    case "я": append("ia")
    case "ю": append("iu")
    case "ї": append("i")
    case "у", "ү", "ұ", "ў", "ӯ", "u", "ú", "ü", "ū", "ù", "û", "ŭ", "ů": append("u")
    case "б", "b": append("b")
    case "в", "v", "w": append("v")
    case "г", "ғ", "ğ", "ǵ", "ґ": append("g")
    case "ж", "ҷ", "ђ", "џ", "j", "ž", "ż", "đ": append("j")
    case "з", "ź": append("z")
    case "к", "қ", "q": append("k")
    case "л", "l", "ĺ", "ľ", "ł", "ļ": append("l")
    case "љ": append("li")
    case "м", "m": append("m")
    case "н", "ң", "n", "ñ", "ń", "ŋ", "ň", "ņ": append("n")
    case "њ": append("ni")
    case "п", "p": append("p")
    case "р", "r", "ŕ", "ř": append("r")
    case "с", "š", "ş", "ш", "ś", "ș": append("s")
    case "щ": append("sc")
    case "т", "t", "ť", "ț": append("t")
    case "ф", "f": append("f")
    case "х", "ҳ", "һ", "h", "x": append("h")
    case "ц": append("ts")
    case "ч", "ћ", "č", "ç", "ć": append("c")
    case "ь", "ъ", "\u{2BC}", "'": break
    default:
      // Letters of other alphabets count as they are, by their low bits.
      append(UInt8(truncatingIfNeeded: value) | 0x80)
    }
  }
}
