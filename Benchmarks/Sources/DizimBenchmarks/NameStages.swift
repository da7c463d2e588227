import NameText

/// From the text of a cell to words, roles and phonemic keys, one stage after the other.
struct NameStages {
  let names: [String]

  func measurements() -> [Measurement] {
    let words = names.map { Cleaning.words(of: $0) }
    return [
      measure("cells to words", count: names.count) {
        names.reduce(0) { $0 + Double(Cleaning.words(of: $1).count) }
      },
      measure("words to symbols and coarse keys", count: names.count) {
        words.reduce(0) { sum, words in
          words.reduce(sum) { $0 + Double(Phonemes.coarse(Phonemes.symbols(of: $1.text)).count) }
        }
      },
      measure("cells to words and keys", count: names.count) {
        names.reduce(0) { sum, name in
          Cleaning.words(of: name).reduce(sum) {
            $0 + Double(Phonemes.coarse(Phonemes.symbols(of: $1.text)).count)
          }
        }
      },
      measure("cells to names with roles and forms", count: names.count) {
        names.reduce(0) { $0 + Double(PersonName(parsing: $1).tokens.count) }
      },
      measure("words to readings", count: names.count) {
        words.reduce(0) { sum, words in
          words.reduce(sum) { $0 + Double(Phonemes.readings(of: $1.text).count) }
        }
      },
      measure("words to readings, each distinct word once", count: names.count) {
        var known: [String: Int] = [:]
        return words.reduce(0) { sum, words in
          words.reduce(sum) { sum, word in
            if let count = known[word.text] { return sum + Double(count) }
            let count = Phonemes.readings(of: word.text).count
            known[word.text] = count
            return sum + Double(count)
          }
        }
      },
    ]
  }
}
