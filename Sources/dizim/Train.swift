internal import ArgumentParser
internal import Linkage
internal import LinkageIO
internal import NameSimilarity
internal import NameText

/// `dizim train …`: writes the learned tables again.
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Write the learned tables again.",
    discussion: """
      EXAMPLE:
        dizim train alignment corpora/public/aliases-rigour-nametokens.tsv -o alignment.tsv
      """,
    subcommands: [Alignment.self, Background.self, Letters.self])

  struct Alignment: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "alignment",
      abstract: "Learn what each move of an alignment costs, from spellings of single names.",
      discussion: """
        EXAMPLE:
          dizim train alignment corpora/public/aliases-rigour-nametokens.tsv \
            --names corpora/training/names.tsv -o alignment.tsv
        """)

    @Argument(help: "A list of aliases: entity_id, name, script, tab-separated.")
    var aliases: String
    @Option(
      help: """
        Names to be written in all systems: language, name in its own Cyrillic, Russian form, tab-separated; may \
        be repeated.
        """)
    var names: [String] = []
    @Option(help: "How many pairs of spellings each of these names makes at most.")
    var pairsPerName = 12
    @Option(name: .shortAndLong, help: "The table to write.") var output: String

    func validate() throws {
      guard pairsPerName > 0 else {
        throw ValidationError("--pairs-per-name \(pairsPerName): at least 1 is wanted")
      }
    }

    func run() throws {
      let clusters = try SpellingClusters(aliases: TextFile.read(aliases))
      var pairs = clusters.pairs()
      for path in names {
        let names = try RenderedNames(names: TextFile.read(path), file: path)
        pairs += names.pairs(mostPerName: pairsPerName)
      }
      let symbols = Array(Set(pairs.flatMap { $0.left + $0.right })).sorted()
      let (costs, bits) = AlignmentTrainer().train(pairs, symbols: symbols)
      let sources = ([aliases] + names).map { $0.split(separator: "/").last.map(String.init) ?? $0 }
      try TextFile.write([(output, costs.table(source: sources.joined(separator: " and ")))])
      Talk.say("\(pairs.count) pairs, \(Bits(bits).decimal) bits a pair")
    }
  }

  struct Background: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "background",
      abstract: "Count how common names are and which sounds follow which.",
      discussion: """
        EXAMPLE:
          dizim train background --given given.tsv --patronymics patronymics.tsv --surnames surnames.tsv \
            --aliases corpora/public/aliases-rigour-nametokens.tsv -o tables
        """)

    @Option(help: "Counted given names: name … count.") var given: String
    @Option(help: "Counted patronymics.") var patronymics: String
    @Option(help: "Counted surnames.") var surnames: String
    @Option(help: "Spellings of names: entity_id, name, script.") var aliases: String
    @Option(name: .shortAndLong, help: "The folder for name-rates.tsv and symbol-bigrams.tsv.")
    var output: String

    func run() throws {
      var counts = BackgroundCounts()
      try counts.add(countedNames: TextFile.read(given), share: 0.4)
      try counts.add(countedNames: TextFile.read(surnames), share: 0.4)
      try counts.add(countedNames: TextFile.read(patronymics), share: 0.2)
      try counts.add(SpellingClusters(aliases: TextFile.read(aliases)))
      try TextFile.write([
        (
          output + "/name-rates.tsv",
          counts.rateTable(
            leastOneIn: 40_000, source: "counted names of russiannames (BSD-3-Clause)")
        ),
        (
          output + "/symbol-bigrams.tsv",
          counts.bigramTable(source: "aliases-rigour-nametokens.tsv (CC0)")
        ),
      ])
    }
  }

  struct Letters: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "letters",
      abstract: "Count which letter follows which, by which encodings are found out.",
      discussion: """
        EXAMPLE:
          dizim train letters corpora/public/aliases-rigour-nametokens.tsv \
            --names corpora/training/names.tsv -o letter-pairs.tsv
        """)

    @Argument(help: "Tab-separated tables; each word in them counts once.") var tables: [String]
    @Option(
      help: """
        Names to be written in the Latin alphabet of their language: language, name in its own Cyrillic, \
        tab-separated; may be repeated.
        """)
    var names: [String] = []
    @Option(name: .shortAndLong, help: "The table to write.") var output: String

    func run() throws {
      var counts = LetterPairCounts()
      for table in tables { try counts.add(TextFile.read(table)) }
      for path in names { try counts.add(Self.latin(TextFile.read(path))) }
      let sources = (tables + names).map { $0.split(separator: "/").last.map(String.init) ?? $0 }
      try TextFile.write([(output, counts.table(source: sources.joined(separator: ", ")))])
    }

    /// The names in the alphabets that are in force: most languages of the table have lists in both scripts.
    private static func latin(_ names: String) -> String {
      let alphabets = RomanisationSystem.all.filter { $0.direction == .both && $0.isInForce }
      let romanisers = Dictionary(alphabets.map { ($0.language, Romaniser($0)) }) { first, _ in
        first
      }
      let lines = names.split(separator: "\n").map { $0.split(separator: "\t") }
      return lines.compactMap { cells in
        guard cells.count > 1, let romaniser = romanisers[String(cells[0])] else { return nil }
        return romaniser.rendering(of: String(cells[1]))
      }.joined(separator: "\n")
    }
  }
}
