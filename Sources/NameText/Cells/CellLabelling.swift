/// Says of each word of a cell what it belongs to.
///
/// The cell is gone through in segments, between commas, brackets and the like; a word such as `г.`, `va` or `арестован`
/// tells what the rest of its segment is. What nothing tells of stays with the name, since a part of a name that is left
/// out is worse than a note that is compared.
struct CellLabelling {
  let source: CellText
  var words: [Word] { source.words }
  var labels: [Label]
  private(set) var otherNameCount = 0
  /// Single words that another name is said to be: Босс of `он же Босс`.
  private(set) var nicknames = Set<Int>()
  /// What the cell says of who is meant of two of one name.
  private(set) var generation: Generation?
  /// The words that say it.
  private(set) var marks = Set<Int>()
  /// Words are written with capitals and without, so that capitals say something.
  let hasCapitals: Bool
  let isUpperCase: Bool

  /// A name, or thirty, have fewer words; nothing is looked for beyond.
  static let mostWords = 200

  init(_ source: CellText) {
    self.source = source
    labels = [Label](repeating: .name, count: source.words.count)
    let letters = source.words.lazy.filter { $0.script != .number }
    // An initial is a capital in any case.
    hasCapitals = letters.contains {
      $0.isCapitalised && !$0.isUpperCase && $0.text.unicodeScalars.count > 1
    }
    isUpperCase = !hasCapitals && letters.contains { $0.isUpperCase }
  }

  /// A label for each word.
  mutating func read(fathersInBrackets: Bool) {
    let found = GenerationMarks(words)
    generation = found.generation
    marks = Set(found.places)
    for place in marks { labels[place] = .note }
    if marks.isEmpty, isPlain {
      if Placeholder.isMade(of: words) { label(labels.indices, .note) }
      return
    }
    readSegments(fathersInBrackets: fathersInBrackets)
    let name = labels.indices.filter { labels[$0] == .name }
    let notes = labels.indices.filter { labels[$0] == .note }
    if Placeholder.isMade(of: name.map { words[$0] }, beside: notes.map { words[$0] }) {
      for index in name { labels[index] = .note }
    }
  }

  private mutating func readSegments(fathersInBrackets: Bool) {
    takeNumbering()
    takeNumbers()
    takeFathers(inBrackets: fathersInBrackets)
    for segment in segments() { take(segment) }
    takeHouseNumbers()
    // A place alone, in a column of names, may be somebody's name.
    if labels.allSatisfy({ $0 == .place }) { labels = labels.map { _ in .name } }
  }

  /// Up to three words in capital letters, as most names are: nothing to look for.
  private var isPlain: Bool {
    words.count <= 3 && (words.count < 3 || CellCues.shared[words[2].text] == nil)
      && words.indices.allSatisfy { index in
        let word = words[index]
        guard word.isCapitalised, word.script != .number, word.enclosure == .none,
          !(word.isUpperCase && word.text.utf8.count <= 6)
        else { return false }
        switch word.separator {
        case .start, .space, .hyphen: return true
        case .comma: return false
        // И.И. has no blank.
        case .other: return source.gap(before: index).allSatisfy { $0 == "." }
        }
      }
  }

  // MARK: Segments

  /// What stands before a segment.
  enum Lead {
    case start, comma, bracket, semicolon, slash
    /// `&` or `+`: somebody else follows.
    case plus
    /// After a bracket the name goes on.
    case again
  }

  struct Segment {
    var range: Range<Int>
    var lead: Lead
  }

  private func segments() -> [Segment] {
    var segments: [Segment] = []
    for index in words.indices where labels[index] == .name {
      let lead = lead(at: index)
      if let lead {
        segments.append(Segment(range: index..<index + 1, lead: lead))
      } else {
        let start = segments[segments.count - 1].range.lowerBound
        segments[segments.count - 1].range = start..<index + 1
      }
    }
    return segments
  }

  /// What begins at `index`; nil inside a segment.
  private func lead(at index: Int) -> Lead? {
    let isFirst = index == 0 || labels[..<index].allSatisfy { $0 == .numbering }
    let gap = source.gap(before: index)
    if words[index].enclosure == .brackets {
      if index == 0 || words[index - 1].enclosure != .brackets || gap.contains(where: \.isBracket) {
        return .bracket
      }
    } else if index > 0, words[index - 1].enclosure == .brackets {
      return gap.contains(",") ? .comma : .again
    }
    if isFirst { return .start }
    // A slip of the finger is no division: hodg3son.
    if gap.isEmpty, labels[..<index].contains(.name) { return nil }
    if gap.contains(where: { $0 == ";" || $0 == "|" }) { return .semicolon }
    if gap.contains(where: { $0 == "/" || $0 == "=" }) { return .slash }
    if gap.contains(where: { $0 == "&" || $0 == "+" }), labels[index - 1] == .name { return .plus }
    if gap.contains(where: { $0 == "," || $0 == "\n" || $0 == "\r" }) { return .comma }
    // A dash between blanks parts, as a comma does; so does a date.
    if words[index].separator == .other, gap.contains(where: \.isDash), gap.contains(" ") {
      return .comma
    }
    return labels[index - 1] == .name ? nil : .comma
  }

