internal import NameSimilarity
internal import NameText

/// Scores pairs of names: the best assignment of parts to parts, and what is left over.
///
/// Symmetric: the pair is always looked at in one order.
struct NameScorer: Sendable {
  let lexicon: Lexicon
  private let ceilings: NameCeilings

  /// A scorer for names drawn from lists of `rows` rows, or for pairs that somebody asks about.
  init(lexicon: Lexicon, rows: Int, isAsked: Bool = false) {
    self.lexicon = lexicon
    ceilings = NameCeilings(rows: rows, isAsked: isAsked)
  }

  /// Room for one comparison, used again for the next; one for each thread.
  struct Scratch: Sendable {
    /// Without a value of its own, which every room would make and throw away.
    var costs: CostMemory
    /// What rough comparisons since the last `settle` would have asked for.
    fileprivate(set) var unknown = UnknownCosts()
    /// The lines of the last comparison; filled only where asked for.
    var lines: [NamePartEvidence] = []
    /// The neighbours of the name that was opened last.
    fileprivate var near = NearTokens()
    /// How the words of the two names are alike.
    fileprivate(set) var likeness = LikenessMatrix()
    fileprivate var assignment = Assignment()
    fileprivate var rows: [Word] = []
    fileprivate var columns: [Word] = []
    fileprivate var profit: [Int32] = []
    fileprivate var match: [Int] = []
    /// The words found alike that are no neighbours: so in one assignment, and unlike again in the next.
    fileprivate var far: [(row: Int, column: Int)] = []
    /// Parts that are no neighbours are not aligned.
    fileprivate var isRough = false
    /// What is of no use where it is not reached.
    fileprivate var least: Bits?

    init(costs: CostMemory = CostMemory()) { self.costs = costs }

    /// Room that is soon made, with a memory for the parts of a few names.
    static var forOnePair: Scratch { Scratch(costs: CostMemory(bits: 8)) }
  }

  /// A word of a name that is assigned to one of the other.
  struct Word: Sendable {
    var part: IndexedName.Part
    /// Its number among the words of the name.
    var number: Int
  }

  /// The evidence of two names, or `nil` where no part of one is like a part of the other: such a pair is never
  /// taken for one person, whatever else agrees.
  func evidence(
    _ a: IndexedName, _ b: IndexedName, explain: Bool = false, isRough: Bool = false,
    reaching least: Bits? = nil, _ scratch: inout Scratch
  ) -> NameEvidence? {
    let isLong = max(a.partCount, b.partCount) > IndexedName.mostPartsOfPerson
    if isLong, a.parts.allSatisfy(lexicon.hasNeighbours) {
      open(a, &scratch)
      meet(a, b, &scratch)
    } else {
      scratch.likeness.fill(a, b, lexicon)
    }
    return evidenceOfMet(a, b, explain: explain, isRough: isRough, reaching: least, &scratch)
  }

  /// Takes up a name that is to be compared with many.
  func open(_ name: IndexedName, _ scratch: inout Scratch) { scratch.near.open(name, lexicon) }

  /// Sees how the words of the name that was opened are like those of another.
  func meet(_ opened: IndexedName, _ other: IndexedName, _ scratch: inout Scratch) {
    scratch.near.fill(&scratch.likeness, opened, other)
  }

  /// The same as `evidence` of two names that have met.
  ///
  /// A rough weight is the most that may come of aligning the parts that are no neighbours, which it leaves to `settle`;
  /// where it does not reach `least` there may be none.
  func evidenceOfMet(
    _ a: IndexedName, _ b: IndexedName, explain: Bool = false, isRough: Bool,
    reaching least: Bits? = nil, _ scratch: inout Scratch
  ) -> NameEvidence? {
    scratch.isRough = isRough
    scratch.least = least
    if Self.precedes(b, a) {
      scratch.likeness.turn()
      defer { scratch.likeness.turn() }
      let evidence = self.evidence(ordered: b, a, explain: explain, &scratch)
      if explain {
        scratch.lines = scratch.lines.map { $0.flipped }
      }
      return evidence
    }
    return evidence(ordered: a, b, explain: explain, &scratch)
  }

