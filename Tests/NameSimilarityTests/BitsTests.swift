import Glibc
import NameSimilarity
import TestSupport
import Testing

@Suite struct BitsTests {
  /// Small numbers, and large ones of every length.
  private let numbers: [UInt64] = {
    var random = SeededGenerator(seed: 1)
    let large = (0..<20_000).map { _ in
      max(
        1,
        UInt64.random(in: 1 ... .max, using: &random) >> UInt64.random(in: 0..<64, using: &random))
    }
    return Array(1...5_000) + large + [.max, .max - 1, 1 << 63, (1 << 63) - 1]
  }()

  @Test func log2IsThatOfTheSystem() {
    for n in numbers {
      let error = abs(Bits.log2(n).value - log2(Double(n)))
      #expect(error < 1.0 / 512, "log2 of \(n) is off by \(error)")
    }
  }

  @Test func log2OfPowersIsExact() {
    for exponent in 0..<UInt64(64) {
      #expect(Bits.log2(1 << exponent) == Bits(raw: Int32(exponent) * 1024))
    }
  }

  @Test func log2NeverFalls() {
    let sorted = numbers.sorted()
    for (a, b) in zip(sorted, sorted.dropFirst()) {
      #expect(Bits.log2(a) <= Bits.log2(b), "between \(a) and \(b)")
    }
  }

  @Test func ratioIsADifference() {
    for (a, b) in zip(numbers, numbers.reversed()) {
      #expect(Bits.log2(a, over: b) == -Bits.log2(b, over: a))
    }
  }

  @Test func exp2IsThatOfTheSystemAndRises() {
    var previous: UInt64 = 0
    for raw in Int32(-32 * 1024)...0 {
      let q = Bits(raw: raw).exp2Q32
      let expected = exp2(Double(raw) / 1024) * 4_294_967_296
      #expect(abs(Double(q) - expected) <= 1 + expected / 1_000_000, "at \(raw)")
      #expect(q >= previous, "falls at \(raw)")
      previous = q
    }
    #expect(Bits.zero.exp2Q32 == 1 << 32)
    #expect(Bits(raw: 1).exp2Q32 == 1 << 32 && Bits(-1000).exp2Q32 == Bits(-32).exp2Q32)
  }

  @Test func oddsOfEitherAreTheirSum() {
    for a in stride(from: Int32(-20 * 1024), through: 20 * 1024, by: 771) {
      for b in stride(from: Int32(-20 * 1024), through: 20 * 1024, by: 997) {
        let (x, y) = (Bits(raw: a), Bits(raw: b))
        let sum = Bits.log2OfSum(x, y)
        #expect(abs(sum.value - log2(exp2(x.value) + exp2(y.value))) < 0.003, "\(a) \(b)")
        #expect(sum == Bits.log2OfSum(y, x) && sum >= max(x, y))
      }
    }
  }

  @Test func probabilityIsLogistic() {
    var previous: UInt64 = 0
    for raw in Int32(-40 * 1024)...(40 * 1024) {
      let bits = Bits(raw: raw)
      #expect(abs(bits.probability - 1 / (1 + exp2(-bits.value))) < 1e-6, "at \(raw)")
      #expect(bits.probabilityQ32 + (-bits).probabilityQ32 == 1 << 32, "at \(raw)")
      #expect(bits.probabilityQ32 >= previous, "falls at \(raw)")
      previous = bits.probabilityQ32
    }
    #expect(Bits.zero.probability == 0.5)
  }

  @Test func logOddsTurnProbabilityBack() {
    for raw in Int32(-20 * 1024)...(20 * 1024) {
      let bits = Bits(raw: raw)
      let again = Bits(logOddsOf: bits.probability)
      #expect(abs(again.raw - raw) <= 4, "\(raw) comes back as \(again.raw)")
    }
  }

  @Test func certaintyIsHeld() {
    #expect(Bits(logOddsOf: 1) == Bits(32) && Bits(logOddsOf: 0) == Bits(-32))
    #expect(Bits(logOddsOf: 2) == Bits(32) && Bits(logOddsOf: -1) == Bits(-32))
    #expect(Bits(logOddsOf: 0.5) == .zero)
  }

  @Test func roundsHalvesAwayFromZero() {
    #expect(Bits(0.5 / 1024).raw == 1 && Bits(-0.5 / 1024).raw == -1 && Bits(0.49 / 1024).raw == 0)
    #expect(Bits(raw: 3).scaled(128).raw == 1 && Bits(raw: -3).scaled(128).raw == -1)
    #expect(Bits(raw: .max).scaled(256).raw == .max)
  }

  @Test func textOfVectors() throws {
    for row in try TestFiles.rows("Tests/NameSimilarityTests/Vectors/bits-text.tsv") {
      let bits = Bits(raw: try #require(Int32(row[0])))
      #expect(bits.decimal == row[1], "\(row[0])")
      #expect(bits.signed == row[2], "\(row[0])")
    }
  }

  @Test func textIsTheNearestNumber() throws {
    for raw in Int32(-40 * 1024)...(40 * 1024) {
      let bits = Bits(raw: raw)
      let decimal = try #require(Double(bits.decimal))
      let signed = try #require(Double(bits.signed))
      #expect(abs(decimal - bits.value) <= 0.005 + 1e-9, "\(raw): \(bits.decimal)")
      #expect(abs(signed - bits.value) <= 0.05 + 1e-9, "\(raw): \(bits.signed)")
    }
  }
}
