internal import NameTables

/// Words in the letters of a language that parts no syllables, or that has marks others leave out.
extension SyllableSpelling {
  // MARK: - Vietnamese

  /// Whether a word has a letter that Vietnamese alone has: a vowel with a mark of tone above another, ơ or ư.
  static func hasVietnameseMarks(_ word: String) -> Bool {
    word.unicodeScalars.contains {
      0x1EA0...0x1EF9 ~= $0.value || $0 == "ơ" || $0 == "ư"
    }
  }

  /// The word as others write it; nil where it has no marks.
  static func withoutMarks(_ word: String) -> String? {
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
    var plain = String.UnicodeScalarView()
    for letter in word.unicodeScalars {
      plain.append(letter == "đ" ? "d" : Normalizer.nfc?.base(of: letter) ?? letter)
    }
    return String(plain)
  }

  // MARK: - Burmese

  /// A word in Burmese letters, which parts no syllables, as its syllables; nil where some part is none of the table.
  func romanisedBurmese(_ word: String) -> [String]? {
    var parts: [String] = []
    let letters = word.utf8Span.span
    return parted(letters, from: 0, into: &parts) ? parts : nil
  }

  /// Parts the letters from `start` on, the longest syllable first, and says whether that can be done.
  private func parted(_ letters: Span<UInt8>, from start: Int, into parts: inout [String]) -> Bool {
    if start == letters.count { return true }
    // Nobody has a longer name, and a text could be parted in many ways.
    if parts.count == 6 { return false }
    for end in stride(from: min(letters.count, start + longest), to: start, by: -1) {
      guard let reading = readings(of: letters.extracting(start..<end), .burmese).first else {
        continue
      }
      parts.append(String(reading.brought))
      if parted(letters, from: end, into: &parts) { return true }
      parts.removeLast()
    }
    return false
  }

  // MARK: - Hangul

  /// A word of two to four letters of Hangul as its syllables, or a single one; nil where it is no name.
  ///
  /// - Parameter isFirst: whether a surname is to be looked for.
  func romanisedHangul(_ word: Span<UInt32>, isFirst: Bool) -> (parts: [String], hasSurname: Bool)?
  {
    guard 1...4 ~= word.count else { return nil }
    for place in word.indices where !(0xAC00...0xD7A3).contains(word[place]) { return nil }
    var parts: [String] = []
    var start = 0
    if isFirst {
      for length in word.count > 2 ? [2, 1] : [1] {
        guard let surname = hangul(word, start..<length, isSurname: true) else { continue }
        parts.append(surname)
        start = length
        break
      }
    }
    let hasSurname = start > 0
    for place in start..<word.count {
      guard let syllable = hangul(word, place..<place + 1, isSurname: false) else { return nil }
      parts.append(syllable)
    }
    return (parts, hasSurname)
  }

  private func hangul(_ word: Span<UInt32>, _ range: Range<Int>, isSurname: Bool) -> String? {
    var text = String.UnicodeScalarView()
    for place in range { Unicode.Scalar(word[place]).map { text.append($0) } }
    let letters = String(text)
    let reading = readings(of: letters, .hangul).first { isSurname ? $0.isSurname : $0.isGiven }
    if let reading { return String(reading.brought) }
    return isSurname ? nil : try? Transliterator.romanised(letters)
  }
}
