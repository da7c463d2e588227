internal import NameSimilarity
internal import NameText

/// A name of the index that may be the one asked for, with the most that the two can say.
struct MetName {
  var name: UInt32
  var most: Bits
}

extension SearchRoom {
  /// The names of the index that may say as much as `target` against `name`; all that have any part like one of its parts
  /// where that is `nil`.
  ///
  /// A weighted prefix filter (`NamePrefix`): the rarest parts are asked for, until what is left could not reach the target.
  /// What a name has met with is summed; where that and the parts that were left out leave it open, it is looked at closer.
  mutating func namesMet(by name: IndexedName, target: Bits?) throws(IndexError) -> [MetName] {
    let unlike = mostOfUnlike
    let isBounded = target != nil
    let least = target ?? Bits(raw: .min / 2)
    let ofGeneration = NameScorer.mostOfGeneration(name)
    let target = least - unlike - ofGeneration
    let prefix = NamePrefix(name, targets: [target])
    let isOpen = !prefix.open.isNowhere
    // What may be another spelling of a part is looked for throughout the index only where the part is asked for.
    var likenesses: [UInt32: [Likeness]] = [:]
    for asked in prefix.words + prefix.joined where !asked.reach.isNowhere {
      likenesses[asked.part.token] = try self.likenesses(of: asked.part.token)
    }
    var met: [UInt32] = []
    var most: [Int32] = []
    swap(&most, &self.most)
    defer {
      for other in met { most[Int(other)] = 0 }
      swap(&most, &self.most)
    }
    let whole = name.parts.reduce(Bits.zero) { $0 + NamePrefix.most($1) }
    func meet(_ part: IndexedName.Part, below last: UInt32) throws(IndexError) {
      // Of words joined both are taken for met.
      let others =
        part.isJoined
        ? whole : whole - NamePrefix.most(part)
      for likeness in likenesses[part.token]! {
        let adds = min(likeness.most, part.information.raw)
        if Bits(raw: adds) + others < target || adds <= 0 && !isOpen { continue }
        try tables.namesOfToken.forEach(Int(likeness.token), below: last) {
          other throws(IndexError) in
          guard Int(other) < most.count else { throw .damaged }
          if most[Int(other)] == 0 { met.append(other) }
          // A token's list has each name once; what a damaged one adds up to is of no matter.
          most[Int(other)] &+= max(1, adds)
        }
      }
    }
    let withInitials = UInt32(clamping: tables.figures.namesWithInitials)
    for asked in prefix.words + prefix.joined where !asked.reach.isNowhere {
      try meet(asked.part, below: asked.reach.plain > 0 ? .max : withInitials)
    }
    // What was not asked for among all names may be there all the same.
    let left = prefix.words.filter { $0.reach.plain == 0 }
      .reduce(Bits.zero) { $0 + NamePrefix.most($1.part) }

    let initials = Int32(name.parts.count { $0.role == .initial })
    var names: [MetName] = []
    for other in met {
      // An initial of either may agree with a part that has not met.
      var all = initials
      if other < withInitials { all += try tables.names.head(Int(other)).initials }
      let sure = Bits(raw: most[Int(other)] &+ NameWeights.initialAgrees.raw * all)
      if sure + left >= target {
        names.append(MetName(name: other, most: sure + left + unlike + ofGeneration))
      }
    }
    if isBounded { try lookCloser(name, &names, least, known: likenesses) }
    return names
  }

  /// What a part may add that is like another without their meeting: little, where not all likenesses are looked for.
  var mostOfUnlike: Bits { tables.figures.isExact != 0 ? .zero : NameWeights.mostOfUnlike }
}
