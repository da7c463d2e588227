/// Text that was decoded by the wrong encoding, and the way back.
///
/// ```swift
/// Mojibake.repaired("Èâàíîâ")?.text         // "Иванов": windows-1251 read as windows-1252
/// Mojibake.repaired("РРІР°РЅРѕРІ")?.text   // "Иванов": UTF-8 read as windows-1251
/// ```
package struct Mojibake: Sendable, Hashable {
  /// What was meant.
  package let text: String
  /// Both encodings, in words: `windows-1251 read as windows-1252`.
  package let reason: String

  /// A name is seldom longer, and nothing longer is looked at.
  private static let longest = 400
  /// What the repaired text must read better by, in hundredths of a bit, in all and for a pair of letters.
  private static let leastGain = 1_500
  private static let leastGainOfPair = 150

  /// Encodings that text is read as by mistake, each with those that it may really be in. UTF-8 comes first, being
  /// the surest to tell.
  private static let ways: [(wrong: String, right: [String?])] = [
    ("windows-1252", [nil, "windows-1251", "KOI8-R", "IBM866", "x-mac-cyrillic"]),
    ("windows-1251", [nil, "KOI8-R", "IBM866", "windows-1252"]),
    ("KOI8-R", ["windows-1251", nil]),
    ("IBM866", ["windows-1251", nil]),
    ("x-mac-cyrillic", ["windows-1251", nil]),
  ]

  /// The repaired text; `nil` where `cell` reads well as it is, or does not read better in any other way.
  ///
  /// What was read wrongly twice is repaired twice. Character references of a web page are resolved first.
  /// - Complexity: O(scalars of the cell), and next to nothing for cells that show no sign of it.
  package static func repaired(_ cell: String) -> Mojibake? {
    guard let text = CharacterReferences.resolved(cell) else { return redecoded(cell) }
    let references = "character references of HTML"
    guard let meant = redecoded(text) else { return Mojibake(text: text, reason: references) }
    return Mojibake(text: meant.text, reason: "\(meant.reason), then \(references)")
  }

  private static func redecoded(_ cell: String) -> Mojibake? {
    guard isSuspicious(cell), let once = repairedOnce(cell) else { return nil }
    guard isSuspicious(once.text), let twice = repairedOnce(once.text) else {
      return once
    }
    return Mojibake(text: twice.text, reason: "\(twice.reason), then \(once.reason)")
  }

  private static func repairedOnce(_ cell: String) -> Mojibake? {
    let before = cost(of: cell)
    let letters = letterCount(cell)
    var best: (text: String, reason: String, cost: Int)?
    for (wrong, meanings) in ways {
      guard let bytes = bytes(of: cell, in: CodePage.named(wrong)) else { continue }
      for right in meanings {
        guard let text = text(of: bytes, in: right) else { continue }
        // The letters that were meant are letters; `ü` is no `№` that was read wrongly.
        if right != nil, letterCount(text) < letters { continue }
        let after = cost(of: text)
        // A way through UTF-8 is hardly ever open by accident.
        let needed = right == nil ? leastGain / 3 : max(leastGain, leastGainOfPair * before.pairs)
        guard before.cost - after.cost >= needed, after.cost < best?.cost ?? .max else { continue }
        best = (text, "\(right ?? "UTF-8") read as \(wrong)", after.cost)
      }
    }
    return best.map { Mojibake(text: $0.text, reason: $0.reason) }
  }

  private static func letterCount(_ text: String) -> Int {
    text.unicodeScalars.count { $0.properties.isAlphabetic }
  }

  private static func cost(of text: String) -> (cost: Int, pairs: Int) {
    var reader = LetterPairs.shared.reader()
    for scalar in text.unicodeScalars { reader.take(scalar) }
    return (reader.finish(), reader.count)
  }

  /// The bytes that `text` was read from.
  private static func bytes(of text: String, in page: CodePage) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      // Bytes that stand for nothing are read as control characters by most programs.
      if let byte = page.byte(of: scalar) {
        bytes.append(byte)
      } else if 0x80..<0xA0 ~= scalar.value {
        bytes.append(UInt8(scalar.value))
      } else if scalar == "\u{FFFD}", let byte = page.onlyUndefinedByte {
        bytes.append(byte)
      } else {
        return nil
      }
    }
    return bytes
  }

  /// The text of `bytes`, in UTF-8 where `encoding` is `nil`.
  private static func text(of bytes: [UInt8], in encoding: String?) -> String? {
    guard let encoding else {
      return String(validating: bytes, as: UTF8.self)
    }
    let page = CodePage.named(encoding)
    var text = String.UnicodeScalarView()
    for byte in bytes {
      guard let scalar = page.scalar(of: byte) else { return nil }
      text.append(scalar)
    }
    return String(text)
  }

  /// Whether anything in a cell looks as letters read wrongly do: letters of western Europe side by side, boxes,
  /// signs and capitals in the middle of a word, hardly anything but `Р` and `С`.
  private static func isSuspicious(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    var previous = UInt32(0x20)
    var (count, leads) = (0, 0)
    var isSuspicious = false
    var place = 0
    while place < bytes.count {
      let (value, length) = bytes.scalar(at: place)
      place += length
      count += 1
      if count > longest { return false }
      switch value {
      case 0..<0x80: break
      case 0x80..<0xA0, 0x2500..<0x25A0: isSuspicious = true
      case 0xA0..<0x100, 0x152...0x17E, 0x192:
        if 0x80..<0x180 ~= previous || 0x2010..<0x2040 ~= previous {
          isSuspicious = true
        }
        // `а«` and `а®`; a quotation mark closes behind a letter, a blank that does not break follows one.
        if 0xA1..<0xC0 ~= value, value != 0xBB, 0x400..<0x530 ~= previous {
          isSuspicious = true
        }
      case 0x420, 0x421: leads += 1
      case 0x400..<0x430:
        if 0x430..<0x460 ~= previous { isSuspicious = true }
      default: break
      }
      previous = value
    }
    return isSuspicious || leads > 1 && 3 * leads >= count
  }
}
