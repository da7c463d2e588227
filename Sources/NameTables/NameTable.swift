internal import CNameTables

/// A table of facts embedded in the program: tab-separated UTF-8 lines, `#` comments left out.
///
/// The tables are the linguist's: one rule a line, the last column naming the source.
@safe public struct NameTable: @unchecked Sendable {
  // Sendable: constants of the program, never written.
  private let bytes: UnsafeBufferPointer<UInt8>

  private init(_ table: dizim_table) {
    // Safety: the bytes are constants of the program and live as long as it does.
    unsafe bytes = UnsafeBufferPointer(start: table.bytes, count: table.size)
  }

  /// Calls `body` with the cells of each row, in the order of the file; comments and empty lines are skipped.
  /// - Complexity: O(bytes).
  public func forEachRow(_ body: (_ cells: [Substring]) -> Void) {
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      if line.first == UInt8(ascii: "#") { continue }
      body(
        line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
          .map { Substring($0) })
    }
  }

  /// Phoneme symbols with their classes.
  public static let phonemes = unsafe NameTable(dizim_table_phonemes())
}
