extension String {
  /// Calls `bytes` with the text's bytes where it is ASCII, and `scalars` with its scalar values otherwise.
  ///
  /// Bytes of ASCII text are its scalars: both sides of a comparison need not be of one kind.
  func withSymbols<Result>(
    bytes: (Span<UInt8>) -> Result, scalars: (Span<UInt32>) -> Result
  ) -> Result {
    var utf8 = utf8Span
    if utf8.checkForASCII() { return bytes(utf8.span) }
    var values: [UInt32] = []
    values.reserveCapacity(utf8.count)
    for scalar in unicodeScalars { values.append(scalar.value) }
    return scalars(values.span)
  }
}
