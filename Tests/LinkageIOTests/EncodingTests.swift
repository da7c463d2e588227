import Linkage
import TestSupport
import Testing

@testable import LinkageIO

@Suite struct EncodingTests {
  struct Vector: Sendable, CustomTestStringConvertible {
    var encoding: TextEncoding
    var bytes: [UInt8]
    var text: String
    var testDescription: String { encoding.rawValue }

    static func load() throws -> [Vector] {
      try TestFiles.rows("Tests/LinkageIOTests/Vectors/encodings.tsv").map {
        Vector(encoding: TextEncoding(named: $0[0])!, bytes: hexadecimal($0[1]), text: $0[2])
      }
    }
  }

  static func hexadecimal(_ text: String) -> [UInt8] {
    var digits = Array(text)[...]
    var bytes: [UInt8] = []
    while digits.count > 1 {
      bytes.append(UInt8(String(digits.prefix(2)), radix: 16)!)
      digits = digits.dropFirst(2)
    }
    return bytes
  }

  /// Decodes in blocks of `size`.
  private func decoded(_ bytes: [UInt8], _ encoding: TextEncoding, blocksOf size: Int) -> [UInt8] {
    var decoder = TextDecoder(encoding)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      decoder.decode(Array(bytes[start...].prefix(size)), isLast: false, into: &text)
    }
    decoder.decode([], isLast: true, into: &text)
    return text
  }

  @Test(arguments: try Vector.load())
  func publishedEncodingsAreDecoded(_ vector: Vector) {
    for size in 1...7 {
      let text = decoded(vector.bytes, vector.encoding, blocksOf: size)
      #expect(String(decoding: text, as: UTF8.self) == vector.text)
    }
    #expect(TextEncoder(vector.encoding).bytes(of: Array(vector.text.utf8)) == vector.bytes)
    #expect(
      TextEncoder(vector.encoding).length(of: Array(vector.text.utf8)[...]) == vector.bytes.count)
  }

  /// Whatever the bytes are, they can be had again from the text. (Half a unit of UTF-16 at the end of a file is not
  /// told from a character where it is ASCII.)
  @Test(arguments: TextEncoding.allCases.filter { $0.unitSize < 4 })
  func noByteIsLost(encoding: TextEncoding) {
    var random = TestSupport.SeededGenerator(seed: 5)
    for _ in 0..<TestScale.of(2_000) {
      var bytes = random.symbols(Array(0...255), longest: 12)
      if bytes.count % encoding.unitSize != 0 { bytes.removeLast() }
      let text = decoded(bytes, encoding, blocksOf: 5)
      #expect(TextEncoder(encoding).bytes(of: text) == bytes, "\(bytes)")
      #expect(TextEncoder(encoding).length(of: text[...]) == bytes.count)
    }
  }

  @Test func damagedUTF8IsReplacedAsUnicodeAdvises() throws {
    for row in try TestFiles.rows("Tests/LinkageIOTests/Vectors/utf8-damage.tsv") {
      #expect(String(decoding: Self.hexadecimal(row[0]), as: UTF8.self) == row[1], "\(row[0])")
    }
  }

  @Test func namesOfEncodingsAreKnownHoweverTheyAreWritten() {
    #expect(TextEncoding(named: "cp1251") == .windows1251)
    #expect(TextEncoding(named: "Windows_1251") == .windows1251)
    #expect(TextEncoding(named: "utf8") == .utf8)
    #expect(TextEncoding(named: "KOI8-u") == .koi8U)
    #expect(TextEncoding(named: "klingon") == nil)
  }

  private func facts(_ bytes: [UInt8], _ encoding: TextEncoding? = nil) throws -> ListFacts {
    var options = ReadOptions()
    options.encoding = encoding
    options.needsName = false
    return try ListReader(ByteInput(bytes), path: "l.csv", options: options).facts
  }

  @Test func whatIsSaidWins() throws {
    let bytes = TextEncoder(.windows1251).bytes(of: Array("ФИО;город\nИванов;Орёл\n".utf8))
    #expect(try facts(bytes).encoding == .windows1251)
    #expect(try facts(bytes).encodingIsGuessed)
    #expect(try facts(bytes, .koi8R).encoding == .koi8R)
    #expect(try !facts(bytes, .koi8R).encodingIsGuessed)
    let wide = TextEncoder(.utf16BigEndian).bytes(
      of: Array("\u{FEFF}ФИО;город\nИванов;Орёл\n".utf8))
    #expect(try facts(wide, .utf16LittleEndian).encoding == .utf16BigEndian)
  }

  /// Noise is no list in whichever encoding it costs least; its bytes stay as they are.
  @Test func noiseIsInNoEncoding() throws {
    var random = TestSupport.SeededGenerator(seed: 6)
    for _ in 0..<TestScale.of(400) {
      let least: UInt8 = [0, 0x20, 0x80].randomElement(using: &random)!
      let bytes = (0..<Int.random(in: 400...4_000, using: &random)).map { _ in
        UInt8.random(in: least...255, using: &random)
      }
      #expect(EncodingDetector.guess(bytes[...]).reason == .unknown)
    }
  }

  /// Ten names are enough.
  @Test func tenNamesAreEnough() throws {
    let names = try TestFiles.rows("corpora/training/names.tsv").prefix(2_000).map { $0[2] }
    let pages: [TextEncoding] = [.windows1251, .ibm866, .koi8R, .iso8859Part5]
    var (right, all) = (0, 0)
    for start in stride(from: 0, to: names.count - 10, by: 10) {
      let text = Array(names[start..<start + 10].joined(separator: "\n").utf8)
      for page in pages {
        let bytes = TextEncoder(page).bytes(of: text)
        guard bytes.contains(where: { $0 >= 0x80 }) else { continue }
        all += 1
        if EncodingDetector.guess(bytes[...]).encoding == page { right += 1 }
      }
    }
    #expect(all > 0 && 100 * right >= 99 * all, "\(right) of \(all)")
  }

  /// Karakalpak in Latin letters, of which western encodings lack some: marks are many, and seldom where others have
  /// them.
  @Test func lettersOfKarakalpakAreNoNoise() {
    let names = [
      "Tájimuratov D?wletmurat", "Qállıxanova Lálagúl", "Ótegenov Úmit", "Jumabáyeva Gúlnara",
      "Seytnazarov Ámet", "Dáwletov Múrat, Tórtkúl", "Baymuratova Ájar, Nókis",
    ]
    let text = (0..<40).map { names[$0 % names.count] }.joined(separator: "\n")
    let bytes = TextEncoder(.windows1252).bytes(of: Array(text.utf8))
    #expect(EncodingDetector.guess(bytes[...]).encoding == .windows1252)
  }

  /// The first letters that are no ASCII may come late.
  @Test func asciiLeavesTheEncodingOpen() throws {
    let rows = String(repeating: "Ivanov Ivan,1980\n", count: 70_000)
    let bytes =
      Array(("name,born\n" + rows).utf8)
      + TextEncoder(.koi8R).bytes(of: Array("Кузнецов Сергей,1970\nОрлова Анна,1971\n".utf8))
    let list = try RecordList(parsing: bytes, path: "l.csv")
    #expect(list.text(row: list.count - 2, column: 0) == "Кузнецов Сергей")
  }
}
