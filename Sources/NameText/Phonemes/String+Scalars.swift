extension String {
  /// The text's scalars.
  var scalars: [Unicode.Scalar] {
    let bytes = utf8Span.span
    var scalars: [Unicode.Scalar] = []
    // There are no more scalars than bytes.
    scalars.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      let (value, length) = bytes.scalar(at: place)
      // Safe to unwrap: a string is valid UTF-8.
      scalars.append(Unicode.Scalar(value)!)
      place &+= length
    }
    return scalars
  }

  /// Calls `body` with the values of the text's scalars, without anything being allocated for a word.
  func withScalars<Result>(_ body: (Span<UInt32>) -> Result) -> Result {
    let bytes = utf8Span.span
    // There are no more scalars than bytes.
    return unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: bytes.count) { room in
      var scalars = unsafe OutputSpan(buffer: room, initializedCount: 0)
      var place = 0
      while place < bytes.count {
        let (scalar, length) = bytes.scalar(at: place)
        scalars.append(scalar)
        place &+= length
      }
      return body(scalars.span)
    }
  }
}

extension Span<UInt8> {
  /// The scalar that begins at `place` of valid UTF-8, and how many bytes it takes.
  @inline(__always)
  func scalar(at place: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(self[place])
    func rest(_ offset: Int) -> UInt32 { UInt32(self[place &+ offset] & 0x3F) }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | rest(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | rest(1) << 6 | rest(2), 3) }
    return ((first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), 4)
  }
}
