public import Linkage

/// What could not be read as it should be, a row a problem: where it stands, why, and the bytes of its row.
public enum RejectsTable {
  /// The header.
  public static let columns = ["file", "line", "byte_offset", "column", "reason", "raw"]

  /// Writes the problems of lists, each with the path it was read from.
  ///
  /// `raw` is empty where the list was read without `ReadOptions.keepsRawRows`.
  public static func write(
    _ lists: [(path: String, list: RecordList)], to writer: consuming TableWriter
  ) throws(OutputError) {
    var writer = writer
    for (path, list) in lists {
      for problem in list.problems {
        writer.append(path)
        writer.append(number: String(problem.line))
        writer.append(problem.byteOffset.map { String($0) } ?? "")
        writer.append(problem.column.map { String($0) } ?? "")
        writer.append(problem.reason)
        writer.append(escaped(problem.raw))
        try writer.endRow()
      }
    }
    try writer.finish()
  }

  /// Bytes as text from which they can be had again: `\xC8` for a byte that is no printable UTF-8, `\\` for a
  /// backslash.
  static func escaped(_ bytes: [UInt8]) -> String {
    var text = ""
    var index = 0
    while index < bytes.count {
      let length = bytes[index] < 0x80 ? 1 : max(1, bytes.lengthOfUTF8(at: index))
      let character = bytes[index..<index + length]
      index += length
      let scalar = String(decoding: character, as: UTF8.self).unicodeScalars.first!
      if scalar == "\\" {
        text += "\\\\"
      } else if isHidden(scalar) || length == 1 && character.first! >= 0x80 {
        for byte in character { text += escape(byte) }
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    default: false
    }
  }

  private static func escape(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "\\x" + (digits.utf8.count < 2 ? "0" : "") + digits
  }
}
