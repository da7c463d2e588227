internal import NameSimilarity
internal import NameText

extension NameScorer {
  /// Adds up what the parts of two names say.
  struct Tally {
    private(set) var lines: [NamePartEvidence] = []
    private let explain: Bool
    private let flipped: Bool
    private let ceilings: NameCeilings
    private let isRough: Bool
    /// Parts that found no partner may be alike after all; then nothing speaks against it.
    private var isOpen = false
    private var matched = Bits.zero
    /// What surnames and patronymics have of it.
    private var family = Bits.zero
    /// Whether both names have nothing but surnames and fathers' names: one of two surnames is a given name then.
    private let haveFamilyAlone: Bool
    /// The least that two surnames agreeing say.
    private var leastSurname: Bits?
    /// How many surnames agree.
    private var surnames = 0
    /// Parts that agree only if one side is in an oblique case.
    private var inflected = 0
    private var findings: NameEvidence.Findings = []
    private var worst = Bits.zero
    private(set) var isAlike = false
    private var contradiction: FieldLevel?
    private var charge = Bits.zero
    /// What all contradictions of parts take.
    private var contradictions = Bits.zero
    /// Whether a part was met that only one side has.
    private var hasSurplus = false

    init(
      ceilings: NameCeilings, isRough: Bool, haveFamilyAlone: Bool, explain: Bool, flipped: Bool
    ) {
      self.haveFamilyAlone = haveFamilyAlone
      self.ceilings = ceilings
      self.isRough = isRough
      self.explain = explain
      self.flipped = flipped
    }

    mutating func match(
      _ x: IndexedName.Part, _ y: IndexedName.Part, _ weight: Bits, _ likeness: LikenessMatrix.Cell
    ) {
      if !likeness.isAlike {
        matched += weight
        findings.insert(.initialAgrees)
        return line(x, y, .initial, weight)
      }
      if Bits(raw: likeness.cost) > NameWeights.anotherName {
        matched += weight
        let finding = Self.contradiction(x.role, y.role)
        findings.insert(finding)
        charge(finding, min(.zero, weight))
        return line(x, y, .contradicts, weight)
      }
      isAlike = true
      worst = max(worst, Bits(raw: likeness.cost))
      if likeness.isInflected { inflected += 1 }
      switch (x.role, y.role) {
      case (.patronymic, .patronymic):
        findings.insert(.patronymicAgrees)
        family += weight
      case (.surname, .surname), (.surname, .unknown), (.unknown, .surname):
        findings.insert(.surnameAgrees)
        family += weight
        surnames += 1
        leastSurname = min(leastSurname ?? weight, weight)
      case (.given, .given), (.given, .unknown), (.unknown, .given):
        findings.insert(.givenAgrees)
        matched += weight
      default:
        findings.insert(.partAgrees)
        matched += weight
      }
      line(x, y, .agrees, weight)
    }

    private static func contradiction(_ x: Role, _ y: Role) -> NameEvidence.Findings {
      switch (x, y) {
      case (.patronymic, .patronymic): .patronymicContradicts
      case (.surname, .surname): .surnameContradicts
      case (.given, .given): .givenContradicts
      default: .partContradicts
      }
    }

    /// Keeps the first contradiction, which is charged in full.
    private mutating func charge(_ finding: NameEvidence.Findings, _ price: Bits) {
      contradictions += price
      if contradiction != nil { return }
      contradiction = NameWeights.level(finding)
      charge = price
    }

    mutating func noteInversion() { findings.insert(.inversion) }

    private mutating func line(
      _ x: IndexedName.Part?, _ y: IndexedName.Part?, _ kind: NamePartEvidence.Kind, _ weight: Bits
    ) {
      guard explain else { return }
      lines.append(
        NamePartEvidence(left: flipped ? y : x, right: flipped ? x : y, kind: kind, weight: weight))
    }

