/// Words whose letters stand apart, as typists set names off and as text comes out of a PDF: `И в а н о в  П ё т р`.
enum SpacedWords {
  /// Makes the blanks inside such words invisible.
  ///
  /// Single letters in a row are initials as well: so small letters follow the first, which initials do not have, or there
  /// are more of them than anybody has names. Two blanks part words, and so does a capital behind a small letter.
  static func hideBlanks(in cell: [Unicode.Scalar], _ kinds: inout [ScalarTable.Kind]) {
    var runs: [Run] = []
    var run: Run?
    var isSpaced = false
    for place in kinds.indices where isAlone(place, kinds) {
      let isSmall = ScalarTable.shared.letterCase(of: cell[place]) == .small
      if let last = run?.last, last == place - 2, kinds[place - 1] == .blank,
        kinds[place] == kinds[last],
        isSmall || ScalarTable.shared.letterCase(of: cell[last]) != .small
      {
        run!.last = place
        run!.small += isSmall ? 1 : 0
      } else {
        if let run { runs.append(run) }
        run = Run(first: place, last: place)
      }
      isSpaced = isSpaced || run!.isWord
    }
    guard isSpaced, let run else { return }
    for run in runs + [run] where run.count > 2 || run.small > 0 {
      for blank in stride(from: run.first + 1, to: run.last, by: 2) { kinds[blank] = .invisible }
    }
  }

  /// Letters with a blank between each two.
  private struct Run {
    var first: Int
    var last: Int
    /// How many small letters follow the first.
    var small = 0

    var count: Int { (last - first) / 2 + 1 }

    var isWord: Bool { count >= 5 || count >= 3 && small == count - 1 }
  }

  /// Whether a letter has nothing but blanks and commas around it: no full stop, which an initial has.
  private static func isAlone(_ place: Int, _ kinds: [ScalarTable.Kind]) -> Bool {
    guard kinds[place] == .cyrillic || kinds[place] == .latin else { return false }
    return (place == 0 || parts(kinds[place - 1]))
      && (place + 1 == kinds.count || parts(kinds[place + 1]))
  }

  private static func parts(_ kind: ScalarTable.Kind) -> Bool { kind == .blank || kind == .comma }
}
