import NameText
import Testing

/// What holds for any words, sensible or not.
struct ParsingPropertyTests {
  /// A seeded generator, so that a failure comes back (SplitMix64).
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var bits = state
      bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
      bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
      return bits ^ (bits >> 31)
    }
  }

  private static let pieces = [
    "Тажимуратов", "Айгүл", "Исламович", "Муратовны", "улы", "oʻgʻli", "қизи", "Д.", "И.", "г-н",
    "ака", "Мулла", "al", "ibn", "1978", "г.р.", "(Алим)", "«Седой»", "-", ",", "ович", "ова", "ин",
    "а", "я", "ICH", "ДА", "ИВАНОВ", "Лев", "Льва", "Kallyhanovoy", "born", "қ", "Ильич",
  ]

  @Test func keepsEveryWordOrDropsItForAReason() {
    var generator = Seeded(state: 7)
    for _ in 0..<4000 {
      let count = Int.random(in: 0...6, using: &generator)
      let cell = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
        .joined(separator: Bool.random(using: &generator) ? " " : "-")
      let words = parsingWords(cell)
      for column in [nil, Role.given, .surname, .patronymic, .unknown] {
        let name = NameParser.parse(words, column: column)
        #expect(name == NameParser.parse(words, column: column))
        let letters = words.filter { $0.script != .number }.map(\.text).joined()
        var rest = Substring(letters)
        // The tokens are the cell's words in their order, some dropped, some joined.
        for token in name.tokens {
          guard let range = rest.firstRange(of: token.text) else {
            Issue.record("\(token.text) is not in \(cell) where it should be")
            break
          }
          rest = rest[range.upperBound...]
          #expect(token.forms.count <= 6)
          #expect(token.forms.allSatisfy { !$0.text.isEmpty })
        }
      }
    }
  }
}
