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
    let groups = scorer.table.profilesOfKeys()
    return parallelMap(
      count: groups.count, part: 64, threads: threads, room: { ScoringRoom(scorer.names, memories) }
    ) { range, room in
      var pairs: [ScoredPair] = []
      var close: [(left: Int, right: Int)] = []
      for group in groups[range] {
        for (place, left) in group.enumerated() where isOfSample(left) {
          let opened = group.count - place < Self.manyFrom ? nil : open(left, &room.scratch)
          for right in group[place...] where pairing.allows(left, right) {
            let unknown = room.scratch.unknown.count
            if mayReach(left, right, opened, &room.scratch) {
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

  /// Takes up the name of a profile that is to be compared with many; `nil` where it has not one.
  private func open(_ profile: Int, _ scratch: inout NameScorer.Scratch) -> IndexedName? {
    guard let name = scorer.table.profiles[profile].name else { return nil }
    let opened = scorer.table.names[Int(name)]
    scorer.names.open(opened, &scratch)
    return opened
  }

  /// Whether two profiles may reach the threshold, as far as it is seen without aligning what is unlike; `opened` is the
  /// name of the first where it is compared with many.
  private func mayReach(
    _ left: Int, _ right: Int, _ opened: IndexedName?, _ scratch: inout NameScorer.Scratch
  ) -> Bool {
    let table = scorer.table
    guard table.profiles[left].others.isEmpty, table.profiles[right].others.isEmpty,
      let x = table.profiles[left].name, let y = table.profiles[right].name
    else { return true }
    let other = table.names[Int(y)]
    let least = leastOfNames(ofProfiles: left, right)
    let rough: NameEvidence?
    if let opened {
      scorer.names.meet(opened, other, &scratch)
      let met = scorer.names.most(opened, against: other, scratch.likeness)
      rough =
        met + ofUnlike < least
        ? nil
        : scorer.names.evidenceOfMet(
          opened, other, isRough: true, reaching: least - mostOfRelief, &scratch)
    } else {
      rough = scorer.names.evidence(
        table.names[Int(x)], other, isRough: true, reaching: least - mostOfRelief, &scratch)
    }
    if let rough, scorer.weight(rough, fieldEvidence(left, right, rough)) >= threshold {
      return true
    }
    return scorer.weightOfUnlike(left, right).map { $0 >= threshold } ?? false
  }
}
