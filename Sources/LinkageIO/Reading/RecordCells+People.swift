internal import Linkage
internal import NameText

extension RecordCells {
  /// Whether a cell of names seems to hold more people than one.
  ///
  /// Of most cells their bytes say that they do not: names have few words, begin with capitals and have no commas.
  func namesSeveralPeople(row: Int, column: Int) -> Bool {
    let cell = cell(row: row, column: column)
    var words = 1
    var isSuspicious = false
    var afterBlank = true
    for index in cell.indices {
      switch cell[index] {
      case UInt8(ascii: " "):
        words += 1
        afterBlank = true
        continue
      case UInt8(ascii: ","), UInt8(ascii: "&"), UInt8(ascii: "+"), UInt8(ascii: "("), .lineFeed,
        UInt8(ascii: "-"), .carriageReturn:
        isSuspicious = true
      case UInt8(ascii: "a")...UInt8(ascii: "z") where afterBlank: isSuspicious = true
      // The small letters of Cyrillic.
      case 0xD0 where afterBlank && index + 1 < cell.endIndex && cell[index + 1] >= 0xB0:
        isSuspicious = true
      case 0xD1...0xD3 where afterBlank: isSuspicious = true
      default: break
      }
      afterBlank = false
    }
    guard isSuspicious || words > 3, words > 1 || isSuspicious else { return false }
    return CellReading(String(decoding: cell, as: UTF8.self)).holdsSeveralPeople
  }
}
