/// Text made safe for a terminal, with the number of places it takes up there.
package struct TerminalText: Sendable, Hashable {
  package private(set) var text = ""
  /// In places of a terminal: a Chinese character takes two, a combining mark none.
  private(set) var width = 0

  /// Control characters, and those that turn the direction of writing or cannot be seen, are
  /// shown as escapes: nothing out of a cell steers the terminal.
  package init(_ raw: String) {
    for scalar in raw.unicodeScalars {
      if let escape = Self.escape(scalar) {
        text += escape
        width += escape.utf8.count
      } else {
        text.unicodeScalars.append(scalar)
        width += Self.width(of: scalar)
      }
    }
  }

  var bytes: ArraySlice<UInt8> { Array(text.utf8)[...] }

  private static func escape(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      return "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default: return nil
    }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    // East Asian Wide and Fullwidth by block (UAX #11).
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
