/// A word as it stands in the cell: letters in their case, one apostrophe, nothing repaired.
struct RawWord {
  /// Which of the letters of `RawWords` are its own.
  var letters = 0..<0
  var isNumber = false
  var endsWithPeriod = false
  var isCutOff = false
  var separator = Word.Separator.start
  var enclosure = Word.Enclosure.none
  /// Where it stands in the cell.
  var place = 0..<0
}

/// The words of a cell; their letters stand in one array, since an array a word takes longer to make than to fill.
struct RawWords {
  var letters: [Unicode.Scalar] = []
  var words: [RawWord] = []
}

/// Parts a cell into raw words.
struct WordReader {
  static let apostrophe: Unicode.Scalar = "\u{2BC}"
  static let lostLetter: Unicode.Scalar = "\u{FFFD}"

  private let cell: [Unicode.Scalar]
  private let kinds: [ScalarTable.Kind]
  /// The places of the visible scalars in the cell; empty where all are visible.
  private let places: [Int]
  private var found = RawWords()
  private var word = RawWord()

  // What has been seen since the last word.
  private var sawComma = false
  private var sawHyphen = false
  private var sawOther = false
  private var blanksBeforeHyphen = false
  private var blanks = false

  private var brackets = 0
  private var isQuoted = false
  private var isSingleQuoted = false

  static func words(in cell: [Unicode.Scalar]) -> RawWords {
    // Invisible characters go first, so that neighbours are those a reader sees.
    var kinds = cell.map { ScalarTable.shared.kind(of: $0) }
    SpacedWords.hideBlanks(in: cell, &kinds)
    let isHidden = { (kind: ScalarTable.Kind) in kind == .invisible || kind == .mark }
    guard kinds.contains(where: isHidden) else {
      var reader = WordReader(cell: cell, kinds: kinds, places: [])
      reader.read()
      return reader.found
    }
    let places = kinds.indices.filter { !isHidden(kinds[$0]) }
    var reader = WordReader(
      cell: places.map { cell[$0] }, kinds: places.map { kinds[$0] }, places: places)
    reader.read()
    return reader.found
  }

  private init(cell: [Unicode.Scalar], kinds: [ScalarTable.Kind], places: [Int]) {
    self.cell = cell
    self.kinds = kinds
    self.places = places
    found.letters.reserveCapacity(cell.count)
    found.words.reserveCapacity(4)
  }

  /// The place in the whole cell of a scalar that can be seen.
  private func place(_ index: Int) -> Int { places.isEmpty ? index : places[index] }

  private mutating func read() {
    for index in cell.indices {
      switch kinds[index] {
      case .latin, .cyrillic, .otherLetter:
        if word.letters.count > 3, isCapitalInside(at: index) {
          finish()
          blanks = true
        }
        letter(cell[index], at: index)
      case .digit: digit(at: index)
      case .apostrophe: apostrophe(at: index)
      case .double: double(at: index)
      case .quote: quote(at: index)
      case .open:
        finish()
        sawOther = true
        brackets += 1
      case .close:
        finish()
        sawOther = true
        brackets = max(0, brackets - 1)
      case .hyphen:
        finish()
        blanksBeforeHyphen = blanks
        blanks = false
        sawHyphen = true
      case .blank:
        finish()
        blanks = true
      case .comma:
        finish()
        sawComma = true
      case .period:
        if endsInCapital { cutLastLetter(at: index) }
        if !word.letters.isEmpty {
          word.endsWithPeriod = true
          word.isCutOff = isEllipsis(at: index)
        }
        finish()
      case .other, .invisible, .mark:
        if isLostLetter(at: index) {
          letter(Self.lostLetter, at: index)
        } else if isSignOfTurkmen(at: index) {
          letter(cell[index], at: index)
        } else {
          if cell[index] == "…", !word.letters.isEmpty { word.isCutOff = true }
          finish()
          sawOther = true
        }
      }
    }
    finish()
  }

  // MARK: - Letters and digits

  private mutating func letter(_ scalar: Unicode.Scalar, at index: Int) {
    if word.isNumber { finish() }
    begin(isNumber: false, at: index)
    append(scalar, at: index)
  }

  private mutating func append(_ scalar: Unicode.Scalar, at index: Int) {
    found.letters.append(scalar)
    word.letters = word.letters.lowerBound..<found.letters.count
    word.place = word.place.lowerBound..<place(index) + 1
  }

  /// Whether a capital begins a second word that was typed without its blank: ArmanTuleshovich. Short beginnings, up to
  /// three letters, are prefixes of one name: McDonald, DeVito.
  private func isCapitalInside(at index: Int) -> Bool {
    let table = ScalarTable.shared
    guard table.letterCase(of: cell[index]) == .capital,
      table.letterCase(of: found.letters[word.letters.upperBound - 1]) == .small,
      let next = kind(at: index + 1), next.isLetter
    else { return false }
    return kinds[index] == kinds[index - 1] && table.letterCase(of: cell[index + 1]) == .small
  }

  /// Whether the word, which a full stop follows, ends with an initial that was typed without its blank: ИвановИ.
  private var endsInCapital: Bool {
    guard word.letters.count > 3 else { return false }
    let table = ScalarTable.shared
    return table.letterCase(of: found.letters[word.letters.upperBound - 1]) == .capital
      && table.letterCase(of: found.letters[word.letters.upperBound - 2]) == .small
  }

  /// Whether three full stops stand from `index` on.
  private func isEllipsis(at index: Int) -> Bool {
    kind(at: index + 1) == .period && kind(at: index + 2) == .period
  }

