extension CellLabelling {
  /// What the word at `index` tells of the segment, nil where it tells nothing: most of these words may be parts of a
  /// name as well.
  func cue(at index: Int, in segment: Segment) -> CellCues.Cue? {
    let word = words[index]
    if isAlias(index, in: segment) { return .alias }
    guard let cue = self[index] else { return nil }
    let isFirstSegment = segment.lead == .start || segment.lead == .again
    // A word in capitals within the name is a part of it, if all the rest is not in capitals too.
    let isSmall = hasCapitals ? !word.isCapitalised : true
    switch cue {
    case .and: return isConjunction(index, in: segment) ? cue : nil
    case .others: return index > segment.range.lowerBound && isSmall ? cue : nil
    case .whose: return index + 1 < words.count && self[index + 1] == .kin ? cue : nil
    case .kin: return hasCapitals && isSmall ? cue : nil
    case .group:
      return isSmall || isBeforeName(index) && index == segment.range.lowerBound ? cue : nil
    case .alias: return isSmall && index + 1 < segment.range.upperBound ? cue : nil
    // Behind a comma `Бирдал, Акын` has its given name, in capitals; behind a whole name stands a poet.
    case .event: return isSmall || isBehindName(segment) ? cue : nil
    // These tell of a whole name only.
    case .anybody, .nothing: return nil
    case .note, .nobody: return (isSmall && hasCapitals) || isBehindName(segment) ? cue : nil
    case .place:
      if isFirstSegment { return index - segment.range.lowerBound >= 2 ? cue : nil }
      return cue
    case .beforePlace, .afterPlace, .besidePlace:
      guard isPlaceWord(index, in: segment, isSmall: isSmall) else { return nil }
      return cue == .besidePlace && !isAdjective(index - 1) ? .beforePlace : cue
    }
  }

  private func isBehindName(_ segment: Segment) -> Bool {
    segment.lead != .start && segment.lead != .again
      && isWhole(labels[..<segment.range.lowerBound].indices.filter { labels[$0] == .name })
  }

  private subscript(index: Int) -> CellCues.Cue? {
    if isPair(index) { return .group }
    return CellCues.shared[words[index].text]
  }

  /// `aka-uka`, brothers: two words with a hyphen.
  func isPair(_ index: Int) -> Bool {
    index + 1 < words.count && words[index + 1].separator == .hyphen
      && CellCues.shared[words[index].text + "-" + words[index + 1].text] == .group
  }

  func isWith(_ index: Int) -> Bool {
    ["с", "со", "з", "із", "with"].contains(words[index].text)
  }

  /// `он же Босс`, `aka Boss`, behind a name and not in brackets.
  private func isAlias(_ index: Int, in segment: Segment) -> Bool {
    guard segment.lead != .bracket, index > 0, index + 1 < segment.range.upperBound else {
      return false
    }
    if CellWords.shared.entry(for: words[index].text, .maiden) != nil { return true }
    switch words[index].text {
    case "он", "она": return words[index + 1].text == "же" && index + 2 < segment.range.upperBound
    // a.k.a.
    case "a":
      return index + 3 < words.count && words[index + 1].text == "k" && words[index + 2].text == "a"
    case "по": return CellCues.shared[words[index + 1].text] == .alias
    case "в", "у", "z": return otherNameWord(after: index) != nil
    case "also", "known": return ["known", "as"].contains(words[index + 1].text)
    // An uncle is one name with ака behind it.
    case "aka":
      return hasCapitals && !words[index].isCapitalised && index - segment.range.lowerBound != 1
    default: return false
    }
  }

  /// The word that leads to another name behind a small preposition: `в девичестве`, `в 1-м браке`, `z domu`.
  func otherNameWord(after index: Int) -> Int? {
    guard ["в", "у", "z"].contains(words[index].text), !words[index].isCapitalised,
      !words[index].endsWithPeriod
    else { return nil }
    let next = words[index + 1..<min(index + 4, words.count)]
    return next.indices.first { place in
      CellWords.shared.entry(for: words[place].text, .maiden) != nil
        || CellWords.shared.entry(for: words[place].text, .alias) != nil
    }.flatMap { place in
      let isOrdinal = words[index + 1..<place].allSatisfy {
        $0.script == .number || ["м", "ом", "первом", "втором"].contains($0.text)
      }
      return isOrdinal ? place : nil
    }
  }

  /// Whether the word joins two people: not an initial, and a name on either side.
  private func isConjunction(_ index: Int, in segment: Segment) -> Bool {
    let word = words[index]
    guard index > 0, index + 1 < words.count, !word.endsWithPeriod else { return false }
    // Ортега-и-Гассет is one surname.
    if word.separator == .hyphen || words[index + 1].separator == .hyphen { return false }
    if segment.lead != .bracket, index == segment.range.lowerBound, labels[index - 1] == .name {
      return false
    }
    let isLetter = word.text.unicodeScalars.count == 1
    if hasCapitals { return !word.isCapitalised }
    // queen caroline of denmark and norway
    let before = segment.range.lowerBound..<index
    if !isLetter { return before.isEmpty || isEvident(before) }
    // ИВАН И МАРИЯ, not ИВАНОВ И ПЕТРОВИЧ.
    return isUpperCase && isGiven(index + 1) && isGiven(index - 1)
  }

  private func isGiven(_ index: Int) -> Bool { GivenNames.shared.contains(words[index].text) }

  private func isPlaceWord(_ index: Int, in segment: Segment, isSmall: Bool) -> Bool {
    // дер. Ивановка, but ван дер Ховенберг.
    if !words[index].endsWithPeriod,
      CellWords.shared.entry(for: words[index].text, .particle) != nil
    {
      return false
    }
    let isKnown = index + 1 < words.count && self[index + 1] == .place
    if words[index].text.unicodeScalars.count <= 2 {
      // с. is an initial, г. a form of address, с женой no place.
      if isKnown { return true }
      guard hasCapitals, isSmall, index + 1 < segment.range.upperBound, !isBeforeName(index) else {
        return false
      }
      return words[index + 1].isCapitalised && self[index + 1] != .kin
    }
    let isFirstSegment = segment.lead == .start || segment.lead == .again
    return !isFirstSegment || isKnown || (isSmall && hasCapitals)
      || index - segment.range.lowerBound >= 2
  }

  /// Чимбайский, Ташкентская: a place's name that stands before what it is.
  private func isAdjective(_ index: Int) -> Bool {
    guard index >= 0, labels[index] == .name else { return false }
    let text = words[index].text
    return ["ский", "ского", "ском", "ская", "ской", "ська", "ської", "ський"].contains {
      text.hasSuffix($0)
    }
  }
}
