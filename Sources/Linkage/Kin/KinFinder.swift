internal import NameIndex
internal import NameSimilarity
internal import NameText

/// Finds the persons of a roll who share more than strangers do.
struct KinFinder: Sendable {
  let index: KinIndex
  let least: Bits

  init(_ index: KinIndex) {
    self.index = index
    least = Bits.log2(UInt64(max(index.members.count, 2))) + KinView.aboveSize
  }

  private struct Found: Sendable {
    var left: Int
    var right: Int
    var evidence: KinEvidence
  }

  func view(threads: Int) -> KinView {
    let compared = parallelMap(count: index.members.count, part: 64, threads: threads) { members in
      var scratch = NameScorer.Scratch()
      return members.flatMap { member in
        partners(of: member).compactMap { other -> Found? in
          guard let evidence = evidence(member, other, &scratch) else { return nil }
          return Found(left: member, right: other, evidence: evidence)
        }
      }
    }.joinedParts()
    let strong = compared.filter { $0.evidence.weight >= least }.sorted { a, b in
      a.evidence.weight != b.evidence.weight
        ? a.evidence.weight > b.evidence.weight : (a.left, a.right) < (b.left, b.right)
    }
    let households = Households(strong.map { ($0.left, $0.right) }, count: index.members.count)
    var pairsOf = [Int](repeating: 0, count: index.members.count)
    let kept = strong.filter { found in
      guard max(pairsOf[found.left], pairsOf[found.right]) < KinView.mostPairsOfPerson else {
        return false
      }
      pairsOf[found.left] += 1
      pairsOf[found.right] += 1
      return true
    }
    let ordered = kept.enumerated().sorted { a, b in
      let (x, y) = (households[a.element.left], households[b.element.left])
      return x != y ? x < y : a.offset < b.offset
    }.map(\.element)
    return KinView(
      pairs: ordered.map { pair($0, households) }, least: least,
      tooWeak: compared.count - strong.count, leftOut: strong.count - kept.count)
  }

  private func pair(_ found: Found, _ households: Households) -> KinView.Pair {
    let evidence = found.evidence
    let ends = evidence.rightIsParent ? (found.right, found.left) : (found.left, found.right)
    let founder = index.members[households.founder(of: found.left)].id
    return KinView.Pair(
      left: index.members[ends.0].person, right: index.members[ends.1].person,
      relation: evidence.relation, weight: evidence.weight, evidence: evidence.words,
      // A person's id begins with a p.
      household: "h" + founder.dropFirst())
  }

  // MARK: Candidates

  /// The members after `number` that may share enough with it.
  ///
  /// A name adds no more than its own information, and a place no more than the field model lets it: what cannot
  /// reach the bar even so is not looked at.
  private func partners(of number: Int) -> [Int] {
    let member = index.members[number]
    let lexicon = index.scorer.table.lexicon
    let surnames = member.surnames.reduce(Bits.zero) { $0 + index.information(ofSurname: $1) }
    let place = member.profile.values.places.isEmpty ? .zero : FieldModel.mostOfPlace
    var partners = Set<Int>()
    var byFather: Set<Int>?
    for token in member.surnames {
      let rare = index.information(ofSurname: token)
      for neighbour in lexicon.neighbours(of: token) {
        guard let bearers = index.bearers[neighbour.token] else { continue }
        let agreeing =
          min(rare, index.information(ofSurname: neighbour.token))
          - Bits(raw: neighbour.cost)
        let most = surnames - rare + max(.zero, agreeing) + place
        if most + NameWeights.initialAgrees >= least {
          partners.formUnion(bearers.after(number))
        } else if most + member.mostOfFather >= least {
          let fathers = byFather ?? sharingFather(with: number)
          byFather = fathers
          partners.formUnion(bearers.after(number).filter(fathers.contains))
        }
      }
    }
    for given in member.given {
      for stem in member.stems {
        partners.formUnion((index.membersOfBoth[[stem, given]] ?? []).after(number))
      }
    }
    return partners.sorted()
  }

  /// The members after `number` with the same father's name, the father himself, and children.
  private func sharingFather(with number: Int) -> Set<Int> {
    let member = index.members[number]
    var found = Set<Int>()
    for key in member.fathers {
      found.formUnion((index.membersOfFather[key] ?? []).after(number))
      found.formUnion((index.membersOfGiven[key] ?? []).after(number))
    }
    for key in member.given {
      found.formUnion((index.membersOfFather[key] ?? []).after(number))
    }
    return found
  }

  // MARK: Evidence

  /// What two members share that speaks for one family; `nil` where they are not of one.
  func evidence(_ left: Int, _ right: Int, _ scratch: inout NameScorer.Scratch)
    -> KinEvidence?
  {
    let (a, b) = (index.members[left].profile, index.members[right].profile)
    let names = index.scorer.table.names
    guard
      let evidence = index.scorer.names.evidence(
        names[Int(a.name!)], names[Int(b.name!)], explain: true, &scratch)
    else { return nil }
    let signs = FamilySigns(index.scorer, a, b, scratch.lines, evidence.findings)
    let decision = index.costs.decision(
      logOdds: index.scorer.weight(evidence, a, b) + index.prior)
    let relation = Relation(signs, evidence, decision)
    guard relation.isOfOneFamily else { return nil }
    return KinEvidence(index, a, b, scratch.lines, signs, relation)
  }
}

extension [Int] {
  /// Of ascending numbers those greater than `number`.
  fileprivate func after(_ number: Int) -> ArraySlice<Int> {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] > number { high = middle } else { low = middle + 1 }
    }
    return self[low...]
  }
}

/// Persons connected by pairs, directly or through others.
private struct Households {
  /// For each member the place of its household: the largest first, then by the smallest member.
  private var rank: [Int]
  private var founders: [Int]

  init(_ pairs: [(Int, Int)], count: Int) {
    var parents = Array(0..<count)
    func root(_ member: Int) -> Int {
      var member = member
      while parents[member] != member {
        parents[member] = parents[parents[member]]
        member = parents[member]
      }
      return member
    }
    for (a, b) in pairs {
      let (x, y) = (root(a), root(b))
      parents[max(x, y)] = min(x, y)
    }
    founders = (0..<count).map(root)
    var sizes = [Int](repeating: 0, count: count)
    for founder in founders { sizes[founder] += 1 }
    rank = founders
    let order = Set(founders).sorted { sizes[$0] != sizes[$1] ? sizes[$0] > sizes[$1] : $0 < $1 }
    var place = [Int](repeating: 0, count: count)
    for (number, founder) in order.enumerated() { place[founder] = number }
    rank = founders.map { place[$0] }
  }

  /// The member of smallest id in the same household.
  func founder(of member: Int) -> Int { founders[member] }

  subscript(_ member: Int) -> Int { rank[member] }
}
