internal import NameTables

/// An encoding of one byte a character, ASCII in its lower half (`code-pages.tsv`).
package struct CodePage: Sendable {
  /// Its name, as IANA or the WHATWG writes it.
  package let name: String
  /// What the bytes from 0x80 on stand for; `nil` where for nothing.
  package let scalars: [Unicode.Scalar?]
  private let bytes: [Unicode.Scalar: UInt8]

  private init(name: String, scalars: [Unicode.Scalar?]) {
    self.name = name
    self.scalars = scalars
    var bytes: [Unicode.Scalar: UInt8] = [:]
    for (index, scalar) in scalars.enumerated() {
      if let scalar { bytes[scalar] = UInt8(0x80 + index) }
    }
    self.bytes = bytes
  }

  /// What `byte` stands for.
  package func scalar(of byte: UInt8) -> Unicode.Scalar? {
    byte < 0x80 ? Unicode.Scalar(byte) : scalars[Int(byte) - 0x80]
  }

  /// The byte that stands for `scalar`.
  package func byte(of scalar: Unicode.Scalar) -> UInt8? {
    scalar.value < 0x80 ? UInt8(scalar.value) : bytes[scalar]
  }

  /// The byte that stands for nothing, where there is one only: what became U+FFFD was that byte.
  package var onlyUndefinedByte: UInt8? {
    let undefined = scalars.indices.filter { scalars[$0] == nil }
    return undefined.count == 1 ? UInt8(0x80 + undefined[0]) : nil
  }

  /// All pages, by name.
  package static let all: [String: CodePage] = {
    var rows: [String: [Unicode.Scalar?]] = [:]
    NameTable.codePages.forEachRow { cells in
      rows[String(cells[0]), default: []] += cells[2].split(separator: UInt8(ascii: " ")).map {
        UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
      }
    }
    return rows.reduce(into: [:]) { $0[$1.key] = CodePage(name: $1.key, scalars: $1.value) }
  }()

  /// The page of that name.
  /// - Precondition: `code-pages.tsv` has it.
  package static func named(_ name: String) -> CodePage {
    guard let page = all[name] else { preconditionFailure("There is no code page \(name)") }
    return page
  }
}
