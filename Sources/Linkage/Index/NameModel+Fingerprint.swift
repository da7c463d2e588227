internal import NameSimilarity
internal import NameTables

extension NameModel {
  /// A number that any change of the model or of the tables that names are read by changes: what an index holds has been
  /// worked out by both.
  var fingerprint: UInt64 {
    var sums: [UInt64] = [Self.fingerprintOfTables]
    let costs = aligner.costs
    for numbers in [
      costs.substitution, costs.indel, [costs.repetition, costs.transposition], background.bigrams,
    ] {
      sums.append(Self.sum(numbers.map { UInt64(bitPattern: Int64($0)) }))
    }
    for move in costs.long.moves {
      sums.append(Self.sum((move.left + [0] + move.right).map(UInt64.init) + [UInt64(move.cost)]))
    }
    // Rates come in no order.
    var rates: UInt64 = 0
    background.forEachRate { coarse, rate in
      rates &+= Self.sum(coarse.map(UInt64.init) + [UInt64(bitPattern: Int64(rate))])
    }
    return Self.sum(sums + [rates])
  }

  private static let fingerprintOfTables: UInt64 = sum(
    tables.map { $0.withBytes { Checksum.of($0) } })

  /// Those of which something stands in an index.
  private static var tables: [NameTable] {
    [
      .phonemes, .graphemes, .habits, .sounds, .scripts, .homoglyphs, .marks, .genderWords,
      .patronymicAffixes, .surnameSuffixes, .caseEndings, .nameEquivalents, .titles,
      .generationWords, .givenNames,
      .nameElements, .compoundWords, .diminutiveEndings, .russianSpelling, .syllables,
      .cellWords, .dateWords, .letterPairs,
      .codePages, .places,
    ]
  }

  private static func sum(_ numbers: [UInt64]) -> UInt64 {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(numbers.count * 8)
    for number in numbers {
      unsafe withUnsafeBytes(of: number.littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }
    return Checksum.of(bytes.span)
  }
}
