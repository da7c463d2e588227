extension CellLabelling {
  /// Takes what follows `son of`, `s/o`, `ولد` behind a name for the father's name; and, where a column's cells have it so,
  /// the words in brackets inside a name: Hasanović (Mehmed) Samir.
  mutating func takeFathers(inBrackets: Bool) {
    for index in words.indices.dropFirst() where labels[index] == .name && !isBeforeName(index) {
      if let count = fatherCue(at: index) {
        let father = fatherWords(from: index + count)
        if father.isEmpty { continue }
        label(index..<index + count, .note)
        label(father, .father)
      } else if inBrackets, isInnerBracket(index) {
        labels[index] = .father
      }
    }
  }

  /// How many words at `index` say that a father's name follows; `nil` where none does.
  private func fatherCue(at index: Int) -> Int? {
    if hasCapitals, words[index].isCapitalised { return nil }
    let text = words[index].text
    if Self.childOf.contains(text) { return 1 }
    guard index + 1 < words.count, !hasCapitals || !words[index + 1].isCapitalised else {
      return nil
    }
    let next = words[index + 1].text
    if ["son", "daughter", "child"].contains(text), next == "of" { return 2 }
    let isSlashed = source.gap(before: index + 1).contains("/")
    return ["s", "d"].contains(text) && next == "o" && isSlashed ? 2 : nil
  }

  /// Child of: Persian and Dari, as written and as romanised.
  private static let childOf: Set<String> = ["فرزند", "ولد", "walad", "farzand", "farzande"]

  /// The words of a name from `start` on, to the next comma or bracket.
  private func fatherWords(from start: Int) -> Range<Int> {
    var end = start
    while end < words.count, labels[end] == .name, words[end].script != .number,
      words[end].enclosure == .none, end == start || words[end].separator != .comma,
      end == start || words[end].separator != .other, end - start < Self.mostFatherWords
    { end += 1 }
    return start..<end
  }

  private static let mostFatherWords = 4

  /// Whether the word stands in brackets with words of the name on either side, and is no maiden name.
  private func isInnerBracket(_ index: Int) -> Bool {
    words[index].enclosure == .brackets
      && words[..<index].contains { $0.enclosure == .none }
      && words[(index + 1)...].contains { $0.enclosure == .none && $0.script != .number }
      && SurnameSuffixes.shared.match(words[index].text)?.isStrong != true
  }
}

extension CellReading {
  /// Whether a column of names has the father's name in brackets inside the name, as lists of the Balkans do: most of its
  /// cells have one word there that is no woman's surname.
  /// - Complexity: O(scalars of the cells).
  package static func haveFathersInBrackets(_ cells: some Sequence<ArraySlice<UInt8>>) -> Bool {
    var (named, withFather) = (0, 0)
    for cell in cells where !cell.isEmpty {
      named += 1
      if !cell.dropFirst().contains(UInt8(ascii: "(")) { continue }
      let text = String(decoding: cell, as: UTF8.self)
      if CellReading(text, fathersInBrackets: true).hasFather { withFather += 1 }
    }
    return withFather >= fewestWithFather && withFather * 2 > named
  }

  private static let fewestWithFather = 3
}
