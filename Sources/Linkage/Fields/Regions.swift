internal import NameTables
internal import NameText

/// Which town a place is and in which region it lies, as far as `places.tsv` knows it.
///
/// Both stand among the words of a place as words of their own that no letters spell: so two names of one town are one
/// word, and how common town and region are in the lists is counted with the words.
enum Regions {
  // The first bytes of such words; coarse keys are letters.
  private static let regionMark: UInt8 = 0
  private static let townMark: UInt8 = 1

  /// The words that a word of a place stands for; of two towns or regions that sound alike neither.
  private struct Meaning {
    var region: UInt8?
    var town: UInt16?
  }

  private static let meanings: [[UInt8]: Meaning] = {
    var numbers: [TableCell: UInt8] = [:]
    var meanings: [[UInt8]: Meaning] = [:]
    var towns: UInt16 = 0
    NameTable.places.forEachRow { cells in
      let region = numbers[cells[0]] ?? UInt8(numbers.count)
      numbers[cells[0]] = region
      var town: UInt16?
      if cells[1] == "town" {
        town = towns
        towns += 1
      }
      for name in cells[2].split(separator: UInt8(ascii: " ")) {
        for word in Cleaning.words(of: String(name)) {
          let key = Phonemes.coarse(Phonemes.symbols(of: word.text))
          guard let known = meanings[key] else {
            meanings[key] = Meaning(region: region, town: town)
            continue
          }
          meanings[key] = Meaning(
            region: known.region == region ? region : nil, town: known.town == town ? town : nil)
        }
      }
    }
    return meanings
  }()

  /// The words of a place, coarse keys, with the towns that it may be and the regions it lies in.
  static func adding(to words: Set<[UInt8]>) -> Set<[UInt8]> {
    var all = words
    for word in words {
      guard let meaning = meanings[word] else { continue }
      if let region = meaning.region { all.insert([regionMark, region]) }
      if let town = meaning.town {
        all.insert([townMark, UInt8(town >> 8), UInt8(truncatingIfNeeded: town)])
      }
    }
    return all
  }

  static func isRegion(_ word: [UInt8]) -> Bool { word.first == regionMark }
}
