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
          for right in group[place...] where pairing.allows(left, right) {
            let unknown = room.scratch.unknown.count
            if mayReach(left, right, &room.scratch) {
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

  /// Whether two profiles may reach the threshold, as far as it is seen without aligning what is unlike.
  private func mayReach(_ left: Int, _ right: Int, _ scratch: inout NameScorer.Scratch) -> Bool {
    let table = scorer.table
    guard table.profiles[left].others.isEmpty, table.profiles[right].others.isEmpty,
      let x = table.profiles[left].name, let y = table.profiles[right].name
    else { return true }
    let least = leastOfNames(ofProfiles: left, right)
    let rough = scorer.names.evidence(
      table.names[Int(x)], table.names[Int(y)], isRough: true, reaching: least - mostOfRelief,
      &scratch)
    if let rough, scorer.weight(rough, fieldEvidence(left, right, rough)) >= threshold {
      return true
    }
    return scorer.weightOfUnlike(left, right).map { $0 >= threshold } ?? false
  }
}
