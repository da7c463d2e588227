import Linkage
import NameSimilarity
import NameText

/// Comparisons of single tokens, the first half of a list with the second, as a join of two vocabularies has them.
struct TokenStages {
  /// The most that a spelling may cost in a token of usual length (`Lexicon.limit`).
  static let limit = Bits(16)

  private let letters: (queries: [[UInt8]], candidates: TokenBlocks)
  private let symbols: (queries: [[UInt8]], candidates: [[UInt8]], blocks: TokenBlocks)

  /// Tokens in small letters of ASCII and digits.
  init(_ tokens: [String]) {
    let half = tokens.count / 2
    let byLetters = tokens.map(Self.letters)
    letters = (Array(byLetters[..<half]), TokenBlocks(Self.sorted(byLetters[half...])))
    let bySymbols = tokens.map { Phonemes.symbols(of: $0) }
    let candidates = Self.sorted(bySymbols[half...])
    symbols = (Array(bySymbols[..<half]), candidates, TokenBlocks(candidates))
  }

  /// Each letter and digit as a symbol of its own, so that peers count the same edits.
  private static func letters(_ token: String) -> [UInt8] {
    token.utf8.map {
      $0 >= UInt8(ascii: "a") ? $0 - UInt8(ascii: "a") + 1 : $0 - UInt8(ascii: "0") + 27
    }
  }

  private static func sorted(_ tokens: ArraySlice<[UInt8]>) -> [[UInt8]] {
    tokens.sorted { $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1) }
  }

  func measurements(_ level: KernelLevel) -> [Measurement] {
    let pairs = letters.queries.count * letters.candidates.count
    var edits: [UInt8] = []
    var similarities: [Float] = []
    var aligner = BlockAligner(BlockCosts(NameModel.standard.aligner), level: level)
    var costs: [UInt16] = []
    // Aligning every pair takes long: a part of the queries will do.
    let some = symbols.queries.prefix(max(1, symbols.queries.count / 8))
    return [
      measure("levenshtein tokens", count: pairs) {
        letters.queries.reduce(0) { sum, query in
          letters.candidates.levenshtein(to: query.span, into: &edits, level: level)
          return sum + Double(edits[0])
        }
      } checksum: {
        letters.queries.reduce(0) { sum, query in
          letters.candidates.levenshtein(to: query.span, into: &edits, level: level)
          return sum + Double(edits.reduce(0) { $0 + Int($1) })
        }
      },
      measure("jaro-winkler tokens", count: pairs) {
        letters.queries.reduce(0) { sum, query in
          letters.candidates.jaroWinkler(to: query.span, into: &similarities, level: level)
          return sum + Double(similarities[0])
        }
      } checksum: {
        letters.queries.reduce(0) { sum, query in
          letters.candidates.jaroWinkler(to: query.span, into: &similarities, level: level)
          return similarities.reduce(sum) { $0 + Double($1) }
        }
      },
      measure("learned alignment decided", count: pairs) {
        symbols.queries.reduce(0) { sum, query in
          aligner.prepare(query.span)
          return sum + Double(aligner.matches(in: symbols.blocks, limit: Self.limit).count)
        }
      },
      measure("learned alignment full", count: some.count * symbols.candidates.count) {
        some.reduce(0) { sum, query in
          aligner.prepare(query.span)
          aligner.align(with: symbols.blocks, limit: Bits(raw: 65_534), into: &costs)
          return sum + Double(costs[0])
        }
      },
    ]
  }

  /// The same by the form that aligns one pair at a time, for a few queries.
  func plainMeasurement() -> Measurement {
    let aligner = NameModel.standard.aligner
    let some = symbols.queries.prefix(max(1, symbols.queries.count / 80))
    return measure(
      "learned alignment, a pair at a time", count: some.count * symbols.candidates.count
    ) {
      some.reduce(0) { sum, query in
        symbols.candidates.reduce(sum) {
          $0 + Double(aligner.cost(query.span, $1.span, limit: Self.limit.raw) == nil ? 0 : 1)
        }
      }
    }
  }

  /// How many pairs the blocks decide as one at a time does, of how many that were tried.
  func accuracy(_ level: KernelLevel) -> (equal: Int, tried: Int) {
    let plain = NameModel.standard.aligner
    var aligner = BlockAligner(BlockCosts(plain), level: level)
    var costs: [UInt16] = []
    var equal = 0
    let some = symbols.queries.prefix(max(1, symbols.queries.count / 40))
    for query in some {
      aligner.prepare(query.span)
      aligner.align(with: symbols.blocks, limit: Bits(raw: 65_534), into: &costs)
      for (number, candidate) in symbols.candidates.enumerated() {
        let cost = plain.cost(query.span, candidate.span, limit: 65_534)
        if costs[number] == UInt16(clamping: cost ?? .max) { equal += 1 }
      }
    }
    return (equal, some.count * symbols.candidates.count)
  }
}
