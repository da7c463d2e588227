/// The text of a file as UTF-8, block by block: archives unpacked, encodings decoded, the mark at the beginning left out.
struct TextSource: ~Copyable {
  /// What the encoding was found out or said to be; ASCII as long as nothing else has been seen.
  private(set) var guess: EncodingDetector.Guess
  private let input: any BlockSource
  private var decoder: TextDecoder
  private(set) var isAtEnd = false
  /// The size of the mark that was left out.
  private(set) var markSize = 0

  /// The text of `input`, in `encoding` or in the one that is found out.
  init(_ input: any BlockSource, encoding: TextEncoding?) throws(ListError) {
    self.input = input
    let head = try input.peek()
    var found = EncodingDetector.guess(head[...])
    if let encoding {
      // A mark tells the order of bytes, which "UTF-16" leaves open.
      let isSaid = found.reason == .mark && found.encoding.unitSize == encoding.unitSize
      found = .init(encoding: isSaid ? found.encoding : encoding, reason: .given)
    }
    guess = found
    decoder = TextDecoder(found.encoding)
    if head.starts(with: found.encoding.mark) { markSize = found.encoding.mark.count }
    marksLeft = markSize
  }

  private var marksLeft = 0

  /// Adds the next block to `text`; nothing is added at the end.
  mutating func read(into text: inout [UInt8]) throws(ListError) {
    var block = try input.next()
    if marksLeft > 0 {
      block.removeFirst(min(marksLeft, block.count))
      marksLeft = 0
    }
    // So far all was ASCII, which leaves the encoding open.
    if guess.reason == .plain, block.contains(where: { $0 >= 0x80 }) {
      guess = EncodingDetector.guess(block[...])
      decoder = TextDecoder(guess.encoding)
    }
    isAtEnd = block.isEmpty
    decoder.decode(block, isLast: isAtEnd, into: &text)
  }
}

extension TextSource {
  /// The text of the first block, which comes again when read.
  func beginning() throws(ListError) -> [UInt8] {
    var text: [UInt8] = []
    var decoder = decoder
    let block = try input.peek()
    decoder.decode(Array(block.dropFirst(markSize)), isLast: false, into: &text)
    return text
  }

  /// All the text that is left.
  mutating func rest() throws(ListError) -> [UInt8] {
    var text: [UInt8] = []
    while !isAtEnd { try read(into: &text) }
    return text
  }
}

/// Where bytes come from.
protocol BlockSource: AnyObject {
  /// The first bytes, which come again when read.
  func peek() throws(ListError) -> [UInt8]
  /// The next block; empty at the end.
  func next() throws(ListError) -> [UInt8]
}

extension BlockSource {
  /// Everything that is left.
  func rest() throws(ListError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let block = try next()
      if block.isEmpty { return bytes }
      bytes += block
    }
  }
}

extension ByteInput: BlockSource {}
