import Linkage
import LinkageIO
import TestSupport
import Testing

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite struct RoundTripTests {
  private let folder = ScratchFolder()

  /// Everything that means something to a reader, and bytes that are no UTF-8.
  private static let pieces: [[UInt8]] =
    ["\"", "\"\"", ",", "\t", ";", "\n", "\r", "\r\n", "\0", "\u{FEFF}", "ж", "a", " ", "sep=,"]
    .map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]

  @Test(arguments: [TableFormat.csv, .tsv])
  func whatIsWrittenIsReadAgain(format: TableFormat) throws {
    var random = SeededGenerator(state: 20_260_101)
    for _ in 0..<400 {
      let width = Int.random(in: 1...4, using: &random)
      let rows = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        (0..<width).map { _ in
          (0..<Int.random(in: 0...5, using: &random)).flatMap { _ in
            Self.pieces.randomElement(using: &random)!
          }
        }
      }
      let first = ["\u{FEFF}", "sep=;", "a\tb", "c"].randomElement(using: &random)!
      let header = (0..<width).map { $0 == 0 ? first : "c\($0)" }
      let bytes = try folder.table(format, header, byteOrderMark: .random(using: &random)) {
        writer in
        for row in rows {
          for cell in row { writer.append(bytes: cell[...]) }
          try writer.endRow()
        }
      }
      var options = ReadOptions()
      options.delimiter = format == .csv ? UInt8(ascii: ",") : UInt8(ascii: "\t")
      options.encoding = .utf8
      options.header = .yes
      options.needsName = false
      let list = try RecordList(parsing: bytes, path: "x.\(format)", options: options)
      #expect(list.columns.map(\.name) == header)
      let again = (0..<list.count).map { row in
        (0..<list.cellCount(ofRow: row)).map { Array(list.cell(row: row, column: $0)) }
      }
      #expect(again == rows, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  /// No bytes whatever make the reader crash, hang or lose a row.
  @Test func noisePassesThrough() throws {
    var random = SeededGenerator(state: 7)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 1...40, using: &random)).flatMap { _ in
        Self.pieces.randomElement(using: &random)!
      }
      var options = ReadOptions()
      options.encoding = .utf8
      options.header = .no
      options.needsName = false
      guard let list = try? RecordList(parsing: bytes, path: "x", options: options) else {
        continue
      }
      // Quotes and delimiters aside, every byte of the file is in some cell.
      let letters = { (bytes: [UInt8]) in
        bytes.count { $0 == UInt8(ascii: "a") || $0 == 0xFF || $0 == 0 }
      }
      let kept = (0..<list.count).flatMap { row in
        (0..<list.cellCount(ofRow: row)).flatMap { Array(list.cell(row: row, column: $0)) }
      }
      #expect(letters(kept) == letters(bytes))
    }
  }
}
