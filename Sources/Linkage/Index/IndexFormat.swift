/// How the bytes of an index lie: a header, sections of little-endian numbers at multiples of 64 bytes, a checksum for each
/// 4,096 bytes of these.
///
/// The header holds the size, what model of names the index was made with, where each section stands, and a sum over the
/// checksums and one over itself: it is read and checked whole when an index is opened, and nothing else is.
enum IndexFormat {
  /// The version that is written, and the only one that is read. To be raised with everything that lets an index of before
  /// give other answers than its lists would: how it lies, how names are parsed, how they are spelled in sounds.
  static let version = 6

  /// No text begins so, and no transfer that changes line ends leaves it as it is (after PNG).
  static let beginning: [UInt8] = [0x89] + Array("DZX".utf8) + [13, 10, 26, 10]

  static let headerSize = 4096
  private static let tableStart = 64
  private static let entrySize = 24
  private static let sumPlace = 48
  private static let alignment = 64

  /// What stands in a section.
  enum Kind: UInt32, CaseIterable {
    case figures, lists
    case rowStarts, rows
    case wordStarts, words
    case tokenHeads, tokenStarts, tokens, formStarts, forms, formSymbols, rankOfToken, tokenOfRank
    case keyHashes, tokensOfKeyStarts, tokensOfKey, tokensSpelled
    case variantBuckets, variants
    case groups, tokensOfGroupStarts, tokensOfGroup
    case names, longNames, namesOfTokenStarts, namesOfToken
    case profileStarts, profiles, profilesOfName, otherNames, otherProfiles
    case valueHashes, valueCounts
  }

  /// Where a section stands.
  struct Section {
    var offset: Int
    var count: Int
    var elementSize: Int
  }

  // MARK: Writing

  /// An index while it is being laid out.
  struct Writer {
    private var bytes = [UInt8](repeating: 0, count: headerSize)
    private var sections: [Kind: Section] = [:]

    /// Adds a section.
    mutating func add<Number: FixedWidthInteger & BitwiseCopyable>(
      _ kind: Kind, _ numbers: [Number]
    ) {
      sections[kind] = Section(
        offset: bytes.count, count: numbers.count, elementSize: MemoryLayout<Number>.size)
      // Machines that this runs on keep their numbers as the file does.
      unsafe numbers.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: repeatElement(0, count: -bytes.count & (alignment - 1)))
    }

    /// Adds the two sections of records.
    mutating func add(_ starts: Kind, _ kind: Kind, _ records: RecordWriter) {
      add(starts, records.starts)
      add(kind, records.bytes)
    }

    /// Adds the two sections of rows of numbers.
    mutating func add(_ starts: Kind, _ kind: Kind, _ lists: (starts: [UInt32], items: [UInt32])) {
      add(starts, lists.starts)
      add(kind, lists.items)
    }

    /// The whole index.
    consuming func finish(model: UInt64) -> [UInt8] {
      var file = bytes
      bytes = []
      let sums = file.count
      for first in stride(from: headerSize, to: sums, by: CheckedBytes.blockSize) {
        let last = min(first + CheckedBytes.blockSize, sums)
        file.append(number: Checksum.of(file.span.extracting(first..<last)))
      }
      file.replace(at: 0, with: beginning)
      file.replace(at: 8, with: UInt32(version))
      file.replace(at: 12, with: UInt32(Kind.allCases.count))
      file.replace(at: 16, with: UInt64(file.count))
      file.replace(at: 24, with: model)
      file.replace(at: 32, with: UInt64(sums))
      file.replace(at: 40, with: Checksum.of(file.span.extracting(sums..<file.count)))
      for (number, kind) in Kind.allCases.enumerated() {
        guard let section = sections[kind] else { preconditionFailure("\(kind) is missing") }
        let place = tableStart + number * entrySize
        file.replace(at: place, with: kind.rawValue)
        file.replace(at: place + 4, with: UInt32(section.elementSize))
        file.replace(at: place + 8, with: UInt64(section.offset))
        file.replace(at: place + 16, with: UInt64(section.count))
      }
      file.replace(at: sumPlace, with: Checksum.of(file.span.extracting(0..<headerSize)))
      return file
    }
  }

  // MARK: Opening

  /// Checks the header, and has everything else checked when it is used; where each section stands.
  static func open(_ index: IndexBytes, model: UInt64) throws(IndexError) -> [Kind: Section] {
    let bytes = index.checked
    for (place, byte) in beginning.enumerated() {
      guard place < bytes.count, try bytes.load(place, as: UInt8.self) == byte else {
        throw .notAnIndex
      }
    }
    guard bytes.count >= headerSize else { throw .truncated }
    let version = Int(try bytes.load(8, as: UInt32.self))
    guard version == self.version else { throw .otherVersion(version) }
    try checkHeader(bytes)
    let size = try offset(bytes, 16)
    if bytes.count < size { throw .truncated }
    let sums = try offset(bytes, 32)
    guard bytes.count == size, sums >= headerSize, sums <= size,
      size - sums == (sums - headerSize + CheckedBytes.blockSize - 1) / CheckedBytes.blockSize * 8,
      bytes.checksum(sums..<size) == (try bytes.load(40, as: UInt64.self))
    else { throw .damaged }
    guard try bytes.load(24, as: UInt64.self) == model else { throw .otherModel }
    guard try bytes.load(12, as: UInt32.self) == UInt32(Kind.allCases.count) else {
      throw .damaged
    }
    var sections: [Kind: Section] = [:]
    for (number, kind) in Kind.allCases.enumerated() {
      let place = tableStart + number * entrySize
      let section = Section(
        offset: try offset(bytes, place + 8), count: try offset(bytes, place + 16),
        elementSize: Int(try bytes.load(place + 4, as: UInt32.self)))
      guard try bytes.load(place, as: UInt32.self) == kind.rawValue, section.offset >= headerSize,
        section.offset <= sums, section.offset.isMultiple(of: alignment),
        (1...8).contains(section.elementSize),
        section.count <= (sums - section.offset) / section.elementSize
      else { throw .damaged }
      sections[kind] = section
    }
    index.guardBlocks(of: headerSize..<sums, sums: sums)
    return sections
  }

  private static func checkHeader(_ bytes: CheckedBytes) throws(IndexError) {
    var header: [UInt8] = []
    var reader = try ByteReader(bytes, 0..<headerSize)
    try reader.read(headerSize, into: &header)
    let sum = try bytes.load(sumPlace, as: UInt64.self)
    header.replace(at: sumPlace, with: UInt64(0))
    guard Checksum.of(header.span) == sum else { throw .damaged }
  }

  private static func offset(_ bytes: CheckedBytes, _ place: Int) throws(IndexError) -> Int {
    guard let number = Int(exactly: try bytes.load(place, as: UInt64.self)) else { throw .damaged }
    return number
  }
}

extension [UInt8] {
  fileprivate mutating func append(number: UInt64) {
    unsafe Swift.withUnsafeBytes(of: number.littleEndian) { unsafe append(contentsOf: $0) }
  }

  fileprivate mutating func replace(at place: Int, with number: some FixedWidthInteger) {
    unsafe Swift.withUnsafeBytes(of: number.littleEndian) {
      unsafe replace(at: place, with: Array($0))
    }
  }

  fileprivate mutating func replace(at place: Int, with bytes: [UInt8]) {
    replaceSubrange(place..<place + bytes.count, with: bytes)
  }
}