    /// The sum, with the ceiling that contradictions and the worst part set, of names of which `match` says which row has
    /// which column.
    mutating func finish(
      _ rows: [Word], _ columns: [Word], _ match: [Int], genders: (Gender?, Gender?),
      generations: (Generation?, Generation?), _ lexicon: Lexicon
    ) -> NameEvidence {
      var against = priceOfInversion
      var count = against < .zero ? 1 : 0
      var left = LeftOver(rows)
      var right = LeftOver(columns)
      for (i, j) in match.enumerated() where j >= 0 {
        left.remove(i)
        right.remove(j)
      }
      if !left.isEmpty, !right.isEmpty {
        against += contradict(
          &count, &left, &right, areWomen: genders.0 == .female && genders.1 == .female, lexicon)
      }
      against += compare(genders) + compare(generations)
      while let part = left.popFirst() { against += leave(part, isRow: true) }
      while let part = right.popFirst() { against += leave(part, isRow: false) }
      return evidence(against)
    }

    /// The most that may come of it if parts that found no partner are alike after all.
    func opened(
      genders: (Gender?, Gender?), generations: (Generation?, Generation?)
    ) -> NameEvidence {
      var open = self
      open.isOpen = true
      let against = open.priceOfInversion + open.compare(genders) + open.compare(generations)
      open.matched += NameWeights.mostOfUnlike
      return open.evidence(against)
    }

    private var priceOfInversion: Bits {
      findings.contains(.inversion) ? NameWeights.inversion : .zero
    }

    private mutating func compare(_ genders: (Gender?, Gender?)) -> Bits {
      guard let x = genders.0, let y = genders.1, x != y else { return .zero }
      findings.insert(.genderContradicts)
      return NameWeights.genderContradicts
    }

    /// What marks say of who is meant of two of one name: nothing where a side has none.
    private mutating func compare(_ generations: (Generation?, Generation?)) -> Bits {
      guard let x = generations.0, let y = generations.1 else { return .zero }
      if x.agrees(with: y) {
        findings.insert(.generationAgrees)
        return NameWeights.generationAgrees
      }
      findings.insert(.generationContradicts)
      contradictions += NameWeights.generationContradicts
      return NameWeights.generationContradicts
    }

    private func evidence(_ against: Bits) -> NameEvidence {
      NameEvidence(
        weight: held() + against, findings: findings, contradiction: contradiction, charge: charge)
    }

    /// The parts of a name that found no partner.
    private struct LeftOver {
      private let words: [Word]
      /// A bit for each.
      private var rest: UInt64

      init(_ words: [Word]) {
        self.words = words
        rest = words.count == 64 ? .max : 1 << UInt64(words.count) - 1
      }

      var isEmpty: Bool { rest == 0 }
      mutating func remove(_ place: Int) { rest &= ~(1 << UInt64(place)) }
      subscript(place: Int) -> IndexedName.Part { words[place].part }

      /// Where the first of a role stands.
      func first(_ role: Role) -> Int? {
        var rest = rest
        while rest != 0 {
          let place = rest.trailingZeroBitCount
          if words[place].part.role == role { return place }
          rest &= rest - 1
        }
        return nil
      }

      mutating func popFirst() -> IndexedName.Part? {
        if rest == 0 { return nil }
        defer { rest &= rest - 1 }
        return words[rest.trailingZeroBitCount].part
      }
    }

    /// Which parts left over on both sides speak against one person, in the order in which they are paired off.
    private static let contradictions: [(Role, Role, NameEvidence.Findings, Bits)] = [
      (.given, .given, .givenContradicts, NameWeights.givenContradicts),
      (.patronymic, .patronymic, .patronymicContradicts, NameWeights.patronymicContradicts),
      (.surname, .surname, .surnameContradicts, NameWeights.surnameContradicts),
      (.unknown, .unknown, .partContradicts, NameWeights.partContradicts),
      (.given, .unknown, .partContradicts, NameWeights.partContradicts),
      (.surname, .unknown, .partContradicts, NameWeights.partContradicts),
      (.given, .surname, .partContradicts, NameWeights.partContradicts),
      (.patronymic, .unknown, .partContradicts, NameWeights.partContradicts),
      (.initial, .given, .initialContradicts, NameWeights.initialContradicts),
      (.initial, .initial, .initialContradicts, NameWeights.initialContradicts),
      (.initial, .unknown, .initialContradicts, NameWeights.initialContradicts),
      (.initial, .patronymic, .initialContradicts, NameWeights.initialContradicts),
    ]

    /// Whether parts of two roles, left over on both sides, speak against one person.
    static func areContradictory(_ x: Role, _ y: Role) -> Bool {
      contradictions.contains { $0.0 == x && $0.1 == y || $0.0 == y && $0.1 == x }
    }

