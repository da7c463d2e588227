extension Phonemes {
  /// The ways in which a cleaned word can be read aloud, at most four, the likeliest first.
  ///
  /// Open letters are resolved by what else stands in the word (an ş, ğ, kh, sz gives the writer's habit
  /// away), and what is one sound is one symbol. Two words match exactly when they share a reading.
  /// - Complexity: O(scalars of the word × habits).
  public static func readings(of word: String) -> [[UInt8]] {
    var result: [[UInt8]] = []
    let ranked = Habits.shared.ranked(for: word, isCyrillic: isCyrillic(word))
    for (habit, weight) in ranked where weight >= ranked[0].weight - widestGap {
      var symbols: [UInt8] = []
      Graphemes.habits[habit].append(word, to: &symbols)
      add(symbols, to: &result)
      if result.count == mostReadings { break }
    }
    return result
  }

  // Measured with four readings and a gap of six: of 662 published transliterations of Russian, Ukrainian,
  // Belarusian, Kazakh, Karakalpak and Uzbek words 99.6 in 100 share a reading with their source, 88.9 the
  // first one; two Russian surnames at random do with probability 7.3e-7.
  static let mostReadings = 4
  /// Habits that are less likely by more than this are not tried.
  private static let widestGap = 6

  private static func isCyrillic(_ word: String) -> Bool {
    word.unicodeScalars.contains { (0x400...0x52F).contains($0.value) }
  }

  private static func add(_ symbols: [UInt8], to readings: inout [[UInt8]]) {
    for pass in 0..<Sounds.shared.passes(for: symbols) where readings.count < mostReadings {
      let heard = Sounds.shared.heard(symbols, pass: pass)
      if !readings.contains(heard) { readings.append(heard) }
    }
  }
}
