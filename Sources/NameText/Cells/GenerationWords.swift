internal import NameTables

/// The words that tell two people of one name apart (`generation-words.tsv`).
struct GenerationWords: Sendable {
  enum Kind: String, Sendable {
    /// Cut short: ст., Jr.
    case short
    /// Cut short, and something else before a name: Sr. Pérez, St. John.
    case last
    /// Cut short, and a name where it is not in small letters with a full stop behind it: sen., jun.
    case dotted
    /// старший
    case adjective
    /// May be a name, or another word: kichik, père, второй.
    case doubtful
    /// отец, сын
    case kin
    /// The first of two words: d. Ä., the Elder.
    case pair
    /// Stands before the name: ifj.
    case leading
    /// II
    case numeral
    /// I, which is an initial sooner.
    case single
    /// Of a number in digits: 1-й.
    case ending
  }

  struct Entry: Sendable {
    var kind: Kind
    /// `nil` where another word or the number says it.
    var generation: Generation?
  }

  static let shared = GenerationWords()

  private var entries = WordTable<Entry>(minimumCapacity: 256)
  /// Marks of two words.
  private var pairs: [String: Generation] = [:]

  private init() {
    NameTable.generationWords.forEachRow { cells in
      guard let kind = Kind(rawValue: String(cells[2])) else { return }
      let generation: Generation? =
        switch cells[1] {
        case "elder": .elder
        case "younger": .younger
        default: Generation(number: String(cells[1]))
        }
      if kind == .pair {
        pairs[String(cells[0])] = generation
        entries.set(
          Entry(kind: kind, generation: nil), of: cells[0].prefix { $0 != UInt8(ascii: " ") })
      } else {
        entries.set(Entry(kind: kind, generation: generation), of: cells[0])
      }
    }
  }

  /// What `word`, cleaned, may say, or nil.
  subscript(_ word: String) -> Entry? { entries[word] }

  /// What two words say together.
  subscript(_ first: String, _ second: String) -> Generation? { pairs[first + " " + second] }
}

extension Generation {
  /// The one of a number in digits.
  init?(number: String) {
    switch number {
    case "1": self = .first
    case "2": self = .second
    case "3": self = .third
    case "4": self = .fourth
    case "5": self = .fifth
    default: return nil
    }
  }
}
