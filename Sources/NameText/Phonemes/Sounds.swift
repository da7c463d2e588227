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
    // Each symbol is heard as itself, until the table says otherwise.
    var symbols = (0..<64).map { UInt8($0) }
    let own = (0..<Int32(64)).map { Sound(start: $0, count: 1) }
    var single = [[Sound]](repeating: own, count: Sounds.passes).flatMap { $0 }
    var pairs = [Sound](
      repeating: Sound(start: -1, count: 0), count: Sounds.passes * 64 * 64)
    NameTable.sounds.forEachRow { cells in
      let spelled = alphabet.bytes(named: cells[0])
      let russian = cells[2].split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      for pass in 0..<Sounds.passes {
        let heard = alphabet.bytes(
          named: pass == 0 ? cells[1] : russian[min(pass, russian.count) - 1])
        let sound = Sound(start: Int32(symbols.count), count: Int32(heard.count))
        symbols += heard
        if spelled.count == 1 {
          single[pass << 6 | Int(spelled[0])] = sound
        } else {
          pairs[pass << 12 | Int(spelled[0]) << 6 | Int(spelled[1])] = sound
        }
      }
    }
    func heard(_ symbol: Int, pass: Int) -> ArraySlice<UInt8> {
      let sound = single[pass << 6 | symbol]
      return symbols[Int(sound.start)..<Int(sound.start + sound.count)]
    }
    var levels = [Int](repeating: 1, count: 64)
    for symbol in levels.indices {
      for pass in 1..<Sounds.passes where heard(symbol, pass: pass) != heard(symbol, pass: pass - 1)
      {
        levels[symbol] = pass + 1
      }
    }
    self.single = single
    self.pairs = pairs
    self.symbols = symbols
    self.levels = levels
  }

  /// How many passes can differ for `symbols`.
  func passes(for symbols: ArraySlice<UInt8>) -> Int {
    symbols.reduce(1) { max($0, levels[Int($1)]) }
  }

  /// `symbols` as they are heard in one pass (0: as they are; then: as a Russian clerk would write them).
  func heard(_ symbols: ArraySlice<UInt8>, pass: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(symbols.count + 4)
    for symbol in symbols { push(single[pass << 6 | Int(symbol)], to: &result, pass: pass) }
    return result
  }

  /// The sounds, a bit for each, that a word as it is may be heard to begin with if it begins with one of `symbols`, a bit
  /// for each; all where that may be silent.
  func openings(of symbols: UInt64) -> UInt64 {
    var heard: UInt64 = 0
    var rest: UInt64 = 0
    for symbol in 0..<64 where symbols >> UInt64(symbol) & 1 != 0 {
      guard let first = first(of: single[symbol]) else { return .max }
      rest |= first
    }
    // The first sound may become another with the one behind it, and that again.
    while rest != 0 {
      let sound = rest.trailingZeroBitCount
      rest &= rest - 1
      heard |= 1 << UInt64(sound)
      for merged in pairs[sound << 6..<(sound + 1) << 6] where merged.start >= 0 {
        guard let first = first(of: merged) else { return .max }
        rest |= first & ~heard
      }
    }
    return heard
  }

  /// The bit of the first symbol of some; `nil` where there is none.
  private func first(of sound: Sound) -> UInt64? {
    sound.count > 0 ? 1 << UInt64(symbols[Int(sound.start)]) : nil
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
