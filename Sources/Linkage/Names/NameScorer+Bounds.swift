internal import NameSimilarity
internal import NameText

/// What two names can say at the most, before they are scored.
extension NameScorer {
  /// The most that the mark of a generation can add beside a name's parts; hardly any name has one.
  static func mostOfGeneration(_ name: IndexedName) -> Bits {
    name.generation == nil ? .zero : NameWeights.generationAgrees
  }

  /// The most that a part can add by agreeing with a neighbour of its token.
  func most(_ part: IndexedName.Part, _ neighbour: Lexicon.Neighbour) -> Bits {
    min(part.information, lexicon.information(of: neighbour.token))
      - LikenessMatrix.Cell(neighbour).least
  }

  /// The most that a word of the name that was opened can add against another name that has met it, agreeing with a
  /// neighbour there; 0 at least.
  func most(
    ofWord word: Int, _ opened: IndexedName, against other: IndexedName, _ met: LikenessMatrix
  ) -> Bits {
    let part = opened.words[word]
    var best = Bits.zero
    other.words.withSpan { words in
      let count = part.isJoined ? other.partCount : words.count
      var columns = WordSet(first: count)
      if part.role != .initial, !other.hasInitial {
        columns.formIntersection(met.columns(alike: word))
      }
      for column in columns {
        let y = words[column]
        if part.role == .initial || y.role == .initial {
          if !part.isJoined, !y.isJoined { best = max(best, NameWeights.initialAgrees) }
          continue
        }
        let likeness = met[word, column]
        if likeness.isAlike {
          best = max(best, min(part.information, y.information) - likeness.least)
        }
      }
    }
    return best
  }

  /// The most that all words of the name that was opened can add against another name that has met it, and its mark.
  func most(_ opened: IndexedName, against other: IndexedName, _ met: LikenessMatrix) -> Bits {
    (0..<opened.words.count).reduce(Self.mostOfGeneration(opened)) {
      $0 + most(ofWord: $1, opened, against: other, met)
    }
  }
}
