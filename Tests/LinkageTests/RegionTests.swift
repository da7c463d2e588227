import NameTables
import NameText
import Testing

@testable import Linkage

@Suite struct RegionTests {
  private func words(_ place: String) -> [[UInt8]] {
    var list = RecordList(
      name: "list",
      columns: [.init(name: "name", kind: .name), .init(name: "place", kind: .place)])
    list.append(cell: "Щукин".utf8)
    list.append(cell: place.utf8)
    list.endRow(line: 2)
    return list.fieldValues(row: 0, names: list.rowNames(row: 0)).places.first ?? []
  }

  private func level(_ a: String, _ b: String) -> FieldLevel? {
    PlaceComparison.shared(words(a), words(b), surprise: { $0.count })?.level
  }

  @Test(arguments: [
    ("Каракалпакская АССР", "Nukus", FieldLevel.placeInRegion),
    ("Nukus", "Qoʻngʻirot", .placeInRegion), ("Kungrad", "Qoʻngʻirot", .placeAgrees),
    ("Khujand", "Худжанд", .placeAgrees), ("Xoʻjayli", "Ходжейли", .placeAgrees),
    ("Dzhankoy", "Джанкой", .placeAgrees), ("Brcko", "Brčko", .placeAgrees),
    ("Нукус", "Nukus", .placeAgrees),
    ("Нукус, Каракалпакстан", "Nukus", .placeAgrees),
    ("Самаркандская область", "Urgut", .placeInRegion),
    ("Самаркандская область", "Nukus", nil), ("Щучинск", "Кокшетау", .placeInRegion),
    ("Париж", "Лондон", nil),
  ])
  func placesOfOneRegionAreKnown(a: String, b: String, level expected: FieldLevel?) {
    #expect(level(a, b) == expected, "\(a) ~ \(b)")
    #expect(level(b, a) == expected, "\(b) ~ \(a)")
  }

  @Test func theTableIsWholeAndSorted() {
    var last: [String] = []
    var regions: Set<TableCell> = []
    var named: Set<TableCell> = []
    NameTable.places.forEachRow { cells in
      #expect(cells.count == 4 && !cells.contains(""), "\(cells)")
      #expect(cells[1] == "region" || cells[1] == "town", "\(cells)")
      regions.insert(cells[0])
      if cells[1] == "region" { named.insert(cells[0]) }
      let row = cells.map(String.init)
      #expect(
        last.map { Array($0.unicodeScalars.map(\.value)) }
          .lexicographicallyPrecedes(row.map { Array($0.unicodeScalars.map(\.value)) }) {
            $0.lexicographicallyPrecedes($1)
          }, "\(cells)")
      last = row
    }
    #expect(regions == named, "a region without a name")
    // A region is one byte of a word.
    #expect(regions.count < 256 && regions.count > 40)
  }
}
