internal import Linkage
internal import NameText

extension RecordCells {
  /// What is said of a cell of names that seems to hold more people than one, or only somebody whom the row is not
  /// about; nil of all others.
  ///
  /// Of most cells their bytes say that they do not: names have few words, begin with capitals and have no commas.
  func problemOfPeople(row: Int, column: Int) -> String? {
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
    guard isSuspicious || words > 3, words > 1 || isSuspicious else { return nil }
    let reading = CellReading(String(decoding: cell, as: UTF8.self))
    if !reading.holdsSeveralPeople { return nil }
    return reading.names.isEmpty
      ? "the cell names somebody else only; the row names nobody"
      : "the cell seems to name several people; it stands for the first"
  }
}
