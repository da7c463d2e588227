/// Watches JSON text as it comes in, so that what is over a limit is refused before all of it is in memory.
struct JSONGuard {
  private let layout: JSONRecords.Layout
  private let limits: ReadLimits
  private var line = 1
  /// Bytes of the line and of the string so far.
  private var lineLength = 0
  private var stringLength = 0
  private var isInString = false
  private var isEscaped = false

  init(layout: JSONRecords.Layout, limits: ReadLimits) {
    self.layout = layout
    self.limits = limits
  }

  /// What in `text`, which goes on where the last ended, is over a limit.
  mutating func excess(in text: Span<UInt8>) -> (subject: ReadLimits.Subject, line: Int)? {
    for index in text.indices {
      let byte = text[index]
      lineLength += 1
      if byte == .lineFeed {
        line += 1
        // No string runs over a line end: what was open is broken.
        (lineLength, stringLength, isInString, isEscaped) = (0, 0, false, false)
        continue
      }
      // An array may be one line as a whole.
      if layout == .lines, lineLength > limits.line { return (.line, line) }
      guard isInString else {
        isInString = byte == .quote
        continue
      }
      stringLength += 1
      if stringLength > limits.cell + 1 { return (.cell, line) }
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == .quote {
        (isInString, stringLength) = (false, 0)
      }
    }
    return nil
  }
}
