import NameSimilarity
import TestSupport
import Testing

/// What holds for every metric, tried on seeded random strings.
@Suite struct MetricPropertyTests {
  /// Pairs of strings of up to 200 symbols, some random, some one another's variants.
  private static func pairs(_ count: Int, seed: UInt64) -> [(left: [UInt8], right: [UInt8])] {
    var random = SeededGenerator(seed: seed)
    let alphabets: [[UInt8]] = [Array("ab".utf8), Array("abcdefgh ".utf8), Array(0x20...0x5E)]
    return (0..<count).map { number in
      let alphabet = alphabets[number % alphabets.count]
      let longest = [8, 24, 63, 64, 65, 128, 200][number % 7]
      let left = random.symbols(alphabet, longest: longest)
      if random.oneIn(2) { return (left, random.symbols(alphabet, longest: longest)) }
      var right = left
      for _ in 0..<Int.random(in: 0...6, using: &random) where !right.isEmpty {
        let place = Int.random(in: 0..<right.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: right.remove(at: place)
        case 1: right.insert(alphabet.randomElement(using: &random)!, at: place)
        case 2: right[place] = alphabet.randomElement(using: &random)!
        default: right.swapAt(place, max(0, place - 1))
        }
      }
      return (left, right)
    }
  }

  /// The symbols as Cyrillic and other letters, so that strings hold scalars of several pages.
  private func text(_ symbols: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for symbol in symbols {
      switch symbol {
      case 0x20: text.append(" ")
      case 0x3C...: text.append(Unicode.Scalar(0x1E00 + UInt32(symbol))!)
      default: text.append(Unicode.Scalar(0x430 + UInt32(symbol))!)
      }
    }
    return String(text)
  }

  @Test func bitParallelFormsAreThePlainOnes() {
    for (left, right) in Self.pairs(TestScale.of(6000), seed: 7) {
      let (l, r) = (left.span, right.span)
      #expect(Levenshtein().distance(l, r) == PlainMetrics.levenshtein(left, right))
      #expect(OSA().distance(l, r) == PlainMetrics.osa(left, right))
      #expect(LCSSequence().length(l, r) == PlainMetrics.longestSubsequence(left, right))
      #expect(abs(Jaro().similarity(l, r) - PlainMetrics.jaro(left, right)) < 1e-12)
    }
  }

  @Test func partialRatioIsThePlainOne() {
    for (left, right) in Self.pairs(TestScale.of(2000), seed: 12)
    where left.count * right.count < 3000 {
      let ratio = PartialRatio().similarity(left.span, right.span)
      #expect(abs(ratio - PlainMetrics.partialRatio(left, right)) < 1e-12)
    }
  }

  @Test func damerauLiesBelowOSAAndOSABelowLevenshtein() {
    for (left, right) in Self.pairs(TestScale.of(2000), seed: 8) {
      let (l, r) = (left.span, right.span)
      let osa = OSA().distance(l, r)
      #expect(DamerauLevenshtein().distance(l, r) <= osa)
      #expect(osa <= Levenshtein().distance(l, r))
      #expect(Levenshtein().distance(l, r) <= Hamming().distance(l, r))
      #expect(
        Levenshtein(insertion: 1, deletion: 1, substitution: 2).distance(l, r)
          == Indel().distance(l, r))
    }
  }

  @Test func damerauIsAMetric() {
    let strings = Self.pairs(TestScale.of(1000), seed: 9).map(\.left)
    for number in strings.indices.dropLast(2) {
      let (a, b, c) = (strings[number], strings[number + 1], strings[number + 2])
      let metric = DamerauLevenshtein()
      #expect(
        metric.distance(a.span, c.span)
          <= metric.distance(a.span, b.span) + metric.distance(b.span, c.span))
    }
  }

  @Test(arguments: Metrics.similarities.indices)
  func similaritiesKeepTheirPromises(_ number: Int) {
    let (name, metric) = Metrics.similarities[number]
    for (left, right) in Self.pairs(TestScale.of(2000), seed: 10) {
      check(metric, name, left, right)
    }
  }

  private func check(
    _ metric: some SimilarityMetric, _ name: String, _ left: [UInt8], _ right: [UInt8]
  ) {
    let (l, r) = (left.span, right.span)
    let value = metric.similarity(l, r)
    #expect((0...1).contains(value), "\(name) \(left) \(right)")
    #expect(abs(value - metric.similarity(r, l)) < 1e-12, "\(name) \(left) \(right)")
    #expect(metric.prepared(for: l).similarity(r) == value, "\(name)")
    #expect(metric.similarity(l, r, cutoff: value) == value, "\(name)")
    for cutoff in [0.3, 0.7, 0.9, 1.1] {
      let cut = metric.similarity(l, r, cutoff: cutoff)
      #expect(cut == (value >= cutoff ? value : 0), "\(name) at \(cutoff)")
    }
    let (leftText, rightText) = (text(left), text(right))
    #expect(abs(metric.similarity(leftText, rightText) - value) < 1e-12, "\(name)")
    #expect(
      metric.prepared(for: leftText).similarity(rightText)
        == metric.similarity(leftText, rightText), "\(name)")
    if left.contains(where: { $0 != 0x20 }) {
      #expect(metric.similarity(l, l) == 1, "\(name) \(left)")
    }
  }

  @Test(arguments: Metrics.distances.indices)
  func distancesKeepTheirPromises(_ number: Int) {
    let (name, metric) = Metrics.distances[number]
    for (left, right) in Self.pairs(TestScale.of(2000), seed: 11) {
      check(metric, name, left, right)
    }
  }

  private func check(
    _ metric: some EditDistance, _ name: String, _ left: [UInt8], _ right: [UInt8]
  ) {
    let (l, r) = (left.span, right.span)
    let value = metric.distance(l, r)
    #expect(value == metric.distance(r, l), "\(name)")
    #expect(value <= metric.mostEdits(left.count, right.count), "\(name)")
    #expect((value == 0) == (left == right), "\(name)")
    #expect(metric.prepared(for: l).distance(r) == value, "\(name)")
    #expect(metric.distance(text(left), text(right)) == value, "\(name)")
    for cutoff in [0, 1, 3, value, value + 1] {
      #expect(metric.distance(l, r, cutoff: cutoff) == min(value, cutoff + 1), "\(name)")
    }
  }

  @Test func textIsComparedByScalarsWhateverItsScript() {
    #expect(Levenshtein().distance("Щукин", "Щукина") == 1)
    #expect(Levenshtein().distance("Shchukin", "Щукин") == 8)
    #expect(Levenshtein().distance("Ščukin", "Scukin") == 2)
    #expect(Hamming().distance("Tájimuratov", "Tajimuratov") == 1)
    #expect(TokenSortRatio().similarity("Щукин Аркадий", "Аркадий Щукин") == 1)
    #expect(TokenSetRatio().similarity("Щукин Аркадий", "Аркадий Петрович Щукин") == 1)
    #expect(PartialRatio().similarity("Щукин", "г-н Щукин, Нукус") == 1)
  }
}
