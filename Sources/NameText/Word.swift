/// The writing system of a word.
public enum Script: UInt8, Sendable, Hashable {
  case latin, cyrillic, other, number
}

/// One word of a cell, cleaned: NFC, invisible characters gone, homoglyphs repaired, lower case, one apostrophe.
///
/// `Тажимуратов Д.` gives two words; `Касым-Жомарт` two, the second with `separator == .hyphen`.
public struct Word: Sendable, Hashable {
  /// What stood between this word and the one before it.
  public enum Separator: UInt8, Sendable, Hashable {
    case start, space, hyphen, comma, other
  }

  /// What the word stands inside of.
  public enum Enclosure: UInt8, Sendable, Hashable {
    case none, brackets, quotes
  }

  /// Lower case, letters and U+02BC apostrophes only (digits for a number; U+FFFD for a letter lost on the
  /// way, `Айг?л`; 4 and 6 where they are letters in Latin, `4ingiz`; `ᵊ` for a vowel that Arabic or Hebrew
  /// leaves out).
  public var text: String
  /// The script of its letters.
  public var script: Script
  /// All letters were capitals, and there were at least two.
  public var isUpperCase: Bool
  /// The first letter was a capital.
  public var isCapitalised: Bool
  /// A full stop followed directly: `Д.`, `г.`
  public var endsWithPeriod: Bool
  /// Dots followed that say that letters are missing: `Гулжа...`, `Гулжа…`
  public var isCutOff: Bool
  /// What stood between it and the word before.
  public var separator: Separator
  /// What it stands inside of.
  public var enclosure: Enclosure

  /// A word as a reader of cells found it; `text` has to be clean already.
  public init(
    text: String, script: Script, isUpperCase: Bool, isCapitalised: Bool, endsWithPeriod: Bool,
    isCutOff: Bool = false, separator: Separator, enclosure: Enclosure
  ) {
    self.text = text
    self.script = script
    self.isUpperCase = isUpperCase
    self.isCapitalised = isCapitalised
    self.endsWithPeriod = endsWithPeriod
    self.isCutOff = isCutOff
    self.separator = separator
    self.enclosure = enclosure
  }
}
