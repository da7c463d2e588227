/// A text on its way through a system: its scalars as they are, in lower case, and the words they belong to.
struct RomanisationText {
  let scalars: [Unicode.Scalar]
  /// In lower case, every apostrophe as U+02BC.
  let folded: [Unicode.Scalar]
  /// Letters, their marks and apostrophes.
  let isWord: [Bool]
  /// Where its words stand.
  let words: [Range<Int>]
  /// Scalars of words that have two letters or more, all of them capitals.
  let isInCapitals: [Bool]

  var count: Int { scalars.count }

  init(_ scalars: [Unicode.Scalar]) {
    let table = ScalarTable.shared
    var folded: [Unicode.Scalar] = []
    var isWord: [Bool] = []
    folded.reserveCapacity(scalars.count)
    isWord.reserveCapacity(scalars.count)
    for scalar in scalars {
      let kind = table.kind(of: scalar)
      folded.append(kind == .apostrophe ? "\u{2BC}" : table.lower(of: scalar))
      isWord.append(kind.isLetter || kind == .mark || kind == .apostrophe)
    }
    let words = Self.words(isWord)
    var isInCapitals = [Bool](repeating: false, count: scalars.count)
    for word in words where Self.isInCapitals(scalars[word]) {
      for index in word { isInCapitals[index] = true }
    }
    self.scalars = scalars
    self.folded = folded
    self.isWord = isWord
    self.words = words
    self.isInCapitals = isInCapitals
  }

  private static func words(_ isWord: [Bool]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for index in isWord.indices {
      if isWord[index] {
        start = start ?? index
      } else if let first = start {
        words.append(first..<index)
        start = nil
      }
    }
    if let start { words.append(start..<isWord.count) }
    return words
  }

  private static func isInCapitals(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    var capitals = 0
    for scalar in word {
      if scalar.properties.isLowercase { return false }
      if scalar.isCapital { capitals += 1 }
    }
    return capitals >= 2
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
