internal import NameText

/// Spellings of one name out of a list of aliases, as phoneme symbols.
///
/// The list is tab-separated with a header and the columns `entity_id`, `name`, `script`, each row a single word.
package struct SpellingClusters: Sendable {
  /// The spellings of each name, in the order of the file.
  package private(set) var clusters: [[(symbols: [UInt8], script: Substring)]] = []

  /// - Throws: `TrainingError.missingColumn` where one of the three columns is not there.
  package init(aliases text: String) throws(TrainingError) {
    let lines = text.split(separator: "\n")
    let header = lines.first?.split(separator: "\t", omittingEmptySubsequences: false) ?? []
    func column(_ name: String) throws(TrainingError) -> Int {
      guard let index = header.firstIndex(where: { $0 == name }) else {
        throw TrainingError.missingColumn(name)
      }
      return index
    }
    let (entity, name, script) = (try column("entity_id"), try column("name"), try column("script"))
    var numbers: [Substring: Int] = [:]
    for line in lines.dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count > max(entity, name, script) else { continue }
      let words = Cleaning.words(of: String(cells[name]))
      guard words.count == 1 else { continue }
      let number = numbers[cells[entity]] ?? clusters.count
      if number == clusters.count {
        numbers[cells[entity]] = number
        clusters.append([])
      }
      clusters[number].append((Phonemes.symbols(of: words[0].text), cells[script]))
    }
  }

  /// All pairs of different spellings of one name, Cyrillic before Latin, out of clusters of at most `largest`:
  /// larger ones join the traditions of many countries.
  package func pairs(largest: Int = 12) -> [(left: [UInt8], right: [UInt8])] {
    clusters.filter { $0.count <= largest }.flatMap { cluster in
      cluster.indices.flatMap { i in
        cluster[(i + 1)...].compactMap { other in
          other.symbols == cluster[i].symbols && other.script == cluster[i].script
            ? nil : (cluster[i].symbols, other.symbols)
        }
      }
    }
  }
}

/// Why training data could not be used.
package enum TrainingError: Error, Hashable, Sendable {
  case missingColumn(String)
  case unreadableName(file: String, line: Int)
}
