internal import Linkage
internal import NameSimilarity
internal import NameTables

/// The words that head a column, and the kind each of them stands for (`headers.tsv`).
struct HeaderVocabulary: Sendable {
  enum Meaning: Sendable, Hashable {
    case kind(FieldKind)
    /// "Имя", "adı": the given name where a surname has its own column, else the whole name.
    case givenOrName
    /// "Name", "nom": so, but the surname where a given name has its own column.
    case partOrName
    /// "Презиме": the father's name where a surname has its own column, else the surname.
    case surnameOrPatronymic

    init?(_ cell: String) {
      switch cell {
      case "given/name": self = .givenOrName
      case "part/name": self = .partOrName
      case "surname/patronymic": self = .surnameOrPatronymic
      default:
        guard let kind = FieldKind(rawValue: cell) else { return nil }
        self = .kind(kind)
      }
    }

    var isAboutNames: Bool {
      switch self {
      case .givenOrName, .partOrName, .surnameOrPatronymic, .kind(.name), .kind(.given),
        .kind(.surname), .kind(.patronymic):
        true
      default: false
      }
    }
  }

  static let shared = HeaderVocabulary()

  private var whole: [String: Meaning] = [:]
  /// The words that head columns of names, as they are usually written: a quick look for many rows.
  private var nameHeads = Set<[UInt8]>()
  /// Phrases that any words may follow, "date of birth (dd.mm.yyyy)", by their first word.
  private var beginnings: [Substring: [Beginning]] = [:]

  private struct Beginning: Sendable {
    /// With a space behind it.
    var phrase: String
    var meaning: Meaning
  }

  init() {
    var whole: [String: Meaning] = [:]
    whole.reserveCapacity(1 << 13)
    var beginnings: [Substring: [Beginning]] = [:]
    // Rows of one meaning stand together.
    var (cell, meaning): (TableCell, Meaning) = ("", .kind(.text))
    NameTable.headers.forEachRow { cells in
      if cells[1] != cell {
        (cell, meaning) = (cells[1], Meaning(String(cells[1])) ?? .kind(.text))
      }
      let words = HeaderWords(String(cells[0]))
      whole[words.joined] = meaning
      if meaning.isAboutNames {
        let phrase = String(cells[0].prefix { $0 != UInt8(ascii: "*") }).trimmedEnd
        for written in [phrase, phrase.lowercased(), phrase.uppercased(), phrase.capitalisedFirst] {
          nameHeads.insert(Array(written.utf8))
        }
      }
      if cells[0].suffix(2) == " *" {
        beginnings[words.first, default: []]
          .append(Beginning(phrase: words.spaced + " ", meaning: meaning))
      }
    }
    // The longest that fits wins, so that "date of birth" goes before "date".
    self.beginnings = beginnings.mapValues { phrases in
      phrases.sorted { $0.phrase.utf8.count > $1.phrase.utf8.count }
    }
    self.whole = whole
  }

  /// The first of three columns that are called `Ф`, `И` and `О`: letters that say something side by side only.
  static func lettersOfParts(_ headers: [String]) -> Int? {
    let letters = headers.map { HeaderWords($0).joined }
    return letters.indices.dropLast(2).first {
      lettersOfParts.contains(Array(letters[$0...($0 + 2)]))
    }
  }

  private static let lettersOfParts: Set = [
    ["ф", "и", "о"], ["f", "i", "o"], ["п", "і", "б"], ["п", "и", "б"],
  ]

  /// What a header says that is a phrase of the table and nothing more.
  func exactKind(of header: String) -> Meaning? {
    header.utf8.count <= 120 ? whole[HeaderWords(header).joined] : nil
  }

  /// Whether a cell is a word that heads a column of names, in one of the usual ways to write it.
  func headsNames(_ cell: [UInt8]) -> Bool { nameHeads.contains(cell) }

  /// What a header says, `nil` where it is not known: the whole of it, else what its parts say alike, as in
  /// `ФИО / Full name`, `Имя (name)`, `Фамилия, имя`.
  func kind(of header: String) -> Meaning? {
    // No header is an essay; a pasted text must not cost anything.
    guard 1...120 ~= header.utf8.count else { return nil }
    return phrase(header) ?? mixture(header)
  }

  /// What the header of a column says, in a row that is a header for other reasons: there words may have a slip in them, which
  /// says more than how they begin (`Дата рожденя`).
  func kind(ofColumn header: String) -> Meaning? {
    exactKind(of: header) ?? misspelled(header) ?? kind(of: header)
  }

