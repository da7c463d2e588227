extension ReverseRomaniser {
  /// Looks for the word that is written as the given one, depth first, the likeliest letters first.
  struct Search {
    let reverse: ReverseRomaniser
    /// Every apostrophe as U+02BC.
    private let plain: [Unicode.Scalar]
    private let isInCapitals: Bool
    /// Whether pieces lead from a letter to the end of the word.
    private var leadsOn: [Bool] = []
    private var steps = 0

    /// Bounds the time that a strange word can take.
    private static let mostSteps = 2_000

    init(reverse: ReverseRomaniser, word: [Unicode.Scalar]) {
      self.reverse = reverse
      plain = word.map { $0.isApostrophe ? "\u{2BC}" : $0 }
      isInCapitals = RomanisationText(word).isInCapitals[0]
      leadsOn = [Bool](repeating: false, count: plain.count) + [true]
      for position in plain.indices.reversed() {
        leadsOn[position] = reverse.pieces(beginningWith: plain[position]).contains {
          stands($0, at: position)
        }
      }
    }

    /// Whether pieces cover the whole word.
    var canEnd: Bool { leadsOn[0] }

    /// The word, exact where possible, else the likeliest letter for each; `nil` where pieces do not cover it.
    mutating func found() -> [Unicode.Scalar]? {
      guard canEnd else { return nil }
      return continued([], at: 0) ?? likeliest
    }

    private var likeliest: [Unicode.Scalar] {
      var original: [Unicode.Scalar] = []
      var position = 0
      while position < plain.count, let piece = candidates(after: original, at: position).first {
        original += cased(piece, at: position)
        position += piece.written.count
      }
      return original
    }

    /// `original` with letters for what is left of the word, so that the whole is written as the word.
    private mutating func continued(
      _ original: [Unicode.Scalar], at position: Int
    ) -> [Unicode.Scalar]? {
      if position == plain.count {
        return agrees(original, upTo: plain.count, isWhole: true) ? original : nil
      }
      for piece in candidates(after: original, at: position) {
        steps += 1
        if steps > Self.mostSteps { return nil }
        let next = original + cased(piece, at: position)
        // Letters before the last piece are settled once the piece after them stands.
        if agrees(next, upTo: position, isWhole: false),
          let found = continued(next, at: position + piece.written.count)
        {
          return found
        }
      }
      return nil
    }

    private func candidates(after original: [Unicode.Scalar], at position: Int) -> [Piece] {
      var candidates = reverse.pieces(beginningWith: plain[position]).filter {
        stands($0, at: position)
      }
      // й and и are often written alike; after a vowel it is й.
      if let last = original.last,
        reverse.vowels.contains(ScalarTable.shared.lower(of: last)),
        let glide = candidates.firstIndex(where: { $0.original == ["й"] || $0.original == ["Й"] }),
        candidates[0].original == ["и"] || candidates[0].original == ["И"]
      {
        candidates.insert(candidates.remove(at: glide), at: 0)
      }
      return candidates.filter { !tearsApostropheOff($0, at: position) }
        + candidates.filter { tearsApostropheOff($0, at: position) }
    }

    /// Whether the apostrophe after the piece belongs to its last letter: `yoʻ` is й and ў, not ё and ъ.
    private func tearsApostropheOff(_ piece: Piece, at position: Int) -> Bool {
      let end = position + piece.written.count
      guard end < plain.count, plain[end] == "\u{2BC}" else { return false }
      let letter = [ScalarTable.shared.lower(of: plain[end - 1]), "\u{2BC}"]
      return reverse.pieces[letter[0], default: []].contains { $0.written == letter }
    }

    /// Whether the piece is what stands at `position`, and leads on from there.
    private func stands(_ piece: Piece, at position: Int) -> Bool {
      let end = position + piece.written.count
      guard end <= plain.count, leadsOn[end] else { return false }
      for (offset, scalar) in piece.written.enumerated() {
        let found = plain[position + offset]
        if found == scalar { continue }
        if piece.isExact || piece.hasExactCapital || found != scalar.capital { return false }
      }
      return true
    }

    private func cased(_ piece: Piece, at position: Int) -> [Unicode.Scalar] {
      let isCapital = plain[position..<position + piece.written.count].contains(where: \.isCapital)
      if !isCapital || piece.isExact { return piece.original }
      if isInCapitals { return piece.original.map(\.capital) }
      return [piece.original[0].capital] + piece.original.dropFirst()
    }

    private func agrees(_ original: [Unicode.Scalar], upTo end: Int, isWhole: Bool) -> Bool {
      let written = reverse.forward.rendering(of: original)
      guard isWhole ? written.count == end : written.count >= end else { return false }
      // A beginning may be cased otherwise than the whole; the whole is compared as it is.
      for index in 0..<end {
        let scalar: Unicode.Scalar = written[index].isApostrophe ? "\u{2BC}" : written[index]
        if scalar == plain[index] { continue }
        if isWhole, !isInCapitals { return false }
        if scalar.capital != plain[index].capital { return false }
      }
      return true
    }
  }
}
