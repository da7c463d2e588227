package import NameTables

/// How rare a name is before any list has been seen: rates of common names, and how likely a string of sounds is as
/// a name at all.
///
/// Rates are kept by coarse key, so that all spellings of a name share one (Сергей, Sergey, Serguei). A name without
/// a rate of its own gets what a bigram model over phoneme symbols gives, held at `ceiling`: nobody's name is so rare
/// that nobody else bears it.
public struct BackgroundModel: Sendable {
  /// No name counts as rarer than one in 2¹⁴, since families share even the rarest.
  public static let ceiling = Bits(14.0)

  private let rates: WordTable<Int32>
  package private(set) var bigrams: [Int32]

  /// A model from rows `coarse key`, bits (`name-rates.tsv`) and rows `x`, `y`, bits (`symbol-bigrams.tsv`; an empty
  /// `x` is the start of a name, an empty `y` its end).
  package init(
    rates: NameTable, bigrams: NameTable, byte: (TableCell) -> UInt8?
  ) {
    let size = AlignmentCosts.alphabetSize
    var costs = [Int32](repeating: Bits(9).raw, count: size * size)
    bigrams.forEachRow { cells in
      guard cells.count >= 3, let bits = Double(cells[2]) else { return }
      guard let x = cells[0].isEmpty ? 0 : byte(cells[0]),
        let y = cells[1].isEmpty ? 0 : byte(cells[1])
      else { return }
      costs[Int(x) * size + Int(y)] = Bits(bits).raw
    }
    self.bigrams = costs
    var bits = WordTable<Int32>(minimumCapacity: 1 << 12)
    rates.forEachRow { cells in
      guard cells.count >= 2, let rate = Double(cells[1]) else { return }
      bits.set(Bits(rate).raw, of: cells[0])
    }
    self.rates = bits
  }

  /// Calls `body` with each coarse key that has a rate of its own, in the order of the table.
  package func forEachRate(_ body: (_ coarse: [UInt8], _ rate: Int32) -> Void) {
    rates.forEach { coarse, rate in body(Array(coarse), rate) }
  }

  /// `−log2` of the probability that a token of a random person's name is this one, in any spelling.
  public func information(symbols: [UInt8], coarse: [UInt8]) -> Bits {
    if let rate = rates[coarse.span] { return Bits(raw: min(rate, Self.ceiling.raw)) }
    var bits: Int32 = 0
    var previous = 0
    for symbol in symbols {
      bits += bigrams[previous * AlignmentCosts.alphabetSize + Int(symbol)]
      previous = Int(symbol)
      if bits > Self.ceiling.raw { return Self.ceiling }
    }
    bits += bigrams[previous * AlignmentCosts.alphabetSize]
    return Bits(raw: min(bits, Self.ceiling.raw))
  }
}
