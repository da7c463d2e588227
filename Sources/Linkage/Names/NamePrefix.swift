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
    var reach: Reach
  }

  /// Rarest first.
  private(set) var words: [Asked] = []
  /// Neighbours written as one: asked for where one of the two is.
  private(set) var joined: [Asked] = []
  /// Where what has not met may be enough, so that a neighbour that adds nothing counts for a meeting.
  private(set) var open = Reach(plain: 0, withInitial: 0)

  /// The parts without which the rest of the name cannot reach its target.
  ///
  /// - Parameter targets: what the names must say by `BirthRelation`, ascending.
  init(_ name: IndexedName, targets: [Bits]) {
    let order = name.parts.sorted { a, b in
      a.information != b.information ? a.information > b.information : a.token < b.token
    }
    words = order.map { Asked(part: $0, reach: Reach(plain: 0, withInitial: 0)) }
    let whole = order.reduce(Bits.zero) { $0 + Self.most($1) }
    // What has not met adds nothing, but an initial of this name, which meets with nothing, may agree all the same.
    open.plain = Self.ask(
      &words, \.plain, targets, rest: whole,
      unmet: { $0.role == .initial ? Self.most($0) : .zero })
    open.withInitial = Self.ask(
      &words, \.withInitial, targets, rest: whole, unmet: { _ in NameWeights.initialAgrees })
    for part in name.joined {
      var reach = Reach(plain: 0, withInitial: 0)
      for word in words where word.part.first == part.first || word.part.first == part.last {
        reach.plain = max(reach.plain, word.reach.plain)
        reach.withInitial = max(reach.withInitial, word.reach.withInitial)
      }
      joined.append(Asked(part: part, reach: reach))
    }
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
