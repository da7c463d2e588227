/// How a list is kept in a file: told by its first bytes, and by the file's name where they leave it open.
enum ListFormat: Hashable {
  /// Rows of cells as text, parted by a delimiter.
  case delimited
  case json(JSONRecords.Layout)
  /// A ZIP archive, which a workbook of Office Open XML is.
  case workbook
  /// Something that is often given in place of a list; what it is.
  case foreign(String)

  /// The format of the file that begins with `bytes`, of which text begins at `start`.
  init(_ bytes: [UInt8], from start: Int, fileExtension: String, options: ReadOptions) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      self = .workbook
    } else if let name = Self.foreignBeginnings.first(where: { bytes.starts(with: $0.bytes) })?.name
    {
      self = .foreign(name)
    } else if options.delimiter == nil,
      let layout = JSONRecords.layout(of: bytes, from: start, fileExtension: fileExtension)
    {
      self = .json(layout)
    } else {
      self = .delimited
    }
  }

  private static let foreignBeginnings: [(bytes: [UInt8], name: String)] = [
    ([0x1F, 0x8B], "a gzip archive"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "a workbook of the old kind (.xls)"),
    (Array("%PDF-".utf8), "a PDF document"),
    (Array("{\\rtf".utf8), "an RTF document"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
    (Array("Rar!".utf8), "a RAR archive"),
    (Array("SQLite format 3\0".utf8), "a database"),
  ]
}