  /// Rows of the assignment are the shorter name, or the one with the smaller tokens.
  private static func precedes(_ a: IndexedName, _ b: IndexedName) -> Bool {
    if a.partCount != b.partCount { return a.partCount < b.partCount }
    return a.words.withSpan { x in
      b.words.withSpan { y in
        for i in 0..<a.partCount {
          if x[i].token != y[i].token { return x[i].token < y[i].token }
          if x[i].role != y[i].role { return x[i].role.rawValue < y[i].role.rawValue }
        }
        return false
      }
    }
  }

  private func evidence(
    ordered a: IndexedName, _ b: IndexedName, explain: Bool, _ scratch: inout Scratch
  ) -> NameEvidence? {
    var best = score(a, b, joined: nil, nil, explain: explain, &scratch)
    for word in a.partCount..<a.words.count
    where (0..<b.partCount).contains(where: { scratch.likeness[word, $0].isAlike }) {
      consider(&best, a, b, joined: word, nil, explain: explain, &scratch)
    }
    for word in b.partCount..<b.words.count
    where (0..<a.partCount).contains(where: { scratch.likeness[$0, word].isAlike }) {
      consider(&best, a, b, joined: nil, word, explain: explain, &scratch)
    }
    return best
  }

  /// Takes two neighbours for the word that they are together where that says more.
  private func consider(
    _ best: inout NameEvidence?, _ a: IndexedName, _ b: IndexedName, joined left: Int?,
    _ right: Int?, explain: Bool, _ scratch: inout Scratch
  ) {
    let lines = scratch.lines
    guard var other = score(a, b, joined: left, right, explain: explain, &scratch) else {
      scratch.lines = lines
      return
    }
    other.weight += NameWeights.joining
    let old = best
    if let old, other.weight <= old.weight {
      scratch.lines = lines
    } else {
      best = other
    }
    // Which of the two it will be is not known, nor how much lists forgive it.
    if scratch.isRough, let old, old.contradiction != other.contradiction {
      best?.weight = max(old.weight - old.charge, other.weight - other.charge)
      best?.contradiction = nil
      best?.charge = .zero
    }
  }

  // MARK: One assignment

  /// A matched pair of parts must be worth taking before leaving both out: matching at a small loss is better than
  /// a contradiction.
  private static let preference = -NameWeights.floor + Bits(raw: 1)

  /// Scores two names, of which one may have two neighbours written as one, which stand last then.
  private func score(
    _ a: IndexedName, _ b: IndexedName, joined left: Int?, _ right: Int?, explain: Bool,
    _ scratch: inout Scratch
  ) -> NameEvidence? {
    Self.take(a, joined: left, into: &scratch.rows)
    Self.take(b, joined: right, into: &scratch.columns)
    let flipped = scratch.rows.count > scratch.columns.count
    if flipped {
      swap(&scratch.rows, &scratch.columns)
      scratch.likeness.turn()
    }
    defer { if flipped { scratch.likeness.turn() } }
    if scratch.rows.isEmpty { return nil }
    fillProfit(&scratch)
    let (rows, columns) = (scratch.rows, scratch.columns)
    scratch.assignment.solve(
      profit: scratch.profit, rows: rows.count, columns: columns.count, into: &scratch.match)
    let looksFar = !lexicon.hasAllNeighbours && columns.count <= IndexedName.mostPartsOfPerson
    if looksFar, !scratch.isRough { assignFarParts(&scratch) }
    var tally = Tally(
      ceilings: ceilings, isRough: scratch.isRough,
      haveFamilyAlone: Self.areOfFamily(rows) && Self.areOfFamily(columns), explain: explain,
      flipped: flipped)
    for (i, j) in scratch.match.enumerated() where j >= 0 {
      let weight = Bits(raw: scratch.profit[i * columns.count + j]) - Self.preference
      tally.match(
        rows[i].part, columns[j].part, weight,
        scratch.likeness[rows[i].number, columns[j].number])
    }
    for (row, column) in scratch.far { scratch.likeness[row, column] = .unlike }
    scratch.far.removeAll(keepingCapacity: true)
    if isInverted(scratch.match, rows, columns) { tally.noteInversion() }
    if looksFar, scratch.isRough {
      let open = tally.opened(
        genders: (a.gender, b.gender), generations: (a.generation, b.generation))
      if let least = scratch.least, open.weight < least { return nil }
      if mayBeAlike(&scratch) { return open }
    }
    if !tally.isAlike { return nil }
    let evidence = tally.finish(
      rows, columns, scratch.match, genders: (a.gender, b.gender),
      generations: (a.generation, b.generation), lexicon)
    if explain { scratch.lines = tally.lines }
    return evidence
  }

