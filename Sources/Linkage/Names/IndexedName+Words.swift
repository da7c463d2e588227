internal import NameSimilarity
internal import NameText

extension IndexedName {
  /// The words of a name. Those of a short one stand in the name itself, as the words of most do: who reads a name waits for
  /// one place of memory, and who copies it counts no references.
  struct Words: Sendable, RandomAccessCollection, MutableCollection {
    private static let mostInPlace = 4
    private var first = InlineArray<4, Part>(
      repeating: Part(token: 0, role: .unknown, first: 0, last: 0))
    /// All words where they are too many.
    private var all: [Part] = []
    private var wordCount: UInt8 = 0

    private var isLong: Bool { endIndex > Self.mostInPlace }
    var startIndex: Int { 0 }
    var endIndex: Int { Int(wordCount) }

    subscript(number: Int) -> Part {
      get { withSpan { $0[number] } }
      set {
        precondition(indices.contains(number), "No word of the name")
        if number < Self.mostInPlace { first[number] = newValue }
        if isLong { all[number] = newValue }
      }
    }

    /// Calls `body` with the words, which are read there without asking for each where it stands.
    @inline(__always)
    func withSpan<Result>(_ body: (Span<Part>) -> Result) -> Result {
      isLong
        ? body(all.span.extracting(first: endIndex)) : body(first.span.extracting(first: endIndex))
    }

    /// The same without those behind the first `count`.
    func first(_ count: Int) -> Words {
      var words = self
      words.wordCount = UInt8(count)
      return words
    }

    mutating func append(_ word: Part) {
      if endIndex < Self.mostInPlace {
        first[endIndex] = word
      } else {
        all = Array(self)
        all.append(word)
      }
      wordCount += 1
    }
  }
}
