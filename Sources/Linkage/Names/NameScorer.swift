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
    /// How each part of the one name is like each of the other, row after row.
    var likeness: [Lexicon.Neighbour?] = []
    var costs = CostMemory()
    var leftOver: (left: [IndexedName.Part], right: [IndexedName.Part]) = ([], [])
    var match: [Int] = []
    /// Parts that are no neighbours are not aligned.
    var isRough = false
    /// The lines of the last comparison; filled only where asked for.
    var lines: [NamePartEvidence] = []

    /// Room that is soon made, with a memory for the parts of a few names.
    static var forOnePair: Scratch { Scratch(costs: CostMemory(bits: 8)) }
  }

  /// The evidence of two names, or `nil` where no part of one is like a part of the other: such a pair is never
  /// taken for one person, whatever else agrees.
  ///
  /// A rough weight is the most that may come of aligning the parts that are no neighbours, which it spares.
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
    for joined in a.joined where isAlike(joined, b.parts, &scratch) {
      let parts = Self.replacing(a.parts, by: joined)
      consider(&best, parts, b.parts, a, b, explain: explain, &scratch)
    }
    for joined in b.joined where isAlike(joined, a.parts, &scratch) {
      let parts = Self.replacing(b.parts, by: joined)
      consider(&best, a.parts, parts, a, b, explain: explain, &scratch)
    }
    return best
  }

  /// Whether two words written as one are like any of the parts.
  private func isAlike(
    _ joined: IndexedName.Part, _ parts: [IndexedName.Part], _ scratch: inout Scratch
  ) -> Bool {
    parts.contains { scratch.costs.cost(joined.token, $0.token, lexicon) != nil }
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

  private func score(
    _ left: [IndexedName.Part], _ right: [IndexedName.Part], _ a: IndexedName, _ b: IndexedName,
    explain: Bool, _ scratch: inout Scratch
  ) -> NameEvidence? {
    let flipped = left.count > right.count
    let rows = flipped ? right : left
    let columns = flipped ? left : right
    if rows.isEmpty { return nil }
    scratch.profit.removeAll(keepingCapacity: true)
    scratch.likeness.removeAll(keepingCapacity: true)
    let rowInitials = InitialPlaces(rows)
    let columnInitials = InitialPlaces(columns)
    if columns.count > IndexedName.mostPartsOfPerson {
      findLikeness(rows, columns, &scratch)
    } else {
      for x in rows {
        for y in columns {
          scratch.likeness.append(
            x.role == .initial || y.role == .initial ? nil : lexicon.neighbour(x.token, y.token))
        }
      }
    }
    var cell = 0
    for x in rows {
      for y in columns {
        let isInitial = x.role == .initial || y.role == .initial
        let weight =
          isInitial
          ? initialWeight(x, y, rowInitials, columnInitials)
          : scratch.likeness[cell].flatMap { partWeight(x, y, $0) }
        scratch.profit.append(weight.map { max(1, ($0 + Self.preference).raw) } ?? 0)
        cell += 1
      }
    }
    scratch.assignment.solve(
      profit: scratch.profit, rows: rows.count, columns: columns.count, into: &scratch.match)
    let looksFar = !lexicon.hasAllNeighbours && columns.count <= IndexedName.mostPartsOfPerson
    let isOpen = looksFar && scratch.isRough && mayBeAlike(rows, columns, scratch.match)
    if looksFar, !scratch.isRough { assignFarParts(rows, columns, &scratch) }
    var tally = Tally(
      ceilings: ceilings, isRough: scratch.isRough, isOpen: isOpen, explain: explain,
      flipped: flipped, room: &scratch.leftOver)
    defer { tally.giveBack(&scratch.leftOver) }
    var columnTaken: UInt64 = 0
    for (i, j) in scratch.match.enumerated() where j >= 0 {
      columnTaken |= 1 << UInt64(j)
      let cell = i * columns.count + j
      let weight = Bits(raw: scratch.profit[cell]) - Self.preference
      tally.match(rows[i], columns[j], weight, scratch.likeness[cell])
    }
    guard tally.isAlike || isOpen else { return nil }
    for (i, j) in scratch.match.enumerated() where j < 0 { tally.leaveRow(rows[i]) }
    for j in columns.indices where columnTaken >> UInt64(j) & 1 == 0 {
      tally.leaveColumn(columns[j])
    }
    if isInverted(scratch.match, rows, columns) { tally.invert() }
    let evidence = tally.finish(genders: (a.gender, b.gender), lexicon)
    if explain { scratch.lines = tally.lines }
    return evidence
  }

  /// Fills the likeness of each row with each column, of long names: the neighbours of a row are gone through beside the
  /// columns.
  private func findLikeness(
    _ rows: [IndexedName.Part], _ columns: [IndexedName.Part], _ scratch: inout Scratch
  ) {
    let order = columns.indices.sorted { (columns[$0].token, $0) < (columns[$1].token, $1) }
    scratch.likeness.append(
      contentsOf: repeatElement(nil, count: rows.count * columns.count))
    for (i, x) in rows.enumerated() where x.role != .initial {
      if lexicon.neighbours(of: x.token).isEmpty {
        // Not asked for: the columns may be.
        for (j, y) in columns.enumerated() where y.role != .initial {
          scratch.likeness[i * columns.count + j] = lexicon.neighbour(x.token, y.token)
        }
        continue
      }
      var place = 0
      for neighbour in lexicon.neighbours(of: x.token) {
        while place < order.count, columns[order[place]].token < neighbour.token { place += 1 }
        while place < order.count, columns[order[place]].token == neighbour.token {
          if columns[order[place]].role != .initial {
            scratch.likeness[i * columns.count + order[place]] = neighbour
          }
          place += 1
        }
      }
    }
  }

  /// Looks for partners further apart, of parts that have none on either side: where neighbours agree there is nothing
  /// else to find.
  private func assignFarParts(
    _ rows: [IndexedName.Part], _ columns: [IndexedName.Part], _ scratch: inout Scratch
  ) {
    var found = false
    for i in rows.indices where scratch.match[i] < 0 && rows[i].role != .initial {
      for j in columns.indices where columns[j].role != .initial && !scratch.match.contains(j) {
        guard let likeness = scratch.costs.cost(rows[i].token, columns[j].token, lexicon),
          let weight = partWeight(rows[i], columns[j], likeness)
        else { continue }
        let cell = i * columns.count + j
        scratch.likeness[cell] = likeness
        scratch.profit[cell] = max(1, (weight + Self.preference).raw)
        found = true
      }
    }
    if found {
      scratch.assignment.solve(
        profit: scratch.profit, rows: rows.count, columns: columns.count, into: &scratch.match)
    }
  }

  /// Whether parts without a partner may be alike though they are no neighbours.
  private func mayBeAlike(
    _ rows: [IndexedName.Part], _ columns: [IndexedName.Part], _ match: [Int]
  ) -> Bool {
    for (i, x) in rows.enumerated() where match[i] < 0 && x.role != .initial {
      for (j, y) in columns.enumerated() where y.role != .initial && !match.contains(j) {
        if lexicon.mayBeAlike(x.token, y.token) { return true }
      }
    }
    return false
  }

  /// What an initial agreeing with a part is worth; `nil` where it cannot stand for it.
  private func initialWeight(
    _ x: IndexedName.Part, _ y: IndexedName.Part, _ xInitials: InitialPlaces,
    _ yInitials: InitialPlaces
  ) -> Bits? {
    let (first, second) = (lexicon.traits[Int(x.token)], lexicon.traits[Int(y.token)])
    guard xInitials.allows(x, against: y, yInitials), yInitials.allows(y, against: x, xInitials),
      lexicon.areAlikeInitials(first, second)
    else { return nil }
    // No more than the whole name would be.
    let whole = min(
      x.role == .initial ? NameWeights.initialAgrees : x.information,
      y.role == .initial ? NameWeights.initialAgrees : y.information)
    return min(NameWeights.initialAgrees, whole)
  }

  /// What a part agreeing with a part like it is worth; `nil` where they cannot be one.
  private func partWeight(
    _ x: IndexedName.Part, _ y: IndexedName.Part, _ likeness: Lexicon.Neighbour
  ) -> Bits? {
    var weight =
      min(x.information, y.information) - Bits(raw: likeness.cost)
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
    min(part.information, lexicon.tokens[Int(neighbour.token)].information) - least(neighbour)
  }

  /// The most that two parts can add by agreeing, of which it is known how they are alike.
  private func most(
    _ x: IndexedName.Part, _ y: IndexedName.Part, _ likeness: Lexicon.Neighbour
  ) -> Bits {
    min(x.information, y.information) - least(likeness)
  }

  /// The price of an oblique case may be refunded.
  private func least(_ likeness: Lexicon.Neighbour) -> Bits {
    let refund = likeness.isInflected ? FormPrice.price(.possiblyOblique) : .zero
    return Bits(raw: max(0, likeness.cost - refund.raw))
  }

  /// The most that a part of a name can add against another name, agreeing with a neighbour there; 0 at least.
  func most(_ part: IndexedName.Part, against other: IndexedName) -> Bits {
    var best = Bits.zero
    for y in other.parts {
      if part.role == .initial || y.role == .initial {
        best = max(best, NameWeights.initialAgrees)
      } else if let likeness = lexicon.neighbour(part.token, y.token) {
        best = max(best, most(part, y, likeness))
      }
    }
    for y in other.joined {
      if let likeness = lexicon.neighbour(part.token, y.token) {
        best = max(best, most(part, y, likeness))
      }
    }
    return best
  }

  /// The same of two neighbours with a word that is both.
  func most(joined part: IndexedName.Part, against other: IndexedName) -> Bits {
    var best = Bits.zero
    for y in other.parts where y.role != .initial {
      if let likeness = lexicon.neighbour(part.token, y.token) {
        best = max(best, most(part, y, likeness))
      }
    }
    return best
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
  /// Where the given name stands that is written out, the first of several; −1 where none is.
  private let given: Int

  init(_ parts: [IndexedName.Part]) {
    initials =
      parts.contains { $0.role == .initial }
      ? parts.filter { $0.role == .initial }.map(\.first) : []
    given = parts.first { $0.role == .given }.map { Int($0.first) } ?? -1
    hasGiven = given >= 0
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
    // Behind a given name an initial is the father's or that of another given name.
    let isSecondGiven = theirs == .given && mine == .patronymic && Int(other.first) != others.given
    return mine == theirs || theirs == .unknown || theirs == .nickname || isSecondGiven
  }
}