  /// Makes the last letter a word of its own; it stands before `index`.
  private mutating func cutLastLetter(at index: Int) {
    let last = word.letters.upperBound - 1
    word.letters = word.letters.lowerBound..<last
    word.place = word.place.lowerBound..<place(index - 1)
    found.words.append(word)
    word = RawWord()
    word.letters = last..<last + 1
    word.place = place(index - 1)..<place(index - 1) + 1
    word.separator = .space
    word.enclosure = found.words[found.words.count - 1].enclosure
  }

  /// A lone digit inside a word is a letter: 4 and 6 of chats (4ingiz, Sa6a), 0 and 3 by their looks (Петр0в), 1 for the
  /// palochka (Х1амид).
  private mutating func digit(at index: Int) {
    if isLetterByUse(at: index) {
      letter(cell[index], at: index)
      return
    }
    if !word.isNumber { finish() }
    begin(isNumber: true, at: index)
    append(cell[index], at: index)
  }

  private func isLetterByUse(at index: Int) -> Bool {
    guard let next = kind(at: index + 1), next.isLetter else { return false }
    let previous = kind(at: index - 1)
    switch cell[index] {
    case "4", "6": return previous?.isLetter == true || (previous != .digit && next == .latin)
    case "0": return previous?.isLetter == true
    case "3": return previous == .cyrillic && next == .cyrillic
    case "1": return next == .cyrillic && index > 0 && Palochka.follows(cell[index - 1])
    default: return false
    }
  }

  /// A `?` inside a Cyrillic word stands for a letter that cp1251 does not have: Айг?л, М?рат. At the beginning it does
  /// where small letters follow, ?алым; before a capital it says that somebody is not sure.
  private func isLostLetter(at index: Int) -> Bool {
    var next = index
    while next < cell.count, cell[next] == "?" || cell[next] == Self.lostLetter { next += 1 }
    guard next > index, kind(at: next) == .cyrillic else { return false }
    if !word.letters.isEmpty { return !word.isNumber }
    return next - index <= 2 && ScalarTable.shared.lower(of: cell[next]) == cell[next]
  }

  /// The Turkmen Latin of 1993 had signs of money for ş, ž and ý.
  private func isSignOfTurkmen(at index: Int) -> Bool {
    switch cell[index] {
    case "$", "¢", "£", "¥": kind(at: index - 1) == .latin || kind(at: index + 1) == .latin
    default: false
    }
  }

  private func kind(at index: Int) -> ScalarTable.Kind? {
    index >= 0 && index < kinds.count ? kinds[index] : nil
  }

  // MARK: - Apostrophes and quotation marks

  private mutating func apostrophe(at index: Int) {
    let isInWord = !word.letters.isEmpty && !word.isNumber
    let precedesLetter = followingLetter(after: index)
    if isInWord, precedesLetter || !isSingleQuoted {
      if found.letters.last != Self.apostrophe { append(Self.apostrophe, at: index) }
    } else if isSingleQuoted {
      finish()
      sawOther = true
      isSingleQuoted = false
    } else if precedesLetter, closesLater(from: index) {
      isSingleQuoted = true
      sawOther = true
    }
    // Otherwise it is an ayn at the start of a word, or stands alone: dropped.
  }

  /// Whether a letter follows the apostrophes from `index` on: `s''esh`.
  private func followingLetter(after index: Int) -> Bool {
    var next = index + 1
    while kind(at: next) == .apostrophe { next += 1 }
    return kind(at: next)?.isLetter ?? false
  }

  /// Whether a single quotation mark that opens at `index` is closed: without its partner it is an ayn.
  private func closesLater(from index: Int) -> Bool {
    switch cell[index] {
    case "'", "`", "\u{2018}", "\u{2019}", "\u{201B}": break
    default: return false
    }
    for later in cell.indices.dropFirst(index + 2) where kinds[later] == .apostrophe {
      if !followingLetter(after: later), kind(at: later - 1) != .blank { return true }
    }
    return false
  }

  /// A double mark is a hard sign between letters (pod"ezd), else a quotation mark.
  private mutating func double(at index: Int) {
    if !word.letters.isEmpty, !word.isNumber, !isQuoted, kind(at: index + 1)?.isLetter == true {
      if found.letters.last != Self.apostrophe { append(Self.apostrophe, at: index) }
      return
    }
    quote(at: index)
  }

  private mutating func quote(at index: Int) {
    finish()
    sawOther = true
    if isQuoted {
      isQuoted = false
    } else {
      isQuoted = kinds[(index + 1)...].contains { $0 == .quote || $0 == .double }
    }
  }

  // MARK: - Words

  private mutating func begin(isNumber: Bool, at index: Int) {
    guard word.letters.isEmpty else { return }
    word.place = place(index)..<place(index) + 1
    word.isNumber = isNumber
    word.separator = separator()
    word.enclosure =
      brackets > 0 ? .brackets : (isQuoted || isSingleQuoted ? .quotes : .none)
    (sawComma, sawHyphen, sawOther) = (false, false, false)
    (blanks, blanksBeforeHyphen) = (false, false)
  }

  private func separator() -> Word.Separator {
    if found.words.isEmpty { return .start }
    if sawComma { return .comma }
    // A dash with blanks on both sides parts; with one blank it is a hyphen badly typed.
    if sawHyphen { return sawOther || (blanks && blanksBeforeHyphen) ? .other : .hyphen }
    return blanks && !sawOther ? .space : .other
  }

  private mutating func finish() {
    if word.letters.isEmpty { return }
    found.words.append(word)
    word = RawWord()
    word.letters = found.letters.count..<found.letters.count
  }
}