    /// The least that the first contradiction of whole words costs.
    static let leastContradiction = contradictions.filter { $0.2 != .initialContradicts }
      .reduce(NameWeights.womansSurnameContradicts) { max($0, $1.3) }

    /// Pairs off what is left over on both sides: each pair is a contradiction, the first at its price.
    private mutating func contradict(
      _ count: inout Int, _ left: inout LeftOver, _ right: inout LeftOver, areWomen: Bool,
      _ lexicon: Lexicon
    ) -> Bits {
      var sum = Bits.zero
      for (x, y, finding, first) in Self.contradictions {
        if left.isEmpty || right.isEmpty { break }
        while let (i, j) = Self.pair(left, right, x, y) {
          findings.insert(finding)
          count += 1
          var price = count == 1 ? first : NameWeights.furtherContradiction
          if finding == .surnameContradicts, areWomen, count == 1 {
            price = NameWeights.womansSurnameContradicts
          } else if finding == .givenContradicts, count == 1, areOfOneFather {
            price = NameWeights.givenOfSiblingsContradicts
          }
          let (part, other) = (left[i], right[j])
          left.remove(i)
          right.remove(j)
          let cost =
            isRough
            ? lexicon.leastDistantCost(part.token, other.token)
            : lexicon.distantCost(part.token, other.token)
          price = max(price, Self.distance(part, other, cost))
          // What lists forgive they do not forgive siblings.
          charge(finding, max(price, first))
          sum += price
          line(part, other, .contradicts, price)
        }
      }
      return sum
    }

    private var areOfOneFather: Bool {
      findings.contains(.surnameAgrees) && findings.contains(.patronymicAgrees)
    }

    /// What it says that two parts which contradict each other are not wholly unlike, as slips and bad hearing make
    /// them: never that they agree.
    private static func distance(
      _ part: IndexedName.Part, _ other: IndexedName.Part, _ cost: Bits?
    ) -> Bits {
      guard let cost else { return Bits(raw: .min / 2) }
      return min(.zero, min(part.information, other.information) - cost)
    }

    /// The first parts left over of which one has the role `x` and the other, on the other side, `y`.
    private static func pair(_ left: LeftOver, _ right: LeftOver, _ x: Role, _ y: Role) -> (
      Int, Int
    )? {
      if let i = left.first(x), let j = right.first(y) { return (i, j) }
      if x != y, let i = left.first(y), let j = right.first(x) { return (i, j) }
      return nil
    }

    /// What a part says that only one side has.
    private mutating func leave(_ part: IndexedName.Part, isRow: Bool) -> Bits {
      let weight: Bits
      switch part.role {
      case .patronymic:
        findings.insert(.patronymicMissing)
        weight = NameWeights.patronymicMissing
      case .initial: weight = NameWeights.patronymicMissing
      case .given, .surname, .unknown:
        weight = hasSurplus ? NameWeights.furtherSurplus : NameWeights.surplus
        hasSurplus = true
      case .nickname, .title, .particle: return .zero
      }
      line(isRow ? part : nil, isRow ? nil : part, .missing, weight)
      return weight
    }

    /// What agrees, as far as the ceilings let it count.
    private func held() -> Bits {
      let given = haveFamilyAlone && surnames > 1 ? leastSurname ?? .zero : .zero
      var sum = matched + given + NameCeilings.hold(family - given, below: ceilings.family)
      // A name is in an oblique case as a whole: the price is paid once.
      if inflected > 1 {
        sum += Bits(raw: Int32(inflected - 1) * FormPrice.price(.possiblyOblique).raw)
      }
      var ceiling = ceilings.name - max(.zero, worst - NameWeights.worstPartFree).scaled(128)
      if findings.contains(.patronymicAgrees) { ceiling += NameWeights.patronymicAboveNamesake }
      let isContradicted =
        !findings.isDisjoint(with: .contradictions.subtracting(.genderContradicts))
      if isOpen || !isContradicted {
        if findings.contains(.genderContradicts) {
          ceiling = min(ceiling, ceilings.genderContradicted)
        }
      } else {
        ceiling = min(ceiling, ceilings.contradicted(taking: contradictions))
      }
      return NameCeilings.hold(sum, below: ceiling)
    }
  }
}
