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
    var rows: [[String]]
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

  private let words: [String: [String: [String]]]

  init() throws {
    var words: [String: [String: [String]]] = [:]
    for row in try TestFiles.rows("Tests/LinkageIOTests/Vectors/list-words.tsv") {
      words[row[0], default: [:]][row[1], default: []].append(row[2])
    }
    self.words = words
  }

  /// The list of a form; the same each time.
  func list(_ form: Form) -> List {
    var random = TestSupport.SeededGenerator(seed: form.seed &* 7_919 &+ UInt64(form.rows))
    var rows = form.hasHeader ? [parts("header", form.language)] : []
    // Lists in Latin letters that are saved in a Cyrillic encoding come from people who write places in Russian.
    let isWestern = [.windows1252, .latin1].contains(form.encoding)
    let placeLanguage =
      isWestern || form.encoding.unitSize > 1 || form.encoding == .utf8
        || Self.isCyrillic(form.language) ? form.language : "rus"
    for number in 1...form.rows {
      func any(_ part: String, _ language: String) -> String {
        parts(part, language).randomElement(using: &random)!
      }
      var name = any("surname", form.language) + " " + any("given", form.language)
      var note = random.oneIn(3) ? "" : any("note", form.language)
      if form.quoting != .nowhere {
        if random.oneIn(4) { name.replace(" ", with: ", ", maxReplacements: 1) }
        if random.oneIn(6) { note += ", \"\(any("given", form.language))\"" }
        if form.quoting == .everywhere, random.oneIn(12) { note += "\n" + any("note", form.language) }
      }
      let day = Int.random(in: 10...28, using: &random)
      let year = Int.random(in: 1940...2005, using: &random)
      let births = ["\(day).0\(1 + day % 9).\(year)", "\(year)-0\(1 + day % 9)-\(day)", "\(year)", ""]
      rows.append([
        String(number), name, births.randomElement(using: &random)!, any("place", placeLanguage),
        note,
      ])
    }
    // What the encoding lacks is lost before the list comes to anybody.
    rows = rows.map { $0.map { kept($0, in: form.encoding) } }
    let lineEnd = ["\n", "\r\n", "\r"][Int(form.seed % 3)]
    let lines = rows.map { row in
      row.map { written($0, form) }.joined(separator: String(Unicode.Scalar(form.delimiter)))
    }
    let text = lines.joined(separator: lineEnd) + lineEnd
    let bytes = TextEncoder(form.encoding).bytes(of: Array(text.utf8))
    return List(bytes: (form.hasMark ? form.encoding.mark : []) + bytes, rows: rows)
  }

  private func parts(_ part: String, _ language: String) -> [String] { words[language]![part]! }

  private func written(_ cell: String, _ form: Form) -> String {
    let special: [Character] = ["\"", "\n", Character(Unicode.Scalar(form.delimiter))]
    let isNeeded = cell.contains { special.contains($0) }
    guard form.quoting == .everywhere || form.quoting == .needed && isNeeded else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  /// The text with `?` for each letter that the encoding lacks.
  private func kept(_ cell: String, in encoding: TextEncoding) -> String {
    var text = String.UnicodeScalarView()
    let encoder = TextEncoder(encoding)
    for scalar in cell.unicodeScalars {
      let bytes = encoder.bytes(of: Array(String(scalar).utf8))
      text.append(bytes == [0x3F] ? "?" : scalar)
    }
    return String(text)
  }
}
