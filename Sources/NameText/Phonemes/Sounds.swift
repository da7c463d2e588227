internal import NameTables

/// Which phonemes are heard as one, so that all spellings of a name come to one reading.
final class Sounds: Sendable {
  /// How each symbol is heard: as it is, and as a Russian clerk would write it, with up to two alternatives.
  private let single: [Sound]
  /// What two neighbours are heard as.
  private let pairs: [Sound]
  private let symbols: [UInt8]

  /// A range of `symbols`; a negative start where a pair stays as it is.
  private struct Sound {
    var start: Int32
    var count: Int32
  }

  private static let passes = 4
  /// How many passes hear a symbol differently: 1 for most.
  private let levels: [Int]
  static let shared = Sounds()

  private init() {
    let alphabet = PhonemeAlphabet.shared
    var single = [[[UInt8]]](
      repeating: (0..<64).map { [UInt8($0)] }, count: Sounds.passes)
    var pairs = [[[UInt8]?]](
      repeating: [[UInt8]?](repeating: nil, count: 64 * 64), count: Sounds.passes)
    NameTable.sounds.forEachRow { cells in
      let symbols = alphabet.bytes(named: cells[0])
      let russian = cells[2].split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      for pass in 0..<Sounds.passes {
        let heard = alphabet.bytes(
          named: pass == 0 ? cells[1] : russian[min(pass, russian.count) - 1])
        if symbols.count == 1 {
          single[pass][Int(symbols[0])] = heard
        } else {
          pairs[pass][Int(symbols[0]) << 6 | Int(symbols[1])] = heard
        }
      }
    }
    var levels = [Int](repeating: 1, count: 64)
    for symbol in levels.indices {
      for pass in 1..<Sounds.passes where single[pass][symbol] != single[pass - 1][symbol] {
        levels[symbol] = pass + 1
      }
    }
    var symbols: [UInt8] = []
    func flat(_ heard: [UInt8]?) -> Sound {
      guard let heard else { return Sound(start: -1, count: 0) }
      defer { symbols += heard }
      return Sound(start: Int32(symbols.count), count: Int32(heard.count))
    }
    self.single = single.flatMap { $0.map { flat($0) } }
    self.pairs = pairs.flatMap { $0.map { flat($0) } }
    self.symbols = symbols
    self.levels = levels
  }

  /// How many passes can differ for `symbols`.
  func passes(for symbols: [UInt8]) -> Int {
    symbols.reduce(1) { max($0, levels[Int($1)]) }
  }

  /// `symbols` as they are heard in one pass (0: as they are; then: as a Russian clerk would write them).
  func heard(_ symbols: [UInt8], pass: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(symbols.count + 4)
    for symbol in symbols { push(single[pass << 6 | Int(symbol)], to: &result, pass: pass) }
    return result
  }

  private func push(_ sound: Sound, to result: inout [UInt8], pass: Int) {
    for place in sound.start..<sound.start + sound.count {
      push(symbols[Int(place)], to: &result, pass: pass)
    }
  }

  private func push(_ sound: UInt8, to result: inout [UInt8], pass: Int) {
    guard let last = result.last else {
      result.append(sound)
      return
    }
    // Doubled letters are one sound: Анна, Ана; Каллыханова, Калыханова.
    if last == sound { return }
    let merged = pairs[pass << 12 | Int(last) << 6 | Int(sound)]
    if merged.start >= 0 {
      result.removeLast()
      push(merged, to: &result, pass: pass)
    } else {
      result.append(sound)
    }
  }
}
