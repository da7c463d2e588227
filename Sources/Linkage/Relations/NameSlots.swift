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
    if let name = fathersName(of: child) {
      return name.isInitial ? .mayAgree : .agrees
    }
    let hasGiven = name.parts.contains { $0.role != .initial && slot(of: $0) == .given }
    return hasGiven && !child.fathersNames.isEmpty ? .contradicts : .unknown
  }

  /// A given name and the child's patronymic that is made of it.
  struct FathersName {
    var father: IndexedName.Part
    var patronymic: IndexedName.Part
    /// Only an initial shows it on a side.
    var isInitial: Bool
    /// What it costs to take the two for one name.
    var cost = Bits.zero
  }

  /// The given name that `child`'s patronymic is made of, written out sooner than by an initial; `nil` where none is.
  func fathersName(of child: NameSlots) -> FathersName? {
    let mine = name.parts.filter { slot(of: $0) == .given || slot(of: $0) == .unknown }
    for father in mine where father.role != .initial {
      for patronymic in child.fathersNames where patronymic.role != .initial {
        if let cost = lexicon.cost(of: father.token, inPatronymic: patronymic.token) {
          return FathersName(father: father, patronymic: patronymic, isInitial: false, cost: cost)
        }
      }
    }
    guard let father = mine.first(where: { slot(of: $0) == .given }),
      let patronymic = child.fathersNames.first,
      father.role == .initial || patronymic.role == .initial
    else { return nil }
    let (x, y) = (lexicon.traits[Int(father.token)], lexicon.traits[Int(patronymic.token)])
    return lexicon.likenessOfInitials(x, y) != nil
      ? FathersName(father: father, patronymic: patronymic, isInitial: true) : nil
  }

  /// Patronymics of both that are made of one name, whatever their affixes say of gender; `nil` where none are.
  func commonFather(with other: NameSlots) -> FathersName? {
    for mine in fathersNames where mine.role != .initial {
      for theirs in other.fathersNames where theirs.role != .initial {
        if let cost = lexicon.stemCost(mine.token, theirs.token) {
          return FathersName(father: mine, patronymic: theirs, isInitial: false, cost: cost)
        }
      }
    }
    return nil
  }

  /// Whether the surname is the given name of `father` or made of it, as families do that have had no surname before.
  func isNamed(after father: NameSlots) -> Bool {
    let given = father.name.parts.filter { $0.role != .initial && father.slot(of: $0) == .given }
    let surnames = name.parts.filter { $0.role != .initial && slot(of: $0) == .surname }
    return given.contains { name in
      surnames.contains { lexicon.isStem(name.token, ofSurname: $0.token) }
    }
  }

  /// The parts that say who the father is, words before initials.
  private var fathersNames: [IndexedName.Part] {
    let words = name.parts.filter {
      $0.role == .patronymic || $0.role == .surname && bearsFathersName && namesFather($0)
    }
    return words.isEmpty
      ? name.parts.filter { $0.role == .initial && slot(of: $0) == .patronymic } : words
  }
}

extension Lexicon {
  /// What it costs to take `name` for the father's name that `patronymic` is made of, in another spelling or another
  /// form of it; `nil` where it is another name.
  fileprivate func cost(of name: UInt32, inPatronymic patronymic: UInt32) -> Bits? {
    let (father, child) = (tokens[Int(name)], tokens[Int(patronymic)])
    let cost = father.forms.filter { $0.kind == nil || $0.kind == .nominative }.flatMap { shape in
      stems(of: child).compactMap { nearness(string(shape.string)[...], $0) }
    }.min()
    // A patronymic's groups are those of the father's name, kept apart by their last bit.
    return cost ?? Self.equivalence(father.groups, child.groups) { $0 | 1 == $1 }
  }

  /// Whether `surname` is `name` or made of it.
  fileprivate func isStem(_ name: UInt32, ofSurname surname: UInt32) -> Bool {
    let (father, child) = (tokens[Int(name)], tokens[Int(surname)])
    return child.forms.contains { form in
      (form.kind == nil || form.kind == .surnameStem)
        && nearness(father.symbols[...], string(form.string)[...]) != nil
    }
  }

  /// What it costs to take two patronymics for those of one father's children.
  fileprivate func stemCost(_ a: UInt32, _ b: UInt32) -> Bits? {
    let (x, y) = (tokens[Int(a)], tokens[Int(b)])
    let cost = stems(of: x).flatMap { stem in
      stems(of: y).compactMap { nearness(stem, $0) }
    }.min()
    return cost ?? Self.equivalence(x.groups, y.groups) { $0 == $1 }
  }

  /// The least that taking one name for the other costs through a group of both; `nil` where they share none.
  private static func equivalence(
    _ a: [NameEquivalents.Membership], _ b: [NameEquivalents.Membership],
    isSame: (UInt16, UInt16) -> Bool
  ) -> Bits? {
    a.flatMap { x in
      b.filter { isSame(x.group, $0.group) }.map { price(x.relation) + price($0.relation) }
    }.min()
  }

  /// The father's names that a patronymic may be made of.
  private func stems(of patronymic: IndexedToken) -> [ArraySlice<UInt8>] {
    // The affix is the last symbol.
    patronymic.forms.filter { $0.kind == .patronymicStem }.map { string($0.string).dropLast() }
  }

  /// The cost of two names that are near enough to be one, half of what is admitted for the rest of a name: nothing
  /// else of the two need agree.
  private func nearness(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bits? {
    let limit = Self.limit(symbolCount: max(a.count, b.count)) / 2
    return aligner.cost(a, b, limit: limit).map { Bits(raw: $0) }
  }
}
