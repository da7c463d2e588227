/// A ZIP archive whose entries are not packed, so that a fuzzer's bytes reach what is behind it as they are.
struct StoredArchive {
  private(set) var bytes: [UInt8] = []

  init(_ entries: [(name: String, bytes: [UInt8])]) {
    var directory: [UInt8] = []
    for (name, content) in entries {
      let start = bytes.count
      let name = Array(name.utf8)
      let sizes =
        Self.number(Self.checksum(content), 4) + Self.number(content.count, 4)
        + Self.number(content.count, 4)
      // Version 2.0, no flags, stored, no date.
      let common = Self.number(20, 2) + Self.number(0, 8) + sizes + Self.number(name.count, 2)
      bytes += [0x50, 0x4B, 3, 4] + common + Self.number(0, 2) + name + content
      directory += [0x50, 0x4B, 1, 2] + Self.number(20, 2) + common + Self.number(0, 12)
      directory += Self.number(start, 4) + name
    }
    let start = bytes.count
    bytes += directory + [0x50, 0x4B, 5, 6] + Self.number(0, 4) + Self.number(entries.count, 2)
    bytes += Self.number(entries.count, 2) + Self.number(directory.count, 4)
    bytes += Self.number(start, 4) + Self.number(0, 2)
  }

  private static func number(_ value: some BinaryInteger, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: UInt64(value) >> (8 * UInt64(min($0, 7)))) }
  }

  /// CRC-32 (ISO 3309), bit by bit.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
  }
}
