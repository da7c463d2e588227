/// How a file of rows is written: what parts the cells, and which quotes mean anything.
package struct Dialect: Sendable, Hashable {
  /// The byte between two cells.
  package var delimiter: UInt8
  /// The quote in which a cell may stand (RFC 4180); `nil` where each quote is a letter like any other.
  package var quote: UInt8?
  /// The byte that takes its meaning from the byte after it within quotes; `nil` where quotes within quotes are
  /// doubled.
  package var escape: UInt8?

  package init(delimiter: UInt8, quote: UInt8? = .quote, escape: UInt8? = nil) {
    self.delimiter = delimiter
    self.quote = quote
    self.escape = escape
  }
}
