/// One string of a comparison, prepared for bit-parallel metrics: which of its places hold a symbol.
///
/// Places are bits of 64-bit blocks. Symbols of one page of 256 values are looked up by their value (ASCII, or the
/// Cyrillic of U+0400 to U+04FF, by what the string begins with), the others by binary search: names keep to a page
/// but for blanks and single letters.
public struct Pattern: Sendable {
  /// The string itself.
  let symbols: [UInt32]
  /// 64-bit words it takes; 0 for an empty string.
  let blocks: Int

  private let page: UInt32
  /// `blocks` words a value of the page.
  private var dense: [UInt64]
  /// The other symbols, sorted, and `blocks` words for each.
  private var rareSymbols: [UInt32] = []
  private var rare: [UInt64] = []

  /// The number of symbols.
  public var count: Int { symbols.count }

  init(_ text: Span<some SymbolValue>) {
    var symbols: [UInt32] = []
    symbols.reserveCapacity(text.count)
    for place in text.indices { symbols.append(UInt32(truncatingIfNeeded: text[place])) }
    self.init(symbols: symbols)
  }

  init(symbols: [UInt32]) {
    let page = (symbols.first ?? 0) & ~0xFF
    self.symbols = symbols
    self.page = page
    blocks = (symbols.count + 63) / 64
    dense = [UInt64](repeating: 0, count: 256 * blocks)
    if symbols.contains(where: { $0 & ~0xFF != page }) {
      rareSymbols = Set(symbols.filter { $0 & ~0xFF != page }).sorted()
      rare = [UInt64](repeating: 0, count: rareSymbols.count * blocks)
    }
    for (place, symbol) in symbols.enumerated() {
      let bit: UInt64 = 1 << UInt64(place & 63)
      if symbol & ~0xFF == page {
        dense[Int(symbol & 0xFF) * blocks + place >> 6] |= bit
      } else if let row = row(ofRare: symbol) {
        rare[row * blocks + place >> 6] |= bit
      }
    }
  }

  /// The places of the pattern that hold `symbol`, those of one block.
  @inline(__always)
  func places(of symbol: some SymbolValue, block: Int = 0) -> UInt64 {
    let value = UInt32(truncatingIfNeeded: symbol)
    if value & ~0xFF == page { return dense[Int(value & 0xFF) &* blocks &+ block] }
    return row(ofRare: value).map { rare[$0 &* blocks &+ block] } ?? 0
  }

  private func row(ofRare symbol: UInt32) -> Int? {
    var low = 0
    var high = rareSymbols.count
    while low < high {
      let middle = (low + high) / 2
      if rareSymbols[middle] < symbol { low = middle + 1 } else { high = middle }
    }
    return low < rareSymbols.count && rareSymbols[low] == symbol ? low : nil
  }
}

/// What a string is compared by: bytes, or scalar values.
typealias SymbolValue = FixedWidthInteger & UnsignedInteger & BitwiseCopyable
