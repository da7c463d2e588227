internal import NameTables

/// A spelling without what romanisations disagree about: Дмитрий, Dmitriy, Dmitry and Dmitrij are one.
///
/// It serves to look a name up in the tables of given names, whose answer is a hint, and the header of a column in that of
/// headers, and nothing else: it merges а and о, и and ы, and is far too coarse for a comparison of persons.
package struct RoughSpelling: Hashable, Sendable {
  /// FNV-1a of the rough letters: 64 bits, so that two of some thousand names do not meet by chance.
  let hash: UInt64

  /// The rough spelling of a word, in lower case.
  package init(_ word: String) { self.init(word.utf8Span.span) }

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
  private let meanings = Self.meanings

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

  /// Whether `letter` and the h (or other second half) after it are one sound, which is then read.
  mutating func append(_ letter: UInt8, followedBy second: UInt32) -> Bool {
    switch (letter, second) {
    case (UInt8(ascii: "s"), 0x68): append(UInt8(ascii: "s"))
    case (UInt8(ascii: "c"), 0x68): append(UInt8(ascii: "c"))
    case (UInt8(ascii: "k"), 0x68): append(UInt8(ascii: "h"))
    case (UInt8(ascii: "g"), 0x68): append(UInt8(ascii: "g"))
    case (UInt8(ascii: "z"), 0x68): append(UInt8(ascii: "j"))
    default:
      append(letter)
      return false
    }
    return true
  }

  mutating func read(_ value: UInt32) {
    // Letters of other alphabets count as they are, by their low bits.
    let letters =
      value < 0x530 ? meanings[Int(value)] : UInt16(truncatingIfNeeded: value & 0xFF | 0x80)
    let (first, second) = (UInt8(truncatingIfNeeded: letters), UInt8(letters >> 8))
    if second == Self.undecided {
      pending = first
    } else if first != 0 {
      append(first)
      if second != 0 { append(second) }
    }
  }

  /// Stands behind a letter whose sound depends on the next one.
  private static let undecided = UInt8.max

  /// The rough letters that each letter below U+0530 counts for, the first in the low byte; 0 where it counts for none.
  private static let meanings = (0..<UInt32(0x530)).map { value -> UInt16 in
    let letters = meaning(of: value)
    // Safety: there are so many bytes.
    let first = unsafe letters.utf8CodeUnitCount > 0 ? letters.utf8Start[0] : 0
    let second = unsafe letters.utf8CodeUnitCount > 1 ? letters.utf8Start[1] : 0
    switch Unicode.Scalar(value) {
    case "s", "c", "k", "g", "z", "d", "д": return UInt16(undecided) << 8 | UInt16(first)
    case "ь", "ъ", "\u{2BC}", "'": return 0
    default: return first == 0 ? UInt16(value & 0xFF | 0x80) : UInt16(second) << 8 | UInt16(first)
    }
  }

  /// The rough letters of a letter, empty where it counts as it is.
  private static func meaning(of value: UInt32) -> StaticString {
    switch Unicode.Scalar(value) {
    case "а", "ә", "о", "ө", "a", "o", "á", "ä", "ə", "ó", "ö", "õ", "à", "â", "ã", "ā", "ă", "å",
      "ò", "ô", "ō", "ŏ":
      "a"
    case "е", "ё", "э", "є", "ѣ", "e", "è", "é", "ê", "ë", "ē", "ė", "ě", "ę": "e"
    case "и", "і", "й", "ы", "ӣ", "ј", "ѵ", "i", "y", "ı", "í", "ý", "ì", "î", "ï", "ī", "ÿ":
      "i"
    case "я": "ia"
    case "ю": "iu"
    case "ї": "i"
    case "у", "ү", "ұ", "ў", "ӯ", "u", "ú", "ü", "ū", "ù", "û", "ŭ", "ů": "u"
    case "б", "b": "b"
    case "в", "v", "w": "v"
    case "г", "ғ", "ğ", "ǵ", "ґ", "g": "g"
    case "ж", "ҷ", "ђ", "џ", "j", "ž", "ż", "đ": "j"
    case "з", "ź", "z": "z"
    case "к", "қ", "q", "k": "k"
    case "л", "l", "ĺ", "ľ", "ł", "ļ": "l"
    case "љ": "li"
    case "м", "m": "m"
    case "н", "ң", "n", "ñ", "ń", "ŋ", "ň", "ņ": "n"
    case "њ": "ni"
    case "п", "p": "p"
    case "р", "r", "ŕ", "ř": "r"
    case "с", "š", "ş", "ш", "ś", "ș", "s": "s"
    case "щ": "sc"
    case "т", "t", "ť", "ț": "t"
    case "ф", "ѳ", "f": "f"
    case "х", "ҳ", "һ", "h", "x": "h"
    case "ц": "ts"
    case "ч", "ћ", "č", "ç", "ć", "c": "c"
    case "d", "д": "d"
    default: ""
    }
  }
}
