/// The first line `sep=;` with which spreadsheets are told the delimiter.
struct DeclaredDelimiter {
  var delimiter: UInt8
  /// Where the line after it begins.
  var end: Int

  init?(_ bytes: [UInt8], from start: Int) {
    let mark = Array("sep=".utf8)
    guard bytes[start...].starts(with: mark), bytes.count > start + mark.count else { return nil }
    delimiter = bytes[start + mark.count]
    end = start + mark.count + 1
    guard end == bytes.count || bytes[end] == .lineFeed || bytes[end] == .carriageReturn else {
      return nil
    }
    if end < bytes.count, bytes[end] == .carriageReturn { end += 1 }
    if end < bytes.count, bytes[end] == .lineFeed { end += 1 }
  }
}
