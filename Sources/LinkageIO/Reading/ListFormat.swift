internal import Linkage

/// What kind of file a list is kept in, told by its first bytes.
enum ListFormat: Hashable {
  /// Rows as text: a table or JSON.
  case text
  /// A ZIP archive, which a workbook of Office Open XML is.
  case workbook
  /// Something that is often given in place of a list; what it is.
  case foreign(String)

  /// The format of the file that begins with `bytes`.
  init(_ bytes: [UInt8]) {
    if Self.archives.contains(where: { bytes.starts(with: $0) }) {
      self = .workbook
    } else if let name = Self.foreignBeginnings.first(where: { bytes.starts(with: $0.bytes) })?.name
    {
      self = .foreign(name)
    } else if let name = Self.page(bytes) {
      self = .foreign(name)
    } else {
      self = .text
    }
  }

  /// What programs of offices write as `.xls` and call a table: a page of HTML, or XML.
  private static func page(_ bytes: [UInt8]) -> String? {
    let beginning = String(decoding: bytes.prefix(256), as: UTF8.self)
      .drop { $0 == "\u{FEFF}" || $0.isWhitespace }.lowercased()
    let advice = "open it in a spreadsheet and save it as XLSX"
    if beginning.hasPrefix("<?xml") { return "an XML document; \(advice)" }
    let pages = ["<!doctype html", "<html", "<table", "<head", "<meta"]
    return pages.contains { beginning.hasPrefix($0) } ? "a page of HTML; \(advice)" : nil
  }

  /// How an archive of gzip begins.
  static let gzip: [UInt8] = [0x1F, 0x8B]

  private static let archives: [[UInt8]] = [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6]]

  private static let foreignBeginnings: [(bytes: [UInt8], name: String)] = [
    (gzip, "a gzip archive, which this build does not unpack"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "a workbook of the old kind (.xls)"),
    (Array("%PDF-".utf8), "a PDF document"),
    (Array("{\\rtf".utf8), "an RTF document"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
    (Array("Rar!".utf8), "a RAR archive"),
    (Array("SQLite format 3\0".utf8), "a database"),
    (SearchIndex.beginning, "an index made by dizim index, which search takes"),
  ]
}
