package import NameSimilarity
internal import NameText

extension AlignmentCosts {
  /// The table as `alignment.tsv`: costs that are not at the ceiling, sorted, two decimals.
  package func table(source: String) -> String {
    let names = (0..<UInt8(Self.alphabetSize)).map(Phonemes.name(of:))
    let symbols = names.indices.filter { !names[$0].isEmpty }
    let ceiling = substitution.max() ?? 0
    var rows = [
      "*\t*\t\(Bits(raw: ceiling).decimal)", "*\t\t\(Bits(raw: ceiling).decimal)",
      "=\t\t\(Bits(raw: repetition).decimal)",
      "=\t=\t0.20",
    ]
    for x in symbols {
      if indel[x] < ceiling { rows.append("\(names[x])\t\t\(Bits(raw: indel[x]).decimal)") }
      for y in symbols where y >= x {
        let cost = substitution[x * Self.alphabetSize + y]
        if cost < ceiling { rows.append("\(names[x])\t\(names[y])\t\(Bits(raw: cost).decimal)") }
      }
    }
    for move in long.moves {
      let sides = [move.left, move.right].map { $0.map { names[Int($0)] }.joined(separator: " ") }
      rows.append("\(sides[0])\t\(sides[1])\t\(Bits(raw: move.cost).decimal)")
    }
    rows.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return
      "# x\ty\tbits: x for y, two symbols parted by a blank, x alone where y is empty, * any, = itself\n# Written by `dizim train alignment` from \(source).\n"
      + rows.joined(separator: "\n") + "\n"
  }
}
