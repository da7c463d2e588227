/// How a file of rows is written: what parts the cells, and whether quotes mean anything.
package struct Dialect: Sendable, Hashable {
  /// The byte between two cells.
  package var delimiter: UInt8
  /// Whether a cell may stand in double quotes (RFC 4180); `false` where each `"` is a letter like
  /// any other.
  package var isQuoted: Bool

  package init(delimiter: UInt8, isQuoted: Bool = true) {
    self.delimiter = delimiter
    self.isQuoted = isQuoted
  }
}
