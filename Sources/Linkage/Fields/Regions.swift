internal import NameTables
internal import NameText

/// In which region a place lies, as far as `places.tsv` knows it.
///
/// A region stands among the words of a place as a word of its own that no letters spell, so that how common it is in
/// the lists is counted with them.
enum Regions {
  /// The first byte of such a word; coarse keys are letters.
  private static let mark: UInt8 = 0

  private static let regionOfWord: [[UInt8]: UInt8?] = {
    var numbers: [TableCell: UInt8] = [:]
    var regions: [[UInt8]: UInt8?] = [:]
    NameTable.places.forEachRow { cells in
      let number = numbers[cells[0]] ?? UInt8(numbers.count)
      numbers[cells[0]] = number
      for name in cells[2].split(separator: UInt8(ascii: " ")) {
        for word in Cleaning.words(of: String(name)) {
          let key = Phonemes.coarse(Phonemes.symbols(of: word.text))
          // Two towns that sound alike tell nothing.
          if let known = regions[key], known != number {
            regions[key] = .some(nil)
          } else {
            regions[key] = number
          }
        }
      }
    }
    return regions
  }()

  /// The words of a place, coarse keys, with the regions it lies in.
  static func adding(to words: Set<[UInt8]>) -> Set<[UInt8]> {
    var all = words
    for word in words {
      if let region = regionOfWord[word] ?? nil { all.insert([mark, region]) }
    }
    return all
  }

  static func isRegion(_ word: [UInt8]) -> Bool { word.first == mark }
}
