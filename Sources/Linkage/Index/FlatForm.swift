internal import NameSimilarity
internal import NameText

/// A shape of a token as an index keeps it, in 64 bits: where its symbols begin, which are those up to the next shape's,
/// and what it is.
struct FlatForm: Sendable {
  let bits: UInt64

  /// What a file says.
  init(bits: UInt64) { self.bits = bits }

  /// - Throws: `IndexError.tooLarge` behind a thousand million symbols.
  init(_ form: TokenRecord.Form, start: Int) throws(IndexError) {
    if start >= 1 << 30 { throw .tooLarge }
    precondition(
      (0..<1 << 14).contains(form.price) && (0..<1 << 12).contains(form.reading),
      "Taking a token for one of its shapes costs a few bits")
    bits =
      UInt64(start) | UInt64(RecordWriter.code(of: form.kind, form.case)) << 30
      | UInt64(form.price) << 38 | UInt64(form.reading) << 52
  }

  /// The same shape with its symbols elsewhere.
  func moved(to start: Int) throws(IndexError) -> FlatForm {
    if start >= 1 << 30 { throw .tooLarge }
    return FlatForm(bits: bits & ~0x3FFF_FFFF | UInt64(start))
  }

  /// The end of the last shape.
  init(end: Int) throws(IndexError) {
    if end >= 1 << 30 { throw .tooLarge }
    bits = UInt64(end)
  }

  var start: UInt32 { UInt32(bits & 0x3FFF_FFFF) }
  var price: Int32 { Int32(bits >> 38 & 0x3FFF) }
  var reading: Int32 { Int32(bits >> 52) }

  /// What is behind the shape, and why it is one.
  func kind() throws(IndexError) -> (TokenForm.Kind?, TokenForm.Case) {
    try ByteReader.formKind(UInt8(bits >> 30 & 255))
  }

  /// The shape as the scorer knows it, by the number of its string.
  func indexed(string: UInt32) throws(IndexError) -> IndexedForm {
    let (kind, grammaticalCase) = try kind()
    return IndexedForm(
      Shape(symbols: [], price: price, reading: reading, kind: kind, case: grammaticalCase),
      string: string)
  }
}