  mutating func take(_ segment: Segment) {
    let range = segment.range
    guard let index = range.first(where: { cue(at: $0, in: segment) != nil }),
      let cue = cue(at: index, in: segment)
    else { return takeName(segment) }
    // What tells of a place or a note may be a name, where it stands there twice: Гулистан Gulistan.
    if segment.lead == .start, takeVersions(range, unlike: 0) { return }
    let head = Segment(range: range.lowerBound..<index, lead: segment.lead)
    let isAtStart = head.range.isEmpty && isBeforeName(index)
    switch cue {
    case .and, .others:
      takeName(head)
      label(index..<range.upperBound, .otherPerson)
    case .whose, .kin, .group:
      let end = index + (isPair(index) ? 2 : 1)
      if isAtStart, cue == .kin, isOfSomebody(end..<range.upperBound) {
        label(range, .otherPerson)
      } else if isAtStart {
        // `братья Реимовы`, `сын Каримов Ислам`: the name behind is that of the row.
        label(index..<end, .otherPerson)
        take(Segment(range: end..<range.upperBound, lead: .start))
      } else {
        // `с сыном`, `с двумя детьми`
        let start = (max(range.lowerBound, index - 2)..<index).first(where: isWith) ?? index
        takeName(Segment(range: range.lowerBound..<start, lead: segment.lead))
        label(start..<range.upperBound, .otherPerson)
      }
    case .alias:
      takeName(head)
      takeAlias(index, upTo: range.upperBound)
    case .event, .note, .nobody, .anybody, .nothing:
      if isAtStart {
        labels[index] = .note
        take(Segment(range: index + 1..<range.upperBound, lead: .start))
      } else {
        takeName(head)
        label(index..<range.upperBound, .note)
      }
    case .place:
      takeName(head)
      label(index..<range.upperBound, .place)
    case .beforePlace:
      takeName(head)
      let end = isAtStart ? min(index + 2, range.upperBound) : range.upperBound
      label(index..<end, .place)
      if end < range.upperBound {
        take(Segment(range: end..<range.upperBound, lead: isAtStart ? .start : .comma))
      }
    case .afterPlace, .besidePlace:
      // Outside of the name all that stands before the word is the place's name.
      var start = range.lowerBound
      if segment.lead == .start || segment.lead == .again {
        start = max(index - 1, start)
        // Ысык-Көл облусу
        while start > range.lowerBound, words[start].separator == .hyphen { start -= 1 }
      }
      takeName(Segment(range: range.lowerBound..<start, lead: segment.lead))
      label(start..<index + 1, .place)
      take(
        Segment(
          range: index + 1..<range.upperBound, lead: isBeforeName(index) ? .start : .comma))
    }
  }

  mutating func label(_ range: Range<Int>, _ label: Label) {
    for index in range where labels[index] == .name { labels[index] = label }
  }

  /// Whether no word before `index` belongs to the name.
  func isBeforeName(_ index: Int) -> Bool { !labels[..<index].contains(.name) }

  // MARK: Names

  /// Takes a segment without a telling word for a part of the name, another name, somebody else, or a note.
  private mutating func takeName(_ segment: Segment) {
    let range = segment.range
    if range.isEmpty || isBeforeName(range.lowerBound), segment.lead != .start { return }
    switch segment.lead {
    case .start: _ = takeVersions(range, unlike: 1)
    case .again: return
    case .semicolon: takeOtherName(range)
    case .plus: label(range, .otherPerson)
    case .bracket: takeBracket(range)
    case .slash:
      if range.count > 1, isWhole(Array(range)) || isInOtherScript(range) { takeOtherName(range) }
    case .comma where isAliasWord(range.lowerBound) && range.count > 1:
      takeAlias(range.lowerBound, upTo: range.upperBound)
    case .comma:
      let name = labels[..<range.lowerBound].indices.filter { labels[$0] == .name }
      if isNote(range) {
        label(range, .note)
      } else if name.allSatisfy({
        words[$0].isUpperCase || words[$0].text.unicodeScalars.count == 1
      }),
        !range.allSatisfy({ words[$0].isUpperCase })
      {
        return  // GARCIA ALBERT, Maria Remedios
      } else if range.count > 1, isWhole(Array(range)), isWhole(name) {
        if isInOtherScript(range) { takeOtherName(range) } else { label(range, .otherPerson) }
      } else if isWhole(name), !isEvident(range),
        !hasCapitals || !range.contains(where: { words[$0].isCapitalised })
      {
        label(range, .note)
      }
    }
  }

