package import NameSimilarity
internal import NameText

/// Spellings of names as life writes them: in each system of their own language, and, by way of their Russian form,
/// in each system of Russian.
///
/// The list is tab-separated, without a header: the language (ISO 639-3), the name in its own Cyrillic, the form that
/// Russian documents have. Lines that begin with `#` are comments.
package struct RenderedNames: Sendable {
  /// A name as phoneme symbols, each spelling once.
  struct Spellings: Sendable {
    /// In the Cyrillic and the Latin systems of its language.
    var own: [[UInt8]] = []
    /// In Russian Cyrillic and the systems of Russian.
    var russian: [[UInt8]] = []
  }

  private(set) var names: [Spellings] = []

  /// - Throws: `TrainingError.unreadableName` where a line has not three cells, or its language no Cyrillic here.
  package init(names text: String, file: String) throws(TrainingError) {
    var scribes: [String: Scribe] = [:]
    var russian = Scribe(language: "rus")
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 3, NameLanguage.codes.contains(cells[0]) else {
        throw .unreadableName(file: file, line: index + 1)
      }
      var own = scribes[cells[0]] ?? Scribe(language: cells[0])
      names.append(
        Spellings(own: own.spellings(of: cells[1]), russian: russian.spellings(of: cells[2])))
      scribes[cells[0]] = own
    }
  }

  /// Pairs of two spellings of one name, at least one of them in its own language, at most `mostPerName` of each: a name
  /// that many systems write in many ways would else outweigh the others. Those taken lie evenly among all.
  package func pairs(mostPerName: Int) -> [AlignmentTrainer.Pair] {
    names.flatMap { name -> [AlignmentTrainer.Pair] in
      var all: [AlignmentTrainer.Pair] = []
      for (index, spelling) in name.own.enumerated() {
        for other in name.own[(index + 1)...] { all.append((spelling, other)) }
        for other in name.russian { all.append((spelling, other)) }
      }
      guard all.count > mostPerName else { return all }
      return (0..<mostPerName).map { all[($0 * 2 + 1) * all.count / (mostPerName * 2)] }
    }
  }
}

/// Writes the names of one language in all its systems.
private struct Scribe {
  private let tally = LanguageTally()
  private var renderer: NameRenderer?

  init(language: String) {
    let systems = RomanisationSystem.all.filter {
      $0.language == language && $0.direction != .respelling
    }
    renderer = try? NameRenderer(to: systems.map(\.id), language: language)
  }

  /// The symbols of `name` and of its renderings, each spelling once, in the order of the systems.
  mutating func spellings(of name: String) -> [[UInt8]] {
    let texts =
      [name] + (renderer?.renderings(of: name, in: tally) ?? []).compactMap { $0?.text }
    var seen: Set<[UInt8]> = []
    return texts.compactMap { text in
      let words = Cleaning.words(of: text)
      guard words.count == 1 else { return nil }
      let symbols = Phonemes.symbols(of: words[0].text)
      return seen.insert(symbols).inserted ? symbols : nil
    }
  }
}
