internal import NameIndex
internal import NameSimilarity

extension CandidateFinder {
  /// Whether the pairs of a profile with later ones are of the sample; profiles stand in the order of their names.
  private func isOfSample(_ profile: Int) -> Bool {
    scorer.table.profiles[profile].name.map { sample.holds(Int($0)) } ?? false
  }

  /// Pairs that an equal full date of birth or an equal identifier brings together, a profile of several rows with
  /// itself among them.
  func keyedPairs(threads: Int, _ memories: CostMemories) -> [ScoredPair] {
    let groups = blocking.keys.groups(scorer.table.fields)
    return parallelMap(
      count: groups.count, part: 64, threads: threads, room: { ScoringRoom(scorer.names, memories) }
    ) { range, room in
      var pairs: [ScoredPair] = []
      var close: [(left: Int, right: Int)] = []
      for group in groups[range] {
        for (place, left) in group.enumerated() where isOfSample(left) {
          let isOpened = group.count - place >= Self.manyFrom && open(left, &room.scratch)
          for right in group[place...] where pairing.allows(left, right) {
            let unknown = room.scratch.unknown.count
            if mayReach(left, right, isOpened: isOpened, &room.scratch) {
              close.append((left, right))
            } else {
              scorer.names.forget(downTo: unknown, &room.scratch)
            }
          }
        }
      }
      scorer.names.settle(&room.scratch, &room.block)
      for (left, right) in close {
        if let pair = scorer.scored(left, right, &room.scratch), pair.weight >= threshold {
          pairs.append(pair)
        }
      }
      return pairs
    }.joinedParts()
  }

  /// With so many profiles one is compared more quickly at once than one by one.
  private static let manyFrom = 6

  /// Takes up the name of a profile that is to be compared with many; `false` where it has none.
  private func open(_ profile: Int, _ scratch: inout NameScorer.Scratch) -> Bool {
    guard let name = scorer.table.profiles[profile].name else { return false }
    scorer.names.open(scorer.table.names[Int(name)], &scratch)
    return true
  }

  /// Whether two profiles may reach the threshold, as far as it is seen without aligning what is unlike.
  ///
  /// - Parameter isOpened: whether the name of the first was taken up. Names are met then, and those that share too little
  ///   with it are not scored; nor are those of which no part is a neighbour of one of its own, though in lists where not all
  ///   neighbours are known they may be alike. So many people are born on one day that to look at them takes a tenth of the
  ///   time of 300,000 rows, for one true pair in two thousand.
  private func mayReach(
    _ left: Int, _ right: Int, isOpened: Bool, _ scratch: inout NameScorer.Scratch
  ) -> Bool {
    let table = scorer.table
    guard table.profiles[left].others.isEmpty, table.profiles[right].others.isEmpty,
      let x = table.profiles[left].name, let y = table.profiles[right].name
    else { return true }
    let (name, other) = (table.names[Int(x)], table.names[Int(y)])
    let least = leastOfNames(ofProfiles: left, right)
    var rough: NameEvidence?
    if !isOpened {
      rough = scorer.names.evidence(
        name, other, isRough: true, reaching: least - mostOfRelief, &scratch)
    } else {
      scorer.names.meet(name, other, &scratch)
      let most = scorer.names.most(name, against: other, scratch.likeness)
      if most > .zero, most + ofUnlike >= least {
        rough = scorer.names.evidenceOfMet(
          name, other, isRough: true, reaching: least - mostOfRelief, &scratch)
      }
    }
    if let rough, scorer.weight(rough, fieldEvidence(left, right, rough)) >= threshold {
      return true
    }
    return scorer.weightOfUnlike(left, right).map { $0 >= threshold } ?? false
  }
}
