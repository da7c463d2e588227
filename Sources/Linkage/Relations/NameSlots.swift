internal import NameSimilarity
internal import NameText

/// The parts of a name by what they say of the family: given name, surname and father's name.
struct NameSlots {
  private let name: IndexedName
  private let lexicon: Lexicon
  private let initials: [Int]
  private let writesGiven: Bool
  private let writesSurname: Bool

  init(_ name: IndexedName, _ lexicon: Lexicon) {
    self.name = name
    self.lexicon = lexicon
    initials = name.parts.filter { $0.role == .initial }.map(\.first)
    writesGiven = name.parts.contains { $0.role == .given }
    writesSurname = name.parts.contains { $0.role == .surname }
  }

  /// What the part is: `given`, `surname`, `patronymic`, or `unknown` where it cannot be told.
  func slot(of part: IndexedName.Part) -> Role {
    switch part.role {
    case .given, .surname, .patronymic: part.role
    // The first initial stands for the given name unless that is written out.
    case .initial: part.first == initials.first && !writesGiven ? .given : .patronymic
    case .unknown where writesGiven != writesSurname: writesGiven ? .surname : .given
    case .unknown where lexicon.tokens[Int(part.token)].knownName != nil && hasOneKnownName: .given
    default: .unknown
    }
  }

  /// Of two names that everybody knows it cannot be told which is the surname.
  private var hasOneKnownName: Bool {
    name.parts.count { lexicon.tokens[Int($0.token)].knownName != nil } == 1
  }

  /// Whether the slot is filled by a word.
  private func writes(_ slot: Role) -> Bool {
    name.parts.contains { $0.role != .initial && self.slot(of: $0) == slot }
  }

  var hasGiven: Bool { writes(.given) }
  var hasSurname: Bool { writes(.surname) }
  var hasPatronymic: Bool { writes(.patronymic) }

  /// The father's name stands where others have a surname: Айдар Серікұлы.
  var bearsFathersName: Bool {
    !hasPatronymic && name.parts.contains { $0.role == .surname && namesFather($0) }
  }

  private func namesFather(_ part: IndexedName.Part) -> Bool {
    lexicon.tokens[Int(part.token)].forms.contains { $0.kind == .patronymicStem }
  }

  /// Whether the given name is that of `child`'s father.
  func isFather(of child: NameSlots) -> FamilySigns.Sign {
    let mine = name.parts.filter { slot(of: $0) == .given || slot(of: $0) == .unknown }
    let written = child.name.parts.filter {
      $0.role == .patronymic || $0.role == .surname && child.bearsFathersName && namesFather($0)
    }
    if mine.contains(where: { given in
      given.role != .initial
        && written.contains { lexicon.isStem(given.token, ofPatronymic: $0.token) }
    }) {
      return .agrees
    }
    let theirs =
      written.isEmpty
      ? child.name.parts.filter { $0.role == .initial && child.slot(of: $0) == .patronymic }
      : written
    let given = mine.filter { slot(of: $0) == .given }
    guard let father = given.first, let patronymic = theirs.first else { return .unknown }
    if father.role != .initial, patronymic.role != .initial { return .contradicts }
    let (x, y) = (lexicon.traits[Int(father.token)], lexicon.traits[Int(patronymic.token)])
    return lexicon.areAlikeInitials(x.first, y.first) ? .mayAgree : .contradicts
  }
}

extension Lexicon {
  /// Whether `name` is the father's name that `patronymic` is made of, in another spelling or another form of it.
  fileprivate func isStem(_ name: UInt32, ofPatronymic patronymic: UInt32) -> Bool {
    let (father, child) = (tokens[Int(name)], tokens[Int(patronymic)])
    // A patronymic's groups are those of the father's name, kept apart by their last bit.
    if father.groups.contains(where: { child.groups.contains($0 | 1) }) { return true }
    return child.forms.contains { form in
      guard form.kind == .patronymicStem else { return false }
      // The affix is the last symbol.
      let stem = string(form.string).dropLast()
      let limit = Self.limit(symbolCount: stem.count) / 2
      return father.forms.contains { shape in
        shape.kind == nil || shape.kind == .nominative
          ? aligner.cost(string(shape.string), stem, limit: limit) != nil : false
      }
    }
  }
}
