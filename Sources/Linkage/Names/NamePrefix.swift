internal import NameSimilarity
internal import NameText

/// Which parts of a name are asked for, so that every name that agrees well enough is met: the weighted prefix filter of
/// Bayardo, Ma and Srikant (2007), rarest parts first.
///
/// How much the names must say depends on how the dates of birth stand to each other, and parts that agree as initials
/// only are worth a part more among names with initials: common parts are asked for among near dates, or among names with
/// initials, alone.
struct NamePrefix {
  /// Among which names a part is asked for: those of so many of the first relations.
  struct Reach {
    var plain: Int
    /// The same of names with an initial.
    var withInitial: Int

    func relations(ofNamesWithInitial hasInitial: Bool) -> Int { hasInitial ? withInitial : plain }

    var isNowhere: Bool { withInitial == 0 && plain == 0 }

    func within(_ other: Reach) -> Reach {
      Reach(plain: min(plain, other.plain), withInitial: min(withInitial, other.withInitial))
    }
  }

  struct Asked {
    var part: IndexedName.Part
    /// Its number among the words of the name.
    var word: Int
    var reach: Reach
  }

  /// What names must say, by relation.
  private var targets = SIMD4<Int32>(repeating: .max)
  /// Rarest first.
  private(set) var words: [Asked] = []
  /// Neighbours written as one: asked for where one of the two is.
  private(set) var joined: [Asked] = []
  /// Where what has not met may be enough, so that a neighbour that adds nothing counts for a meeting.
  private(set) var open = Reach(plain: 0, withInitial: 0)

  /// What the words add at the most that are not asked for among names of each relation.
  private var unasked: (plain: SIMD4<Int32>, withInitial: SIMD4<Int32>) = (.zero, .zero)

  /// The parts without which the rest of the name cannot reach its target.
  ///
  /// - Parameter targets: what the names must say by `BirthRelation`, ascending.
  init(_ name: IndexedName, targets: [Bits]) {
    for (relation, target) in targets.enumerated() { self.targets[relation] = target.raw }
    let order = name.parts.sorted { a, b in
      a.information != b.information ? a.information > b.information : a.token < b.token
    }
    words = order.map { Asked(part: $0, word: $0.first, reach: Reach(plain: 0, withInitial: 0)) }
    let whole = order.reduce(Bits.zero) { $0 + Self.most($1) }
    // What has not met adds nothing, but an initial of this name, which meets with nothing, may agree all the same.
    open.plain = Self.ask(
      &words, \.plain, targets, rest: whole,
      unmet: { $0.role == .initial ? Self.most($0) : .zero })
    open.withInitial = Self.ask(
      &words, \.withInitial, targets, rest: whole, unmet: { _ in NameWeights.initialAgrees })
    for number in name.partCount..<name.words.count {
      let part = name.words[number]
      var reach = Reach(plain: 0, withInitial: 0)
      for word in words where word.part.first == part.first || word.part.first == part.last {
        reach.plain = max(reach.plain, word.reach.plain)
        reach.withInitial = max(reach.withInitial, word.reach.withInitial)
      }
      joined.append(Asked(part: part, word: number, reach: reach))
    }
    for word in words {
      unasked.plain &+= Self.unasked(word.reach.plain, Self.most(word.part))
      unasked.withInitial &+= Self.unasked(word.reach.withInitial, Self.most(word.part))
    }
  }

  /// Whether a name may say enough that has met words of this one which add `met` at the most, initials among that.
  func mayReach(_ met: Bits, _ meeting: Meeting, ofNamesWithInitial hasInitial: Bool) -> Bool {
    let most = unasked(ofNamesWithInitial: hasInitial) &+ met.raw
    if !meeting.isOfSeveral { return most[meeting.nearest] >= targets[meeting.nearest] }
    return any(
      (most .>= targets) .& (SIMD4(0, 1, 2, 3) .>= SIMD4(repeating: Int32(meeting.nearest))))
  }

  /// What has come so far of meeting with a name.
  struct Meeting: Sendable {
    /// The most that the words which have met can add; 0 where none has.
    var most: Int32 = 0
    /// The nearest relation of the dates of rows of either.
    private var nearestRelation = UInt8(BirthRelation.count)
    private(set) var isOfSeveral = false

    var nearest: Int { Int(nearestRelation) }

    mutating func add(_ bits: Int32, _ met: DatedPostings.Met) {
      most += bits
      nearestRelation = min(nearestRelation, UInt8(met.relation.rawValue))
      isOfSeveral = isOfSeveral || met.isOfSeveral
    }
  }

  /// What the words that are not asked for can add at the most, by relation.
  func unasked(ofNamesWithInitial hasInitial: Bool) -> SIMD4<Int32> {
    hasInitial ? unasked.withInitial : unasked.plain
  }

  /// The same where `most` says what each word can add, by its number, those of words joined among them.
  func unasked(ofNamesWithInitial hasInitial: Bool, most: (Int) -> Bits) -> SIMD4<Int32> {
    var sum = SIMD4<Int32>.zero
    for asked in words {
      sum &+= Self.unasked(asked, hasInitial, most)
    }
    for asked in joined {
      sum &+= Self.unasked(asked, hasInitial, most)
    }
    return sum
  }

  private static func unasked(_ asked: Asked, _ hasInitial: Bool, _ most: (Int) -> Bits) -> SIMD4<
    Int32
  > {
    let relations = asked.reach.relations(ofNamesWithInitial: hasInitial)
    return relations == BirthRelation.count ? .zero : unasked(relations, most(asked.word))
  }

  /// What a word adds that is asked for among names of so many relations only.
  private static func unasked(_ relations: Int, _ most: Bits) -> SIMD4<Int32> {
    SIMD4(repeating: most.raw)
      .replacing(with: 0, where: SIMD4(0, 1, 2, 3) .< SIMD4(repeating: Int32(relations)))
  }

  /// Asks for words until the rest is less than each target, and says how many relations stay open.
  private static func ask(
    _ words: inout [Asked], _ kind: WritableKeyPath<Reach, Int>, _ targets: [Bits], rest: Bits,
    unmet: (IndexedName.Part) -> Bits
  ) -> Int {
    var rest = rest
    var relations = targets.count
    func close() {
      while relations > 0, rest < targets[relations - 1] { relations -= 1 }
    }
    for place in words.indices {
      close()
      words[place].reach[keyPath: kind] = relations
      if relations > 0 { rest += unmet(words[place].part) - most(words[place].part) }
    }
    close()
    return relations
  }

  /// The most that a part can add: it may agree as an initial only.
  static func most(_ part: IndexedName.Part) -> Bits {
    max(part.information, NameWeights.initialAgrees)
  }
}
