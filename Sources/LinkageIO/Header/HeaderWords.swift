/// A header folded for comparison: small letters without marks, no apostrophes; `Birth_Date`,
/// `birth date` and `birthDate` have one joined form.
struct HeaderWords {
  private var bytes: [UInt8] = []
  /// Where words begin, but for the first.
  private var starts: [Int] = []

  /// What an encoding puts in place of a letter that it lacks.
  static let lost: Unicode.Scalar = "?"

  /// - Parameter keepsLost: whether a `?` stands for a letter.
  init(_ header: some StringProtocol, keepsLost: Bool = false) {
    bytes.reserveCapacity(header.utf8.count)
    var wordEnded = false
    for scalar in header.unicodeScalars {
      if let letter = Self.usualLetter(scalar) {
        append(letter, afterSpace: &wordEnded)
      } else if scalar == " " || scalar == "_" {
        wordEnded = !bytes.isEmpty
      } else {
        for small in scalar.properties.lowercaseMapping.unicodeScalars {
          take(small, keepsLost: keepsLost, &wordEnded)
        }
      }
    }
  }

  /// The small letter of one that is in most headers, and needs no looking up.
  private static func usualLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "a"..."z", "а"..."я": scalar
    case "A"..."Z", "А"..."Я": Unicode.Scalar(scalar.value + 0x20)
    default: nil
    }
  }

  private mutating func take(
    _ scalar: Unicode.Scalar, keepsLost: Bool, _ wordEnded: inout Bool
  ) {
    guard scalar != "№", scalar != "#" else {
      append("№", afterSpace: &wordEnded)
      return
    }
    if Self.isApostrophe(scalar) || scalar.properties.generalCategory == .nonspacingMark
      || scalar == "."
    {
      return  // Ф.И.О., tug‘ilgan
    }
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || keepsLost && scalar == Self.lost
    {
      append(Self.base(scalar), afterSpace: &wordEnded)
    } else {
      wordEnded = !bytes.isEmpty
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, afterSpace: inout Bool) {
    if afterSpace { starts.append(bytes.count) }
    afterSpace = false
    bytes.appendScalar(scalar.value)
  }

  /// The words with nothing between them.
  var joined: String { String(decoding: bytes, as: UTF8.self) }

  /// The words with a space between them.
  var spaced: String {
    var words: [UInt8] = []
    var start = 0
    for end in starts {
      words += bytes[start..<end] + [UInt8(ascii: " ")]
      start = end
    }
    return String(decoding: words + bytes[start...], as: UTF8.self)
  }

  /// The first word.
  var first: Substring {
    Substring(String(decoding: bytes[..<(starts.first ?? bytes.count)], as: UTF8.self))
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "`", "´", "‘", "’", "ʻ", "ʼ", "‛", "′": true
    default: false
    }
  }

  /// The letter without its mark, since headers are typed with and without.
  private static func base(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "á", "ä", "à", "â", "ą", "ã", "ā", "ă", "å": "a"
    case "ć", "ç", "č": "c"
    case "đ", "ď": "d"
    case "ǵ", "ğ", "ģ": "g"
    case "ķ": "k"
    case "ń", "ñ", "ň", "ņ": "n"
    case "ł", "ļ": "l"
    case "ó", "ö", "ô", "õ", "ő": "o"
    case "ř": "r"
    case "ú", "ü", "û", "ŭ", "ū", "ů", "ű", "ų": "u"
    case "ı", "í", "ï", "î", "ī": "i"
    case "é", "è", "ë", "ê", "ę", "ə", "ė", "ē", "ě": "e"
    case "ş", "ś", "š", "ș": "s"
    case "ț", "ţ", "ť": "t"
    case "ý": "y"
    case "ź", "ż", "ž": "z"
    case "ё": "е"
    // Arabic letters that lists and keyboards write for each other.
    case "أ", "إ", "آ", "ٱ": "ا"
    case "ى", "ی", "ې", "ۍ", "ئ": "ي"
    case "ک": "ك"
    case "ة": "ه"
    case "ؤ": "و"
    default: scalar
    }
  }
}
