internal import NameSimilarity

extension Lexicon {
  /// What the letters of a word cost against those of the nearest word of a name, as both are spelled, in 1/1024 bits.
  ///
  /// The weight of a pair takes regular differences for next to nothing. This tells apart what weighs the same: of
  /// Мохаммад and Мохамад the first is nearer to Mohammad.
  /// - Complexity: O(parts of the name alignments).
  func spellingDistance(_ part: IndexedName.Part, _ name: IndexedName) -> Int32 {
    let symbols = tokens[Int(part.token)].symbols
    var least = Bits(24).raw
    for other in name.parts {
      let cost = aligner.cost(symbols, tokens[Int(other.token)].symbols, limit: least)
      if let cost { least = min(least, cost) }
    }
    return least
  }
}