  private mutating func takeBracket(_ range: Range<Int>) {
    if isAliasWord(range.lowerBound) {
      takeAlias(range.lowerBound, upTo: range.upperBound)
    } else if isNote(range) {
      label(range, .note)
    } else if range.count > 1, isInOtherScript(range) || isWhole(Array(range)) {
      takeOtherName(range)
    }
  }

  /// `он же Босс`, `known as Islom Aliyev`: one word is a nickname, more are a name.
  private mutating func takeAlias(_ index: Int, upTo last: Int) {
    // `Мария, урожд. Петрова, Иванова`: one surname is meant, and the name goes on.
    let isMaiden = CellWords.shared.entry(for: words[index].text, .maiden) != nil
    let end = isMaiden && words[index].enclosure == .none ? min(index + 2, last) : last
    var start = words[index].text == "a" ? index + 3 : index
    if let word = otherNameWord(after: index) { start = min(word + 1, end) }
    while start < end, isAliasWord(start) { start += 1 }
    label(index..<start, .note)
    if start == end { return }
    if end - start == 1 {
      nicknames.insert(start)
    } else {
      takeOtherName(start..<end)
    }
  }

  func isAliasWord(_ index: Int) -> Bool {
    let text = words[index].text
    return CellWords.shared.entry(for: text, .alias) != nil
      || CellWords.shared.entry(for: text, .maiden) != nil || CellCues.shared[text] == .alias
      || text == "как" || text == "по" || otherNameWord(after: index) != nil
  }

  /// `сын Каримова Ислама`, `wife of John Smith`: the name behind the word is not that of the row.
  private func isOfSomebody(_ range: Range<Int>) -> Bool {
    if range.isEmpty { return false }
    if words[range.lowerBound].text == "of" { return true }
    return NameParser.drafts(of: [(Array(words[range]), nil)]).parts.joined().contains {
      $0.isObliqueGiven || $0.nominativePatronymic != nil
    }
  }

  mutating func takeOtherName(_ range: Range<Int>) {
    if range.isEmpty { return }
    if isBeforeName(range.lowerBound) { return }
    label(range, .otherName(otherNameCount))
    otherNameCount += 1
  }

  /// A surname with a given name or an initial, or a given name with a patronymic.
  func isWhole(_ indices: [Int]) -> Bool {
    if indices.count < 2 { return false }
    var name = indices.map { words[$0] }
    name[0].separator = .start
    for index in name.indices { name[index].enclosure = .none }
    let roles = Set(NameParser.drafts(of: [(name, nil)]).parts.joined().map(\.role))
    return roles.contains(.surname) && (roles.contains(.given) || roles.contains(.initial))
      || roles.contains(.given) && roles.contains(.patronymic)
  }

  /// Whether any word looks like a part of a name, or is a title, which the parser deals with.
  func isEvident(_ range: Range<Int>) -> Bool {
    range.contains { index in
      let text = words[index].text
      return GivenNames.shared.contains(text) || text.unicodeScalars.count == 1
        || SurnameSuffixes.shared.match(text)?.isStrong == true
        || PatronymicAffixes.shared.match(text) != nil
        || PatronymicAffixes.shared.standing(text) != nil
        || CellWords.shared.entry(for: text, .title) != nil
        || CellWords.shared.entry(for: text, .maiden) != nil
        || CellWords.shared.entry(for: text, .particle) != nil
    }
  }

  /// Words in small letters, where names have capitals, of which none looks like a part of a name.
  private func isNote(_ range: Range<Int>) -> Bool {
    hasCapitals && range.allSatisfy { !words[$0].isCapitalised } && !isEvident(range)
  }

  private func isInOtherScript(_ range: Range<Int>) -> Bool {
    let name = labels[..<range.lowerBound].indices.first { labels[$0] == .name }
    guard let name else { return false }
    return range.allSatisfy { words[$0].script != words[name].script }
  }
}

extension Unicode.Scalar {
  fileprivate var isBracket: Bool { ScalarTable.shared.kind(of: self).isBracket }
  fileprivate var isDash: Bool { ScalarTable.shared.kind(of: self) == .hyphen }
}

extension ScalarTable.Kind {
  fileprivate var isBracket: Bool { self == .open || self == .close }
}
