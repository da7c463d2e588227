internal import NameSimilarity
internal import NameText

extension NameScorer {
  /// Adds up what the parts of two names say.
  struct Tally {
    private(set) var lines: [NamePartEvidence] = []
    private let explain: Bool
    private let flipped: Bool
    private let ceilings: NameCeilings
    private var matched = Bits.zero
    /// What surnames and patronymics have of it.
    private var family = Bits.zero
    /// Parts that agree only if one side is in an oblique case.
    private var inflected = 0
    private var findings: NameEvidence.Findings = []
    private var worst = Bits.zero
    private var left = Leftover()
    private var right = Leftover()
    private(set) var isAlike = false

    /// The parts of one name that found no partner.
    private struct Leftover {
      var given: [IndexedName.Part] = []
      var surname: [IndexedName.Part] = []
      var patronymic: [IndexedName.Part] = []
      var unknown: [IndexedName.Part] = []
      var initials: [IndexedName.Part] = []

      mutating func add(_ part: IndexedName.Part) {
        switch part.role {
        case .given: given.append(part)
        case .surname: surname.append(part)
        case .patronymic: patronymic.append(part)
        case .initial: initials.append(part)
        case .nickname, .title, .particle: break
        case .unknown: unknown.append(part)
        }
      }
    }

    init(ceilings: NameCeilings, explain: Bool, flipped: Bool) {
      self.ceilings = ceilings
      self.explain = explain
      self.flipped = flipped
    }

    mutating func match(
      _ x: IndexedName.Part, _ y: IndexedName.Part, _ weight: Bits, _ neighbour: Lexicon.Neighbour?
    ) {
      guard let neighbour else {
        matched += weight
        findings.insert(.initialAgrees)
        return line(x, y, .initial, weight)
      }
      isAlike = true
      worst = max(worst, Bits(raw: neighbour.cost))
      if neighbour.isInflected { inflected += 1 }
      switch (x.role, y.role) {
      case (.patronymic, .patronymic):
        findings.insert(.patronymicAgrees)
        family += weight
      case (.surname, .surname), (.surname, .unknown), (.unknown, .surname):
        findings.insert(.surnameAgrees)
        family += weight
      case (.given, .given), (.given, .unknown), (.unknown, .given):
        findings.insert(.givenAgrees)
        matched += weight
      default:
        findings.insert(.partAgrees)
        matched += weight
      }
      line(x, y, .agrees, weight)
    }

    mutating func leaveRow(_ part: IndexedName.Part) { left.add(part) }
    mutating func leaveColumn(_ part: IndexedName.Part) { right.add(part) }
    mutating func invert() { findings.insert(.inversion) }

    private mutating func line(
      _ x: IndexedName.Part?, _ y: IndexedName.Part?, _ kind: NamePartEvidence.Kind, _ weight: Bits
    ) {
      guard explain else { return }
      lines.append(
        NamePartEvidence(left: flipped ? y : x, right: flipped ? x : y, kind: kind, weight: weight))
    }

    /// The sum, with the ceiling that contradictions and the worst part set.
    mutating func finish(genders: (Gender?, Gender?)) -> NameEvidence {
      var against = Bits.zero
      var contradictions = 0
      func price(_ first: Bits) -> Bits {
        contradictions += 1
        let price = contradictions == 1 ? first : NameWeights.furtherContradiction
        against += price
        return price
      }
      if findings.contains(.inversion) { _ = price(NameWeights.inversion) }
      contradict(\.given, \.given, .givenContradicts, price(_:), NameWeights.givenContradicts)
      contradict(
        \.patronymic, \.patronymic, .patronymicContradicts, price(_:),
        NameWeights.patronymicContradicts)
      let women = genders.0 == .female && genders.1 == .female
      contradict(
        \.surname, \.surname, .surnameContradicts, price(_:),
        women ? NameWeights.womansSurnameContradicts : NameWeights.surnameContradicts)
      for (x, y) in [
        (\Leftover.unknown, \Leftover.unknown), (\.given, \.unknown), (\.unknown, \.given),
        (\.surname, \.unknown), (\.unknown, \.surname), (\.given, \.surname), (\.surname, \.given),
        (\.patronymic, \.unknown), (\.unknown, \.patronymic),
      ] {
        contradict(x, y, .partContradicts, price(_:), NameWeights.partContradicts)
      }
      for (x, y) in [
        (\Leftover.initials, \Leftover.given), (\.given, \.initials), (\.initials, \.initials),
        (\.initials, \.unknown), (\.unknown, \.initials),
        (\.initials, \.patronymic), (\.patronymic, \.initials),
      ] {
        contradict(x, y, .initialContradicts, price(_:), NameWeights.initialContradicts)
      }
      if let x = genders.0, let y = genders.1, x != y {
        findings.insert(.genderContradicts)
        against += NameWeights.genderContradicts
      }
      against += missing(left, isRow: true) + missing(right, isRow: false)

      return NameEvidence(weight: held() + against, findings: findings)
    }

    /// What agrees, as far as the ceilings let it count.
    private func held() -> Bits {
      var sum = matched + NameCeilings.hold(family, below: ceilings.family)
      // A name is in an oblique case as a whole: the price is paid once.
      if inflected > 1 {
        sum += Bits(raw: Int32(inflected - 1) * FormPrice.price(.nominative).raw)
          .scaled(NameWeights.costShare)
      }
      var ceiling = ceilings.name - max(.zero, worst - NameWeights.worstPartFree).scaled(128)
      if findings.contains(.patronymicAgrees) { ceiling += NameWeights.patronymicAboveNamesake }
      if !findings.isDisjoint(with: .contradictions) { ceiling = min(ceiling, ceilings.contradicted) }
      return NameCeilings.hold(sum, below: ceiling)
    }

    /// Pairs what is left over on both sides in these places: each pair is a contradiction.
    private mutating func contradict(
      _ x: WritableKeyPath<Leftover, [IndexedName.Part]>,
      _ y: WritableKeyPath<Leftover, [IndexedName.Part]>,
      _ finding: NameEvidence.Findings, _ price: (Bits) -> Bits, _ first: Bits
    ) {
      while !left[keyPath: x].isEmpty, !right[keyPath: y].isEmpty {
        findings.insert(finding)
        let a = left[keyPath: x].removeFirst()
        let b = right[keyPath: y].removeFirst()
        line(a, b, .contradicts, price(first))
      }
    }

    private mutating func missing(_ rest: Leftover, isRow: Bool) -> Bits {
      var sum = Bits.zero
      for part in rest.patronymic { add(part, NameWeights.patronymicMissing) }
      if !rest.patronymic.isEmpty { findings.insert(.patronymicMissing) }
      for part in rest.given + rest.surname + rest.unknown { add(part, NameWeights.surplus) }
      for part in rest.initials { add(part, NameWeights.patronymicMissing) }
      func add(_ part: IndexedName.Part, _ weight: Bits) {
        sum += weight
        line(isRow ? part : nil, isRow ? nil : part, .missing, weight)
      }
      return sum
    }
  }
}
