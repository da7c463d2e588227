extension ReverseRomaniser {
  /// Looks for the word that is written as the given one, depth first, the likeliest letters first.
  struct Search {
    let reverse: ReverseRomaniser
    let word: [Unicode.Scalar]
    /// Every apostrophe as U+02BC.
    private let plain: [Unicode.Scalar]
    private let isUpperCase: Bool
    private var steps = 0

    /// Bounds the time that a strange word can take.
    private static let mostSteps = 2_000

    init(reverse: ReverseRomaniser, word: [Unicode.Scalar]) {
      self.reverse = reverse
      self.word = word
      plain = word.map { $0.isApostrophe ? "\u{2BC}" : $0 }
      isUpperCase = RomanisationText(word).isUpperCase(around: word.indices)
    }

    /// The word, exact where possible, else the likeliest letter for each.
    mutating func found() -> [Unicode.Scalar]? {
      if let exact = continued([], at: 0, checked: true) { return exact }
      steps = 0
      return continued([], at: 0, checked: false)
    }

    private mutating func continued(
      _ original: [Unicode.Scalar], at position: Int, checked: Bool
    ) -> [Unicode.Scalar]? {
      if position == plain.count {
        return !checked || agrees(original, upTo: plain.count, isWhole: true) ? original : nil
      }
      for piece in candidates(after: original, at: position) {
        steps += 1
        if steps > Self.mostSteps { return nil }
        let next = original + cased(piece, at: position)
        // Letters before the last piece are settled once the piece after them stands.
        if checked, !agrees(next, upTo: position, isWhole: false) { continue }
        if let found = continued(next, at: position + piece.written.count, checked: checked) {
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

    private func stands(_ piece: Piece, at position: Int) -> Bool {
      guard position + piece.written.count <= plain.count else { return false }
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
      if isUpperCase { return piece.original.map(\.capital) }
      return [piece.original[0].capital] + piece.original.dropFirst()
    }

    private func agrees(_ original: [Unicode.Scalar], upTo end: Int, isWhole: Bool) -> Bool {
      let written = reverse.forward.rendering(of: original)
      guard isWhole ? written.count == end : written.count >= end else { return false }
      // A beginning may be cased otherwise than the whole; the whole is compared as it is.
      for index in 0..<end {
        let scalar: Unicode.Scalar = written[index].isApostrophe ? "\u{2BC}" : written[index]
        if scalar == plain[index] { continue }
        if isWhole, !isUpperCase { return false }
        if scalar.capital != plain[index].capital { return false }
      }
      return true
    }
  }
}
