/// A text on its way through a system: its scalars as they are, in lower case, and which belong to words.
struct RomanisationText {
  let scalars: [Unicode.Scalar]
  /// In lower case, every apostrophe as U+02BC.
  let folded: [Unicode.Scalar]
  /// Letters, their marks and apostrophes.
  let isWord: [Bool]

  var count: Int { scalars.count }

  init(_ scalars: [Unicode.Scalar]) {
    let table = ScalarTable.shared
    self.scalars = scalars
    var folded: [Unicode.Scalar] = []
    var isWord: [Bool] = []
    folded.reserveCapacity(scalars.count)
    isWord.reserveCapacity(scalars.count)
    for scalar in scalars {
      let kind = table.kind(of: scalar)
      folded.append(kind == .apostrophe ? "\u{2BC}" : table.lower(of: scalar))
      isWord.append(kind.isLetter || kind == .mark || kind == .apostrophe)
    }
    self.folded = folded
    self.isWord = isWord
  }

  /// Whether the word around `range` has two letters or more and all are capitals.
  func isUpperCase(around range: Range<Int>) -> Bool {
    let word = self.word(around: range)
    var capitals = 0
    for index in word {
      if scalars[index].properties.isLowercase { return false }
      if scalars[index].isCapital { capitals += 1 }
    }
    return capitals >= 2
  }

  /// The word that `range` is a part of.
  private func word(around range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start > 0, isWord[start - 1] { start -= 1 }
    var end = range.upperBound
    while end < count, isWord[end] { end += 1 }
    return start..<end
  }
}

extension Unicode.Scalar {
  /// Whether it has a lower case of its own.
  var isCapital: Bool { properties.isUppercase }

  /// The capital of a letter; ß and the like, which would become several, stay as they are.
  var capital: Unicode.Scalar {
    let capital = properties.uppercaseMapping.unicodeScalars
    return capital.count == 1 ? capital.first! : self
  }
}
