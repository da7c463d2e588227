/// Words that stand where a name would, because it is not known: `неизвестный мужчина`, `н/д`, `NULL`.
///
/// Were they compared as names, all unknown people of a list would be one person.
package enum Placeholder {
  private static let mostWords = 6

  /// Whether nothing but such words is there. One of them is enough, among `notes` as well, beside others that are no
  /// names: Эрнст Неизвестный is a sculptor.
  static func isMade(of words: [Word], beside notes: [Word] = []) -> Bool {
    guard 1...mostWords ~= words.count else { return false }
    if words.count <= 3, CellCues.shared.beginsPlaceholder(words[0].text),
      CellCues.shared[phrase(words)] == .nobody
    {
      return true
    }
    var isTold = notes.contains { CellCues.shared[$0.text] == .nobody }
    for word in words {
      switch CellCues.shared[word.text] {
      case .nobody: isTold = true
      case .nothing:
        // Null is a surname, too; tables write it in letters of one case.
        guard words.count == 1, word.isUpperCase || !word.isCapitalised else { return false }
        isTold = true
      case .anybody, .note, .event, .kin: break
      case nil:
        guard word.script == .number || CellWords.shared.entry(for: word.text, .title) != nil
        else { return false }
      default: return false
      }
    }
    return isTold
  }

  /// The words as the table has them: `н/д`, `no name`.
  private static func phrase(_ words: [Word]) -> String {
    var phrase = words[0].text
    for (word, previous) in zip(words.dropFirst(), words) {
      phrase += word.separator == .other && !previous.endsWithPeriod ? "/" : " "
      phrase += word.text
    }
    return phrase
  }

  /// Whether a cell of names names nobody: it has no letters, or nothing but such words.
  ///
  /// - Complexity: O(1) for most cells, since few begin like a word that says so.
  package static func isWholly(_ cell: ArraySlice<UInt8>) -> Bool {
    if let start = cell.firstIndex(where: mayBeginLetter), beginsUsualLetter(cell[start]) {
      let word = cell[start...].prefix(longestBeginning + 1).prefix { !endsOfWords.contains($0) }
      guard word.count <= longestBeginning, beginnings.contains(Array(word)) else { return false }
    }
    let reading = CellReading(String(decoding: cell, as: UTF8.self))
    return !reading.holdsSeveralPeople && reading.names.isEmpty
  }

  private static let endsOfWords = Array(" /.,:;)]".utf8)

  private static func mayBeginLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte & 0xDF || byte > 0xC2
  }

  /// Latin and Cyrillic; other blocks have signs, digits and blanks among their letters.
  private static func beginsUsualLetter(_ byte: UInt8) -> Bool {
    byte < 0x80 || 0xC3...0xC9 ~= byte || 0xD0...0xD3 ~= byte
  }

  /// The first words of all that says so, in the usual ways to write them.
  private static let beginnings: Set<[UInt8]> = {
    var beginnings = Set<[UInt8]>()
    for text in CellCues.shared.beginningsOfPlaceholders {
      for apostrophe in text.contains("ʼ") ? ["ʼ", "'", "’", "‘", "ʻ", "`"] : ["ʼ"] {
        let word = text.replacing("ʼ", with: apostrophe)
        for written in [word, word.uppercased(), word.prefix(1).uppercased() + word.dropFirst()] {
          beginnings.insert(Array(written.utf8))
        }
      }
    }
    return beginnings
  }()

  private static let longestBeginning = beginnings.map(\.count).max() ?? 0
}
