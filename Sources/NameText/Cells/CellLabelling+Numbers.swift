extension CellLabelling {
  /// The number of the row in front: `1.`, `12)`, `№ 5`, `а)`.
  mutating func takeNumbering() {
    guard words.count > 1 else { return }
    if words.count > 2, words[1].script == .number, ["no", "nr"].contains(words[0].text) {
      return label(0..<2, .numbering)
    }
    guard words[1].script != .number else { return }
    let first = words[0]
    let behind = source.gap(before: 1)
    guard let mark = behind.first else { return }  // 4ingiz
    let isClosed = mark == "." || mark == ")" || mark == ":" || mark == "-" || mark == "]"
    if first.script == .number {
      let isSigned = source.gap(before: 0).contains { $0 == "№" || $0 == "#" }
      let isSmall = first.text.utf8.count <= (isClosed || isSigned ? 5 : 3)
      if isSmall,
        DateWord(words[1].text) == nil || isClosed && words[1].text.unicodeScalars.count > 2
      {
        labels[0] = .numbering
      }
    } else if first.text.unicodeScalars.count == 1, mark == ")" {
      labels[0] = .numbering
    }
  }

  /// Labels what numbers stand for: births, dates of something else, and numbers that are no dates.
  mutating func takeNumbers() {
    var births: [Range<Int>] = []
    var index = labels.first == .numbering ? 1 : 0
    while index < words.count {
      guard words[index].script == .number else {
        index += 1
        continue
      }
      let run = run(around: index)
      if isDate(run), !isOfEvent(run) {
        births.append(run)
      } else if !isSlip(run) {
        label(withPrefix(run), .note)
      }
      index = run.upperBound
    }
    // What says that it is a birth goes before a bare date.
    let birth = births.first { $0.contains { isYearWord($0) } } ?? births.first
    for run in births { label(run, run == birth ? .birth : .note) }
  }

  /// Gives a street its number: `ул. Бердаха 5`, `ул. Бердаха, 5`.
  mutating func takeHouseNumbers() {
    for index in words.indices.dropFirst()
    where labels[index] == .note && labels[index - 1] == .place && words[index].script == .number
      && words[index].text.utf8.count <= 3
      && source.gap(before: index).allSatisfy({ $0 == " " || $0 == "," || $0 == "." })
    {
      labels[index] = .place
    }
  }

  /// A digit that was typed into a word: hodg3son.
  private func isSlip(_ run: Range<Int>) -> Bool {
    let index = run.lowerBound
    return run.count == 1 && index > 0 && words[index].text.utf8.count == 1
      && labels[index - 1] == .name && source.gap(before: index).isEmpty
  }

  private func isYearWord(_ index: Int) -> Bool {
    switch DateWord(words[index].text) {
    case .year, .ageOrYear, .age: words[index].script != .number
    default: false
    }
  }

  /// The number at `index` with the words of a date around it.
  private func run(around index: Int) -> Range<Int> {
    var start = index
    while start > 0, labels[start - 1] == .name, belongsBefore(start - 1), isNear(start) {
      start -= 1
    }
    var end = index + 1
    while end < words.count, isNear(end), belongsBehind(end) { end += 1 }
    // `и`, `по` and the like lead to another number or belong to something else.
    while end > index + 1, case .span? = DateWord(words[end - 1].text) { end -= 1 }
    return start..<end
  }

  /// Whether no comma, bracket or other division stands before the word at `index`, but for `30 May, 1978`.
  private func isNear(_ index: Int) -> Bool {
    if words[index].enclosure != words[index - 1].enclosure { return false }
    let gap = source.gap(before: index)
    if gap.contains(where: { $0 == ";" || $0 == "|" || $0 == "\n" || $0 == "(" || $0 == ")" }) {
      return false
    }
    if !gap.contains(",") { return true }
    guard words[index].script == .number, case .month? = DateWord(words[index - 1].text) else {
      return words[index].script == .number && words[index - 1].script == .number
        && index > 1 && DateWord(words[index - 2].text)?.isMonth == true
    }
    return true
  }

  private func belongsBefore(_ index: Int) -> Bool {
    let word = words[index]
    if word.script == .number { return false }
    let isLetter = word.text.unicodeScalars.count == 1
    switch DateWord(word.text) {
    case .month:
      // Марта 1984, Maja 1990: a name, unless a day stands before it.
      let isAlsoName = word.isCapitalised && GivenNames.shared.contains(word.text)
      return !isLetter && (!DateWord.isRoman(word.text) && !isAlsoName || isNumber(index - 1))
    case .about, .bound: return !word.isCapitalised || word.text.unicodeScalars.count > 2
    case .age: return !isLetter && !word.isCapitalised
    case .year, .ageOrYear:
      if !isLetter { return !word.isCapitalised || !isInName(index) }
      // b. 1984, г.р. 1984; с. is an initial.
      return !word.isCapitalised
        && (word.text == "b" || word.text == "р" || nextIs("р", index) || word.separator == .comma)
    case .within: return !word.isCapitalised && index > 0 && isYearWord(index - 1)
    case .span: return !word.isCapitalised && !isLetter && index > 0
    case .or, .decade, nil: return false
    }
  }

  private func nextIs(_ text: String, _ index: Int) -> Bool {
    index + 1 < words.count && words[index + 1].text == text
  }

  /// Whether a name's word stands directly before.
  private func isInName(_ index: Int) -> Bool {
    index > 0 && words[index].separator == .space && words[index - 1].script != .number
      && hasCapitals
      && words[index - 1].isCapitalised && index + 1 < words.count
      && words[index + 1].script != .number
  }

  private func belongsBehind(_ index: Int) -> Bool {
    let word = words[index]
    if word.script == .number { return true }
    guard let meaning = DateWord(word.text) else { return false }
    let isCapital = word.isCapitalised && word.text.unicodeScalars.count == 1 && hasCapitals
    if isCapital, !meaning.isMonth { return false }
    switch meaning {
    case .month:
      return word.text.unicodeScalars.count > 1 || isNumber(index - 1) && isNumber(index + 1)
    case .span, .or: return isNumber(index + 1)
    case .about, .bound, .within: return false
    default: return true
    }
  }

  private func isNumber(_ index: Int) -> Bool {
    words.indices.contains(index) && words[index].script == .number
  }

  /// Whether the run is a date, a year or an age.
  private func isDate(_ run: Range<Int>) -> Bool {
    let numbers = run.filter { words[$0].script == .number }
    let meanings = run.compactMap { words[$0].script == .number ? nil : DateWord(words[$0].text) }
    let years = numbers.filter {
      words[$0].text.utf8.count == 4 && (1850...2049).contains(Int(words[$0].text) ?? 0)
    }
    if !years.isEmpty { return numbers.count <= 6 }
    if meanings.contains(.age) || meanings.contains(.ageOrYear) { return numbers.count == 1 }
    if meanings.contains(.year) {
      return numbers.count == 1 && words[numbers[0]].text.utf8.count == 2
    }
    if numbers.count == 1, words[numbers[0]].text.utf8.count == 8 {
      let digits = Int(words[numbers[0]].text) ?? 0
      return (1850...2049).contains(digits / 10_000) || (1850...2049).contains(digits % 10_000)
    }
    let areShort = numbers.allSatisfy { words[$0].text.utf8.count <= 2 }
    if meanings.contains(where: \.isMonth) { return numbers.count == 2 && areShort }
    return numbers.count == 3 && areShort
      && numbers.dropFirst().allSatisfy { index in
        source.gap(before: index).contains { $0 == "." || $0 == "/" || $0 == "-" }
      }
  }

  /// Whether the words beside the run, up to a comma or bracket, tell of something else than a birth.
  private func isOfEvent(_ run: Range<Int>) -> Bool {
    var index = run.lowerBound
    while index > 0, isNear(index), run.lowerBound - index < 5 {
      index -= 1
      if CellCues.shared[words[index].text] == .event { return true }
    }
    index = run.upperBound
    while index < words.count, isNear(index), index - run.upperBound < 3 {
      if CellCues.shared[words[index].text] == .event { return true }
      index += 1
    }
    return false
  }

  /// The number of a document with its letters: AA1234567.
  private func withPrefix(_ run: Range<Int>) -> Range<Int> {
    let start = run.lowerBound
    guard start > 0, words[start].text.utf8.count >= 5,
      words[start - 1].text.unicodeScalars.count <= 2,
      words[start - 1].script != .number,
      source.gap(before: start).allSatisfy({ $0 == " " || $0 == "№" })
    else { return run }
    return start - 1..<run.upperBound
  }
}
