/// Records of an index while they are being written, one behind the other.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []
  /// Where each record begins, and behind the last one where it ends.
  private(set) var starts: [UInt32] = [0]

  /// Ends the record that is being written.
  mutating func endRecord() throws(IndexError) {
    guard let end = UInt32(exactly: bytes.count) else { throw .tooLarge }
    starts.append(end)
  }

  /// Adds the records of another writer.
  mutating func append(_ other: RecordWriter) throws(IndexError) {
    guard let shift = UInt32(exactly: bytes.count), bytes.count + other.bytes.count <= UInt32.max
    else { throw .tooLarge }
    bytes += other.bytes
    for start in other.starts.dropFirst() { starts.append(start + shift) }
  }

  /// The records in another order.
  func reordered(_ order: [UInt32]) -> RecordWriter {
    var writer = RecordWriter()
    writer.bytes.reserveCapacity(bytes.count)
    writer.starts.reserveCapacity(starts.count)
    for record in order.lazy.map(Int.init) {
      writer.bytes += bytes[Int(starts[record])..<Int(starts[record + 1])]
      writer.starts.append(UInt32(writer.bytes.count))
    }
    return writer
  }

  mutating func byte(_ byte: UInt8) { bytes.append(byte) }

  /// Bytes without their number.
  mutating func append(_ bytes: [UInt8]) { self.bytes += bytes }

  mutating func number(_ number: some FixedWidthInteger) {
    unsafe withUnsafeBytes(of: number.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }

  /// Seven bits a byte, the lowest first.
  mutating func varint(_ number: Int) {
    precondition(number >= 0, "Numbers of a record are not negative")
    var rest = number
    while rest > 127 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func string(_ string: some Collection<UInt8>) {
    varint(string.count)
    bytes.append(contentsOf: string)
  }
}
