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
    var assignment = Assignment()
    var profit: [Int32] = []
    var match: [Int] = []
    /// Parts that contradict each other are not aligned.
    var isRough = false
    /// The lines of the last comparison; filled only where asked for.
    var lines: [NamePartEvidence] = []
  }

  /// The evidence of two names, or `nil` where no part of one is like a part of the other: such a pair is never
  /// taken for one person, whatever else agrees.
  ///
  /// A rough weight takes parts that contradict each other for wholly unlike, which spares aligning them; `most` says
  /// what might come of it.
  func evidence(
    _ a: IndexedName, _ b: IndexedName, explain: Bool = false, isRough: Bool = false,
    _ scratch: inout Scratch
  ) -> NameEvidence? {
    scratch.isRough = isRough
    if Self.precedes(b, a) {
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
    if a.parts.count != b.parts.count { return a.parts.count < b.parts.count }
    for (x, y) in zip(a.parts, b.parts) {
      if x.token != y.token { return x.token < y.token }
      if x.role != y.role { return x.role.rawValue < y.role.rawValue }
    }
    return false
  }

  private func evidence(
    ordered a: IndexedName, _ b: IndexedName, explain: Bool, _ scratch: inout Scratch
  ) -> NameEvidence? {
    var best = score(a.parts, b.parts, a, b, explain: explain, &scratch)
    for joined in a.joined where b.parts.contains(where: { isAlike(joined, $0) }) {
      let parts = Self.replacing(a.parts, by: joined)
      consider(&best, parts, b.parts, a, b, explain: explain, &scratch)
    }
    for joined in b.joined where a.parts.contains(where: { isAlike(joined, $0) }) {
      let parts = Self.replacing(b.parts, by: joined)
      consider(&best, a.parts, parts, a, b, explain: explain, &scratch)
    }
    return best
  }

  private func isAlike(_ a: IndexedName.Part, _ b: IndexedName.Part) -> Bool {
    lexicon.cost(a.token, b.token) != nil
  }

  private static func replacing(_ parts: [IndexedName.Part], by joined: IndexedName.Part)
    -> [IndexedName.Part]
  {
    parts.filter { $0.first < joined.first || $0.first > joined.last } + [joined]
  }

  private func consider(
    _ best: inout NameEvidence?, _ left: [IndexedName.Part], _ right: [IndexedName.Part],
    _ a: IndexedName, _ b: IndexedName, explain: Bool, _ scratch: inout Scratch
  ) {
    let lines = scratch.lines
    guard var other = score(left, right, a, b, explain: explain, &scratch) else {
      scratch.lines = lines
      return
    }
    other.weight += NameWeights.joining
    other.most += NameWeights.joining
    let most = max(best?.most ?? other.most, other.most)
    if let old = best, other.weight <= old.weight {
      scratch.lines = lines
    } else {
      best = other
    }
    best?.most = most
  }

  // MARK: One assignment

  /// A matched pair of parts must be worth taking before leaving both out: matching at a small loss is better than
  /// a contradiction.
  private static let preference = -NameWeights.floor + Bits(raw: 1)

  private func score(
    _ left: [IndexedName.Part], _ right: [IndexedName.Part], _ a: IndexedName, _ b: IndexedName,
    explain: Bool, _ scratch: inout Scratch
  ) -> NameEvidence? {
    let flipped = left.count > right.count
    let rows = flipped ? right : left
    let columns = flipped ? left : right
    if rows.isEmpty { return nil }
    scratch.profit.removeAll(keepingCapacity: true)
    let rowInitials = InitialPlaces(rows)
    let columnInitials = InitialPlaces(columns)
    for x in rows {
      for y in columns {
        let weight = partWeight(x, y, rowInitials, columnInitials)
        scratch.profit.append(weight.map { max(1, ($0 + Self.preference).raw) } ?? 0)
      }
    }
    scratch.assignment.solve(
      profit: scratch.profit, rows: rows.count, columns: columns.count, into: &scratch.match)
    var tally = Tally(
      ceilings: ceilings, isRough: scratch.isRough, explain: explain, flipped: flipped)
    var columnTaken: UInt64 = 0
    for (i, j) in scratch.match.enumerated() where j >= 0 {
      columnTaken |= 1 << UInt64(j)
      let weight = Bits(raw: scratch.profit[i * columns.count + j]) - Self.preference
      let hasInitial = rows[i].role == .initial || columns[j].role == .initial
      tally.match(
        rows[i], columns[j], weight,
        hasInitial ? nil : lexicon.cost(rows[i].token, columns[j].token))
    }
    guard tally.isAlike else { return nil }
    for (i, j) in scratch.match.enumerated() where j < 0 { tally.leaveRow(rows[i]) }
    for j in columns.indices where columnTaken >> UInt64(j) & 1 == 0 {
      tally.leaveColumn(columns[j])
    }
    if isInverted(scratch.match, rows, columns) { tally.invert() }
    let evidence = tally.finish(genders: (a.gender, b.gender), lexicon)
    if explain { scratch.lines = tally.lines }
    return evidence
  }

  /// What a part agreeing with a part is worth; `nil` where they cannot be one.
  private func partWeight(
    _ x: IndexedName.Part, _ y: IndexedName.Part, _ xInitials: InitialPlaces,
    _ yInitials: InitialPlaces
  ) -> Bits? {
    if x.role == .initial || y.role == .initial {
      let (first, second) = (lexicon.traits[Int(x.token)].first, lexicon.traits[Int(y.token)].first)
      guard xInitials.allows(x, against: y, yInitials), yInitials.allows(y, against: x, xInitials),
        first != 0, second != 0, lexicon.areAlikeInitials(first, second)
      else { return nil }
      return NameWeights.initialAgrees
    }
    guard let neighbour = lexicon.cost(x.token, y.token) else { return nil }
    var weight =
      min(x.information, y.information) - Bits(raw: neighbour.cost)
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

  /// The most that a part can add by agreeing with a neighbour of its token.
  func most(_ part: IndexedName.Part, _ neighbour: Lexicon.Neighbour) -> Bits {
    // The price of an oblique case may be refunded.
    let refund = neighbour.isInflected ? FormPrice.price(.possiblyOblique) : .zero
    return min(part.information, lexicon.tokens[Int(neighbour.token)].information)
      - Bits(raw: max(0, neighbour.cost - refund.raw))
  }

  /// Both the surname of one and the given name of the other, and the other way round, agree only as father's name
  /// and surname made of it.
  private func isInverted(
    _ match: [Int], _ rows: [IndexedName.Part], _ columns: [IndexedName.Part]
  ) -> Bool {
    var suffixedRow = false
    var suffixedColumn = false
    for (i, j) in match.enumerated() where j >= 0 {
      let row = hasSurnameStem(rows[i].token)
      let column = hasSurnameStem(columns[j].token)
      if row && !column { suffixedRow = true }
      if column && !row { suffixedColumn = true }
    }
    return suffixedRow && suffixedColumn
  }

  private func hasSurnameStem(_ token: UInt32) -> Bool {
    lexicon.traits[Int(token)].hasSurnameStem
  }
}

/// Which name each initial stands for: the first for the given name, unless that is written out, the second for the
/// patronymic.
struct InitialPlaces {
  private var initials: [Int]
  private let hasGiven: Bool

  init(_ parts: [IndexedName.Part]) {
    initials =
      parts.contains { $0.role == .initial }
      ? parts.filter { $0.role == .initial }.map(\.first) : []
    hasGiven = parts.contains { $0.role == .given }
  }

  private func role(_ part: IndexedName.Part) -> Role {
    if part.role != .initial { return part.role }
    return part.first == initials[0] && !hasGiven ? .given : .patronymic
  }

  /// Whether `part`, if it is an initial, may stand for `other`, whose own initials are `others`.
  func allows(_ part: IndexedName.Part, against other: IndexedName.Part, _ others: InitialPlaces)
    -> Bool
  {
    if part.role != .initial { return true }
    let (mine, theirs) = (role(part), others.role(other))
    return mine == theirs || theirs == .unknown || theirs == .nickname
  }
}
