/// A name written twice, with nothing between: `Тажимуратов Даулетмурат Tajimuratov Dauletmurat`, or in two languages of
/// one script, `Ярослав Геннадьевич Аника Геннадійович Аніка`.
extension CellLabelling {
  /// Takes one of two versions of a name in `range` for another name where it says as much as the other, else for a note:
  /// what it leaves out contradicts nobody, and would let the name be taken for a brother's. Says whether there are two.
  ///
  /// - Parameter unlike: how many words of the shorter one may be unlike all of the other, where the scripts are two.
  mutating func takeVersions(_ range: Range<Int>, unlike: Int) -> Bool {
    guard let second = secondVersion(in: range, unlike: unlike) else { return false }
    let (first, last) = (range.lowerBound..<second, second..<range.upperBound)
    let (left, right) = (parts(of: first), parts(of: last))
    if left.count == right.count {
      takeOtherName(last)
    } else {
      label(left.count < right.count ? first : last, .note)
    }
    return true
  }

  /// Where the second version begins.
  private func secondVersion(in range: Range<Int>, unlike: Int) -> Int? {
    guard range.count >= 4 else { return nil }
    let script = words[range.lowerBound].script
    if let change = range.first(where: { words[$0].script != script }) {
      let isOne = words[change..<range.upperBound].allSatisfy { $0.script == words[change].script }
      guard isOne, script != .number, words[change].script != .number,
        areVersions(range.lowerBound..<change, change..<range.upperBound, unlike: unlike)
      else { return nil }
      return change
    }
    let middle = range.lowerBound + range.count / 2
    let halves = (words[range.lowerBound..<middle], words[middle..<range.upperBound])
    if halves.0.elementsEqual(halves.1, by: { $0.text == $1.text }) {
      return isWhole(Array(range.lowerBound..<middle)) ? middle : nil
    }
    // A person has one father, so that a second patronymic begins another name or tells of a second version.
    let fathers = range.filter {
      PatronymicAffixes.shared.match(words[$0].text) != nil
        || PatronymicAffixes.shared.standing(words[$0].text) != nil
    }
    guard fathers.count == 2 else { return nil }
    return (fathers[0] + 1...fathers[1]).first {
      areVersions(range.lowerBound..<$0, $0..<range.upperBound, unlike: 0)
    }
  }

  /// Whether all whole words of the shorter of two names but `unlike` sound like a word of the other, and at least one;
  /// those that are unlike begin as a word of it does.
  private func areVersions(_ first: Range<Int>, _ second: Range<Int>, unlike: Int) -> Bool {
    guard first.count >= 2, second.count >= 2 else { return false }
    let (left, right) = (parts(of: first), parts(of: second))
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    let whole = short.filter { $0.role != .initial }
    var others = long.filter { $0.role != .initial }.map(sounds)
    var strange: [Set<[UInt8]>] = []
    for own in whole.map(sounds) {
      if let place = others.firstIndex(where: { !own.isDisjoint(with: $0) }) {
        others.remove(at: place)
      } else {
        strange.append(own)
      }
    }
    let openings = Set(others.joined().compactMap(\.first))
    return strange.count < whole.count && strange.count <= unlike
      && strange.allSatisfy { $0.contains { $0.first.map(openings.contains) ?? false } }
  }

  private func parts(of range: Range<Int>) -> [NameToken] {
    var name = Array(words[range])
    name[0].separator = .start
    return NameParser.parse(name).tokens.filter {
      switch $0.role {
      case .particle, .title, .nickname: false
      case .given, .surname, .patronymic, .unknown, .initial: true
      }
    }
  }

  /// The coarse keys of what a word may be, of a patronymic those of the father's name.
  private func sounds(_ part: NameToken) -> Set<[UInt8]> {
    let fathers = part.forms.filter { $0.kind == .patronymicStem }
    if !fathers.isEmpty {
      return Set(fathers.map { Phonemes.coarse(Phonemes.symbols(of: $0.text)) + [0] })
    }
    let forms = part.forms.filter { $0.kind == .masculineSurname || $0.kind == .nominative }
    return Set(
      (Phonemes.readings(of: part.text) + forms.map { Phonemes.symbols(of: $0.text) })
        .map(Phonemes.coarse))
  }
}
