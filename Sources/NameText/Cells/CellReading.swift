/// A cell of names taken apart: the name, and what else people write into its cell.
///
/// ```swift
/// let cell = CellReading("1. Тажимуратов Д. (1978 г.р., г. Нукус)")
/// cell.text(of: .name)    // "Тажимуратов Д."
/// cell.text(of: .birth)   // "1978 г.р."
/// cell.text(of: .place)   // "г. Нукус"
/// ```
///
/// Where nothing tells otherwise a word belongs to the name.
public struct CellReading: Sendable {
  /// What a part of the cell is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case name
    /// Another name of the person.
    case otherName = "other name"
    /// Somebody else, named or only mentioned.
    case otherPerson = "other person"
    /// The father's name, where the cell says that it is one: `son of`, or in brackets inside the name.
    case father
    /// What is said of the birth: a date, a year, an age.
    case birth
    case place
    /// A title, a profession, and all that is none of the others.
    case note
    /// The number of a row: `1.`, `№ 12`.
    case numbering
    /// Blanks and punctuation between parts.
    case separator
  }

  /// A part of the cell with its text as written.
  public struct Part: Sendable, Hashable {
    public var kind: Kind
    public var text: String
  }

  private let source: CellText
  private let labels: [Label]
  private let otherNameCount: Int
  /// Single words that another name is said to be; the parser takes them for nicknames.
  private let nicknames: Set<Int>
  /// What the cell says of who is meant of two people of one name: `ст.`, `Jr.`, `(сын)`.
  public let generation: Generation?
  /// The words that say it, which are notes but where the name is shown.
  private let marks: Set<Int>
  /// The words of the first name.
  let words: [Word]
  /// Their places among the words of `Cleaning.words(of:)`.
  let nameWords: [Int]
  /// The words of the father's name, and their places.
  let fathers: [Word]
  let fatherWords: [Int]

  /// Reads a cell.
  ///
  /// - Parameter fathersInBrackets: whether the column has the father's name in brackets inside the name.
  /// - Complexity: O(scalars of the cell).
  public init(_ cell: String, fathersInBrackets: Bool = false) {
    source = Cleaning.read(cell)
    var labelling = CellLabelling(source.prefix(CellLabelling.mostWords))
    labelling.read(fathersInBrackets: fathersInBrackets)
    // Of an endless cell the rest belongs to what was read last.
    labels =
      labelling.labels
      + source.words.dropFirst(CellLabelling.mostWords).map { _ in labelling.labels.last ?? .name }
    isNameAlone = labelling.nicknames.isEmpty && labels.allSatisfy { $0 == .name }
    otherNameCount = labelling.otherNameCount
    nicknames = labelling.nicknames
    generation = labelling.generation
    marks = labelling.marks
    if isNameAlone {
      nameWords = Array(labels.indices)
      words = source.words
      (fathers, fatherWords) = ([], [])
      return
    }
    nameWords = labels.indices.filter { [labels] in labels[$0] == .name }
    var words = nameWords.map { [source] in source.words[$0] }
    for (place, index) in nameWords.enumerated() where nicknames.contains(index) {
      words[place].enclosure = .brackets
    }
    if !words.isEmpty { words[0].separator = .start }
    self.words = words
    fatherWords = labels.indices.filter { [labels] in labels[$0] == .father }
    fathers = fatherWords.map { [source] in
      var word = source.words[$0]
      word.enclosure = .none
      return word
    }
  }

  /// Whether the cell says who the father is.
  var hasFather: Bool { !fathers.isEmpty }

  /// The person's names, the one that stands first before others; none where the cell holds no name.
  public var names: [PersonName] {
    ([NameParser.parse(whole: self, parts: [])] + (0..<otherNameCount).map(otherName))
      .filter { !$0.tokens.isEmpty }
  }

  private func otherName(_ number: Int) -> PersonName {
    var words = labels.indices.filter { labels[$0] == .otherName(number) }.map { source.words[$0] }
    for index in words.indices where words[index].enclosure == .brackets {
      words[index].enclosure = .none
    }
    words[0].separator = .start
    var name = NameParser.parse(words)
    name.generation = generation
    return name
  }

  /// The words of the first name that the parser keeps as titles or leaves out, but for slips of digits.
  private var titles: Set<Int> {
    var kept = Set<Int>()
    for draft in NameParser.drafts(of: [(words, nil)]).parts.joined() where draft.role != .title {
      kept.formUnion(draft.words)
    }
    return Set(
      nameWords.indices.filter { !kept.contains($0) && words[$0].script != .number }
        .map { nameWords[$0] })
  }

  // MARK: Parts

  /// All parts in the order of the cell; together they are the whole cell.
  public var parts: [Part] {
    var parts: [Part] = []
    var end = 0
    func add(_ kind: Kind, upTo next: Int) {
      if next > end { parts.append(Part(kind: kind, text: source.text(end..<next))) }
      end = max(end, next)
    }
    for run in runs(besides: titles) {
      let extent = extent(of: run)
      // The sign before a number and the bracket behind it belong to it.
      if run.kind != .numbering || end > 0 { add(.separator, upTo: extent.lowerBound) }
      add(run.kind, upTo: extent.upperBound)
    }
    add(.separator, upTo: source.scalars.count)
    return parts
  }

  /// The parts of a kind as written, in the order of the cell.
  public func texts(of kind: Kind) -> [String] {
    runs(besides: kind == .name || kind == .note ? titles : []).filter { $0.kind == kind }.map {
      source.text(extent(of: $0))
    }
  }

  /// The parts of a kind with commas between, nil where there are none.
  public func text(of kind: Kind) -> String? {
    let texts = texts(of: kind)
    return texts.isEmpty ? nil : texts.joined(separator: ", ")
  }

  /// The first name as written, with its titles and the mark of a generation, without which a father and a son would be
  /// shown by one name.
  public var spelling: String {
    runs(besides: [], marks: marks).filter { $0.kind == .name }.map { source.text(extent(of: $0)) }
      .joined(separator: " ")
  }

  /// Whether the cell holds a name and nothing else.
  public let isNameAlone: Bool

  /// Whether the cell seems to hold more people than one.
  public var holdsSeveralPeople: Bool { labels.contains { $0 == .otherPerson } }

  private struct Run {
    var kind: Kind
    var words: Range<Int>
  }

  /// Where a run lies in the cell; the mark behind a row's number belongs to it.
  private func extent(of run: Run) -> Range<Int> {
    let extent = source.extent(run.words)
    guard run.kind == .numbering, extent.upperBound < source.scalars.count,
      ")]:".unicodeScalars.contains(source.scalars[extent.upperBound])
    else { return extent }
    return extent.lowerBound..<extent.upperBound + 1
  }

  /// The words put together as they belong together.
  private func runs(besides titles: Set<Int>, marks: Set<Int> = []) -> [Run] {
    var runs: [Run] = []
    var last: Label?
    for (index, label) in labels.enumerated() {
      let kind: Kind =
        nicknames.contains(index)
        ? .otherName : titles.contains(index) ? .note : marks.contains(index) ? .name : label.kind
      // Two other names side by side stay two.
      if let run = runs.last, run.kind == kind, kind != .otherName || last == label {
        runs[runs.count - 1].words = run.words.lowerBound..<index + 1
      } else {
        runs.append(Run(kind: kind, words: index..<index + 1))
      }
      last = label
    }
    return runs
  }
}

/// What a word of a cell belongs to.
enum Label: Hashable {
  case name
  /// With the number of the other name.
  case otherName(Int)
  case otherPerson, father, birth, place, note, numbering

  var kind: CellReading.Kind {
    switch self {
    case .name: .name
    case .otherName: .otherName
    case .otherPerson: .otherPerson
    case .father: .father
    case .birth: .birth
    case .place: .place
    case .note: .note
    case .numbering: .numbering
    }
  }
}
