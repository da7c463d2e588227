/// A cell of a table, or a part of one: a stretch of UTF-8 that is a constant of the program.
///
/// Tables are read when the command begins, and most commands ask them little: a cell is where its bytes lie, so that
/// nothing is copied, counted or hashed as text before it is needed.
///
/// ```swift
/// switch cells[1] {
/// case "opening": openings.append(String(cells[0]))
/// default: break
/// }
/// ```
@safe public struct TableCell: RandomAccessCollection, @unchecked Sendable {
  // Sendable: constants of the program, never written.
  @usableFromInline let table: UnsafePointer<UInt8>
  /// Where the cell begins in its table.
  public let startIndex: Int
  /// Where it ends.
  public let endIndex: Int

  /// The bytes of `table` in `range`.
  ///
  /// Safety: they lie there as long as the program runs.
  @unsafe @inlinable init(table: UnsafePointer<UInt8>, range: Range<Int>) {
    unsafe self.table = unsafe table
    startIndex = range.lowerBound
    endIndex = range.upperBound
  }

  @inlinable public subscript(position: Int) -> UInt8 {
    precondition(position >= startIndex && position < endIndex, "Not in the cell")
    // Safety: the place is one of the cell's.
    return unsafe table[position]
  }

  @inlinable public subscript(bounds: Range<Int>) -> TableCell {
    precondition(
      bounds.lowerBound >= startIndex && bounds.upperBound <= endIndex, "Not in the cell")
    // Safety: a part of the cell.
    return unsafe TableCell(table: table, range: bounds)
  }

  /// Calls `body` with the bytes.
  @inlinable public func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    // Safety: the bytes are constants of the program.
    unsafe body(
      Span(_unsafeElements: UnsafeBufferPointer(start: table + startIndex, count: count)))
  }
}

extension TableCell {
  /// Whether the cell's bytes are these.
  @inlinable public func hasBytes(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count == count else { return false }
    for place in bytes.indices where bytes[place] != self[startIndex + place] { return false }
    return true
  }
}

extension TableCell: Hashable {
  @inlinable public static func == (a: TableCell, b: TableCell) -> Bool {
    b.withSpan { a.hasBytes($0) }
  }

  @inlinable public func hash(into hasher: inout Hasher) {
    // Safety: the cell's bytes.
    unsafe hasher.combine(bytes: UnsafeRawBufferPointer(start: table + startIndex, count: count))
  }
}

extension TableCell: ExpressibleByStringLiteral {
  /// A cell to compare others with.
  @inlinable public init(stringLiteral literal: StaticString) {
    // Safety: a literal is a constant of the program.
    unsafe self.init(table: literal.utf8Start, range: 0..<literal.utf8CodeUnitCount)
  }
}

extension TableCell: CustomStringConvertible {
  /// The cell's text.
  public var description: String { String(self) }
}

extension String {
  /// The text of a cell.
  public init(_ cell: TableCell) {
    // Decoded, since a part of a cell may be cut inside a letter.
    self = cell.withSpan { bytes in
      unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }
}