  private func phrase(_ header: some StringProtocol) -> Meaning? {
    let words = HeaderWords(header)
    if let meaning = whole[words.joined] { return meaning }
    let spaced = words.spaced
    return beginnings[words.first]?.first { spaced.hasPrefix($0.phrase) }?.meaning
      ?? damaged(header) ?? Self.byEar[words.joined]
  }

  private static let byEar = HeadersByEar(shared.whole)

  /// What a header says whose letters an encoding lacked: `Аты-ж?ні` is `Аты-жөні`. All phrases that it may have been
  /// have to say the same, and most of it has to be left.
  private func damaged(_ header: some StringProtocol) -> Meaning? {
    guard header.contains("?") else { return nil }
    let joined = Array(HeaderWords(header, keepsLost: true).joined.unicodeScalars)
    let lost = joined.count { $0 == HeaderWords.lost }
    guard lost > 0, 3 * lost <= joined.count else { return nil }
    let meanings = whole.lazy.filter { phrase, _ in
      let scalars = phrase.unicodeScalars
      return scalars.count == joined.count
        && zip(scalars, joined).allSatisfy { $0 == $1 || $1 == HeaderWords.lost }
    }
    return Self.agreement(meanings.map(\.value))
  }

  /// What a header says that is a phrase of the table but for one slip of the keyboard.
  private func misspelled(_ header: String) -> Meaning? {
    let words = HeaderWords(header)
    let joined = words.joined.unicodeScalars
    let length = words.joined.utf8.count
    // Фамилия 2 is no slip.
    guard 6...40 ~= joined.count, joined.allSatisfy(\.properties.isAlphabetic) else { return nil }
    let metric = OSA().prepared(for: words.joined)
    let meanings = whole.lazy.filter { phrase, _ in
      // The first letter is seldom the wrong one, and tells sender from gender. A letter has four bytes at the most.
      abs(phrase.utf8.count - length) <= 4
        && phrase.unicodeScalars.first == joined.first && phrase.unicodeScalars.count >= 6
        && metric.distance(phrase, cutoff: 1) == 1
    }
    return Self.agreement(meanings.map(\.value))
  }

  /// What a header of several parts says: languages side by side, or the parts of a name in one column.
  private func mixture(_ header: String) -> Meaning? {
    let parts = header.split { $0.isNewline || "/|()[],;:–—+&*".contains($0) }
      .map { $0.drop { $0.isNumber || $0.isWhitespace || $0 == "." } }
      .filter { $0.contains(where: \.isLetter) || $0.contains("№") }
    let known = parts.compactMap { phrase($0) ?? nameParts($0.split(separator: " ")) }
    if known.isEmpty {
      let words = header.split { !$0.isLetter && !"'`’‘ʻʼ.".contains($0) }
      return words.count > 1 ? nameParts(words) : nil
    }
    // A part that is not known may be an explanation: ФИО (рус).
    guard 2 * known.count >= parts.count else { return nil }
    return Self.agreement(known)
  }

  /// `Имя Фамилия`, `прізвище та ім'я`: nothing but parts of a name, a surname and a given name among them.
  private func nameParts(_ words: [Substring]) -> Meaning? {
    let named = words.filter { !Self.conjunctions.contains($0.lowercased()) }
    let known = named.compactMap { phrase($0) }
    guard named.count > 1, known.count == named.count, known.allSatisfy(\.isAboutNames) else {
      return nil
    }
    return Self.agreement(known)
  }

  private static let conjunctions: Set = [
    "и", "та", "і", "және", "мен", "ва", "va", "hám", "ҳәм", "and", "жана", "we",
    "i", "ve", "și", "şi", "si", "ir", "un", "ja", "und", "et", "և", "و", "და",
  ]

  /// What several parts of a header say together, `nil` where they contradict each other.
  private static func agreement(_ meanings: [Meaning]) -> Meaning? {
    if Set(meanings).count == 1 { return meanings[0] }
    guard !meanings.isEmpty, meanings.allSatisfy(\.isAboutNames) else { return nil }
    // `Имя (given name)` has one part of the name, `Фамилия, имя` all of it.
    let parts = Set(meanings).subtracting([.givenOrName, .partOrName])
    if parts.isEmpty { return .givenOrName }
    if parts == [.kind(.given)] { return .kind(.given) }
    return parts == [.kind(.patronymic)] ? nil : .kind(.name)
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }

  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