  private static func areOfFamily(_ words: [Word]) -> Bool {
    words.allSatisfy { $0.part.role == .surname || $0.part.role == .patronymic }
  }

  private static func take(_ name: IndexedName, joined: Int?, into words: inout [Word]) {
    words.removeAll(keepingCapacity: true)
    name.words.withSpan { all in
      let both = joined.map { all[$0] }
      for number in 0..<name.partCount where number != both?.first && number != both?.last {
        words.append(Word(part: all[number], number: number))
      }
      if let joined, let both { words.append(Word(part: both, number: joined)) }
    }
  }

  /// What each row agreeing with each column is worth, row after row; 0 where they are unlike.
  private func fillProfit(_ scratch: inout Scratch) {
    var profit = scratch.profit
    scratch.profit = []
    profit.removeAll(keepingCapacity: true)
    profit.append(contentsOf: repeatElement(0, count: scratch.rows.count * scratch.columns.count))
    let rowInitials = InitialPlaces(scratch.rows)
    let columnInitials = InitialPlaces(scratch.columns)
    var initials = WordSet()
    for (j, y) in scratch.columns.enumerated() where y.part.role == .initial { initials.insert(j) }
    for (i, x) in scratch.rows.enumerated() {
      var open = WordSet(first: scratch.columns.count)
      if x.part.role != .initial {
        open = Self.places(of: scratch.likeness.columns(alike: x.number), scratch.columns)
        open.formUnion(initials)
      }
      for j in open {
        let y = scratch.columns[j]
        let isInitial = x.part.role == .initial || y.part.role == .initial
        let weight =
          isInitial
          ? initialWeight(x.part, y.part, rowInitials, columnInitials)
          : partWeight(x.part, y.part, scratch.likeness[x.number, y.number])
        if let weight {
          profit[i * scratch.columns.count + j] = max(1, (weight + Self.preference).raw)
        }
      }
    }
    scratch.profit = profit
  }

  /// Where the words of some numbers stand among those that were taken.
  private static func places(of numbers: WordSet, _ words: [Word]) -> WordSet {
    var places = WordSet(first: words.count)
    if words.last?.number == words.count - 1 {
      places.formIntersection(numbers)
    } else {
      for (place, word) in words.enumerated() where !numbers.contains(word.number) {
        places.remove(place)
      }
    }
    return places
  }

  /// Looks for partners further apart, of parts that have none on either side: where neighbours agree there is nothing
  /// else to find.
  private func assignFarParts(_ scratch: inout Scratch) {
    var found = false
    let (rows, columns) = (scratch.rows, scratch.columns)
    for (i, x) in rows.enumerated() where scratch.match[i] < 0 && x.part.role != .initial {
      for (j, y) in columns.enumerated()
      where y.part.role != .initial && !scratch.match.contains(j) {
        let likeness = scratch.costs.cost(x.part.token, y.part.token, lexicon)
        guard let weight = partWeight(x.part, y.part, likeness) else { continue }
        scratch.likeness[x.number, y.number] = likeness
        scratch.far.append((x.number, y.number))
        scratch.profit[i * columns.count + j] = max(1, (weight + Self.preference).raw)
        found = true
      }
    }
    if found {
      scratch.assignment.solve(
        profit: scratch.profit, rows: rows.count, columns: columns.count, into: &scratch.match)
    }
  }

