import NameTables
import Testing

@Suite struct TableCellTests {
  @Test func readsNumbers() {
    #expect(Int("0" as TableCell) == 0)
    #expect(Int("-12" as TableCell) == -12)
    #expect(UInt8("255" as TableCell) == 255)
    #expect(UInt8("256" as TableCell) == nil)
    #expect(UInt8("-1" as TableCell) == nil)
    #expect(Int8("-128" as TableCell) == -128)
    #expect(UInt32("0A0f" as TableCell, radix: 16) == 0xA0F)
    #expect(Int("1A" as TableCell) == nil)
    #expect(Int("" as TableCell) == nil)
    #expect(Int("-" as TableCell) == nil)
  }

  /// Decimals are read as the standard library reads them.
  @Test func readsDecimals() {
    var rows = 0
    for table in [NameTable.alignment, .alignmentByHand, .symbolBigrams] {
      table.forEachRow { cells in
        #expect(Double(cells[2]) == Double(String(cells[2])), "\(cells)")
        rows += 1
      }
    }
    NameTable.nameRates.forEachRow { cells in
      #expect(Double(cells[1]) == Double(String(cells[1])), "\(cells)")
    }
    #expect(rows > 4000)
    for text: (cell: TableCell, string: String) in [
      ("-0.5", "-0.5"), ("3", "3"), ("999999999999.999", "999999999999.999"), (".5", ".5"),
    ] {
      #expect(Double(text.cell) == Double(text.string), "\(text.string)")
    }
    for text: TableCell in ["", "-", ".", "1.2.3", "1e3", "1 ", "1234567890123456"] {
      #expect(Double(text) == nil, "\(text)")
    }
  }

  @Test func isASliceOfItsTable() {
    let cell: TableCell = "zh| |x"
    let parts = cell.split(separator: UInt8(ascii: "|"))
    #expect(parts == ["zh", " ", "x"])
    #expect(parts.map { String($0) } == ["zh", " ", "x"])
    #expect(String("" as TableCell).isEmpty)
    #expect(Set(parts).contains("zh"))
    #expect("щ" as TableCell != "ш")
    #expect(Array("щ" as TableCell) == [0xD1, 0x89])
  }
}

@Suite struct WordTableTests {
  /// Every word of a table is found, and none that it has not.
  @Test func holdsWhatADictionaryHolds() {
    var table = WordTable<Int>()
    var dictionary: [String: Int] = [:]
    for source in [NameTable.nameRates, .cellWords, .givenNames, .phonemes] {
      source.forEachRow { cells in
        table.set(dictionary.count, of: cells[0])
        dictionary[String(cells[0])] = dictionary.count
      }
    }
    #expect(dictionary.count > 6000)
    for (word, value) in dictionary {
      #expect(table[word] == value, "\(word)")
      for other in [word + "x", String(word.dropLast()), "x" + word.dropFirst()] {
        #expect(table[other] == dictionary[other], "\(other)")
      }
    }
    var seen = 0
    table.forEach { word, value in
      #expect(dictionary[String(word)] == value)
      seen += 1
    }
    #expect(seen == dictionary.count)
  }

  @Test func replacesAValue() {
    var table = WordTable<Int>()
    #expect(table["а"] == nil && table[""] == nil)
    table.set(1, of: "а")
    table.set(2, of: "")
    table.set(3, of: "а")
    #expect(table["а"] == 3 && table[""] == 2)
  }
}
