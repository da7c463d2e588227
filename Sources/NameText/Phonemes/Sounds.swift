internal import NameTables

/// Which phonemes are heard as one, so that all spellings of a name come to one reading.
struct Sounds: Sendable {
  /// How each symbol is heard: as it is, and as a Russian clerk would write it, with up to two alternatives.
  private var single: [[[UInt8]]]
  /// What two neighbours are heard as; `nil` where they stay as they are.
  private var pairs: [[[UInt8]?]]

  private static let passes = 4
  /// How many passes hear a symbol differently: 1 for most.
  private var levels = [Int](repeating: 1, count: 64)
  static let shared = Sounds()

  private init() {
    let alphabet = PhonemeAlphabet.shared
    var single = [[[UInt8]]](
      repeating: (0..<64).map { [UInt8($0)] }, count: Sounds.passes)
    var pairs = [[[UInt8]?]](
      repeating: [[UInt8]?](repeating: nil, count: 64 * 64), count: Sounds.passes)
    NameTable.sounds.forEachRow { cells in
      let symbols = alphabet.bytes(named: cells[0])
      let russian = cells[2].split(separator: "|", omittingEmptySubsequences: false)
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
    for symbol in levels.indices {
      for pass in 1..<Sounds.passes where single[pass][symbol] != single[pass - 1][symbol] {
        levels[symbol] = pass + 1
      }
    }
    self.single = single
    self.pairs = pairs
  }

  /// How many passes can differ for `symbols`.
  func passes(for symbols: [UInt8]) -> Int {
    symbols.reduce(1) { max($0, levels[Int($1)]) }
  }

  /// `symbols` as they are heard in one pass (0: as they are; then: as a Russian clerk would write them).
  func heard(_ symbols: [UInt8], pass: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(symbols.count + 4)
    for symbol in symbols {
      for sound in single[pass][Int(symbol)] { push(sound, to: &result, pass: pass) }
    }
    return result
  }

  private func push(_ sound: UInt8, to result: inout [UInt8], pass: Int) {
    guard let last = result.last else {
      result.append(sound)
      return
    }
    // Doubled letters are one sound: Анна, Ана; Каллыханова, Калыханова.
    if last == sound { return }
    if let merged = pairs[pass][Int(last) << 6 | Int(sound)] {
      result.removeLast()
      for symbol in merged { push(symbol, to: &result, pass: pass) }
    } else {
      result.append(sound)
    }
  }
}