  /// Whether parts without a partner may be alike though they are no neighbours: what is not known is left for `settle`.
  private func mayBeAlike(_ scratch: inout Scratch) -> Bool {
    var mayBe = false
    for (i, x) in scratch.rows.enumerated()
    where scratch.match[i] < 0 && x.part.role != .initial {
      for (j, y) in scratch.columns.enumerated()
      where y.part.role != .initial && !scratch.match.contains(j) {
        let (x, y) = (x.part.token, y.part.token)
        guard lexicon.mayMeet(x, y) else { continue }
        if let known = scratch.costs.known(x, y) {
          mayBe = mayBe || known.isAlike
        } else if lexicon.mayBeAlike(x, y) {
          mayBe = true
          scratch.unknown.append(x, y)
        } else {
          scratch.costs.remember(x, y, .unlike)
        }
      }
    }
    return mayBe
  }

  /// Room for settling what is unknown; belongs to one thread.
  func block() -> TokenComparer.Block { lexicon.comparer.block() }

  /// Leaves out what has become unknown since there were `count` unknown pairs.
  func forget(downTo count: Int, _ scratch: inout Scratch) { scratch.unknown.cut(to: count) }

  /// Works out what rough comparisons have left open.
  func settle(_ scratch: inout Scratch, _ block: inout TokenComparer.Block) {
    scratch.unknown.settle(&scratch.costs, lexicon, &block)
  }

  /// What an initial agreeing with a part is worth; `nil` where it cannot stand for it.
  private func initialWeight(
    _ x: IndexedName.Part, _ y: IndexedName.Part, _ xInitials: InitialPlaces,
    _ yInitials: InitialPlaces
  ) -> Bits? {
    let (first, second) = (lexicon.traits[Int(x.token)], lexicon.traits[Int(y.token)])
    guard xInitials.allows(x, against: y, yInitials), yInitials.allows(y, against: x, xInitials),
      let likeness = lexicon.likenessOfInitials(first, second)
    else { return nil }
    if likeness == .seldom { return NameWeights.initialSeldomAgrees }
    // No more than the whole name would be.
    let whole = min(
      x.role == .initial ? NameWeights.initialAgrees : x.information,
      y.role == .initial ? NameWeights.initialAgrees : y.information)
    return min(NameWeights.initialAgrees, whole)
  }

  /// What a part agreeing with a part like it is worth; `nil` where they cannot be one.
  private func partWeight(
    _ x: IndexedName.Part, _ y: IndexedName.Part, _ likeness: LikenessMatrix.Cell
  ) -> Bits? {
    if !likeness.isAlike { return nil }
    var weight = min(x.information, y.information) - Bits(raw: likeness.cost)
    switch (x.role, y.role) {
    case (.patronymic, .patronymic): break
    // A given name that is the other's father's name is the sign of father and child, never of one person.
    case (.patronymic, .given), (.given, .patronymic): return nil
    case (.patronymic, .unknown), (.unknown, .patronymic),
      (.patronymic, .surname), (.surname, .patronymic):
      weight += NameWeights.patronymicAgainstName
    case (.surname, .given), (.given, .surname): weight += NameWeights.surnameAgainstGiven
    default: break
    }
    return max(weight, NameWeights.floor)
  }

  /// Both the surname or patronymic of one and the given name of the other, and the other way round, agree only as
  /// father's name and what was made of it.
  private func isInverted(
    _ match: [Int], _ rows: [Word], _ columns: [Word]
  ) -> Bool {
    var suffixedRow = false
    var suffixedColumn = false
    for (i, j) in match.enumerated() where j >= 0 {
      let (x, y) = (rows[i].part, columns[j].part)
      if x.role == .initial || y.role == .initial { continue }
      let (row, column) = (isDerived(x.token), isDerived(y.token))
      if row && !column { suffixedRow = true }
      if column && !row { suffixedColumn = true }
    }
    return suffixedRow && suffixedColumn
  }

  private func isDerived(_ token: UInt32) -> Bool {
    lexicon.traits[Int(token)].isDerived
  }
}
