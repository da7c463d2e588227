internal import NameText

/// Which name each initial stands for: the first for the given name, unless that is written out, the second for the
/// patronymic.
struct InitialPlaces {
  /// Where the first initial stands, and the first given name that is written out; −1 where there is none.
  private var initial = -1
  private var given = -1

  init(_ words: [NameScorer.Word]) {
    for word in words {
      if word.part.role == .initial, initial < 0 { initial = word.part.first }
      if word.part.role == .given, given < 0 { given = word.part.first }
    }
  }

  private func role(_ part: IndexedName.Part) -> Role {
    if part.role != .initial { return part.role }
    return part.first == initial && given < 0 ? .given : .patronymic
  }

  /// Whether `part`, if it is an initial, may stand for `other`, whose own initials are `others`.
  func allows(_ part: IndexedName.Part, against other: IndexedName.Part, _ others: InitialPlaces)
    -> Bool
  {
    if part.role != .initial { return true }
    let (mine, theirs) = (role(part), others.role(other))
    // Behind a given name an initial is the father's or that of another given name.
    let isSecondGiven = theirs == .given && mine == .patronymic && other.first != others.given
    return mine == theirs || theirs == .unknown || theirs == .nickname || isSecondGiven
  }
}
