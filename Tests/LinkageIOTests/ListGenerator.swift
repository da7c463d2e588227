import TestSupport

@testable import LinkageIO

/// Writes lists of made-up people in any encoding and dialect, with what a reader must find in them.
struct ListGenerator {
  /// How a list is to be written.
  struct Form: Sendable, Hashable, CustomStringConvertible {
    var encoding: TextEncoding
    var hasMark: Bool
    var delimiter: UInt8
    var quoting: Quoting
    var language: String
    var hasHeader: Bool
    var rows: Int
    var seed: UInt64

    var description: String {
      "\(encoding.rawValue)\(hasMark ? " with a mark" : "") \(Unicode.Scalar(delimiter).escaped(asASCII: true)) "
        + "\(quoting.rawValue) \(language)\(hasHeader ? "" : " without a header") \(rows) rows, seed \(seed)"
    }
  }

  enum Quoting: String, CaseIterable {
    /// Where a cell needs them.
    case needed
    case everywhere
    /// Nowhere, and no cell needs them.
    case nowhere
  }

  struct List {
    var bytes: [UInt8]
    var rows: [[[UInt8]]]
  }

  static let languages = ["rus", "ukr", "kaz", "eng", "uzb", "kaa"]
  static let delimiters: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), .tab, UInt8(ascii: "|")]

  /// All forms: those encodings that have the letters of a language, with everything else.
  static func forms(rows: [Int], seeds: Range<UInt64>) -> [Form] {
    let encodings: [(TextEncoding, Bool)] = [
      (.utf8, false), (.utf8, true), (.utf16LittleEndian, false), (.utf16LittleEndian, true),
      (.utf16BigEndian, false), (.utf16BigEndian, true), (.windows1251, false), (.koi8R, false),
      (.koi8U, false), (.ibm866, false), (.iso8859Part5, false), (.macCyrillic, false),
      (.windows1252, false), (.latin1, false),
    ]
    var forms: [Form] = []
    for (encoding, hasMark) in encodings {
      for language in languages where isWritten(language, in: encoding) {
        for delimiter in delimiters {
          for quoting in Quoting.allCases {
            for count in rows {
              for seed in seeds {
                for hasHeader in [true, false] {
                  forms.append(
                    Form(
                      encoding: encoding, hasMark: hasMark, delimiter: delimiter,
                      quoting: quoting, language: language, hasHeader: hasHeader, rows: count,
                      seed: seed))
                }
              }
            }
          }
        }
      }
    }
    return forms
  }

  /// Nobody saves Cyrillic in an encoding of western Europe.
  private static func isWritten(_ language: String, in encoding: TextEncoding) -> Bool {
    ![.windows1252, .latin1].contains(encoding) || !isCyrillic(language)
  }

  static func isCyrillic(_ language: String) -> Bool { ["rus", "ukr", "kaz"].contains(language) }

  /// The words of a part of a list in a language, as an encoding keeps them.
  private struct Shelf: Hashable {
    var encoding: TextEncoding
    var language: String
    var part: String
  }

  private let words: [Shelf: [[UInt8]]]

  init() throws {
    var words: [Shelf: [[UInt8]]] = [:]
    for row in try TestFiles.rows("Tests/LinkageIOTests/Vectors/list-words.tsv") {
      for encoding in TextEncoding.allCases {
        words[Shelf(encoding: encoding, language: row[0], part: row[1]), default: []]
          .append(Self.kept(row[2], in: encoding))
      }
    }
    self.words = words
  }

  /// The list of a form; the same each time.
  func list(_ form: Form) -> List {
    var random = TestSupport.SeededGenerator(seed: form.seed &* 7_919 &+ UInt64(form.rows))
    // Lists in Latin letters that are saved in a Cyrillic encoding come from people who write places in Russian.
    let isWestern = [.windows1252, .latin1].contains(form.encoding)
    let placeLanguage =
      isWestern || form.encoding.unitSize > 1 || form.encoding == .utf8
        || Self.isCyrillic(form.language) ? form.language : "rus"
    func parts(_ part: String, _ language: String) -> [[UInt8]] {
      words[Shelf(encoding: form.encoding, language: language, part: part)]!
    }
    let surnames = parts("surname", form.language)
    let givenNames = parts("given", form.language)
    let notes = parts("note", form.language)
    let places = parts("place", placeLanguage)
    var rows = form.hasHeader ? [parts("header", form.language)] : []
    for number in 1...form.rows {
      let surname = surnames.randomElement(using: &random)!
      let givenName = givenNames.randomElement(using: &random)!
      var note = random.oneIn(3) ? [] : notes.randomElement(using: &random)!
      var space = Array(" ".utf8)
      if form.quoting != .nowhere {
        if random.oneIn(4) { space = Array(", ".utf8) }
        if random.oneIn(6) {
          note += Array(", \"".utf8) + givenNames.randomElement(using: &random)! + [.quote]
        }
        if form.quoting == .everywhere, random.oneIn(12) {
          note += [.lineFeed] + notes.randomElement(using: &random)!
        }
      }
      let day = Int.random(in: 10...28, using: &random)
      let year = Int.random(in: 1940...2005, using: &random)
      let births = [
        "\(day).0\(1 + day % 9).\(year)", "\(year)-0\(1 + day % 9)-\(day)", "\(year)", "",
      ]
      rows.append([
        Array(String(number).utf8), surname + space + givenName,
        Array(births.randomElement(using: &random)!.utf8), places.randomElement(using: &random)!,
        note,
      ])
    }
    let lineEnd = Array(["\n", "\r\n", "\r"][Int(form.seed % 3)].utf8)
    var text: [UInt8] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column > 0 { text.append(form.delimiter) }
        append(cell, form, to: &text)
      }
      text += lineEnd
    }
    let bytes = TextEncoder(form.encoding).bytes(of: text)
    return List(bytes: (form.hasMark ? form.encoding.mark : []) + bytes, rows: rows)
  }

  private func append(_ cell: [UInt8], _ form: Form, to text: inout [UInt8]) {
    let isNeeded = cell.contains { [.quote, .lineFeed, form.delimiter].contains($0) }
    guard form.quoting == .everywhere || form.quoting == .needed && isNeeded else {
      text += cell
      return
    }
    text.append(.quote)
    for byte in cell {
      if byte == .quote { text.append(.quote) }
      text.append(byte)
    }
    text.append(.quote)
  }

  /// The text with `?` for each letter that the encoding lacks: it is lost before the list comes to anybody.
  private static func kept(_ cell: String, in encoding: TextEncoding) -> [UInt8] {
    var text = String.UnicodeScalarView()
    let encoder = TextEncoder(encoding)
    for scalar in cell.unicodeScalars {
      let bytes = encoder.bytes(of: Array(String(scalar).utf8))
      text.append(bytes == [0x3F] ? "?" : scalar)
    }
    return Array(String(text).utf8)
  }
}
