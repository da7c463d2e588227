import NameText

/// Splits a cell into words well enough for the parser's tests, without the repairs of cleaning.
func parsingWords(_ cell: String) -> [Word] {
  var words: [Word] = []
  var current = ""
  var separator = Word.Separator.start
  var enclosure = Word.Enclosure.none
  func finish(period: Bool = false) {
    guard !current.isEmpty else { return }
    let scalars = current.unicodeScalars
    let letters = scalars.filter { $0.properties.isAlphabetic }
    let isNumber = scalars.allSatisfy { ("0"..."9").contains($0) }
    let isLatin = letters.contains { $0.value < 0x250 }
    words.append(
      Word(
        text: current.lowercased(), script: isNumber ? .number : isLatin ? .latin : .cyrillic,
        isUpperCase: letters.count > 1
          && letters.allSatisfy { $0.properties.isUppercase || $0 == "\u{2BC}" },
        isCapitalised: scalars.first?.properties.isUppercase == true, endsWithPeriod: period,
        separator: words.isEmpty ? .start : separator, enclosure: enclosure))
    current = ""
    separator = .other
  }
  for scalar in cell.unicodeScalars {
    switch scalar {
    case "'", "’", "‘", "ʻ", "`", "\u{2BC}": current.unicodeScalars.append("\u{2BC}")
    case " ":
      finish()
      if separator == .other || separator == .start { separator = .space }
    case "-":
      finish()
      separator = .hyphen
    case ",":
      finish()
      separator = .comma
    case ".": finish(period: true)
    case "(", ")":
      finish()
      enclosure = scalar == "(" ? .brackets : .none
      separator = .space
    case "\"", "«", "»":
      finish()
      enclosure = enclosure == .none ? .quotes : .none
      separator = .space
    default: current.unicodeScalars.append(scalar)
    }
  }
  finish()
  return words
}
